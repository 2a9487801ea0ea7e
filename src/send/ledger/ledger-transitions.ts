import { rm } from 'node:fs/promises';
import { eligibleSubscribers } from '../../subscribers/audience-query.js';
import {
  nextDeliveryState,
  type DeliveryEvent,
  type DeliveryState,
  type DeliveryStateName,
} from '../../model/send/delivery.js';
import type { Transport } from '../../model/send/outgoing-message.js';
import { NewsletterError } from '../../model/error.js';
import type { NewsletterDatabase, Queries } from '../../store/database.js';
import { uncertainReasons } from '../../store/rows/delivery-rows.js';
import type { DeliverySteps } from '../../store/rows/delivery-steps.js';
import type { FrozenSend } from './freeze.js';
import { checkLease, type Lease } from './lease.js';
import { sentRecordPath } from './sent-record.js';

/** The other values that are written together with a transition. */
export interface TransitionDetails {
  readonly at: Date;
  /** When a deferred one may be tried again; absent: left as it is. */
  readonly attemptAfter?: string | null;
  /** What is added to the number of attempts. */
  readonly attempts?: 1 | 0 | -1 | undefined;
}

/**
 * Writes the transition of some deliveries of a send; every one must still be in the state that it comes from.
 *
 * @throws NewsletterError `ledger-corrupt`.
 */
export function transitionDeliveries(
  steps: DeliverySteps,
  sendId: number,
  from: DeliveryStateName,
  event: DeliveryEvent,
  positions: readonly number[],
  { at, attemptAfter, attempts = 0 }: TransitionDetails,
): void {
  if (positions.length === 0) return;
  const next = requireTransition(from, event);
  const written = steps.update({
    sendId,
    from,
    positions,
    state: next.state,
    reason: reasonOf(next),
    at,
    attemptAfter,
    attempts,
  });
  if (written !== positions.length) throw ledgerCorrupt(`${from} to ${next.state}`);
}

/**
 * Writes the transition of every delivery of a send that is in a state.
 *
 * @param among `eligible`: only deliveries to subscribers who may be mailed now.
 * @returns the number of deliveries.
 */
export async function transitionAllDeliveries(
  query: Queries,
  sendId: number,
  from: DeliveryStateName,
  event: DeliveryEvent,
  at: Date,
  among: 'everybody' | 'eligible' = 'everybody',
): Promise<number> {
  const next = requireTransition(from, event);
  const result = await query
    .updateTable('deliveries')
    .set({ state: next.state, updated_at: at.toISOString() })
    // Why one was refused is worth knowing until it is submitted once more.
    .$if(from !== 'failed', (update) => update.set({ reason: reasonOf(next) }))
    .$if(from === 'uncertain', (update) => update.set({ uncertain_reason: uncertainReasons() }))
    .where('send_id', '=', sendId)
    .where('state', '=', from)
    .$if(among === 'eligible', (update) => update.where('subscriber_id', 'in', eligibleSubscribers(query)))
    .executeTakeFirstOrThrow();
  return Number(result.numUpdatedRows);
}

/** How many deliveries of a send that are in a state are of people who may be mailed now. */
export async function countEligible(query: Queries, sendId: number, state: DeliveryStateName): Promise<number> {
  const { count } = await query
    .selectFrom('deliveries')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where('send_id', '=', sendId)
    .where('state', '=', state)
    .where('subscriber_id', 'in', eligibleSubscribers(query))
    .executeTakeFirstOrThrow();
  return count;
}

/** How many deliveries of a send were deferred: they are pending, and were tried before. */
export async function countDeferred(query: Queries, sendId: number): Promise<number> {
  const { count } = await query
    .selectFrom('deliveries')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where('send_id', '=', sendId)
    .where('state', '=', 'pending')
    .where('attempts', '>', 0)
    .executeTakeFirstOrThrow();
  return count;
}

/** What a ledger needs to know of its send. */
export type LedgerSend = Pick<FrozenSend, 'id' | 'issue' | 'kind'>;

/** The reason of a delivery whose sender died. */
export const LOST_WITH_SENDER = 'the program ended while it was handing this message over';

/**
 * Whether what a dead sender left in flight may be submitted again: only through the same transport, and only where that
 * takes no message twice.
 */
export async function isIdempotentReplay(
  query: Queries,
  send: LedgerSend,
  transport: Pick<Transport, 'name' | 'idempotent'>,
): Promise<boolean> {
  if (!transport.idempotent) return false;
  const before = await query.selectFrom('sends').select('transport').where('id', '=', send.id).executeTakeFirst();
  const rehearsalOfOld = before?.transport === null && send.kind === 'rehearsal';
  return before?.transport === transport.name || rehearsalOfOld;
}

/**
 * Recovers what a dead sender left in flight, and lets every pending delivery be tried at once. The caller holds the lease.
 *
 * @param idempotent whether a replay cannot lead to two messages; otherwise nobody can tell, and it becomes uncertain.
 */
export async function recoverDeliveries(
  query: Queries,
  send: LedgerSend,
  idempotent: boolean,
  at: Date,
): Promise<void> {
  const event: DeliveryEvent = idempotent ? { event: 'defer' } : { event: 'lose', reason: LOST_WITH_SENDER };
  await transitionAllDeliveries(query, send.id, 'submitting', event, at);
  await query
    .updateTable('deliveries')
    .set({ attempt_after: null })
    .where('send_id', '=', send.id)
    .where('state', '=', 'pending')
    .where('attempt_after', 'is not', null)
    .execute();
}

/** Skips all uncertain deliveries: a person decided that those subscribers are not mailed again. */
export function skipUncertain(database: NewsletterDatabase, send: FrozenSend, lease: Lease, at: Date): Promise<void> {
  return database.transaction(async (query) => {
    checkLease(database.deliverySteps(), lease);
    await recoverDeliveries(query, send, false, at);
    await transitionAllDeliveries(query, send.id, 'uncertain', { event: 'skip', reason: 'uncertain' }, at);
    await noteCompletion(query, send, at);
  });
}

/** Skips all pending deliveries: a person decided that they shall not go out. What was in flight stays uncertain. */
export function cancelPending(database: NewsletterDatabase, send: FrozenSend, lease: Lease, at: Date): Promise<void> {
  return database.transaction(async (query) => {
    checkLease(database.deliverySteps(), lease);
    await recoverDeliveries(query, send, false, at);
    await transitionAllDeliveries(query, send.id, 'pending', { event: 'skip', reason: 'cancelled' }, at);
    await query.updateTable('sends').set({ cancelled_at: at.toISOString() }).where('id', '=', send.id).execute();
    await noteCompletion(query, send, at);
  });
}

/** Records, once, when nothing was pending any more. */
async function noteCompletion(query: Queries, send: FrozenSend, at: Date): Promise<void> {
  const pending = query
    .selectFrom('deliveries')
    .select('id')
    .where('send_id', '=', send.id)
    .where('state', '=', 'pending');
  await query
    .updateTable('sends')
    .set({ completed_at: at.toISOString() })
    .where('id', '=', send.id)
    .where('completed_at', 'is', null)
    .where((where) => where.not(where.exists(pending)))
    .execute();
}

/** Whether no message of a send was ever submitted. */
export async function isUnstarted(query: Queries, send: FrozenSend): Promise<boolean> {
  const touched = await query
    .selectFrom('deliveries')
    .select('id')
    .where('send_id', '=', send.id)
    .where((where) => where.or([where('state', '!=', 'pending'), where('attempts', '>', 0)]))
    .limit(1)
    .executeTakeFirst();
  return touched === undefined;
}

/**
 * Removes a send of which no message was ever submitted, as if it had not begun: then a build with a fault can be
 * corrected. The caller holds the lease.
 *
 * @returns whether it was removed.
 */
export async function rollbackUnstartedSend(query: Queries, root: string, send: FrozenSend): Promise<boolean> {
  if (!(await isUnstarted(query, send))) return false;
  // The record goes first: without the send it would say that the issue was sent from another database.
  await rm(sentRecordPath(root, send.issue), { force: true });
  await query.deleteFrom('sends').where('id', '=', send.id).execute();
  return true;
}

/**
 * The next state by the model's rules; to ask for an illegal transition is an error of the program.
 *
 * @throws NewsletterError `ledger-corrupt`.
 */
export function requireTransition(current: DeliveryStateName, event: DeliveryEvent): DeliveryState {
  const next = nextDeliveryState(current, event);
  if (next === undefined) throw ledgerCorrupt(`${event.event} from ${current}`);
  return next;
}

function reasonOf(state: DeliveryState): string | null {
  return 'reason' in state ? (state.reason ?? null) : null;
}

function ledgerCorrupt(transition: string): NewsletterError {
  return new NewsletterError('ledger-corrupt', {
    message: `The record of deliveries is not as this program left it (${transition}), so the send was stopped.`,
    expected: 'a database that only this program writes to',
    help: 'Run `newsletter report` to see the state of every delivery, and tell the people who maintain this program.',
  });
}
