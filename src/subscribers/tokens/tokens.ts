import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys, TokenKey } from './keys.js';

/**
 * What a token permits its holder to do; each token serves one purpose. These work as long as their key exists. The
 * reader sees `footer`, and it travels with a forwarded issue, so it counts only in a mail from the reader's own
 * address.
 */
export type TokenPurpose = 'unsubscribe' | 'footer' | 'preferences';

/** Names the reader in the return path of their message (VERP). Mail servers may change its case. */
const BOUNCE = 'bounce';

/** Purposes whose tokens carry the time at which they were made, and expire. */
export type ExpiringTokenPurpose = 'opt-in' | 'address-change' | 'undo' | 'return';

/** The result of reading an expiring token. */
export type ExpiringTokenReading =
  /** `subject` is what the token was made for; `madeAt` is cut to the minute. */
  { readonly kind: 'valid'; readonly subject: number; readonly madeAt: Date } | { readonly kind: 'expired' };

/** Replaces a token in test copies and samples; verification never accepts it. */
export const INERT_TOKEN = 'test-copy';

const MAC_BYTES = 16;
const MINUTE = 60_000;
const HOUR_MINUTES = 60;
const WEEK_MINUTES = 7 * 24 * HOUR_MINUTES;

const LIFETIME_MINUTES: Readonly<Record<ExpiringTokenPurpose, number>> = {
  'opt-in': WEEK_MINUTES,
  'address-change': WEEK_MINUTES,
  // The token's time is cut to the minute, and an hour was promised. The time of unsubscribing itself gives the exact
  // limit.
  undo: HOUR_MINUTES + 1,
  return: WEEK_MINUTES,
};

const KEY_ID = '[A-Za-z0-9_-]{1,16}';
const NUMBER = '[1-9a-z][0-9a-z]{0,9}';
const CODE = '[A-Za-z0-9_-]{22}';
const PERMANENT_TOKEN = new RegExp(`^(${KEY_ID})\\.(${NUMBER})\\.${CODE}$`);
const PERMANENT_TOKEN_IN_ANY_CASE = new RegExp(PERMANENT_TOKEN, 'i');
const EXPIRING_TOKEN = new RegExp(`^(${KEY_ID})\\.(${NUMBER})\\.(${NUMBER})\\.${CODE}$`);

/**
 * Makes a token for one subscriber of one list: `<key id>.<subscriber's number>.<code>`, safe in a URL and in a mail's
 * subject. It reveals nothing about the person; the code is HMAC-SHA-256, shortened to 16 bytes.
 */
export function makeToken(keys: Keys, listId: string, purpose: TokenPurpose, subscriberId: number): string {
  return signedBy(keys.tokenKeys[0], listId, purpose, [subscriberId]);
}

/**
 * Makes a token for the return path, in lower case, because mail servers may change the case of the part before the @.
 */
export function makeBounceToken(keys: Keys, listId: string, subscriberId: number): string {
  return signedBy(keys.tokenKeys[0], listId, BOUNCE, [subscriberId]).toLowerCase();
}

/** Returns the subscriber whose message came back, or `undefined` if this workspace did not make the token. */
export function verifyBounceToken(keys: Keys, listId: string, token: string): number | undefined {
  return verifyInAnyCase(keys, listId, BOUNCE, token);
}

/**
 * Verifies a token that came by mail and returns its subscriber, or `undefined` if this workspace did not make it for
 * this list and purpose. Gateways and mail servers change the case of subjects and addresses; the remaining code still
 * has 110 bits.
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
  const [subscriberId] = readNumbers([PERMANENT_TOKEN_IN_ANY_CASE.exec(token)?.[2]]);
  if (subscriberId === undefined) return undefined;
  const made = keys.tokenKeys.map((key) => signedBy(key, listId, purpose, [subscriberId]).toLowerCase());
  return made.some((candidate) => isSame(candidate, token.toLowerCase())) ? subscriberId : undefined;
}

/**
 * Verifies a token and returns its subscriber, or `undefined` if this workspace did not make it for this list and
 * purpose.
 */
export function verifyToken(keys: Keys, listId: string, purpose: TokenPurpose, token: string): number | undefined {
  const match = PERMANENT_TOKEN.exec(token);
  const [subscriberId] = readNumbers([match?.[2]]);
  const key = keyOf(keys, match?.[1]);
  if (key === undefined || subscriberId === undefined) return undefined;
  return isSame(signedBy(key, listId, purpose, [subscriberId]), token) ? subscriberId : undefined;
}

/**
 * Makes a token that expires: `<key id>.<number>.<minute of its making>.<code>`.
 *
 * @param subject the number of the subscriber, or of their request.
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

/** Returns what an expiring token is for, or that it has expired; `undefined` if this workspace did not make it. */
export function verifyExpiringToken(
  keys: Keys,
  listId: string,
  purpose: ExpiringTokenPurpose,
  token: string,
  at: Date,
): ExpiringTokenReading | undefined {
  const match = EXPIRING_TOKEN.exec(token);
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

/** Compares in constant time, which does not reveal where the texts differ. */
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
  // No part can hold the separator, and the purpose fixes the number of parts, so two different sets of parts never
  // give the same text.
  const parts = ['newsletter token', purpose, listId, ...written, key.id].join('\0');
  const code = createHmac('sha256', key.secret).update(parts).digest().subarray(0, MAC_BYTES).toString('base64url');
  return [key.id, ...written, code].join('.');
}
