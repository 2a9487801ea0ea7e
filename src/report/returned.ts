import type { DeliveryReportKind } from '../model/send/delivery-report.js';
import type { Queries } from '../store/database.js';

/** What came back of a send, in numbers of deliveries; each counts once for a kind, however often it was reported. */
export type ReturnedCounts = Readonly<Record<DeliveryReportKind, number>>;

/** Refusals by rules of other servers, with one code. They are a problem of the sender. */
export interface PolicyGroup {
  /** The enhanced status code (RFC 3463). */
  readonly status: string | null;
  readonly count: number;
  /** One of the answers, without addresses. */
  readonly answer: string | null;
}

/** What came back of a send. */
export interface Returned {
  readonly counts: ReturnedCounts;
  readonly policy: readonly PolicyGroup[];
}

/**
 * Counts what came back of a send.
 *
 * @returns `undefined` when nothing did, as far as the mailbox was read.
 */
export async function readReturned(query: Queries, sendId: number): Promise<Returned | undefined> {
  const events = query
    .selectFrom('delivery_events')
    .innerJoin('deliveries', 'deliveries.id', 'delivery_events.delivery_id')
    .where('deliveries.send_id', '=', sendId);
  const rows = await events
    .select(['kind', (expression) => expression.fn.count<number>('delivery_id').distinct().as('count')])
    .groupBy('kind')
    .execute();
  if (rows.length === 0) return undefined;
  const policy = await events
    .select(['status', (expression) => expression.fn.count<number>('delivery_id').distinct().as('count')])
    .select((expression) => expression.fn.max('answer').as('answer'))
    .where('kind', '=', 'policy')
    .groupBy('status')
    .orderBy('count', 'desc')
    .orderBy('status')
    .execute();
  const countOf = (kind: DeliveryReportKind) => rows.find((row) => row.kind === kind)?.count ?? 0;
  const counts = {
    permanent: countOf('permanent'),
    temporary: countOf('temporary'),
    policy: countOf('policy'),
    complaint: countOf('complaint'),
  };
  return { counts, policy };
}
