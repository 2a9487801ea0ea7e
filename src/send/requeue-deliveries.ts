import { eligibleSubscribers } from '../subscribers/audience-query.js';
import { nextDeliveryState } from '../model/send/delivery.js';
import type { DeliveryEvent, DeliveryState, DeliveryStateName } from '../model/send/delivery.js';
import { NewsletterError } from '../model/error.js';
import type { Queries } from '../store/database.js';
import type { DeliverySteps } from '../store/delivery-steps.js';

/** What else is written together with a transition. */
export interface MoveDetails {
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
export function requeueDeliveries(
  steps: DeliverySteps,
  sendId: number,
  from: DeliveryStateName,
  event: DeliveryEvent,
  positions: readonly number[],
  { at, attemptAfter, attempts = 0 }: MoveDetails,
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
 * @param among only of those who may be mailed now, where that is wanted.
 * @returns how many they are.
 */
export async function requeueAllDeliveries(
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
    // Why one was not taken before is worth knowing until it is handed over once more.
    .$if(event.event !== 'retry', (update) => update.set({ reason: reasonOf(next) }))
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

/** How many deliveries of a send are pending that were tried before: those that were asked to come later. */
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

/** The model's word on a transition; to ask for an illegal one is an error of the program. */
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
