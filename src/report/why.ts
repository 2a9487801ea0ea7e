import { readAddress } from '../subscribers/addresses.js';
import { findByAddress } from '../subscribers/find-subscribers.js';
import { findSuppressions, type SuppressionFacts } from '../subscribers/find-suppressions.js';
import { hashAddress, type Keys } from '../subscribers/tokens/keys.js';
import type { DeliveryStateName, SendKind } from '../model/send/delivery.js';
import type { ReportedEvent } from '../model/send/delivery-report.js';
import type { ConsentAction, SubscriberState } from '../model/send/subscriber.js';
import { LOST_WITH_SENDER } from '../send/ledger/ledger-transitions.js';
import { isInFlightLost } from '../send/ledger/send-report.js';
import type { Queries } from '../store/database.js';
import type { SubscriberRow } from '../store/tables.js';

/** What happened to somebody's consent, oldest first. */
export interface WhyConsent {
  readonly at: string;
  readonly action: ConsentAction;
  readonly source: string;
  readonly detail: string | null;
  readonly stateAfter: SubscriberState | null;
}

/** One message to somebody. */
export interface WhyDelivery {
  readonly issue: string;
  readonly kind: SendKind;
  readonly state: DeliveryStateName;
  readonly reason: string | null;
  /** Why nobody could tell whether it was taken, where a person decided about it since. */
  readonly uncertainReason: string | null;
  /** The address that it went to, or would have. */
  readonly address: string;
  readonly at: string;
  /** A deferred delivery is not tried before this time. */
  readonly attemptAfter: string | null;
  /** What came back for it, oldest first. */
  readonly events: readonly ReportedEvent[];
}

/** A person at an address. */
export interface WhyPerson {
  readonly name: string | null;
  readonly state: SubscriberState;
  readonly since: string;
  readonly consents: readonly WhyConsent[];
  readonly deliveries: readonly WhyDelivery[];
}

/** Everything that the database knows about an address, and so why somebody got an issue or did not. */
export interface WhyReport {
  readonly address: string;
  /** Why the address must not be mailed; for an erased person, this is all that is left. */
  readonly suppression: SuppressionFacts | null;
  readonly people: readonly WhyPerson[];
  /** Messages to the address that belong to somebody who has another address now, or whose import was undone. */
  readonly formerDeliveries: readonly WhyDelivery[];
}

/**
 * Looks up an address everywhere.
 *
 * @param written an address that was checked before.
 */
export async function explainAddress(query: Queries, keys: Keys, written: string, now: Date): Promise<WhyReport> {
  const reading = readAddress(written);
  const address = reading.kind === 'valid' ? reading.address : written;
  const key = reading.kind === 'valid' ? reading.key : written;
  const [suppression] = await findSuppressions(query, { hash: hashAddress(keys, key) });
  const known = await findByAddress(query, key);
  const people = await Promise.all(known.map((row) => explainPerson(query, row, now)));
  const former = await deliveriesWhere(
    query,
    { addresses: [key, address.toLowerCase()], except: known.map(({ id }) => id) },
    now,
  );
  return { address, suppression: suppression ?? null, people, formerDeliveries: former };
}

async function explainPerson(query: Queries, row: SubscriberRow, now: Date): Promise<WhyPerson> {
  const consents = await query
    .selectFrom('consent_records')
    .select(['at', 'action', 'source', 'detail', 'state_after as stateAfter'])
    .where('subscriber_id', '=', row.id)
    .orderBy('id')
    .execute();
  const deliveries = await deliveriesWhere(query, { subscriberId: row.id }, now);
  return { name: row.name, state: row.state, since: row.created_at, consents, deliveries };
}

type DeliveryFilter =
  { readonly subscriberId: number } | { readonly addresses: readonly string[]; readonly except: readonly number[] };

async function deliveriesWhere(query: Queries, whose: DeliveryFilter, now: Date): Promise<readonly WhyDelivery[]> {
  const rows = await deliveriesOf(query, whose).execute();
  return Promise.all(
    rows.map(async ({ id, ...row }) => toEffective(query, { ...row, events: await eventsOf(query, id) }, now)),
  );
}

function eventsOf(query: Queries, deliveryId: string): Promise<ReportedEvent[]> {
  return query
    .selectFrom('delivery_events')
    .select(['kind', 'at', 'status', 'answer'])
    .where('delivery_id', '=', deliveryId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** Deliveries that a dead sender left in submission count as uncertain, as in the report. */
async function toEffective(query: Queries, row: WhyDelivery, now: Date): Promise<WhyDelivery> {
  if (row.state !== 'submitting' || !(await isInFlightLost(query, row, now))) return row;
  return { ...row, state: 'uncertain', reason: LOST_WITH_SENDER };
}

function deliveriesOf(query: Queries, whose: DeliveryFilter) {
  const deliveries = query
    .selectFrom('deliveries')
    .innerJoin('sends', 'sends.id', 'deliveries.send_id')
    .select([
      'deliveries.id',
      'sends.issue',
      'sends.kind',
      'deliveries.state',
      'deliveries.reason',
      'deliveries.address',
    ])
    .select([
      'deliveries.uncertain_reason as uncertainReason',
      'deliveries.updated_at as at',
      'deliveries.attempt_after as attemptAfter',
    ])
    .orderBy('sends.issue', 'desc')
    .orderBy('sends.kind');
  if ('subscriberId' in whose) return deliveries.where('deliveries.subscriber_id', '=', whose.subscriberId);
  return deliveries
    .where((where) => where(where.fn<string>('lower', ['deliveries.address']), 'in', whose.addresses))
    .$if(whose.except.length > 0, (rest) => rest.where('deliveries.subscriber_id', 'not in', whose.except));
}
