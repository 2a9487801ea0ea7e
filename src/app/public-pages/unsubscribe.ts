import { makeExpiringToken, verifyExpiringToken, verifyToken } from '../../subscribers/tokens/tokens.js';
import { undoMailedUnsubscribe, undoUnsubscribe, unsubscribe } from '../../subscribers/consent/unsubscribe.js';
import { consentOf, type ListContext } from './list-context.js';

/** How somebody unsubscribed: by a mail program's one click (RFC 8058), or by the button on the page. */
export type UnsubscribeSource = 'one-click' | 'page';

/**
 * Verifies an unsubscribe token and returns the subscriber. It reads nothing from the database, so a page that asks
 * reveals nothing about anybody.
 */
export function readUnsubscribeToken(list: ListContext, token: string): number | undefined {
  return verifyToken(list.keys, list.configuration.list.id, 'unsubscribe', token);
}

/**
 * Unsubscribes the holder of a token, durably. Doing it twice is harmless, and so is a token of an erased person.
 *
 * @returns the token that undoes exactly this within the hour; `undefined` when they were not on the list, so that
 *   nobody who uses the same link later gets one.
 */
export async function unsubscribeReader(
  list: ListContext,
  subscriberId: number,
  source: UnsubscribeSource,
): Promise<string | undefined> {
  const left = await unsubscribe(consentOf(list, source), subscriberId);
  if (left.outcome !== 'unsubscribed') return undefined;
  return makeExpiringToken(list.keys, list.configuration.list.id, 'undo', left.recordId, list.now());
}

/** Says whether an undo token is valid, too old, or not ours. */
export function readUndoToken(list: ListContext, token: string): 'valid' | 'expired' | undefined {
  return verifyExpiringToken(list.keys, list.configuration.list.id, 'undo', token, list.now())?.kind;
}

/** Undoes the unsubscription that a token was made for. */
export async function undoUnsubscribeReader(list: ListContext, token: string): Promise<'stayed' | 'expired'> {
  const reading = verifyExpiringToken(list.keys, list.configuration.list.id, 'undo', token, list.now());
  if (reading?.kind !== 'valid') return 'expired';
  const { outcome } = await undoUnsubscribe(consentOf(list, 'page'), reading.subject);
  return outcome === 'restored' || outcome === 'unchanged' ? 'stayed' : 'expired';
}

/** Says whether the token of the mail that said that somebody unsubscribed is valid, too old, or not ours. */
export function readResubscribeToken(list: ListContext, token: string): 'valid' | 'expired' | undefined {
  return verifyExpiringToken(list.keys, list.configuration.list.id, 'return', token, list.now())?.kind;
}

/** Puts a person back on the list whom a mail took off that named only their address. */
export async function resubscribeReader(list: ListContext, token: string): Promise<'stayed' | 'expired'> {
  const reading = verifyExpiringToken(list.keys, list.configuration.list.id, 'return', token, list.now());
  if (reading?.kind !== 'valid') return 'expired';
  const { outcome } = await undoMailedUnsubscribe(consentOf(list, 'page'), reading.subject);
  return outcome === 'restored' || outcome === 'unchanged' ? 'stayed' : 'expired';
}
