/** What a long-running process remembers from one check to the next, by a key that names everything it depends on. */
export interface Memory<T> {
  recall(key: string): T | undefined;
  remember(key: string, value: T): void;
}

/**
 * A memory of what the last two rounds used. Entries that a whole round did not ask for are dropped in the next one, so
 * that it never grows beyond twice what one check needs.
 */
export class RoundMemory<T> implements Memory<T> {
  #present = new Map<string, T>();
  #before = new Map<string, T>();

  recall(key: string): T | undefined {
    const value = this.#present.get(key) ?? this.#before.get(key);
    if (value !== undefined) this.#present.set(key, value);
    return value;
  }

  remember(key: string, value: T): void {
    this.#present.set(key, value);
  }

  /** Begins a new round. */
  nextRound(): void {
    this.#before = this.#present;
    this.#present = new Map();
  }
}
