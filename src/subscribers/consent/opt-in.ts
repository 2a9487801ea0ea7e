import type { SharedAddresses, Subscriber } from '../../model/send/subscriber.js';
import type { Queries } from '../../store/database.js';
import type { ConsentRecordRow, SubscriberRow } from '../../store/tables.js';
import { restorePeople } from './lift-suppression.js';
import { isWithinDays, newestConsent, recordConsent, recordRepeated, type ConsentContext } from './consent.js';
import {
  toSubscriber,
  findByAddress,
  findSubscriber,
  mayOptIn,
  samePerson,
  sharedBy,
  suppressionReason,
} from '../find-subscribers.js';
import { hashAddress } from '../tokens/keys.js';
import type { SubscriberDetails } from '../subscriber-details.js';
import { requireAddress } from '../require-address.js';

/** What a person who wants the newsletter entered. */
export interface OptInDetails extends SubscriberDetails {
  readonly email: string;
}

/** Which mail to send. A page shows the same text in all three cases, so that nobody learns who is on the list. */
export type OptInRequest =
  /** A mail that asks for confirmation. */
  | { readonly outcome: 'confirm'; readonly subscriber: Subscriber }
  /** They already get the newsletter, so at most a mail says so. */
  | { readonly outcome: 'known'; readonly subscriber: Subscriber }
  /** The address must not be mailed, so no mail is sent. */
  | { readonly outcome: 'nothing' };

/**
 * Records an opt-in request: adds a pending subscriber, or updates one. A person who unsubscribed, or whose mails came
 * back, stays so until they confirm, because anybody may have typed their address. A person who was erased may come back
 * by confirming. After a complaint no mail goes out, and the request waits for a person's word.
 *
 * @throws NewsletterError `address-invalid`.
 */
export function requestOptIn(
  context: ConsentContext,
  request: OptInDetails,
  sharing: SharedAddresses,
): Promise<OptInRequest> {
  const { address, key } = requireAddress(request.email);
  const hash = hashAddress(context.keys, key);
  return context.database.transaction(async (query) => {
    const everybody = await findByAddress(query, key);
    const known = samePerson(everybody, request.name, sharing);
    const reason = await suppressionReason(query, hash);
    if (!mayOptIn(reason) || (known?.state === 'suppressed' && reason === undefined)) {
      await noteAskedAgain(query, hash, context.at);
      return { outcome: 'nothing' };
    }
    if (known?.state === 'active') {
      await recordRepeated(query, known, 'opt-in-requested', context);
      return { outcome: 'known', subscriber: toSubscriber(known) };
    }
    const row =
      known === undefined
        ? await insertPending(
            query,
            request,
            { address, key, hash, shared: sharedBy(everybody, request.name) },
            context.at,
          )
        : await refresh(query, known, request);
    const before = known?.state;
    const change = { subscriberId: row.id, action: 'opt-in-requested', before, after: row.state } as const;
    await recordConsent(query, change, context);
    return { outcome: 'confirm', subscriber: toSubscriber(row) };
  });
}

/**
 * Notes that somebody typed an address into the form that a person has to decide about. No mail goes out: anybody may
 * have typed it.
 */
async function noteAskedAgain(query: Queries, hash: string, at: Date): Promise<void> {
  await query
    .updateTable('suppressions')
    .set({ asked_again_at: at.toISOString() })
    .where('address_hash', '=', hash)
    .execute();
}

interface NewAddress {
  readonly address: string;
  readonly key: string;
  readonly hash: string;
  readonly shared: string;
}

function insertPending(query: Queries, request: OptInDetails, written: NewAddress, at: Date): Promise<SubscriberRow> {
  return query
    .insertInto('subscribers')
    .values({
      email: written.address,
      address_key: written.key,
      shared_by: written.shared,
      address_hash: written.hash,
      name: request.name,
      language: request.language,
      tags: JSON.stringify(request.tags),
      state: 'pending',
      created_at: at.toISOString(),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A pending person's new values count. For anybody else, a stranger could change what is stored. */
async function refresh(query: Queries, known: SubscriberRow, request: OptInDetails): Promise<SubscriberRow> {
  if (known.state !== 'pending') return known;
  return query
    .updateTable('subscribers')
    .set({
      name: request.name ?? known.name,
      language: request.language ?? known.language,
      tags: request.tags.length === 0 ? known.tags : JSON.stringify(request.tags),
    })
    .where('id', '=', known.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The result of a confirmation. */
export type OptInConfirmation =
  /** They get the newsletter from now on. */
  | { readonly outcome: 'confirmed'; readonly subscriber: Subscriber }
  /** They were subscribed already, as after a second click. */
  | { readonly outcome: 'unchanged'; readonly subscriber: Subscriber }
  /** The request is too old, or they unsubscribed after it: they have to ask again. */
  | { readonly outcome: 'expired' }
  /** They were erased since, or must not be mailed. */
  | { readonly outcome: 'missing' };

/**
 * Confirms the request of a subscriber who is pending, or who unsubscribed or whose mails came back, and asked again.
 *
 * @param validDays for how many days after the request it can be confirmed.
 */
export function confirmOptIn(
  context: ConsentContext,
  subscriberId: number,
  validDays: number,
): Promise<OptInConfirmation> {
  return context.database.transaction(async (query) => {
    const known = await findSubscriber(query, subscriberId);
    if (known === undefined) return { outcome: 'missing' };
    if (known.state === 'active') return { outcome: 'unchanged', subscriber: toSubscriber(known) };
    const reason = await suppressionReason(query, known.address_hash);
    if (!mayOptIn(reason) || (known.state === 'suppressed' && reason === undefined)) return { outcome: 'missing' };
    const asked = await openRequest(query, known.id);
    if (asked === undefined || !isWithinDays(asked.at, context.at, validDays)) return { outcome: 'expired' };
    await query.updateTable('subscribers').set({ state: 'active' }).where('id', '=', known.id).execute();
    await query.deleteFrom('suppressions').where('address_hash', '=', known.address_hash).execute();
    // The address is good again, also for the others who share it.
    const others = (await findByAddress(query, known.address_key)).filter(({ id }) => id !== known.id);
    if (reason !== undefined) await restorePeople(query, others, { source: context.source, at: context.at });
    const change = { subscriberId, action: 'opt-in-confirmed', before: known.state, after: 'active' } as const;
    await recordConsent(query, change, { ...context, wording: context.wording ?? asked.wording ?? undefined });
    return { outcome: 'confirmed', subscriber: toSubscriber({ ...known, state: 'active' }) };
  });
}

/** Says whether a subscriber's request still waits for their confirmation. */
export async function isOptInOpen(query: Queries, known: SubscriberRow): Promise<boolean> {
  if (known.state === 'active') return false;
  const reason = await suppressionReason(query, known.address_hash);
  if (!mayOptIn(reason) || (known.state === 'suppressed' && reason === undefined)) return false;
  return (await openRequest(query, known.id)) !== undefined;
}

/** The newest request of a subscriber, unless they, or somebody on their behalf, decided otherwise after it. */
async function openRequest(query: Queries, subscriberId: number): Promise<ConsentRecordRow | undefined> {
  const newest = await newestConsent(query, subscriberId, ['opt-in-requested', 'unsubscribe', 'remove', 'import']);
  return newest?.action === 'opt-in-requested' ? newest : undefined;
}
