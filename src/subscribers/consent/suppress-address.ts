import { suppressionRule, type SuppressionReason } from '../../model/send/suppression.js';
import type { Queries } from '../../store/database.js';
import type { SubscriberRow } from '../../store/tables.js';
import { readAddress } from '../addresses.js';
import { findByAddress, findSuppression } from '../find-subscribers.js';
import { hashAddress, type Keys } from '../tokens/keys.js';
import { newestConsent, recordConsent, recordRepeated, type ConsentBasis } from './consent.js';

/** Why an address is suppressed by a report from outside, or by a person. */
export type NewSuppressionReason = Extract<SuppressionReason, 'temporary' | 'hard-bounce' | 'complaint' | 'by-hand'>;

/** What a suppression is recorded with. */
export interface SuppressionBasis extends ConsentBasis {
  readonly keys: Keys;
  /** The number of the report that led to it. */
  readonly eventId?: number | undefined;
  /** The words of the person who decided it. */
  readonly note?: string | undefined;
}

/** What suppressing an address did. */
export interface SuppressedAddress {
  /** `unchanged`: it was suppressed before, for this reason or a weightier one, or its owner had unsubscribed. */
  readonly outcome: 'suppressed' | 'unchanged';
  /** How many people left the audience. */
  readonly people: number;
}

/**
 * Suppresses an address, in the caller's transaction. Everybody who has it is suppressed, with a consent record that
 * says why; people who unsubscribed stay as they were. A bounce of an address whose people all unsubscribed changes
 * nothing. Of two reasons the weightier one stands, so that the order of the reports does not matter.
 */
export async function suppressAddress(
  query: Queries,
  written: string,
  reason: NewSuppressionReason,
  basis: SuppressionBasis,
): Promise<SuppressedAddress> {
  const reading = readAddress(written);
  // A person who was erased has no address in the ledger any more, and is suppressed already.
  if (reading.kind === 'invalid') return { outcome: 'unchanged', people: 0 };
  const everybody = await findByAddress(query, reading.key);
  const haveLeft = everybody.length > 0 && everybody.every(({ state }) => state === 'unsubscribed');
  if (haveLeft && isBounce(reason)) return { outcome: 'unchanged', people: 0 };
  const isNew = await writeSuppression(query, hashAddress(basis.keys, reading.key), reason, basis);
  const listed = everybody.filter(({ state }) => state === 'active' || state === 'pending');
  for (const person of listed) await suppressPerson(query, person, basis);
  for (const person of everybody.filter((one) => !listed.includes(one))) {
    const { id: subscriberId, state } = person;
    const concerns = isNew && (state === 'suppressed' || reason === 'complaint');
    if (!concerns) await recordRepeated(query, person, 'suppress', basis);
    else await recordConsent(query, { subscriberId, action: 'suppress', before: state, after: state }, basis);
  }
  return { outcome: isNew || listed.length > 0 ? 'suppressed' : 'unchanged', people: listed.length };
}

function isBounce(reason: string): boolean {
  return reason === 'hard-bounce' || reason === 'temporary';
}

async function suppressPerson(query: Queries, { id, state }: SubscriberRow, basis: ConsentBasis): Promise<void> {
  await query.updateTable('subscribers').set({ state: 'suppressed' }).where('id', '=', id).execute();
  await recordConsent(query, { subscriberId: id, action: 'suppress', before: state, after: 'suppressed' }, basis);
}

/** @returns whether the address is suppressed for this reason from now on. */
async function writeSuppression(
  query: Queries,
  hash: string,
  reason: NewSuppressionReason,
  { at, eventId, note }: SuppressionBasis,
): Promise<boolean> {
  const known = await findSuppression(query, hash);
  const facts = { reason, created_at: at.toISOString(), event_id: eventId ?? null, note: note ?? null };
  if (known === undefined) {
    await query
      .insertInto('suppressions')
      .values({ address_hash: hash, ...facts })
      .execute();
    return true;
  }
  const isWeightier = suppressionRule(reason).rank > suppressionRule(known.reason).rank;
  await query
    .updateTable('suppressions')
    // There is another reason for the suppression now, so undoing the import that wrote it does not remove it.
    .set({ import_id: null, ...(isWeightier ? { ...facts, asked_again_at: null } : {}) })
    .where('address_hash', '=', hash)
    .execute();
  return isWeightier;
}

/**
 * Unsubscribes a suppressed person: their own no stands whatever ends the suppression. A bounce is then of no interest
 * any more, unless somebody else who shares the address is suppressed for it.
 */
export async function unsubscribeSuppressed(
  query: Queries,
  { id: subscriberId, state, address_hash: hash, address_key: key }: SubscriberRow,
  action: 'unsubscribe' | 'remove',
  basis: ConsentBasis,
): Promise<void> {
  await query.updateTable('subscribers').set({ state: 'unsubscribed' }).where('id', '=', subscriberId).execute();
  await recordConsent(query, { subscriberId, action, before: state, after: 'unsubscribed' }, basis);
  const others = await findByAddress(query, key);
  if (others.some((other) => other.state === 'suppressed')) return;
  await query
    .deleteFrom('suppressions')
    .where('address_hash', '=', hash)
    .where('reason', 'in', ['temporary', 'hard-bounce'])
    .execute();
}

/** When somebody's address was last known to be good again: a person lifted a suppression, or they came back. */
export async function lastGood(query: Queries, subscriberId: number): Promise<string | undefined> {
  return (await newestConsent(query, subscriberId, ['lift', 'opt-in-confirmed', 'return']))?.at;
}
