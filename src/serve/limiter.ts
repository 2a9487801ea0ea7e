/** How often something may happen within a time. */
export interface Limit {
  readonly times: number;
  readonly withinMilliseconds: number;
}

interface Count {
  times: number;
  since: number;
}

/** How many keys one limiter remembers; beyond that, the one that was used least lately is forgotten. */
const CAPACITY = 20_000;

/** Counts how often something happened for a key, in bounded memory. */
export class Limiter {
  readonly #limit: Limit;
  readonly #now: () => number;
  readonly #capacity: number;
  /** In the order of their last use. */
  readonly #counts = new Map<string, Count>();

  constructor(limit: Limit, now: () => number, capacity = CAPACITY) {
    this.#limit = limit;
    this.#now = now;
    this.#capacity = capacity;
  }

  /** Counts once more; `false`, and not counted, where the limit is reached. */
  take(key: string): boolean {
    const now = this.#now();
    const known = this.#counts.get(key);
    const current = known !== undefined && now - known.since < this.#limit.withinMilliseconds;
    const count = current ? known : { times: 0, since: now };
    this.#counts.delete(key);
    this.#counts.set(key, count);
    if (this.#counts.size > this.#capacity) this.#forgetOldest();
    if (count.times >= this.#limit.times) return false;
    count.times += 1;
    return true;
  }

  get size(): number {
    return this.#counts.size;
  }

  #forgetOldest(): void {
    const [oldest] = this.#counts.keys();
    if (oldest !== undefined) this.#counts.delete(oldest);
  }
}
