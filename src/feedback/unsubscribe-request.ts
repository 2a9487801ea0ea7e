import { readAddress } from '../audience/addresses.js';
import type { Keys } from '../audience/keys.js';
import { INERT_TOKEN, verifyBounceToken, verifyToken } from '../audience/tokens.js';
import { isDeclaredReply, originOf } from './automatic.js';
import { isFromMailServer } from './bounce.js';
import { isSubjectToLeave, isTextToLeave } from './leaving-words.js';
import type { Mail } from './read-mail.js';

/** Whose mailbox is read. */
export interface OurList {
  readonly listId: string;
  /** Absent where nothing was ever sent, so that no token can be ours. */
  readonly keys: Keys | undefined;
  readonly unsubscribeAddress: string;
  /** Every address to which readers write about the newsletter, the unsubscribe address among them. */
  readonly addresses: readonly string[];
}

/** A mail that asks to leave. */
export type UnsubscribeRequest =
  /** Proved by a token. */
  | { readonly kind: 'token'; readonly subscriberId: number }
  /** Whoever has this address, as the mail says. */
  | { readonly kind: 'address'; readonly address: string }
  /** A person has to look at it. */
  | { readonly kind: 'unclear'; readonly reason: string };

/** What a token looks like (`makeToken`), so that "unsubscribe me" is not taken for one. */
const TOKEN = `([A-Za-z0-9_-]{1,16}\\.[0-9a-z]{1,11}\\.[A-Za-z0-9_-]{22}|${INERT_TOKEN})`;
/** The subject that List-Unsubscribe's mailto gives. */
const OUR_SUBJECT = new RegExp(`^\\s*unsubscribe\\s+${TOKEN}\\s*$`, 'i');
/** The same with something before or after it, such as `Re:` or a warning of a mail gateway. */
const OUR_SUBJECT_WITHIN = new RegExp(`(?<!\\S)unsubscribe\\s+${TOKEN}(?!\\S)`, 'i');
const WHOLE_TOKEN = new RegExp(`^${TOKEN}$`, 'i');

/**
 * The request in a mail, proved by a token. A token counts in the subject, or as a plus-address of the unsubscribe
 * address; never in a text: whoever forwards or answers an issue quotes somebody's token without meaning it.
 */
export function readTokenRequest(mail: Mail, list: OurList): UnsubscribeRequest | undefined {
  if (isDeclaredReply(mail)) return undefined;
  const exact = OUR_SUBJECT.exec(mail.subject)?.[1] ?? plusToken(mail, list);
  if (exact !== undefined) return judgeToken(exact, list);
  const within = OUR_SUBJECT_WITHIN.exec(mail.subject)?.[1];
  if (within === undefined || originOf(mail) !== 'person') return undefined;
  if (isWrittenTo(mail, [list.unsubscribeAddress])) return judgeToken(within, list);
  return {
    kind: 'unclear',
    reason: 'it answers or forwards a request to leave, and was not written to the unsubscribe address',
  };
}

function judgeToken(token: string, { keys, listId }: OurList): UnsubscribeRequest {
  if (token.toLowerCase() === INERT_TOKEN) {
    return { kind: 'unclear', reason: 'it comes from a test copy, whose unsubscribe link does nothing' };
  }
  const subscriberId = keys === undefined ? undefined : verifyToken(keys, listId, 'unsubscribe', token);
  if (subscriberId !== undefined) return { kind: 'token', subscriberId };
  return { kind: 'unclear', reason: 'it asks to leave, but its token was not made for this list' };
}

function plusToken(mail: Mail, { unsubscribeAddress, keys, listId }: OurList): string | undefined {
  const [localPart = '', domain = ''] = addressKey(unsubscribeAddress).split('@');
  for (const recipient of mail.recipients) {
    const at = recipient.lastIndexOf('@');
    const plus = recipient.indexOf('+');
    if (plus < 0 || recipient.slice(0, plus).toLowerCase() !== localPart) continue;
    const token = recipient.slice(plus + 1, at);
    if (!addressKey(recipient).endsWith(`@${domain}`) || !WHOLE_TOKEN.test(token)) continue;
    // What comes back to a return path (VERP) is no request, also where one address is both.
    if (keys === undefined || verifyBounceToken(keys, listId, token) === undefined) return token;
  }
  return undefined;
}

/**
 * The request of somebody who writes "unsubscribe" of their own accord. Nobody can prove who wrote a From, but to leave a
 * person unheard is worse than to take one off the list by forgery. No program's mail counts.
 */
export function readPlainRequest(mail: Mail, list: OurList): UnsubscribeRequest | undefined {
  if (originOf(mail) !== 'person' || isFromMailServer(mail)) return undefined;
  if (!isSubjectToLeave(mail.subject) && !isTextToLeave(mail.text)) return undefined;
  if (!isWrittenTo(mail, list.addresses)) {
    return { kind: 'unclear', reason: 'it asks to leave, but was not written to an address of this newsletter' };
  }
  if (mail.from === undefined) return { kind: 'unclear', reason: 'it asks to leave, but does not say who wrote it' };
  if (list.addresses.map(addressKey).includes(addressKey(mail.from))) return undefined;
  return { kind: 'address', address: mail.from };
}

function isWrittenTo(mail: Mail, addresses: readonly string[]): boolean {
  const ours = new Set(addresses.map(addressKey));
  return mail.recipients.some((recipient) => {
    const key = addressKey(recipient);
    return ours.has(key) || ours.has(key.replace(/\+[^@]*@/, '@'));
  });
}

/** The form by which two addresses are the same. */
function addressKey(address: string): string {
  const reading = readAddress(address);
  return reading.kind === 'valid' ? reading.key : address.toLowerCase();
}
