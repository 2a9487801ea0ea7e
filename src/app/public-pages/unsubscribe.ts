import { makeExpiringToken, verifyExpiringToken, verifyToken } from '../../subscribers/tokens.js';
import { undoMailedUnsubscribe, undoUnsubscribe, unsubscribe } from '../../subscribers/unsubscribe.js';
import { consentOf, type ListContext } from './list-context.js';

/** How somebody left: a mail program's one click (RFC 8058), or the button on the page. */
export type UnsubscribeSource = 'one-click' | 'page';

/** Whose unsubscribe token it is; nothing is read from the database, so a page that asks tells nothing of anybody. */
export function readUnsubscribeToken(list: ListContext, token: string): number | undefined {
  return verifyToken(list.keys, list.configuration.list.id, 'unsubscribe', token);
}

/**
 * Takes the bearer of an unsubscribe token off the list, durably; twice is harmless, and so is one who was erased.
 *
 * @returns the token that takes back this very leaving within the hour; `undefined` where they were not on the list, so
 * that nobody who comes later with the same link gets one.
 */
export async function unsubscribeReader(
  list: ListContext,
  subscriberId: number,
  source: UnsubscribeSource,
): Promise<string | undefined> {
  const left = await unsubscribe(consentOf(list, source), subscriberId);
  if (left.outcome !== 'unsubscribed') return undefined;
  return makeExpiringToken(list.keys, list.configuration.list.id, 'undo', left.leavingId, list.now());
}

/** Whether an undo token is good, too old, or none of ours. */
export function readUndoToken(list: ListContext, token: string): 'valid' | 'expired' | undefined {
  return verifyExpiringToken(list.keys, list.configuration.list.id, 'undo', token, list.now())?.kind;
}

/** Takes back the leaving for which a token was made. */
export async function undoUnsubscribeReader(list: ListContext, token: string): Promise<'stayed' | 'expired'> {
  const reading = verifyExpiringToken(list.keys, list.configuration.list.id, 'undo', token, list.now());
  if (reading?.kind !== 'valid') return 'expired';
  const { outcome } = await undoUnsubscribe(consentOf(list, 'page'), reading.subject);
  return outcome === 'restored' || outcome === 'unchanged' ? 'stayed' : 'expired';
}

/** Whether the token of the mail that said that somebody left is good, too old, or none of ours. */
export function readResubscribeToken(list: ListContext, token: string): 'valid' | 'expired' | undefined {
  return verifyExpiringToken(list.keys, list.configuration.list.id, 'return', token, list.now())?.kind;
}

/** Puts back on the list whom a mail took off that named only their address. */
export async function resubscribeReader(list: ListContext, token: string): Promise<'stayed' | 'expired'> {
  const reading = verifyExpiringToken(list.keys, list.configuration.list.id, 'return', token, list.now());
  if (reading?.kind !== 'valid') return 'expired';
  const { outcome } = await undoMailedUnsubscribe(consentOf(list, 'page'), reading.subject);
  return outcome === 'restored' || outcome === 'unchanged' ? 'stayed' : 'expired';
}
