import { setTimeout as sleep } from 'node:timers/promises';

/** Much shorter than servers wait for a next message. */
const NEAR_MS = 5_000;

/**
 * Lets at most a fixed number of messages begin within any minute, over all connections: evenly, so that no two minutes
 * that overlap can hold more, and no burst makes a provider suspicious.
 */
export class RateLimiter {
  readonly #milliseconds: number;
  #next = 0;

  /** @param perMinute absent: nothing has to wait. */
  constructor(perMinute: number | undefined) {
    this.#milliseconds = perMinute === undefined ? 0 : 60_000 / perMinute;
  }

  /** Waits until a turn is near, so that no idle connection is held open meanwhile. It does not take the turn. */
  async waitNear(signal: AbortSignal | undefined): Promise<void> {
    await sleepUntil(this.#next - NEAR_MS, signal);
  }

  /** Waits for the next turn and takes it, or until the signal says that there will be none. */
  async acquire(signal: AbortSignal | undefined): Promise<void> {
    if (this.#milliseconds === 0) return;
    const at = Math.max(performance.now(), this.#next);
    this.#next = at + this.#milliseconds;
    await sleepUntil(at, signal);
  }
}

/** Never rejects: the caller sees by the signal that the sleep ended early. */
async function sleepUntil(at: number, signal: AbortSignal | undefined): Promise<void> {
  const left = at - performance.now();
  // A timer may come up to a millisecond early.
  if (left > 0) await sleep(Math.ceil(left) + 1, undefined, { signal }).catch(ignoreAbort);
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error;
}
