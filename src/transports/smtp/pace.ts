import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Lets at most so many messages begin within any minute, over all connections: evenly, so that no two minutes that
 * overlap can hold more, and no burst makes a provider suspicious.
 */
export class Pace {
  readonly #milliseconds: number;
  #next = 0;

  /** @param perMinute absent: nothing has to wait. */
  constructor(perMinute: number | undefined) {
    this.#milliseconds = perMinute === undefined ? 0 : 60_000 / perMinute;
  }

  /** Waits for the next turn, or until the signal says that there will be none. */
  async turn(signal: AbortSignal | undefined): Promise<void> {
    if (this.#milliseconds === 0) return;
    const now = performance.now();
    const at = Math.max(now, this.#next);
    this.#next = at + this.#milliseconds;
    // A timer may come up to a millisecond early.
    if (at > now) await sleep(Math.ceil(at - now) + 1, undefined, { signal }).catch(ignoreAbort);
  }
}

function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error;
}
