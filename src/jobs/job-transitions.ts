import type { JobOutcome, JobState } from './job.js';

const MINUTE_MS = 60_000;
/** A deferred job is tried again after these minutes, and then given up. */
const RETRY_MINUTES = [1, 5, 15, 60, 240, 720] as const;
/** How often a job is begun at most before it is given up. */
export const MAX_ATTEMPTS = RETRY_MINUTES.length + 1;

/** What to write to a job that was running. */
export interface JobTransition {
  readonly state: Exclude<JobState, 'running'>;
  readonly reason: string | null;
  /** When it is tried next; `null` where it is not. */
  readonly dueAt: Date | null;
  /** How often it was begun. */
  readonly attempts: number;
}

/** Says how a running job goes on after its outcome. */
export function afterOutcome(outcome: JobOutcome, attempts: number, now: Date): JobTransition {
  switch (outcome.outcome) {
    case 'done':
      return { state: 'done', reason: null, dueAt: null, attempts };
    case 'untouched':
      return { state: 'waiting', reason: null, dueAt: now, attempts: attempts - 1 };
    case 'deferred':
      return afterDeferral(outcome.reason, attempts, now);
    case 'failed':
    case 'uncertain':
      return { state: outcome.outcome, reason: withoutAddresses(outcome.reason), dueAt: null, attempts };
  }
}

/**
 * Says how a job goes on whose worker died while it was running.
 *
 * @param isRepeatable whether to carry it out a second time has no effect that the first time had.
 */
export function afterCrash(isRepeatable: boolean, attempts: number, now: Date): JobTransition {
  if (!isRepeatable) return afterOutcome({ outcome: 'uncertain', reason: LOST }, attempts, now);
  // A job that ends the process each time must not do so forever.
  if (attempts >= MAX_ATTEMPTS) return afterOutcome({ outcome: 'failed', reason: CRASHED }, attempts, now);
  return { state: 'waiting', reason: null, dueAt: now, attempts };
}

const LOST = 'the program ended while this was on its way, so nobody can tell whether it was carried out';
const CRASHED = `the program ended each of ${String(MAX_ATTEMPTS)} times that this was begun`;

function afterDeferral(reason: string, attempts: number, now: Date): JobTransition {
  const minutes = RETRY_MINUTES[attempts - 1];
  const shown = withoutAddresses(reason);
  if (minutes !== undefined) {
    return { state: 'waiting', reason: shown, dueAt: new Date(now.getTime() + minutes * MINUTE_MS), attempts };
  }
  return { state: 'failed', reason: `given up after ${String(attempts)} tries: ${shown}`, dueAt: null, attempts };
}

const REASON_LENGTH = 300;

/** A server's refusal often repeats the address, and a job names nobody. */
function withoutAddresses(reason: string): string {
  return reason
    .replace(/<?[^\s<>@]+@[^\s<>@]+>?/gu, '(address)')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, REASON_LENGTH);
}
