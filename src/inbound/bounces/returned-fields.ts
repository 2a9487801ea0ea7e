import { addressParser } from '../../mime/read-mime.js';
import type { Mail } from '../mail/read-mail.js';
import { typedAddress } from './report-fields.js';

const HEADER_LIMIT = 20_000;

/** Returns a field of a returned message on one line; the first with this name, without it `undefined`. */
export function returnedField(message: string, name: string): string | undefined {
  const header = message.slice(0, HEADER_LIMIT);
  const field = new RegExp(`^[ \\t>]{0,4}${name}:((?:[^\\r\\n]|\\r?\\n[ \\t])*)`, 'im').exec(header)?.[1];
  return field?.replace(/\s+/g, ' ').trim();
}

/**
 * Returns the address to which the returned message was written, if it was one. Our messages have one recipient each.
 *
 * @param copy the returned message below a text, if it was not attached.
 */
export function returnedRecipient(mail: Mail, copy: string): string | undefined {
  const to = returnedField(mail.returned === '' ? copy : mail.returned, 'To');
  if (to === undefined) return undefined;
  const addresses = addressParser(to, { flatten: true }).flatMap(({ address }) => typedAddress(address) ?? []);
  return addresses.length === 1 ? addresses[0] : undefined;
}
