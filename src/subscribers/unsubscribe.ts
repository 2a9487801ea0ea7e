import type { Subscriber } from '../model/send/subscriber.js';
import { isWithinHours, newestConsent, recordConsent, recordRepeated } from './consent.js';
import type { ConsentContext } from './consent.js';
import { toSubscriber, findByAddress, findSubscriber } from './find-subscribers.js';
import { unsubscribeUndoneSubscriber } from './undone-subscriber.js';

/** What a request to leave came to. */
export type UnsubscribeResult =
  /** `leavingId` is the number of the consent record; by it this very leaving can be undone. */
  | { readonly outcome: 'unsubscribed'; readonly subscriber: Subscriber; readonly leavingId: number }
  /** They had left already, or must not be mailed anyway. */
  | { readonly outcome: 'unchanged'; readonly subscriber: Subscriber }
  /** They were erased since. */
  | { readonly outcome: 'missing' };

/** Takes a subscriber off the list by their own wish; doing it twice is harmless. Their row stays, so that no import brings them back. */
export function unsubscribe(context: ConsentContext, subscriberId: number): Promise<UnsubscribeResult> {
  return context.database.transaction(async (query) => {
    const known = await findSubscriber(query, subscriberId);
    if (known === undefined) {
      await unsubscribeUndoneSubscriber(query, context, subscriberId);
      return { outcome: 'missing' };
    }
    if (known.state === 'unsubscribed' || known.state === 'suppressed') {
      await recordRepeated(query, known, 'unsubscribe', context);
      return { outcome: 'unchanged', subscriber: toSubscriber(known) };
    }
    await query.updateTable('subscribers').set({ state: 'unsubscribed' }).where('id', '=', subscriberId).execute();
    const change = { subscriberId, action: 'unsubscribe', before: known.state, after: 'unsubscribed' } as const;
    const leavingId = await recordConsent(query, change, context);
    return { outcome: 'unsubscribed', subscriber: toSubscriber({ ...known, state: 'unsubscribed' }), leavingId };
  });
}

/** What taking back an unsubscription came to. */
export type UndoResult =
  | { readonly outcome: 'restored'; readonly subscriber: Subscriber }
  /** They are on the list: it was undone already, or they have come back. */
  | { readonly outcome: 'unchanged'; readonly subscriber: Subscriber }
  /** Too long ago, or no leaving, or not the last one: they have to ask for the newsletter again. */
  | { readonly outcome: 'expired' }
  | { readonly outcome: 'missing' };

/** As the page says that offers it. */
const UNDO_HOURS = 1;

/**
 * Takes back one leaving: the subscriber is again what they were before, active or pending.
 *
 * @param leavingId the number of its consent record, so that it undoes no later one.
 * @param hours how long it may be ago; an hour, as the page says that offers it.
 */
export function undoUnsubscribe(context: ConsentContext, leavingId: number, hours = UNDO_HOURS): Promise<UndoResult> {
  return context.database.transaction(async (query) => {
    const left = await query.selectFrom('consent_records').selectAll().where('id', '=', leavingId).executeTakeFirst();
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
    if (newest?.id !== leavingId || !isWithinHours(left.at, context.at, hours)) return { outcome: 'expired' };
    await query.updateTable('subscribers').set({ state: earlier }).where('id', '=', subscriberId).execute();
    const change = { subscriberId, action: 'undo-unsubscribe', before: 'unsubscribed', after: earlier } as const;
    await recordConsent(query, change, context);
    return { outcome: 'restored', subscriber: toSubscriber({ ...known, state: earlier }) };
  });
}

/** The source of a consent record where nobody proved who wrote: it can have been anybody. */
export const MAIL_WITHOUT_TOKEN = 'mail without token';
/** As long as the token works that is mailed to them, and a week more: it counts from when the mail was written. */
const RETURN_HOURS = 14 * 24;

/**
 * Takes back a leaving that nobody proved, for everybody who was taken off by it: several may share the address.
 *
 * @param subscriberId one of them, whom the token names that was mailed to the address.
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

/** Takes back the last leaving of somebody, where it was one that nobody proved. */
async function undoUnproved(context: ConsentContext, subscriberId: number): Promise<UndoResult> {
  const newest = await newestConsent(context.database.query, subscriberId);
  if (newest?.source !== MAIL_WITHOUT_TOKEN) return { outcome: 'expired' };
  return undoUnsubscribe(context, newest.id, RETURN_HOURS);
}
