import type { Subscriber } from '../model/subscriber.js';
import { isWithinDays, newestConsent, recordConsent } from './consent.js';
import type { ConsentContext } from './consent.js';
import { asSubscriber, findByAddress, findSubscriber } from './find-subscribers.js';

/** What a request to leave came to. */
export type UnsubscribeResult =
  | { readonly outcome: 'unsubscribed'; readonly subscriber: Subscriber }
  /** They had left already, or must not be mailed anyway. */
  | { readonly outcome: 'unchanged'; readonly subscriber: Subscriber }
  /** They were erased since. */
  | { readonly outcome: 'missing' };

/** Takes a subscriber off the list by their own wish; doing it twice is harmless. Their row stays, so that no import brings them back. */
export function unsubscribe(context: ConsentContext, subscriberId: number): Promise<UnsubscribeResult> {
  return context.database.transaction(async (query) => {
    const known = await findSubscriber(query, subscriberId);
    if (known === undefined) return { outcome: 'missing' };
    if (known.state === 'unsubscribed' || known.state === 'suppressed') {
      return { outcome: 'unchanged', subscriber: asSubscriber(known) };
    }
    await query.updateTable('subscribers').set({ state: 'unsubscribed' }).where('id', '=', subscriberId).execute();
    const change = { subscriberId, action: 'unsubscribe', before: known.state, after: 'unsubscribed' } as const;
    await recordConsent(query, change, context);
    return { outcome: 'unsubscribed', subscriber: asSubscriber({ ...known, state: 'unsubscribed' }) };
  });
}

/** What taking back an unsubscription came to. */
export type UndoResult =
  | { readonly outcome: 'restored'; readonly subscriber: Subscriber }
  /** They had not left. */
  | { readonly outcome: 'unchanged'; readonly subscriber: Subscriber }
  /** Too long ago, or not their own last act: they have to ask for the newsletter again. */
  | { readonly outcome: 'expired' }
  | { readonly outcome: 'missing' };

const UNDO_DAYS = 1;

/**
 * Takes back an unsubscription of the last days: the subscriber is again what they were before, active or pending.
 *
 * @param days how long it may be ago.
 */
export function undoUnsubscribe(context: ConsentContext, subscriberId: number, days = UNDO_DAYS): Promise<UndoResult> {
  return context.database.transaction(async (query) => {
    const known = await findSubscriber(query, subscriberId);
    if (known === undefined) return { outcome: 'missing' };
    if (known.state === 'suppressed') return { outcome: 'expired' };
    if (known.state !== 'unsubscribed') return { outcome: 'unchanged', subscriber: asSubscriber(known) };
    const left = await newestConsent(query, subscriberId);
    const earlier = left?.state_before;
    if (left?.action !== 'unsubscribe' || (earlier !== 'active' && earlier !== 'pending')) {
      return { outcome: 'expired' };
    }
    if (!isWithinDays(left.at, context.at, days)) return { outcome: 'expired' };
    await query.updateTable('subscribers').set({ state: earlier }).where('id', '=', subscriberId).execute();
    const change = { subscriberId, action: 'undo-unsubscribe', before: 'unsubscribed', after: earlier } as const;
    await recordConsent(query, change, context);
    return { outcome: 'restored', subscriber: asSubscriber({ ...known, state: earlier }) };
  });
}

/** The source of a consent record where nobody proved who wrote: it can have been anybody. */
export const MAIL_WITHOUT_TOKEN = 'mail without token';
/** As long as the token works that is mailed to them, and a week more: it counts from when the mail was written. */
const RETURN_DAYS = 14;

/**
 * Takes back a leaving that nobody proved, for everybody who was taken off by it: several may share the address.
 *
 * @param subscriberId one of them, whom the token names that was mailed to the address.
 */
export async function undoMailedUnsubscribe(context: ConsentContext, subscriberId: number): Promise<UndoResult> {
  const { query } = context.database;
  const known = await findSubscriber(query, subscriberId);
  if (known === undefined) return { outcome: 'missing' };
  for (const other of await findByAddress(query, known.address_key)) {
    if (other.id === known.id) continue;
    const left = await newestConsent(query, other.id);
    if (left?.source === MAIL_WITHOUT_TOKEN) await undoUnsubscribe(context, other.id, RETURN_DAYS);
  }
  return undoUnsubscribe(context, subscriberId, RETURN_DAYS);
}
