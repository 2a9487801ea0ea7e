import { z } from 'zod';
import { NewsletterError } from '../model/error.js';
import type { Subscriber } from '../model/subscriber.js';
import type { NewsletterDatabase, Queries } from '../store/database.js';
import type { ConsentAction, SubscriberRow } from '../store/tables.js';
import { readAddress } from './addresses.js';
import { hashAddress } from './keys.js';
import type { Keys } from './keys.js';
import type { SubscriberDetails } from './subscriber-details.js';

/** How a change came about. */
export interface ConsentBasis {
  readonly source: string;
  /** The person's own words, or what they agreed to. */
  readonly detail: string | undefined;
  readonly at: Date;
}

const PAGE_SIZE = 1000;
const tagsSchema = z.array(z.string());

/** Every subscriber, in the order in which they came, in pages. */
export async function* readSubscribers(query: Queries): AsyncGenerator<readonly Subscriber[]> {
  let after = 0;
  for (;;) {
    const rows = await query
      .selectFrom('subscribers')
      .selectAll()
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE_SIZE)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(asSubscriber);
    after = last.id;
  }
}

/** What adding one person came to. */
export interface AddResult {
  readonly outcome: 'added' | 'unchanged' | 'returned';
  readonly subscriber: Subscriber;
}

/**
 * Adds one person as active.
 *
 * @param consent with a `detail`, the person's own wish to come back, who left before is active again.
 * @throws NewsletterError `address-invalid`; `subscriber-left` for who left without such a wish, or is suppressed.
 */
export function addSubscriber(
  database: NewsletterDatabase,
  keys: Keys,
  written: string,
  details: SubscriberDetails,
  consent: ConsentBasis,
): Promise<AddResult> {
  const { address, key } = requireAddress(written);
  const hash = hashAddress(keys, key);
  return database.transaction(async (query) => {
    const known = await findSubscriber(query, key);
    if (known?.state === 'suppressed' || (await isSuppressed(query, hash))) throw suppressed(address);
    if (known?.state === 'active') return { outcome: 'unchanged', subscriber: asSubscriber(known) };
    if (known !== undefined) return returnSubscriber(query, known, consent);
    const row = await query
      .insertInto('subscribers')
      .values({
        email: address,
        address_key: key,
        address_hash: hash,
        name: details.name,
        language: details.language,
        tags: JSON.stringify(details.tags),
        state: 'active',
        created_at: consent.at.toISOString(),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await recordConsent(query, row.id, 'add', consent);
    return { outcome: 'added', subscriber: asSubscriber(row) };
  });
}

async function returnSubscriber(query: Queries, known: SubscriberRow, consent: ConsentBasis): Promise<AddResult> {
  if (consent.detail === undefined) throw left(known.email);
  await query.updateTable('subscribers').set({ state: 'active' }).where('id', '=', known.id).execute();
  await recordConsent(query, known.id, 'return', consent);
  return { outcome: 'returned', subscriber: asSubscriber({ ...known, state: 'active' }) };
}

/** What removing one person came to. */
export interface RemoveResult {
  readonly outcome: 'removed' | 'unchanged';
  readonly subscriber: Subscriber;
}

/**
 * Takes one person off the list: their row stays as unsubscribed, so that no import brings them back.
 *
 * @throws NewsletterError `address-invalid`, `subscriber-missing`.
 */
export function removeSubscriber(
  database: NewsletterDatabase,
  written: string,
  basis: ConsentBasis,
): Promise<RemoveResult> {
  const { address, key } = requireAddress(written);
  return database.transaction(async (query) => {
    const known = await findSubscriber(query, key);
    if (known === undefined) throw subscriberMissing(address);
    if (known.state === 'unsubscribed' || known.state === 'suppressed') {
      return { outcome: 'unchanged', subscriber: asSubscriber(known) };
    }
    await query.updateTable('subscribers').set({ state: 'unsubscribed' }).where('id', '=', known.id).execute();
    await recordConsent(query, known.id, 'remove', basis);
    return { outcome: 'removed', subscriber: asSubscriber({ ...known, state: 'unsubscribed' }) };
  });
}

/**
 * The address that was written, when it is one.
 *
 * @throws NewsletterError `address-invalid`.
 */
export function requireAddress(written: string): { readonly address: string; readonly key: string } {
  const reading = readAddress(written);
  if (reading.kind === 'valid') return reading;
  throw new NewsletterError('address-invalid', {
    message: `${JSON.stringify(written.slice(0, 100))} is not an e-mail address: ${reading.reason}.`,
    expected: 'one address, such as anna@example.org',
    help: 'Correct the address, and give each address by itself.',
  });
}

/** The error for an address that nobody on the list has. */
export function subscriberMissing(address: string): NewsletterError {
  return new NewsletterError('subscriber-missing', {
    message: `Nobody on the list has the address ${address}.`,
    expected: 'the address of a subscriber',
    help: 'Look it up with `newsletter subscribers list`; perhaps it is written in another way there.',
  });
}

function findSubscriber(query: Queries, key: string): Promise<SubscriberRow | undefined> {
  return query.selectFrom('subscribers').selectAll().where('address_key', '=', key).executeTakeFirst();
}

async function isSuppressed(query: Queries, hash: string): Promise<boolean> {
  const row = await query
    .selectFrom('suppressions')
    .select('reason')
    .where('address_hash', '=', hash)
    .executeTakeFirst();
  return row !== undefined;
}

async function recordConsent(query: Queries, id: number, action: ConsentAction, basis: ConsentBasis): Promise<void> {
  const { source, detail, at } = basis;
  await query
    .insertInto('consent_records')
    .values({ subscriber_id: id, at: at.toISOString(), action, source, detail: detail ?? null })
    .execute();
}

function asSubscriber(row: SubscriberRow): Subscriber {
  return {
    id: row.id,
    email: row.email,
    name: row.name ?? undefined,
    state: row.state,
    language: row.language ?? undefined,
    tags: tagsSchema.parse(JSON.parse(row.tags)),
  };
}

function left(address: string): NewsletterError {
  return new NewsletterError('subscriber-left', {
    message: `${address} left the list, so they are not added again without their own wish.`,
    expected: 'the words with which the person asked to come back',
    help: 'If they asked for it, add them again with --consent and how and when they did so.',
  });
}

function suppressed(address: string): NewsletterError {
  return new NewsletterError('subscriber-left', {
    message: `${address} must not be mailed again: it complained, asked to be forgotten, or its mailbox does not exist.`,
    expected: 'an address that may be mailed',
    help: 'Ask the person for another address.',
  });
}
