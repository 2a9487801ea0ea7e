import { databaseFailureOf, isDatabaseBusy, type DatabaseFailure } from './database-errors.js';
import type { NewsletterDatabase } from './database.js';

type Query = Parameters<Parameters<NewsletterDatabase['transaction']>[0]>[0];

/** One piece of work that waits for the next commit. */
interface QueuedWork {
  readonly run: (query: Query) => Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
  /** When it stops waiting for another program. */
  readonly until: number;
}

/** A database whose transactions share commits. */
export interface GroupedDatabase extends NewsletterDatabase {
  /** Stops waiting for other programs: from now on, what cannot be written at once fails. */
  stopWaiting(): void;
}

export interface GroupingOptions {
  /** For how many milliseconds a piece of work waits while another program writes; then it fails and is not written. */
  readonly busyTimeoutMs?: number;
  /** Called after each attempt, with what prevented the write, or `undefined` when it succeeded. */
  readonly onTry?: (failure: DatabaseFailure | undefined) => void;
}

/** At most this many pieces of work share one commit, so that nobody waits long. */
const GROUP_LIMIT = 200;
/** As long as a reader's program waits for an answer, and longer than an import of a usual size takes. */
const TIMEOUT_MS = 10_000;
const RETRY_MS = 100;

/**
 * Wraps a database so that transactions that arrive together share one commit, because a durable commit takes most of
 * the time of a request. A transaction ends only after its commit. If one piece of work fails, the whole group is
 * rolled back and done again one by one, so that none affects another. Work that fails because another program writes
 * was not done, and will not be.
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
  readonly #onTry: (failure: DatabaseFailure | undefined) => void;
  readonly #waiting: QueuedWork[] = [];
  readonly #busyTimeoutMs: number;
  #lastMoment = Infinity;
  #working: Promise<void> | undefined;
  #committing = false;
  #compactionDue = false;

  constructor(database: NewsletterDatabase, { busyTimeoutMs = TIMEOUT_MS, onTry }: GroupingOptions) {
    this.#database = database;
    this.#busyTimeoutMs = busyTimeoutMs;
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
        until: performance.now() + this.#busyTimeoutMs,
      });
      this.#working ??= this.#work();
    });
  }

  /**
   * Compacts between two commits: at once if none is in progress and no other program writes, otherwise later, and then
   * returns `false`. It never fails, because what was deleted is gone already, and the caller must not hear that
   * nothing was done.
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
    // Waits one turn of the event loop, so that work that arrived with the first joins the group.
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

  /** Deleted data is overwritten already; a rewrite that fails now is tried again after the next commit. */
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
      const failure = databaseFailureOf(reason);
      if (failure !== undefined) this.#onTry(failure);
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

  /** @returns the work whose time is not over yet. */
  #dismissOverdue(group: readonly QueuedWork[], reason: unknown): readonly QueuedWork[] {
    const now = performance.now();
    const isOverdue = ({ until }: QueuedWork) => now >= Math.min(until, this.#lastMoment);
    for (const work of group) if (isOverdue(work)) work.reject(reason);
    return group.filter((work) => !isOverdue(work));
  }
}
