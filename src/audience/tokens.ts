import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys, TokenKey } from './keys.js';

/** What a token lets its bearer do; a token is good for one purpose only. */
export type TokenPurpose = 'unsubscribe';

/** Stands where a token would in test copies and samples: verification never accepts it. */
export const INERT_TOKEN = 'test-copy';

const MAC_BYTES = 16;

/**
 * A token for one subscriber of one list: `<key id>.<subscriber's number>.<code>`, safe in a URL and in a mail's subject.
 * It says nothing about the person; the code is HMAC-SHA-256, shortened to 16 bytes.
 */
export function makeToken(keys: Keys, listId: string, purpose: TokenPurpose, subscriberId: number): string {
  return tokenBy(keys.tokenKeys[0], listId, purpose, subscriberId);
}

/** Whose token it is, or `undefined` where this workspace did not make it for this list and purpose. */
export function verifyToken(keys: Keys, listId: string, purpose: TokenPurpose, token: string): number | undefined {
  const match = /^([A-Za-z0-9_-]{1,16})\.([1-9a-z][0-9a-z]{0,9})\.[A-Za-z0-9_-]{22}$/.exec(token);
  const subscriberId = Number.parseInt(match?.[2] ?? '', 36);
  const key = keys.tokenKeys.find((candidate) => candidate.id === match?.[1]);
  if (key === undefined || !Number.isSafeInteger(subscriberId)) return undefined;
  const expected = Buffer.from(tokenBy(key, listId, purpose, subscriberId));
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected) ? subscriberId : undefined;
}

function tokenBy(key: TokenKey, listId: string, purpose: TokenPurpose, subscriberId: number): string {
  const subscriber = subscriberId.toString(36);
  // None of the parts can hold the separator, so no two sets of parts are the same text.
  const parts = ['newsletter token', purpose, listId, subscriber, key.id].join('\0');
  const code = createHmac('sha256', key.secret).update(parts).digest().subarray(0, MAC_BYTES).toString('base64url');
  return `${key.id}.${subscriber}.${code}`;
}
