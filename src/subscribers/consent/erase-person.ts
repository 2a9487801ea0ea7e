import { nextDeliveryState } from '../../model/send/delivery.js';
import type { Queries } from '../../store/database.js';
import type { SubscriberRow } from '../../store/tables.js';
import { readAddress } from '../addresses.js';
import { recordConsent, type ConsentContext } from './consent.js';
import { deleteFormRequests } from './form-requests.js';
import { findByAddress, findSubscriber, ERASURE, suppressionReason } from '../find-subscribers.js';
import { hashAddress } from '../tokens/keys.js';
import { requireAddress } from '../require-address.js';

/** What the database held about the erased people, so that files can be searched for the same. */
export interface ErasedPeople {
  readonly people: number;
  /** Every address that they had, as it was written. */
  readonly addresses: readonly string[];
  readonly messages: readonly { readonly issue: string; readonly messageId: string }[];
}

const ERASED = 'erased';

/**
 * Erases one subscriber from the database: their row, what the ledger holds about them, and the text of their consent
 * records. What happened and when is kept without the person, so that the counts of the ledger and the list stay right.
 * A keyed hash of each of their addresses is kept, so that no import brings them back.
 * `app/subscribers/erase-subscriber` erases files, and what SQLite has not overwritten yet.
 *
 * @returns nobody when they were erased before.
 */
export function erasePerson(context: ConsentContext, subscriberId: number): Promise<ErasedPeople> {
  return context.database.transaction(async (query) => {
    const known = await findSubscriber(query, subscriberId);
    return known === undefined ? { people: 0, addresses: [], messages: [] } : eraseSubscriber(query, known, context);
  });
}

/**
 * Erases everybody with an address, and what else the ledger holds about the address.
 *
 * @returns `undefined` when nobody has the address, and nobody who was erased had it.
 * @throws NewsletterError `address-invalid`.
 */
export function eraseAddress(context: ConsentContext, written: string): Promise<ErasedPeople | undefined> {
  const { address, key } = requireAddress(written);
  const hash = hashAddress(context.keys, key);
  return context.database.transaction(async (query) => {
    const erased: ErasedPeople[] = [];
    for (const known of await findByAddress(query, key)) erased.push(await eraseSubscriber(query, known, context));
    // A subscriber who had the address before stays on the list, but the ledger still holds the address.
    const former = await query
      .selectFrom('deliveries')
      .select('id')
      .where((where) => where(where.fn<string>('lower', ['address']), 'in', [key, address.toLowerCase()]))
      .execute();
    const messages = await blankDeliveries(
      query,
      former.map((row) => row.id),
      context.at,
    );
    const isAsked = await deleteFormRequests(query, hash);
    if (former.length > 0 || isAsked) await suppress(query, hash, context.at);
    const known =
      erased.length > 0 || former.length > 0 || isAsked || (await suppressionReason(query, hash)) === ERASURE;
    if (!known) return undefined;
    return {
      people: erased.length,
      addresses: [...new Set([address, ...erased.flatMap((one) => one.addresses)])],
      messages: [...erased.flatMap((one) => one.messages), ...messages],
    };
  });
}

/** Erases one subscriber, in the caller's transaction. */
export async function eraseSubscriber(
  query: Queries,
  known: SubscriberRow,
  context: ConsentContext,
): Promise<ErasedPeople> {
  const frozen = await query
    .selectFrom('deliveries')
    .select(['id', 'address'])
    .where('subscriber_id', '=', known.id)
    .execute();
  const messages = await blankDeliveries(
    query,
    frozen.map((row) => row.id),
    context.at,
  );
  await deleteFormRequests(query, known.address_hash);
  await query.deleteFrom('address_changes').where('subscriber_id', '=', known.id).execute();
  await query.deleteFrom('address_changes').where('address_hash', '=', known.address_hash).execute();
  await query
    .updateTable('consent_records')
    .set({ source: ERASED, detail: null })
    .where('subscriber_id', '=', known.id)
    .execute();
  await query.deleteFrom('subscribers').where('id', '=', known.id).execute();
  const addresses = [...new Set([known.email, ...frozen.map((row) => row.address)])].filter((one) => one !== '');
  for (const hash of new Set([known.address_hash, ...hashesOf(addresses, context)])) {
    await suppress(query, hash, context.at);
  }
  const change = { subscriberId: known.id, action: 'erase', before: known.state, after: undefined } as const;
  await recordConsent(query, change, { source: context.source, wording: context.wording, at: context.at });
  return { people: 1, addresses, messages };
}

function hashesOf(addresses: readonly string[], context: ConsentContext): readonly string[] {
  return addresses.flatMap((address) => {
    const reading = readAddress(address);
    return reading.kind === 'valid' ? [hashAddress(context.keys, reading.key)] : [];
  });
}

/** Keeps the hash of an address, unless somebody else who shares it is still on the list. */
async function suppress(query: Queries, hash: string, at: Date): Promise<void> {
  const other = await query.selectFrom('subscribers').select('id').where('address_hash', '=', hash).executeTakeFirst();
  if (other !== undefined) return;
  await query
    .insertInto('suppressions')
    .values({ address_hash: hash, reason: ERASURE, created_at: at.toISOString() })
    // Undoing an import does not remove the suppression that it wrote. A complaint stays one, since its owner's new
    // confirmation alone does not end it; of everything else, nothing is left but the erasure.
    .onConflict((conflict) =>
      conflict.column('address_hash').doUpdateSet((row) => ({
        reason: row
          .case()
          .when('suppressions.reason', '=', 'complaint')
          .then(row.ref('suppressions.reason'))
          .else(ERASURE)
          .end(),
        import_id: null,
        note: null,
        event_id: null,
        asked_again_at: null,
      })),
    )
    .execute();
}

/** The ledger keeps its rows, so that its counts stay right; pending deliveries are skipped. */
async function blankDeliveries(query: Queries, ids: readonly string[], at: Date): Promise<ErasedPeople['messages']> {
  if (ids.length === 0) return [];
  const skipped = nextDeliveryState('pending', { event: 'skip', reason: ERASURE });
  if (skipped?.state === 'skipped') {
    await query
      .updateTable('deliveries')
      .set({ state: skipped.state, reason: skipped.reason, updated_at: at.toISOString() })
      .where('id', 'in', ids)
      .where('state', '=', 'pending')
      .execute();
  }
  // A server's refusal often repeats the address.
  await query
    .updateTable('deliveries')
    .set({ reason: ERASED })
    .where('id', 'in', ids)
    .where('state', 'in', ['failed', 'uncertain'])
    .execute();
  // What came back counts on, without the server's words.
  await query.updateTable('delivery_events').set({ answer: null }).where('delivery_id', 'in', ids).execute();
  await query
    .updateTable('deliveries')
    .set({ uncertain_reason: ERASED })
    .where('id', 'in', ids)
    .where('uncertain_reason', 'is not', null)
    .execute();
  await query
    .updateTable('deliveries')
    .set({ address: '', name: null, language: null })
    .where('id', 'in', ids)
    .execute();
  return query
    .selectFrom('deliveries')
    .innerJoin('sends', 'sends.id', 'deliveries.send_id')
    .select(['sends.issue', 'deliveries.message_id as messageId'])
    .where('deliveries.id', 'in', ids)
    .execute();
}

/** Says whether a sender is working on one of these messages and may still write it somewhere. */
export async function isUnderWay(query: Queries, messages: ErasedPeople['messages']): Promise<boolean> {
  if (messages.length === 0) return false;
  const ids = messages.map(({ messageId }) => messageId);
  const row = await query
    .selectFrom('deliveries')
    .select('id')
    .where('message_id', 'in', ids)
    .where('state', '=', 'submitting')
    .executeTakeFirst();
  return row !== undefined;
}
