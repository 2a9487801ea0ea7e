import type Sqlite from 'better-sqlite3';
import type { DeliveryStateName, SendKind } from '../../model/send/delivery.js';
import type { SubscriberState } from '../../model/send/subscriber.js';
import { describeCode } from '../database-errors.js';
import type { LeaseRow } from '../tables.js';

/** A pending delivery, with what decides whether it may go out. */
export interface PendingDeliveryRow {
  readonly position: number;
  readonly id: string;
  readonly subscriber_id: number;
  /** The subscriber's current address, by which suppressions are looked up. */
  readonly address: string;
  /** The address that was frozen with the delivery; it differs if the subscriber changed theirs since. */
  readonly frozen_address: string;
  readonly name: string | null;
  readonly message_id: string;
  readonly attempts: number;
  /** `null` when the subscriber is no longer in the database. */
  readonly subscriber_state: SubscriberState | null;
  /** 1 if their import was undone, 0 otherwise. */
  readonly undone: 0 | 1;
  readonly suppression: string | null;
}

/** Which pending deliveries to select. */
export interface PendingChoice {
  readonly sendId: number;
  /** Selects only deliveries with at least this number of attempts. */
  readonly leastAttempts: number;
  /** Leaves out deliveries that wait for a later time. */
  readonly dueAt: Date;
  readonly limit: number;
}

/** What to write to some deliveries of a send that are all in one state. */
export interface DeliveryUpdate {
  readonly sendId: number;
  readonly from: DeliveryStateName;
  readonly positions: readonly number[];
  readonly state: DeliveryStateName;
  readonly reason: string | null;
  readonly at: Date;
  /** `undefined` leaves it as it is. */
  readonly attemptAfter: string | null | undefined;
  /** What to add to the number of attempts. */
  readonly attempts: number;
}

/**
 * Reads and writes what every step of a send needs. The statements are prepared once and run synchronously, because a
 * query builder would spend as much time on a step as SQLite does. Use them only inside a transaction of the same
 * database.
 */
export interface DeliverySteps {
  /** The lease of a send, if anybody holds or held one. */
  lease(issue: string, kind: SendKind): LeaseRow | undefined;
  /** The next pending deliveries of a send, in their order. */
  pending(choice: PendingChoice): readonly PendingDeliveryRow[];
  /** Writes the update, and returns how many deliveries it changed. */
  update(update: DeliveryUpdate): number;
  /** Writes a delivery's new address. */
  moveTo(sendId: number, position: number, address: string): void;
}

const LEASE = 'select * from leases where issue = ? and kind = ?';

// Plain parameters in `limit ?`, or in `state = ?` on a column with a partial index, make SQLite plan the query again
// for each value; `? + 0` and `+?` keep the plan.
const PENDING = `
  select deliveries.position, deliveries.id, deliveries.subscriber_id,
    coalesce(subscribers.email, deliveries.address) as address, deliveries.address as frozen_address,
    deliveries.name, deliveries.message_id, deliveries.attempts, subscribers.state as subscriber_state,
    suppressions.address_hash as suppression,
    subscribers.id is null and exists (
      select 1 from consent_records
      where consent_records.subscriber_id = deliveries.subscriber_id and action = 'undo-import'
    ) as undone
  from deliveries
  left join subscribers on subscribers.id = deliveries.subscriber_id
  left join suppressions on suppressions.address_hash = subscribers.address_hash
  where deliveries.send_id = ? and deliveries.state = 'pending' and deliveries.attempts >= ?
    and (deliveries.attempt_after is null or deliveries.attempt_after <= ?)
  order by deliveries.position
  limit ? + 0`;

const UPDATE = `
  update deliveries
  set state = ?, reason = ?, updated_at = ?,
    attempt_after = case when ? then attempt_after else ? end,
    attempts = attempts + ?
  where send_id = ? and state = +? and position in (select value from json_each(?))`;

const MOVE_TO = 'update deliveries set address = ? where send_id = ? and position = ?';

export function prepareDeliverySteps(sqlite: Sqlite.Database, path: string): DeliverySteps {
  return describeCode(path, () => {
    const lease = sqlite.prepare<[string, SendKind], LeaseRow>(LEASE);
    const pending = sqlite.prepare<[number, number, string, number], PendingDeliveryRow>(PENDING);
    const update = sqlite.prepare(UPDATE);
    const moveTo = sqlite.prepare(MOVE_TO);
    return {
      lease: (issue, kind) => describeCode(path, () => lease.get(issue, kind)),
      pending: ({ sendId, leastAttempts, dueAt, limit }) =>
        describeCode(path, () => pending.all(sendId, leastAttempts, dueAt.toISOString(), limit)),
      update: ({ sendId, from, positions, state, reason, at, attemptAfter, attempts }) => {
        const keepsTime = attemptAfter === undefined ? 1 : 0;
        const values = [state, reason, at.toISOString(), keepsTime, attemptAfter ?? null, attempts];
        return describeCode(path, () => update.run(...values, sendId, from, JSON.stringify(positions)).changes);
      },
      moveTo: (sendId, position, address) => {
        describeCode(path, () => moveTo.run(address, sendId, position));
      },
    };
  });
}
