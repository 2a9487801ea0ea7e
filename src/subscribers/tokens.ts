import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys, TokenKey } from './keys.js';

/**
 * What a token lets its bearer do; a token is good for one purpose only. These work as long as their key is there.
 * `footer` stands where the reader sees it, and goes along when an issue is forwarded: it counts only with a mail from the
 * reader's own address.
 */
export type TokenPurpose = 'unsubscribe' | 'footer' | 'preferences';

/** Names the reader in the return path of their message (VERP), which may come back in other case than it went. */
const BOUNCE = 'bounce';

/** Purposes whose tokens carry the time of their making, and end. */
export type ExpiringTokenPurpose = 'opt-in' | 'address-change' | 'undo' | 'return';

/** What a passing token comes to. */
export type ExpiringTokenReading =
  /** `subject` is what the token was made for; `madeAt` is cut to the minute. */
  { readonly kind: 'valid'; readonly subject: number; readonly madeAt: Date } | { readonly kind: 'expired' };

/** Stands where a token would in test copies and samples: verification never accepts it. */
export const INERT_TOKEN = 'test-copy';

const MAC_BYTES = 16;
const MINUTE = 60_000;
const HOUR_MINUTES = 60;
const WEEK_MINUTES = 7 * 24 * HOUR_MINUTES;

const LIFETIME_MINUTES: Readonly<Record<ExpiringTokenPurpose, number>> = {
  'opt-in': WEEK_MINUTES,
  'address-change': WEEK_MINUTES,
  // The minute of its making is cut off, and an hour was promised; the time of the leaving itself says it exactly.
  undo: HOUR_MINUTES + 1,
  return: WEEK_MINUTES,
};

const KEY_ID = '[A-Za-z0-9_-]{1,16}';
const NUMBER = '[1-9a-z][0-9a-z]{0,9}';
const CODE = '[A-Za-z0-9_-]{22}';
const LASTING_TOKEN = new RegExp(`^(${KEY_ID})\\.(${NUMBER})\\.${CODE}$`);
const LASTING_TOKEN_IN_ANY_CASE = new RegExp(LASTING_TOKEN, 'i');
const PASSING_TOKEN = new RegExp(`^(${KEY_ID})\\.(${NUMBER})\\.(${NUMBER})\\.${CODE}$`);

/**
 * A token for one subscriber of one list: `<key id>.<subscriber's number>.<code>`, safe in a URL and in a mail's subject.
 * It says nothing about the person; the code is HMAC-SHA-256, shortened to 16 bytes.
 */
export function makeToken(keys: Keys, listId: string, purpose: TokenPurpose, subscriberId: number): string {
  return signedBy(keys.tokenKeys[0], listId, purpose, [subscriberId]);
}

/** A token for the return path: in lower case, since mail servers may change the case of what stands before the @. */
export function makeBounceToken(keys: Keys, listId: string, subscriberId: number): string {
  return signedBy(keys.tokenKeys[0], listId, BOUNCE, [subscriberId]).toLowerCase();
}

/** Whose message came back, or `undefined` where this workspace did not make the token. */
export function verifyBounceToken(keys: Keys, listId: string, token: string): number | undefined {
  return verifyInAnyCase(keys, listId, BOUNCE, token);
}

/**
 * Whose token it is that came by mail, or `undefined` where this workspace did not make it for this list and purpose.
 * Gateways and mail servers change the case of subjects and addresses; what is left of the code is still 110 bits.
 */
export function verifyMailedToken(
  keys: Keys,
  listId: string,
  purpose: TokenPurpose,
  token: string,
): number | undefined {
  return verifyInAnyCase(keys, listId, purpose, token);
}

function verifyInAnyCase(
  keys: Keys,
  listId: string,
  purpose: TokenPurpose | typeof BOUNCE,
  token: string,
): number | undefined {
  const [subscriberId] = readNumbers([LASTING_TOKEN_IN_ANY_CASE.exec(token)?.[2]]);
  if (subscriberId === undefined) return undefined;
  const made = keys.tokenKeys.map((key) => signedBy(key, listId, purpose, [subscriberId]).toLowerCase());
  return made.some((candidate) => isSame(candidate, token.toLowerCase())) ? subscriberId : undefined;
}

/** Whose token it is, or `undefined` where this workspace did not make it for this list and purpose. */
export function verifyToken(keys: Keys, listId: string, purpose: TokenPurpose, token: string): number | undefined {
  const match = LASTING_TOKEN.exec(token);
  const [subscriberId] = readNumbers([match?.[2]]);
  const key = keyOf(keys, match?.[1]);
  if (key === undefined || subscriberId === undefined) return undefined;
  return isSame(signedBy(key, listId, purpose, [subscriberId]), token) ? subscriberId : undefined;
}

/**
 * A token that ends: `<key id>.<number>.<minute of its making>.<code>`.
 *
 * @param subject the number of the subscriber, or of what they asked for.
 */
export function makeExpiringToken(
  keys: Keys,
  listId: string,
  purpose: ExpiringTokenPurpose,
  subject: number,
  at: Date,
): string {
  return signedBy(keys.tokenKeys[0], listId, purpose, [subject, Math.floor(at.getTime() / MINUTE)]);
}

/** What a token that ends is for, or that its time is over; `undefined` where this workspace did not make it so. */
export function verifyExpiringToken(
  keys: Keys,
  listId: string,
  purpose: ExpiringTokenPurpose,
  token: string,
  at: Date,
): ExpiringTokenReading | undefined {
  const match = PASSING_TOKEN.exec(token);
  const [subject, minute] = readNumbers([match?.[2], match?.[3]]);
  const key = keyOf(keys, match?.[1]);
  if (key === undefined || subject === undefined || minute === undefined) return undefined;
  if (!isSame(signedBy(key, listId, purpose, [subject, minute]), token)) return undefined;
  const ends = (minute + LIFETIME_MINUTES[purpose]) * MINUTE;
  return at.getTime() > ends ? { kind: 'expired' } : { kind: 'valid', subject, madeAt: new Date(minute * MINUTE) };
}

function keyOf(keys: Keys, id: string | undefined): TokenKey | undefined {
  return keys.tokenKeys.find((candidate) => candidate.id === id);
}

function readNumbers(written: readonly (string | undefined)[]): readonly (number | undefined)[] {
  return written.map((digits) => {
    const value = Number.parseInt(digits ?? '', 36);
    return Number.isSafeInteger(value) ? value : undefined;
  });
}

/** Equal in a time that tells nothing of where they differ. */
function isSame(expected: string, given: string): boolean {
  const left = Buffer.from(expected);
  const right = Buffer.from(given);
  return left.length === right.length && timingSafeEqual(left, right);
}

function signedBy(
  key: TokenKey,
  listId: string,
  purpose: TokenPurpose | ExpiringTokenPurpose | typeof BOUNCE,
  numbers: readonly number[],
): string {
  const written = numbers.map((number) => number.toString(36));
  // None of the parts can hold the separator, and the purpose decides how many there are: no two sets of parts are the same text.
  const parts = ['newsletter token', purpose, listId, ...written, key.id].join('\0');
  const code = createHmac('sha256', key.secret).update(parts).digest().subarray(0, MAC_BYTES).toString('base64url');
  return [key.id, ...written, code].join('.');
}
