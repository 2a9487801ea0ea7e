import type { SubmitOutcome } from '../../model/send/outgoing-message.js';

/** How far messages are kept apart because the other side asked for fewer. */
export interface Slowness {
  /** Milliseconds between two messages; 0: none. */
  readonly slowMs: number;
  /** Messages that were taken since the last change. */
  readonly taken: number;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

export const NOT_SLOWED: Slowness = { slowMs: 0, taken: 0, changedAt: Number.NEGATIVE_INFINITY };

const FIRST_MS = 1_000;
const MAX_MS = 60_000;
/** After this number of messages that were taken, the pause is halved. */
const TAKEN_TO_HALVE = 20;

/**
 * Doubles the pause when the other side wants fewer messages, and halves it after some that it took. Several answers to
 * messages that left before a change ask for one change only.
 *
 * @param now milliseconds since 1970.
 */
export function afterOutcome(slowness: Slowness, outcome: SubmitOutcome, now: number): Slowness {
  const { slowMs, taken, changedAt } = slowness;
  if (outcome.outcome === 'deferred' && outcome.cause === 'rate') {
    if (now < changedAt + slowMs) return slowness;
    return { slowMs: Math.min(MAX_MS, Math.max(FIRST_MS, 2 * slowMs)), taken: 0, changedAt: now };
  }
  if (outcome.outcome !== 'submitted' || slowMs === 0) return slowness;
  if (taken + 1 < TAKEN_TO_HALVE) return { ...slowness, taken: taken + 1 };
  return { slowMs: slowMs <= FIRST_MS ? 0 : slowMs / 2, taken: 0, changedAt: now };
}
