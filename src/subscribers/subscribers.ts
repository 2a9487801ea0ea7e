import { NewsletterError } from '../model/error.js';
import type { SharedAddresses, Subscriber, SubscriberState } from '../model/send/subscriber.js';
import type { Queries } from '../store/database.js';
import { hasAnyTag } from '../store/rows/subscriber-tags.js';
import type { SubscriberRow } from '../store/tables.js';
import { recordConsent, recordRepeated, type ConsentBasis, type ConsentContext } from './consent/consent.js';
import { unsubscribeSuppressed } from './consent/suppress-address.js';
import { toSubscriber, findByAddress, samePerson, sharedBy, suppressionReason } from './find-subscribers.js';
import { hashAddress } from './tokens/keys.js';
import { requireAddress, subscriberMissing } from './require-address.js';
import type { SubscriberDetails } from './subscriber-details.js';

const PAGE_SIZE = 1000;

/** Which subscribers to select; a missing field selects all. */
export interface SubscriberFilter {
  readonly state?: SubscriberState | undefined;
  /** The subscriber has at least one of these. */
  readonly tags?: readonly string[] | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
}

/** Yields the subscribers in the order in which they were added, in pages. */
export async function* readSubscribers(
  query: Queries,
  { state, tags = [], language }: SubscriberFilter,
): AsyncGenerator<readonly Subscriber[]> {
  let after = 0;
  for (;;) {
    const rows = await query
      .selectFrom('subscribers')
      .selectAll()
      .$if(state !== undefined, (rest) => rest.where('state', '=', state ?? 'active'))
      .$if(language !== undefined, (rest) => rest.where('language', '=', language ?? ''))
      .$if(tags.length > 0, (rest) => rest.where(hasAnyTag(tags)))
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE_SIZE)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(toSubscriber);
    after = last.id;
  }
}

/** The result of adding one person. */
export interface AddResult {
  readonly outcome: 'added' | 'unchanged' | 'returned';
  readonly subscriber: Subscriber;
}

/** One person to add by hand. */
export interface NewSubscriber extends SubscriberDetails {
  readonly email: string;
}

/**
 * Adds one person as active.
 *
 * @param context a `detail` holds the person's own request to come back; with it, a person who unsubscribed becomes
 *   active again.
 * @throws NewsletterError `address-invalid`; `subscriber-left` for a person who unsubscribed and did not ask to come
 *   back, or is suppressed.
 */
export function addToList(
  context: ConsentContext,
  person: NewSubscriber,
  sharing: SharedAddresses,
): Promise<AddResult> {
  const { address, key } = requireAddress(person.email);
  const hash = hashAddress(context.keys, key);
  return context.database.transaction(async (query) => {
    const everybody = await findByAddress(query, key);
    const known = samePerson(everybody, person.name, sharing);
    if (known?.state === 'suppressed' || (await suppressionReason(query, hash)) !== undefined)
      throw addressSuppressed(address);
    if (known?.state === 'active') {
      await recordRepeated(query, known, 'add', context);
      return { outcome: 'unchanged', subscriber: toSubscriber(known) };
    }
    if (known !== undefined) return returnSubscriber(query, known, context);
    const row = await query
      .insertInto('subscribers')
      .values({
        email: address,
        address_key: key,
        shared_by: sharedBy(everybody, person.name),
        address_hash: hash,
        name: person.name,
        language: person.language,
        tags: JSON.stringify(person.tags),
        state: 'active',
        created_at: context.at.toISOString(),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await recordConsent(query, { subscriberId: row.id, action: 'add', before: undefined, after: 'active' }, context);
    return { outcome: 'added', subscriber: toSubscriber(row) };
  });
}

async function returnSubscriber(query: Queries, known: SubscriberRow, basis: ConsentBasis): Promise<AddResult> {
  if (basis.detail === undefined) throw hasUnsubscribed(known.email);
  await query.updateTable('subscribers').set({ state: 'active' }).where('id', '=', known.id).execute();
  const change = { subscriberId: known.id, action: 'return', before: known.state, after: 'active' } as const;
  await recordConsent(query, change, basis);
  return { outcome: 'returned', subscriber: toSubscriber({ ...known, state: 'active' }) };
}

/** The result of unsubscribing one address by hand. */
export interface UnsubscribeByHandResult {
  readonly outcome: 'removed' | 'unchanged';
  readonly subscriber: Subscriber;
}

/**
 * Unsubscribes everybody with an address. Their rows stay, so that no import brings them back.
 *
 * @returns the first of the people who share the address.
 * @throws NewsletterError `address-invalid`, `subscriber-missing`.
 */
export function takeOffList(context: Omit<ConsentContext, 'keys'>, written: string): Promise<UnsubscribeByHandResult> {
  const { address, key } = requireAddress(written);
  return context.database.transaction(async (query) => {
    const everybody = await findByAddress(query, key);
    const listed = everybody.filter(({ state }) => state === 'active' || state === 'pending');
    for (const { id, state } of listed) {
      await query.updateTable('subscribers').set({ state: 'unsubscribed' }).where('id', '=', id).execute();
      const change = { subscriberId: id, action: 'remove', before: state, after: 'unsubscribed' } as const;
      await recordConsent(query, change, context);
    }
    const first = listed[0] ?? everybody[0];
    if (first === undefined) throw subscriberMissing(address);
    const suppressed = everybody.filter(({ state }) => state === 'suppressed');
    for (const person of suppressed) await unsubscribeSuppressed(query, person, 'remove', context);
    for (const person of everybody.filter(({ state }) => state === 'unsubscribed')) {
      await recordRepeated(query, person, 'remove', context);
    }
    if (listed.length + suppressed.length === 0) return { outcome: 'unchanged', subscriber: toSubscriber(first) };
    return { outcome: 'removed', subscriber: toSubscriber({ ...first, state: 'unsubscribed' }) };
  });
}

function hasUnsubscribed(address: string): NewsletterError {
  return new NewsletterError('subscriber-left', {
    message: `${address} left the list, so they are not added again without their own wish.`,
    expected: 'the words with which the person asked to come back',
    help: 'If they asked for it, add them again with --consent and how and when they did so.',
  });
}

/** Makes the error for an address that should be added or mailed but is suppressed. */
export function addressSuppressed(address: string): NewsletterError {
  return new NewsletterError('subscriber-left', {
    message: `${address} must not be mailed again: it complained, left, asked to be erased, or its mailbox does not exist.`,
    expected: 'an address that may be mailed',
    help: `Run "newsletter suppressions show" with the address: it says why, and whether it can be lifted. Or ask the person for another address.`,
  });
}
