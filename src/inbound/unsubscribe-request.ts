import { readAddress } from '../subscribers/addresses.js';
import type { Keys } from '../subscribers/tokens/keys.js';
import {
  INERT_TOKEN,
  verifyBounceToken,
  verifyMailedToken,
  verifyExpiringToken,
} from '../subscribers/tokens/tokens.js';
import { isEcho, originOf } from './bounces/automatic.js';
import { isFromMailServer } from './bounces/bounce.js';
import type { Addressee } from './unsubscribe-mail/judge-sentence.js';
import { readMailedRequest } from './unsubscribe-mail/read-request.js';
import type { Mail } from './mail/read-mail.js';

/** The newsletter whose mailbox is read. */
export interface OurList {
  readonly listId: string;
  /** `undefined` when nothing was ever sent, so that no token can be ours. */
  readonly keys: Keys | undefined;
  readonly unsubscribeAddress: string;
  /** Every address to which readers write about the newsletter, including the unsubscribe address. */
  readonly addresses: readonly string[];
  /** When the mailbox is read. */
  readonly at: Date;
}

/** A mail that asks for something. */
export type MailRequest =
  /** The token of List-Unsubscribe proves it, whatever its sender. */
  | { readonly kind: 'token'; readonly subscriberId: number; readonly erase: boolean }
  /** It carries the token of the visible link, which every recipient of a forwarded issue has. */
  | { readonly kind: 'footer'; readonly subscriberId: number; readonly erase: boolean }
  /** It is about the person with this address, as the mail says. */
  | { readonly kind: 'address'; readonly address: string; readonly erase: boolean }
  /** It asks to be put back on the list, with the token of the mail that said that they left. */
  | { readonly kind: 'return'; readonly subscriberId: number }
  /** A person has to look at it. */
  | { readonly kind: 'unclear'; readonly reason: string };

/** The form of a token (`makeToken`), so that "unsubscribe me" is not taken for one. */
const TOKEN = `([A-Za-z0-9_-]{1,16}\\.[0-9a-z]{1,11}\\.[A-Za-z0-9_-]{22}|${INERT_TOKEN})`;
/** What separates the word and the token, as it was written or as a program encoded it. */
const BETWEEN = '(?:\\s|=20|%20|%2b|[+:_])+';
/** The subject of List-Unsubscribe's mailto. */
const OUR_SUBJECT = new RegExp(`^\\s*unsubscribe${BETWEEN}(.+)$`, 'is');
/** The same with something before or after it, such as `Re:` or a gateway's warning. */
const OUR_SUBJECT_WITHIN = new RegExp(`(?<![^\\s\\]:])unsubscribe${BETWEEN}${TOKEN}(?!\\S)`, 'i');
const WHOLE_TOKEN = new RegExp(`^${TOKEN}$`, 'i');
const RETURN_SUBJECT =
  /(?<![^\s\]:])return(?:\s|=20|%20|[+:_])+([A-Za-z0-9_-]{1,16}\.[0-9a-z]{1,11}\.[0-9a-z]{1,11}\.[A-Za-z0-9_-]{22})(?!\S)/i;
const MAX_SUBJECT_CHARACTERS = 1000;

/**
 * Reads a request that a token proves. A token counts in the subject, or as a plus-address of the unsubscribe address.
 * It never counts in a text, because somebody who forwards or answers an issue quotes a token without meaning it.
 */
export function readTokenRequest(mail: Mail, list: OurList): MailRequest | undefined {
  if (isFromMailServer(mail) || isEcho(mail)) return undefined;
  const subject = mail.subject.slice(0, MAX_SUBJECT_CHARACTERS).replace(/\p{Cf}/gu, '');
  const exact = exactToken(subject) ?? plusToken(mail, list);
  if (exact !== undefined) return judgeToken(exact, mail, list);
  if (originOf(mail, list.addresses) !== 'person') return undefined;
  const returning = RETURN_SUBJECT.exec(subject)?.[1];
  if (returning !== undefined) return judgeReturn(returning, mail, list);
  const within = OUR_SUBJECT_WITHIN.exec(subject)?.[1];
  if (within === undefined) return undefined;
  if (isWrittenTo(mail, [list.unsubscribeAddress])) return judgeToken(within, mail, list);
  return {
    kind: 'unclear',
    reason: 'answers or forwards a request to leave, and was not written to the unsubscribe address',
  };
}

/** Returns a token that is all that follows the word; programs fold it, and encode its characters. */
function exactToken(subject: string): string | undefined {
  const rest = OUR_SUBJECT.exec(subject)?.[1]?.replace(/=20|%20|=0[ad]|[\s=<>"]+/gi, '') ?? '';
  return WHOLE_TOKEN.test(rest) ? rest : undefined;
}

function judgeToken(token: string, mail: Mail, list: OurList): MailRequest {
  const { keys, listId } = list;
  if (token.toLowerCase() === INERT_TOKEN) {
    return { kind: 'unclear', reason: 'comes from a test copy, whose unsubscribe link does nothing' };
  }
  const erase = originOf(mail, list.addresses) === 'person' && requestOf(mail, list, 'newsletter').kind === 'erase';
  const tokenHolder = keys === undefined ? undefined : verifyMailedToken(keys, listId, 'unsubscribe', token);
  if (tokenHolder !== undefined) return { kind: 'token', subscriberId: tokenHolder, erase };
  const reader = keys === undefined ? undefined : verifyMailedToken(keys, listId, 'footer', token);
  if (reader !== undefined) return { kind: 'footer', subscriberId: reader, erase };
  return { kind: 'unclear', reason: 'asks to leave, but its token was not made for this list' };
}

function judgeReturn(token: string, mail: Mail, { keys, listId, at }: OurList): MailRequest {
  // The time starts when the mail arrived, not when somebody reads the mailbox.
  const came = mail.receivedAt ?? mail.writtenAt ?? at;
  const reading = keys === undefined ? undefined : verifyExpiringToken(keys, listId, 'return', token, came);
  if (reading?.kind === 'valid') return { kind: 'return', subscriberId: reading.subject };
  const reason = reading === undefined ? 'its token was not made for this list' : 'its link was older than seven days';
  return { kind: 'unclear', reason: `asks to come back to the list, but ${reason}` };
}

function plusToken(mail: Mail, { unsubscribeAddress, keys, listId }: OurList): string | undefined {
  const [localPart = '', domain = ''] = addressKey(unsubscribeAddress).split('@');
  for (const recipient of mail.recipients) {
    const at = recipient.lastIndexOf('@');
    const plus = recipient.indexOf('+');
    if (plus < 0 || recipient.slice(0, plus).toLowerCase() !== localPart) continue;
    const token = recipient.slice(plus + 1, at);
    if (!addressKey(recipient).endsWith(`@${domain}`) || !WHOLE_TOKEN.test(token)) continue;
    // What returns to a return path (VERP) is not a request, even if one address serves both purposes.
    if (keys === undefined || verifyBounceToken(keys, listId, token) === undefined) return token;
  }
  return undefined;
}

/**
 * Reads a request that nobody asked for. Nobody can prove who wrote a From, but ignoring a person is worse than
 * unsubscribing one because of a forgery. A program's mail does not count.
 *
 * @returns `undefined` when it asks nothing. A person's mail to the unsubscribe address is at least `unclear`.
 */
export function readPlainRequest(mail: Mail, list: OurList): MailRequest | undefined {
  if (originOf(mail, list.addresses) !== 'person' || isFromMailServer(mail)) return undefined;
  const isToUnsubscribeAddress = isUnsubscribeOnly(mail, list);
  const request = requestOf(mail, list, isToUnsubscribeAddress ? 'unsubscribe' : 'newsletter');
  if (request.kind === 'none') {
    if (!isToUnsubscribeAddress || isLikelyProgram(mail)) return undefined;
    return { kind: 'unclear', reason: 'was written to the unsubscribe address, and does not say what is wanted' };
  }
  const isOurs = isWrittenTo(mail, list.addresses);
  if (request.kind === 'doubtful') return isOurs ? { kind: 'unclear', reason: request.reason } : undefined;
  if (!isOurs)
    return { kind: 'unclear', reason: 'asks to leave, but was not written to an address of this newsletter' };
  if (mail.from === undefined) return { kind: 'unclear', reason: 'asks to leave, but does not say who wrote it' };
  if (list.addresses.map(addressKey).includes(addressKey(mail.from))) {
    return { kind: 'unclear', reason: 'asks to leave, but comes from an address of this newsletter itself' };
  }
  return { kind: 'address', address: mail.from, erase: request.kind === 'erase' };
}

/** Says whether a mail that looks like a program's may still ask something; a person then looks at it. */
export function asksAtAll(mail: Mail, list: OurList): boolean {
  return isUnsubscribeOnly(mail, list) && requestOf(mail, list, 'newsletter').kind !== 'none';
}

function requestOf(mail: Mail, list: OurList, addressee: Addressee): ReturnType<typeof readMailedRequest> {
  const address = mail.from ?? '';
  const known = new Set([address, ...list.addresses].map(addressKey));
  return readMailedRequest({
    subject: mail.subject,
    text: mail.text,
    from: { name: mail.fromName, address },
    addressee,
    hasFiles: mail.hasFiles,
    isForeign: (named) => !known.has(addressKey(named)) && readAddress(named).kind === 'valid',
  });
}

/** Says whether a mail went to the unsubscribe address, and that address gets no other mail. */
function isUnsubscribeOnly(mail: Mail, { unsubscribeAddress, addresses }: OurList): boolean {
  const key = addressKey(unsubscribeAddress);
  const shared = addresses.filter((address) => addressKey(address) === key).length > 1;
  return !shared && isWrittenTo(mail, [unsubscribeAddress]);
}

/** Signs of mails that nobody wrote to us personally, and that have no field which says so. */
function isLikelyProgram(mail: Mail): boolean {
  if (/^\s*yes\b/i.test(mail.header('x-spam-flag') ?? mail.header('x-spam-status') ?? '')) return true;
  if (mail.header('return-path')?.replace(/\s/g, '') === '<>') return true;
  return /^(?:no-?_?reply|do-?not-?reply|notifications?|bounces?)\b/i.test(mail.from ?? '');
}

function isWrittenTo(mail: Mail, addresses: readonly string[]): boolean {
  const ours = new Set(addresses.map(addressKey));
  return mail.recipients.some((recipient) => {
    const key = addressKey(recipient);
    return ours.has(key) || ours.has(key.replace(/\+[^@]*@/, '@'));
  });
}

/** Returns the form in which two equal addresses are the same. */
function addressKey(address: string): string {
  const reading = readAddress(address);
  return reading.kind === 'valid' ? reading.key : address.toLowerCase();
}
