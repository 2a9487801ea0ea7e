import * as z from 'zod';
import type { SharedAddresses, Subscriber } from '../model/send/subscriber.js';
import type { Queries } from '../store/database.js';
import { suppressionRule } from '../model/send/suppression.js';
import type { SubscriberRow, SuppressionRow } from '../store/tables.js';
import { nameKey } from './subscriber-details.js';

/** The address must not be mailed because the person was erased. Only they can undo it, by their own opt-in. */
export const ERASURE = 'forgotten';

/**
 * The address must not be mailed because its owner said no: they unsubscribed after an undone import had removed their
 * row, or they complained and a person lifted that. They can come back by confirming anew.
 */
export const LEFT = 'unsubscribed';

/** Says whether the owner's new confirmation is enough to mail an address again. */
export function mayOptIn(reason: string | undefined): boolean {
  return reason === undefined || suppressionRule(reason).endsByConfirmation;
}

const tagsSchema = z.array(z.string());

/** Converts a row to the subscriber that the rest of the program knows. */
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

/** Finds one subscriber by number. */
export function findSubscriber(query: Queries, id: number): Promise<SubscriberRow | undefined> {
  return query.selectFrom('subscribers').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Finds everybody with an address. There are several only where a shared address is, or was, allowed. */
export function findByAddress(query: Queries, addressKey: string): Promise<SubscriberRow[]> {
  return query.selectFrom('subscribers').selectAll().where('address_key', '=', addressKey).orderBy('id').execute();
}

/**
 * Finds which of the people at an address somebody is, or returns `undefined` for a new person. Only two different
 * names tell people apart, so without a name nobody is new.
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

/** Returns what tells one more person at an address from those who have it already; empty for the first. */
export function sharedBy(known: readonly unknown[], name: string | null): string {
  return known.length === 0 || name === null ? '' : nameKey(name);
}

/** Finds the suppression of an address. */
export function findSuppression(query: Queries, addressHash: string): Promise<SuppressionRow | undefined> {
  return query.selectFrom('suppressions').selectAll().where('address_hash', '=', addressHash).executeTakeFirst();
}

/** Says why an address must not be mailed; `undefined` when it may be. */
export async function suppressionReason(query: Queries, addressHash: string): Promise<string | undefined> {
  return (await findSuppression(query, addressHash))?.reason;
}
