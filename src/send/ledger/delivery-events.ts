import type { SendKind } from '../../model/send/delivery.js';
import { TEMPORARY_WINDOW, type DeliveryReportKind, type ReportedEvent } from '../../model/send/delivery-report.js';
import type { Queries } from '../../store/database.js';

/** A message that left this program, so that a report about it can be true. */
export interface ReportedDelivery {
  readonly id: string;
  readonly issue: string;
  readonly kind: SendKind;
  readonly subscriberId: number;
  /** Where it went; empty after an erasure. */
  readonly address: string;
}

/** What identifies one report: read again, it is the same. */
export interface ReportIdentity {
  readonly kind: DeliveryReportKind;
  readonly digest: string;
}

function submittedDeliveries(query: Queries) {
  return (
    query
      .selectFrom('deliveries')
      .innerJoin('sends', 'sends.id', 'deliveries.send_id')
      .select(['deliveries.id', 'sends.issue', 'sends.kind', 'deliveries.address'])
      .select('deliveries.subscriber_id as subscriberId')
      // Nothing comes back for a message that was never given to a transport.
      .where('deliveries.attempts', '>', 0)
  );
}

/** Finds the message with a Message-ID, without angle brackets. */
export function findDelivery(query: Queries, messageId: string): Promise<ReportedDelivery | undefined> {
  return submittedDeliveries(query).where('deliveries.message_id', '=', messageId).executeTakeFirst();
}

/** Finds the newest message to a subscriber of a real send that had begun by some time. */
export function findNewestDelivery(
  query: Queries,
  subscriberId: number,
  by: Date,
): Promise<ReportedDelivery | undefined> {
  return submittedDeliveries(query)
    .where('deliveries.subscriber_id', '=', subscriberId)
    .where('sends.kind', '=', 'real')
    .where('sends.created_at', '<=', by.toISOString())
    .orderBy('sends.created_at', 'desc')
    .orderBy('sends.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Finds the delivery of a subscriber for which a report was counted already. */
export function findCounted(
  query: Queries,
  subscriberId: number,
  { kind, digest }: ReportIdentity,
): Promise<ReportedDelivery | undefined> {
  return submittedDeliveries(query)
    .innerJoin('delivery_events', 'delivery_events.delivery_id', 'deliveries.id')
    .where('deliveries.subscriber_id', '=', subscriberId)
    .where('delivery_events.kind', '=', kind)
    .where('delivery_events.digest', '=', digest)
    .executeTakeFirst();
}

/**
 * Records what came back for a delivery, beside its state.
 *
 * @returns the event's number; `undefined` when the same report was counted before.
 */
export async function recordEvent(
  query: Queries,
  deliveryId: string,
  { kind, digest, at, status, answer }: ReportedEvent & ReportIdentity,
): Promise<number | undefined> {
  const row = await query
    .insertInto('delivery_events')
    .values({ delivery_id: deliveryId, kind, digest, at, status, answer })
    .onConflict((conflict) => conflict.columns(['delivery_id', 'kind', 'digest']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/**
 * Counts, of the issues last sent to an address, those that came back for now.
 *
 * @param since events before this time (ISO 8601) do not count: the address was good again then.
 */
export async function countTemporary(
  query: Queries,
  { subscriberId, address }: ReportedDelivery,
  since: string | undefined,
): Promise<number> {
  const events = query.selectFrom('delivery_events').select('delivery_id').where('kind', '=', 'temporary');
  const counting = since === undefined ? events : events.where('at', '>=', since);
  const sent = await query
    .selectFrom('deliveries')
    .innerJoin('sends', 'sends.id', 'deliveries.send_id')
    .select((where) => where('deliveries.id', 'in', counting).as('cameBack'))
    .where('deliveries.subscriber_id', '=', subscriberId)
    .where((where) => where(where.fn<string>('lower', ['deliveries.address']), '=', address.toLowerCase()))
    .where('sends.kind', '=', 'real')
    .where('deliveries.attempts', '>', 0)
    // What the transport refused was not sent, and what is pending is not yet.
    .where((where) =>
      where.or([
        where('deliveries.state', 'in', ['submitted', 'uncertain', 'submitting']),
        where.and([where('deliveries.state', '=', 'skipped'), where('deliveries.reason', '=', 'uncertain')]),
        where('deliveries.id', 'in', counting),
      ]),
    )
    .orderBy('sends.created_at', 'desc')
    .orderBy('sends.id', 'desc')
    .limit(TEMPORARY_WINDOW)
    .execute();
  return sent.filter(({ cameBack }) => Number(cameBack) === 1).length;
}
