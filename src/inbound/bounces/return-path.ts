import type { Keys } from '../../subscribers/tokens/keys.js';
import { verifyBounceToken, verifyMailedToken } from '../../subscribers/tokens/tokens.js';
import type { Mail } from '../mail/read-mail.js';
import { readFieldGroups, typedAddress } from './report-fields.js';
import { returnedField } from './returned-message.js';

/** Where undeliverable mail is returned to, and with which tokens. */
export interface ReturnPaths {
  readonly listId: string;
  readonly keys: Keys;
  /** The address without a token. */
  readonly address: string;
}

/** The form of a token (`makeToken`). */
const TOKEN = /(?<![A-Za-z0-9_.-])([A-Za-z0-9_-]{1,16}\.[0-9a-z]{1,11}\.[A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])/gi;

/**
 * Finds whose message came back, by the keyed token in the address to which it was returned (VERP), or by the tokens of
 * the message that the mail returns. It also works when a report names nobody, or an address to which the mail was
 * forwarded. A feedback report repeats the return path (RFC 5965 §3.2).
 *
 * @returns the subscriber's number; `undefined` when nothing carries a token of ours.
 */
export function subscriberOfReturnPath(mail: Mail, paths: ReturnPaths): number | undefined {
  const { keys, listId, address } = paths;
  const at = address.lastIndexOf('@');
  const opening = `${address.slice(0, at)}+`.toLowerCase();
  for (const recipient of [...mail.recipients, ...reportedReturnPaths(mail), ...returnedReturnPath(mail)]) {
    if (!recipient.toLowerCase().startsWith(opening)) continue;
    const token = recipient.slice(opening.length, recipient.lastIndexOf('@'));
    const subscriberId = verifyBounceToken(keys, listId, token);
    if (subscriberId !== undefined) return subscriberId;
  }
  return subscriberOfReturnedToken(mail, paths);
}

function reportedReturnPaths(mail: Mail): readonly string[] {
  return mail.reports
    .filter(({ kind }) => kind === 'feedback-report')
    .flatMap(({ text }) => typedAddress(readFieldGroups(text)[0]?.get('original-mail-from')) ?? []);
}

function returnedReturnPath(mail: Mail): readonly string[] {
  const address = typedAddress(returnedField(mail.returned, 'Return-Path'));
  return address === undefined ? [] : [address];
}

/** Only the header counts: every recipient of a forward has the text. */
function subscriberOfReturnedToken(mail: Mail, { keys, listId }: ReturnPaths): number | undefined {
  const field = (returnedField(mail.returned, 'List-Unsubscribe') ?? '').slice(0, 2000).replace(/%20|%2b/gi, ' ');
  for (const [, token = ''] of field.matchAll(TOKEN)) {
    const subscriberId = verifyMailedToken(keys, listId, 'unsubscribe', token);
    if (subscriberId !== undefined) return subscriberId;
  }
  return undefined;
}
