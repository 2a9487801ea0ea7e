import { databaseTroubleOf, isDatabaseBusy, type DatabaseTrouble } from './database-errors.js';
import type { NewsletterDatabase } from './database.js';

type Query = Parameters<Parameters<NewsletterDatabase['transaction']>[0]>[0];

/** One piece of work that waits for the next commit. */
interface QueuedWork {
  readonly run: (query: Query) => Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
  /** From when on it waits no longer for another program. */
  readonly until: number;
}

/** A database whose transactions share commits. */
export interface GroupedDatabase extends NewsletterDatabase {
  /** From now on nothing waits for another program any more: what cannot be written at once fails. */
  stopWaiting(): void;
}

export interface GroupingOptions {
  /** For how many milliseconds a piece of work waits while another program writes; then it fails, and is not written. */
  readonly patience?: number;
  /** Told after each try: what kept it from being written, or `undefined` where it was written. */
  readonly onTry?: (trouble: DatabaseTrouble | undefined) => void;
}

/** How many pieces of work one commit takes at the most, so that nobody waits long. */
const GROUP_LIMIT = 200;
/** As long as a reader's program waits for an answer, and longer than an import of a usual size takes. */
const TIMEOUT_MS = 10_000;
const RETRY_MS = 100;

/**
 * The same database, whose transactions share a commit with those that arrive together: a durable commit takes a disk
 * most of the time that a request needs. A transaction is over only after its commit. Where the work of one fails, all
 * of the group are rolled back and done again one by one, so that none suffers from another. Work that fails because
 * another program writes was not done, and will not be.
 */
export function groupTransactions(database: NewsletterDatabase, options: GroupingOptions = {}): GroupedDatabase {
  const group = new TransactionGroup(database, options);
  return {
    ...database,
    transaction: (work) => group.add(work),
    compact: () => group.compact(),
    close: () => group.close(),
    stopWaiting: () => {
      group.stopWaiting();
    },
  };
}

class TransactionGroup {
  readonly #database: NewsletterDatabase;
  readonly #onTry: (trouble: DatabaseTrouble | undefined) => void;
  readonly #waiting: QueuedWork[] = [];
  readonly #patience: number;
  #lastMoment = Infinity;
  #working: Promise<void> | undefined;
  #committing = false;
  #compactionDue = false;

  constructor(database: NewsletterDatabase, { patience = TIMEOUT_MS, onTry }: GroupingOptions) {
    this.#database = database;
    this.#patience = patience;
    this.#onTry = onTry ?? (() => undefined);
  }

  add<T>(work: (query: Query) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let result: { readonly value: T } | undefined;
      this.#waiting.push({
        run: async (query) => {
          result = { value: await work(query) };
        },
        resolve: () => {
          if (result !== undefined) resolve(result.value);
        },
        reject,
        until: performance.now() + this.#patience,
      });
      this.#working ??= this.#work();
    });
  }

  /**
   * Between two commits: at once where none is under way and no other program writes, otherwise later, and `false`. It
   * never fails: what was deleted is gone already, and whoever deleted it must not hear that nothing was done.
   */
  compact(): boolean {
    if (this.#committing) this.#compactionDue = true;
    else this.#compactIfPossible();
    return !this.#compactionDue;
  }

  stopWaiting(): void {
    this.#lastMoment = performance.now();
  }

  async close(): Promise<void> {
    await this.#working;
    await this.#database.close();
  }

  async #work(): Promise<void> {
    // One turn of the event loop: what arrived with the first is in the group as well.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) {
      this.#committing = true;
      await this.#commit(this.#waiting.splice(0, GROUP_LIMIT));
      this.#committing = false;
      if (this.#compactionDue) this.#compactIfPossible();
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#working = undefined;
  }

  /** What was deleted is overwritten already; a rewrite that does not succeed now comes after the next commit. */
  #compactIfPossible(): void {
    try {
      this.#compactionDue = !this.#database.compact();
    } catch {
      this.#compactionDue = true;
    }
  }

  /** Never rejects. */
  async #commit(group: readonly QueuedWork[]): Promise<void> {
    let left = group;
    while (left.length > 0) {
      const error = await this.#try(left);
      if (error === undefined) {
        for (const work of left) work.resolve();
        return;
      }
      if (!isDatabaseBusy(error.reason)) {
        await this.#oneByOne(left, error.reason);
        return;
      }
      left = this.#dismissOverdue(left, error.reason);
      if (left.length > 0) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  async #try(group: readonly QueuedWork[]): Promise<{ readonly reason: unknown } | undefined> {
    try {
      await this.#database.transaction(async (query) => {
        for (const work of group) await work.run(query);
      });
    } catch (reason) {
      const trouble = databaseTroubleOf(reason);
      if (trouble !== undefined) this.#onTry(trouble);
      return { reason };
    }
    this.#onTry(undefined);
    return undefined;
  }

  async #oneByOne(group: readonly QueuedWork[], reason: unknown): Promise<void> {
    const [first, ...others] = group;
    if (others.length === 0) first?.reject(reason);
    else for (const work of group) await this.#commit([work]);
  }

  /** @returns those whose time is not over yet. */
  #dismissOverdue(group: readonly QueuedWork[], reason: unknown): readonly QueuedWork[] {
    const now = performance.now();
    const isOverdue = ({ until }: QueuedWork) => now >= Math.min(until, this.#lastMoment);
    for (const work of group) if (isOverdue(work)) work.reject(reason);
    return group.filter((work) => !isOverdue(work));
  }
}
