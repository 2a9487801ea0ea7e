import { sql } from 'kysely';
import type { DeliveryStateName, SendKind } from '../model/delivery.js';
import type { SubscriberState } from '../model/subscriber.js';
import type { Queries } from './database.js';
import type { LeaseRow } from './tables.js';

/**
 * The statements that every step of a send runs, written out: to build them anew each time took ten times as long as
 * SQLite takes to run them.
 */

/** A pending delivery with what decides whether it may go out. */
export interface PendingDeliveryRow {
  readonly position: number;
  readonly id: string;
  readonly subscriber_id: number;
  readonly address: string;
  readonly name: string | null;
  readonly message_id: string;
  readonly attempts: number;
  /** Absent where the subscriber was erased. */
  readonly subscriber_state: SubscriberState | null;
  readonly suppression: string | null;
}

/** Which pending deliveries are wanted. */
export interface PendingChoice {
  readonly sendId: number;
  /** Only those that were handed over so often before. */
  readonly leastAttempts: number;
  /** Not those that wait for a later time. */
  readonly dueAt: Date;
  readonly limit: number;
}

/** The next pending deliveries of a send, in their order. */
export async function selectPendingDeliveries(
  query: Queries,
  { sendId, leastAttempts, dueAt, limit }: PendingChoice,
): Promise<readonly PendingDeliveryRow[]> {
  const { rows } = await sql<PendingDeliveryRow>`
    select deliveries.position, deliveries.id, deliveries.subscriber_id, deliveries.address, deliveries.name,
      deliveries.message_id, deliveries.attempts, subscribers.state as subscriber_state,
      suppressions.address_hash as suppression
    from deliveries
    left join subscribers on subscribers.id = deliveries.subscriber_id
    left join suppressions on suppressions.address_hash = subscribers.address_hash
    where deliveries.send_id = ${sendId} and deliveries.state = 'pending' and deliveries.attempts >= ${leastAttempts}
      and (deliveries.attempt_after is null or deliveries.attempt_after <= ${dueAt.toISOString()})
    order by deliveries.position
    limit ${limit}
  `.execute(query);
  return rows;
}

/** What is written to some deliveries of a send that are all in one state. */
export interface DeliveryUpdate {
  readonly sendId: number;
  readonly from: DeliveryStateName;
  readonly positions: readonly number[];
  readonly state: DeliveryStateName;
  readonly reason: string | null;
  readonly at: Date;
  /** Absent: left as it is. */
  readonly attemptAfter: string | null | undefined;
  /** What is added to the number of attempts. */
  readonly attempts: number;
}

/** Writes it, and says to how many. */
export async function updateDeliveries(query: Queries, update: DeliveryUpdate): Promise<number> {
  const keepsTime = update.attemptAfter === undefined ? 1 : 0;
  const { numAffectedRows } = await sql`
    update deliveries
    set state = ${update.state}, reason = ${update.reason}, updated_at = ${update.at.toISOString()},
      attempt_after = case when ${keepsTime} then attempt_after else ${update.attemptAfter ?? null} end,
      attempts = attempts + ${update.attempts}
    where send_id = ${update.sendId} and state = ${update.from}
      and position in (select value from json_each(${JSON.stringify(update.positions)}))
  `.execute(query);
  return Number(numAffectedRows ?? 0);
}

/** Who works on a send, as far as anybody does or did. */
export async function selectLease(query: Queries, issue: string, kind: SendKind): Promise<LeaseRow | undefined> {
  const { rows } = await sql<LeaseRow>`select * from leases where issue = ${issue} and kind = ${kind}`.execute(query);
  return rows[0];
}
