import type { DeliveryStateName, SendReport } from '../../model/send/delivery.js';
import type { Queries } from '../../store/database.js';
import type { FrozenSend } from './freeze.js';
import { isLeaseHeld } from './lease.js';

/**
 * The ledger of a send in numbers. What a dead sender of a real send left in flight counts as uncertain.
 *
 * @param over whether the run that holds the lease is over, so that what it left in flight is lost.
 */
export async function readReport(query: Queries, send: FrozenSend, now: Date, over = false): Promise<SendReport> {
  const rows = await query
    .selectFrom('deliveries')
    .select(['state', (expression) => expression.fn.countAll<number>().as('count')])
    .where('send_id', '=', send.id)
    .groupBy('state')
    .execute();
  const counts = new Map(rows.map((row) => [row.state, row.count]));
  const count = (state: DeliveryStateName): number => counts.get(state) ?? 0;
  const inFlight = count('submitting');
  const lost = inFlight > 0 && (over || (await isInFlightLost(query, send, now)));
  return {
    issue: send.issue,
    kind: send.kind,
    audience: send.audience,
    pending: count('pending') + (lost ? 0 : inFlight),
    submitted: count('submitted'),
    failed: count('failed'),
    skipped: count('skipped'),
    uncertain: count('uncertain') + (lost ? inFlight : 0),
  };
}

/** How many deliveries are in flight: being submitted, or left behind by a dead sender. */
export async function countInFlight(query: Queries, send: FrozenSend): Promise<number> {
  const { count } = await query
    .selectFrom('deliveries')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where('send_id', '=', send.id)
    .where('state', '=', 'submitting')
    .executeTakeFirstOrThrow();
  return count;
}

/** Whether the deliveries in flight were left behind by a dead sender, so that nobody can tell their outcome. */
export async function isInFlightLost(
  query: Queries,
  send: Pick<FrozenSend, 'issue' | 'kind'>,
  now: Date,
): Promise<boolean> {
  return send.kind === 'real' && !(await isLeaseHeld(query, send.issue, send.kind, now));
}
