import { NewsletterError } from '../../model/error.js';
import type { SubmitOutcome } from '../../model/send/outgoing-message.js';

/** The send stops after this many refusals in a row by a rule of the other side. */
const MAX_IN_A_ROW = 10;
/** Of this many outcomes, the newest ones, at most a fifth may be such refusals. */
const WINDOW = 50;
const MAX_IN_WINDOW = WINDOW / 5;

/** The newest outcomes of a run; a value, so that it can be tested without a send. */
export interface CircuitBreaker {
  /** How many refusals by policy the newest outcomes are. */
  readonly inARow: number;
  /** Of the newest outcomes, oldest first: whether each was such a refusal. */
  readonly recent: readonly boolean[];
}

/** At the start of a run nothing is known. */
export const UNTRIPPED: CircuitBreaker = { inARow: 0, recent: [] };

/** Counts one more outcome. */
export function countOutcome(breaker: CircuitBreaker, outcome: SubmitOutcome): CircuitBreaker {
  const refused = isPolicyRefusal(outcome);
  return {
    inARow: refused ? breaker.inARow + 1 : 0,
    recent: [...breaker.recent.slice(1 - WINDOW), refused],
  };
}

/**
 * Whether the send shall stop: the sender is not welcome, and each further message makes it worse. Fewer outcomes than
 * the window count as if all others had gone well.
 */
export function isTripped({ inARow, recent }: CircuitBreaker): boolean {
  return inARow >= MAX_IN_A_ROW || recent.filter((refused) => refused).length > MAX_IN_WINDOW;
}

function isPolicyRefusal(outcome: SubmitOutcome): boolean {
  return (outcome.outcome === 'failed' || outcome.outcome === 'deferred') && outcome.cause === 'policy';
}

/** The error for a send that was stopped because the other side refuses it. */
export function sendStopped(reason: string): NewsletterError {
  return new NewsletterError('send-stopped', {
    message: `The send was stopped: the other side refuses our mail by a rule of its own. The last answer was: ${reason}`,
    expected: 'a sender that mail servers take mail from; fewer than 10 such refusals in a row, and at most 10 of 50',
    help: 'The rest is still pending. Look whether SPF, DKIM and DMARC of the sender’s domain are right, whether it or your provider stands on a blocklist, and ask the provider. Then run the same command again; `--only failed` tries those that were refused once more.',
  });
}
