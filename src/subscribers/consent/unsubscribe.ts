import type { Subscriber } from '../../model/send/subscriber.js';
import { isWithinHours, newestConsent, recordConsent, recordRepeated, type ConsentContext } from './consent.js';
import { toSubscriber, findByAddress, findSubscriber } from '../find-subscribers.js';
import { unsubscribeSuppressed } from './suppress-address.js';
import { unsubscribeUndoneSubscriber } from '../import/undone-subscriber.js';

/** The result of a request to unsubscribe. */
export type UnsubscribeResult =
  /** `recordId` is the number of the consent record; it lets exactly this change be undone. */
  | { readonly outcome: 'unsubscribed'; readonly subscriber: Subscriber; readonly recordId: number }
  /** They had unsubscribed already, or must not be mailed anyway. */
  | { readonly outcome: 'unchanged'; readonly subscriber: Subscriber }
  /** They were erased since. */
  | { readonly outcome: 'missing' };

/**
 * Unsubscribes a subscriber at their own request; doing it twice is harmless. Their row stays, so that no import brings
 * them back.
 */
export function unsubscribe(context: ConsentContext, subscriberId: number): Promise<UnsubscribeResult> {
  return context.database.transaction(async (query) => {
    const known = await findSubscriber(query, subscriberId);
    if (known === undefined) {
      await unsubscribeUndoneSubscriber(query, context, subscriberId);
      return { outcome: 'missing' };
    }
    if (known.state === 'suppressed') {
      await unsubscribeSuppressed(query, known, 'unsubscribe', context);
      return { outcome: 'unchanged', subscriber: toSubscriber({ ...known, state: 'unsubscribed' }) };
    }
    if (known.state === 'unsubscribed') {
      await recordRepeated(query, known, 'unsubscribe', context);
      return { outcome: 'unchanged', subscriber: toSubscriber(known) };
    }
    await query.updateTable('subscribers').set({ state: 'unsubscribed' }).where('id', '=', subscriberId).execute();
    const change = { subscriberId, action: 'unsubscribe', before: known.state, after: 'unsubscribed' } as const;
    const recordId = await recordConsent(query, change, context);
    return { outcome: 'unsubscribed', subscriber: toSubscriber({ ...known, state: 'unsubscribed' }), recordId };
  });
}

/** The result of undoing an unsubscription. */
export type UndoResult =
  | { readonly outcome: 'restored'; readonly subscriber: Subscriber }
  /** They are on the list: it was undone already, or they came back. */
  | { readonly outcome: 'unchanged'; readonly subscriber: Subscriber }
  /** It is too old, is no unsubscription, or is not the last one: they have to subscribe again. */
  | { readonly outcome: 'expired' }
  | { readonly outcome: 'missing' };

/** The page that offers it promises one hour. */
const UNDO_HOURS = 1;

/**
 * Undoes one unsubscription: the subscriber is active or pending again, as before.
 *
 * @param recordId the number of its consent record, so that no later one is undone.
 * @param hours how old it may be; the page that offers it promises one hour.
 */
export function undoUnsubscribe(context: ConsentContext, recordId: number, hours = UNDO_HOURS): Promise<UndoResult> {
  return context.database.transaction(async (query) => {
    const left = await query.selectFrom('consent_records').selectAll().where('id', '=', recordId).executeTakeFirst();
    const earlier = left?.state_before;
    if (left?.action !== 'unsubscribe' || (earlier !== 'active' && earlier !== 'pending')) {
      return { outcome: 'expired' };
    }
    const subscriberId = left.subscriber_id;
    const known = await findSubscriber(query, subscriberId);
    if (known === undefined) return { outcome: 'missing' };
    if (known.state === 'suppressed') return { outcome: 'expired' };
    if (known.state !== 'unsubscribed') return { outcome: 'unchanged', subscriber: toSubscriber(known) };
    const newest = await newestConsent(query, subscriberId);
    if (newest?.id !== recordId || !isWithinHours(left.at, context.at, hours)) return { outcome: 'expired' };
    await query.updateTable('subscribers').set({ state: earlier }).where('id', '=', subscriberId).execute();
    const change = { subscriberId, action: 'undo-unsubscribe', before: 'unsubscribed', after: earlier } as const;
    await recordConsent(query, change, context);
    return { outcome: 'restored', subscriber: toSubscriber({ ...known, state: earlier }) };
  });
}

/** The source of a consent record when nobody proved who wrote: it may have been anybody. */
export const MAIL_WITHOUT_TOKEN = 'mail without token';
/** As long as the mailed token works, and a week more, because the token's time starts when the mail is written. */
const RETURN_HOURS = 14 * 24;

/**
 * Undoes an unsubscription that nobody proved, for everybody whom it took off; several may share the address.
 *
 * @param subscriberId one of them: the one whom the mailed token names.
 */
export async function undoMailedUnsubscribe(context: ConsentContext, subscriberId: number): Promise<UndoResult> {
  const { query } = context.database;
  const known = await findSubscriber(query, subscriberId);
  if (known === undefined) return { outcome: 'missing' };
  for (const { id } of await findByAddress(query, known.address_key)) {
    if (id !== known.id) await undoUnproved(context, id);
  }
  if (known.state === 'active' || known.state === 'pending') {
    return { outcome: 'unchanged', subscriber: toSubscriber(known) };
  }
  return undoUnproved(context, subscriberId);
}

/** Undoes somebody's last unsubscription, if nobody proved it. */
async function undoUnproved(context: ConsentContext, subscriberId: number): Promise<UndoResult> {
  const newest = await newestConsent(context.database.query, subscriberId);
  if (newest?.source !== MAIL_WITHOUT_TOKEN) return { outcome: 'expired' };
  return undoUnsubscribe(context, newest.id, RETURN_HOURS);
}
