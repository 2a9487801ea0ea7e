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

const MESSAGE_ID = /<([^\s<>"]{1,400}@[^\s<>"]{1,255})>/;

/**
 * Returns the Message-ID of the message that a mail returns, answers or complains about, so that the ledger can say
 * whether it is ours, and whose. A server sends back the header, or names the ID in a field of its own.
 */
export function returnedMessageId(mail: Mail): string | undefined {
  const written = [
    returnedField(mail.returned, 'Message-ID'),
    mail.header('in-reply-to'),
    mail.header('x-original-message-id'),
    // In what stands below a text, only behind its own name.
    /^[ \t>]{0,4}message-id:[ \t]*(<[^\s<>]{3,660}>)/im.exec(mail.text.slice(0, HEADER_LIMIT))?.[1],
  ];
  for (const field of written) {
    const found = MESSAGE_ID.exec(field ?? '')?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}
