import * as z from 'zod';
import type { SharedAddresses, Subscriber } from '../model/send/subscriber.js';
import type { Queries } from '../store/database.js';
import type { SubscriberRow } from '../store/tables.js';
import { nameKey } from './subscriber-details.js';

/** Why an address must not be mailed: the person asked to be erased. Only they can undo it, by their own opt-in. */
export const FORGOTTEN = 'forgotten';

/** The same for who left after their row was taken back with an import: by the link of a mail that they got meanwhile. */
export const LEFT = 'unsubscribed';

/** Whether only the person's own wish stands against mailing an address, which they can change by confirming anew. */
export function mayOptIn(reason: string | undefined): boolean {
  return reason === undefined || reason === FORGOTTEN || reason === LEFT;
}

const tagsSchema = z.array(z.string());

/** A row as the rest of the program knows it. */
export function toSubscriber(row: SubscriberRow): Subscriber {
  return {
    id: row.id,
    email: row.email,
    name: row.name ?? undefined,
    state: row.state,
    language: row.language ?? undefined,
    tags: tagsSchema.parse(JSON.parse(row.tags)),
  };
}

/** One subscriber by their number. */
export function findSubscriber(query: Queries, id: number): Promise<SubscriberRow | undefined> {
  return query.selectFrom('subscribers').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Everybody with an address: several only where sharing one is allowed, or was. */
export function findByAddress(query: Queries, addressKey: string): Promise<SubscriberRow[]> {
  return query.selectFrom('subscribers').selectAll().where('address_key', '=', addressKey).orderBy('id').execute();
}

/**
 * Who of those with an address somebody is; `undefined` where they are one more. Without a name nobody can be told
 * apart, so it takes two different names.
 */
export function samePerson<Known extends { readonly name: string | null }>(
  known: readonly Known[],
  name: string | null,
  sharing: SharedAddresses,
): Known | undefined {
  if (sharing === 'refuse' || name === null) return known[0];
  const key = nameKey(name);
  return known.find((row) => row.name === null || nameKey(row.name) === key);
}

/** What tells one more person at an address from those who have it already; empty for the first. */
export function sharedBy(known: readonly unknown[], name: string | null): string {
  return known.length === 0 || name === null ? '' : nameKey(name);
}

/** Why an address must not be mailed; `undefined` where it may. */
export async function suppressionReason(query: Queries, addressHash: string): Promise<string | undefined> {
  const row = await query
    .selectFrom('suppressions')
    .select('reason')
    .where('address_hash', '=', addressHash)
    .executeTakeFirst();
  return row?.reason;
}
