import type { Keys } from '../../subscribers/tokens/keys.js';
import { verifyBounceToken } from '../../subscribers/tokens/tokens.js';
import type { Mail } from '../mail/read-mail.js';
import { readFieldGroups, typedAddress } from './report-fields.js';

/** Where undeliverable mail is returned to, and with which tokens. */
export interface ReturnPaths {
  readonly listId: string;
  readonly keys: Keys;
  /** The address without a token. */
  readonly address: string;
}

/**
 * Finds whose message came back, by the keyed token in the address to which it was returned (VERP). It also works when
 * a report names nobody, or an address to which the mail was forwarded. A feedback report repeats the return path (RFC
 * 5965 §3.2).
 *
 * @returns the subscriber's number; `undefined` when no address carries a token of ours.
 */
export function subscriberOfReturnPath(mail: Mail, { keys, listId, address }: ReturnPaths): number | undefined {
  const at = address.lastIndexOf('@');
  const opening = `${address.slice(0, at)}+`.toLowerCase();
  for (const recipient of [...mail.recipients, ...reportedReturnPaths(mail)]) {
    if (!recipient.toLowerCase().startsWith(opening)) continue;
    const token = recipient.slice(opening.length, recipient.lastIndexOf('@'));
    const subscriberId = verifyBounceToken(keys, listId, token);
    if (subscriberId !== undefined) return subscriberId;
  }
  return undefined;
}

function reportedReturnPaths(mail: Mail): readonly string[] {
  return mail.reports
    .filter(({ kind }) => kind === 'feedback-report')
    .flatMap(({ text }) => typedAddress(readFieldGroups(text)[0]?.get('original-mail-from')) ?? []);
}
