import type { Keys } from '../../subscribers/tokens/keys.js';
import { verifyBounceToken } from '../../subscribers/tokens/tokens.js';

/** Where undeliverable mail is returned to, and with which tokens. */
export interface ReturnPaths {
  readonly listId: string;
  readonly keys: Keys;
  /** The address without a token. */
  readonly address: string;
}

/** The subscriber's number; `forged` for a token that was not made here. */
export type ReturnPathReading = number | 'forged' | undefined;

/** The form of `makeBounceToken`; other words may stand behind a plus, too. */
const TOKEN = /^[a-z0-9_-]{1,16}\.[0-9a-z]{1,11}\.[a-z0-9_-]{22}$/i;

/**
 * Finds whose message came back, by the keyed token in one of the addresses to which it was returned (VERP). One valid
 * token is enough.
 *
 * @returns `undefined` when no address carries a token.
 */
export function readReturnPath(
  addresses: readonly string[],
  { keys, listId, address }: ReturnPaths,
): ReturnPathReading {
  const opening = `${address.slice(0, address.lastIndexOf('@'))}+`.toLowerCase();
  let found: ReturnPathReading;
  for (const returnedTo of addresses) {
    if (!returnedTo.toLowerCase().startsWith(opening)) continue;
    const token = returnedTo.slice(opening.length, returnedTo.lastIndexOf('@'));
    if (!TOKEN.test(token)) continue;
    const subscriberId = verifyBounceToken(keys, listId, token);
    if (subscriberId !== undefined) return subscriberId;
    found = 'forged';
  }
  return found;
}
