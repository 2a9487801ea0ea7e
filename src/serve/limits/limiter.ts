/** How often something may happen within a time. */
export interface Limit {
  readonly times: number;
  readonly withinMilliseconds: number;
}

interface RequestCount {
  times: number;
  since: number;
}

/** How many keys one limiter remembers; beyond that it drops the key with the oldest use. */
const CAPACITY = 20_000;

/** Counts how often something happened for a key, in bounded memory. */
export class Limiter {
  readonly #limit: Limit;
  readonly #now: () => number;
  readonly #capacity: number;
  /** In the order of their last use. */
  readonly #counts = new Map<string, RequestCount>();

  constructor(limit: Limit, now: () => number, capacity = CAPACITY) {
    this.#limit = limit;
    this.#now = now;
    this.#capacity = capacity;
  }

  /** Counts once more; `false`, and not counted, where the limit is reached. */
  take(key: string): boolean {
    if (!this.hasRoom(key)) return false;
    this.count(key);
    return true;
  }

  hasRoom(key: string): boolean {
    return this.timesOf(key) < this.#limit.times;
  }

  /** How often it was counted within the present time. Asking counts as a use of the key. */
  timesOf(key: string): number {
    const known = this.#counts.get(key);
    if (known === undefined) return 0;
    this.#counts.delete(key);
    if (this.#now() - known.since >= this.#limit.withinMilliseconds) return 0;
    this.#counts.set(key, known);
    return known.times;
  }

  /** Counts once more, whatever the limit says. */
  count(key: string): void {
    const times = this.timesOf(key);
    const since = this.#counts.get(key)?.since ?? this.#now();
    this.#counts.set(key, { times: times + 1, since });
    if (this.#counts.size > this.#capacity) this.#dropOldest();
  }

  get size(): number {
    return this.#counts.size;
  }

  #dropOldest(): void {
    const [oldest] = this.#counts.keys();
    if (oldest !== undefined) this.#counts.delete(oldest);
  }
}
