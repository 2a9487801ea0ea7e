import type { NewsletterDatabase } from '../store/database.js';

type Query = Parameters<Parameters<NewsletterDatabase['transaction']>[0]>[0];

/** One piece of work that waits for the next commit. */
interface WaitingWork {
  readonly run: (query: Query) => Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** How many pieces of work one commit takes at the most, so that nobody waits long. */
const GROUP_LIMIT = 200;
/** While another command writes, as an import does: how long work is tried again, and how often. */
const PATIENCE_MILLISECONDS = 25_000;
const RETRY_MILLISECONDS = 100;

/**
 * The same database, whose transactions share a commit with those that arrive together: a durable commit takes a disk
 * most of the time that a request needs. A transaction is over only after its commit. Where the work of one fails, all
 * of the group are rolled back and done again one by one, so that none suffers from another.
 */
export function groupTransactions(database: NewsletterDatabase): NewsletterDatabase {
  const group = new TransactionGroup(database);
  return {
    ...database,
    transaction: (work) => group.add(work),
    compact: () => group.compact(),
    close: () => group.close(),
  };
}

class TransactionGroup {
  readonly #database: NewsletterDatabase;
  readonly #waiting: WaitingWork[] = [];
  #working: Promise<void> | undefined;
  #committing = false;
  #compactionDue = false;

  constructor(database: NewsletterDatabase) {
    this.#database = database;
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
      });
      this.#working ??= this.#work();
    });
  }

  /** Between two commits: at once where none is under way, otherwise soon, and `false`. */
  compact(): boolean {
    if (!this.#committing) return this.#database.compact();
    this.#compactionDue = true;
    return false;
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
      if (this.#compactionDue) this.#compactLate();
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#working = undefined;
  }

  /** What was deleted is overwritten already; a rewrite that does not succeed now comes with the next erasure. */
  #compactLate(): void {
    this.#compactionDue = false;
    try {
      this.#database.compact();
    } catch {
      this.#compactionDue = true;
    }
  }

  /** Never rejects. */
  async #commit(group: readonly WaitingWork[]): Promise<void> {
    try {
      await this.#patiently(async (query) => {
        for (const work of group) await work.run(query);
      });
    } catch (error) {
      const [first, ...others] = group;
      if (others.length === 0) first?.reject(error);
      else for (const work of group) await this.#commit([work]);
      return;
    }
    for (const work of group) work.resolve();
  }

  async #patiently(work: (query: Query) => Promise<void>): Promise<void> {
    const until = performance.now() + PATIENCE_MILLISECONDS;
    for (;;) {
      try {
        await this.#database.transaction(work);
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() > until) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
    }
  }
}

function isBusy(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('SQLITE_BUSY');
}
