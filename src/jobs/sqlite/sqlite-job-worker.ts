import { databaseFailureOf } from '../../store/database-errors.js';
import type { NewsletterDatabase } from '../../store/database.js';
import type { ClaimedJob, JobOutcome } from '../job.js';
import { afterCrash, afterOutcome } from '../job-transitions.js';
import type { JobHandler, JobWorker, JobWorkerOptions, OutsideHandler, TransactionHandler } from '../jobs.js';
import { claimJobs, nextDue, othersRunning, releaseJob, renewLease, settleJob } from './job-table.js';
import { dismissWorker, isAbandoned, newWorker, RENEW_MS, type WorkerIdentity } from './worker-lease.js';

/** Work begins this long after it was enqueued, so that the time of an answer reveals nothing about the work. */
const WAKE_MS = 250;
/** How often to look whether another process has committed something. */
const FOREIGN_LOOK_MS = 5000;
/** After a job that says that no other would fare better, its handler begins none for this time. */
const PAUSE_MS = 60_000;
/** While the database cannot be written: the first wait, and the longest. */
const FIRST_DATABASE_WAIT_MS = 2000;
const LONGEST_DATABASE_WAIT_MS = 60_000;
/** When to look whether a worker died that has jobs now. */
const OTHERS_LOOK_MS = 15_000;
/** At the latest, the loop looks again after this time: a timer counts no further than 24 days. */
const LONGEST_WAIT_MS = 24 * 3_600_000;
/** How many jobs that only change the database are begun at once. */
const TRANSACTIONS_AT_ONCE = 50;

/** A handler with its kinds. */
interface HandlerKinds {
  readonly handler: JobHandler;
  readonly kinds: readonly string[];
}

interface ClaimedJobs {
  readonly handler: JobHandler;
  readonly jobs: readonly ClaimedJob[];
}

interface Unsettled {
  readonly handler: JobHandler;
  readonly job: ClaimedJob;
  readonly outcome: JobOutcome;
}

/** One loop over one table. It sleeps until a job falls due, one is enqueued, or another process has written. */
export class SqliteJobWorker implements JobWorker {
  readonly #database: NewsletterDatabase;
  readonly #options: JobWorkerOptions;
  readonly #identity: WorkerIdentity = newWorker();
  readonly #handlers: readonly HandlerKinds[];
  readonly #stopping = new AbortController();
  readonly #pausedUntil = new Map<JobHandler, number>();
  /** Outcomes that are not in the database yet. */
  #unsettled: readonly Unsettled[] = [];
  #working: Promise<void> | undefined;
  #isWokenAgain = false;
  #timer: { readonly handle: NodeJS.Timeout; readonly at: number } | undefined;
  #foreignLook: NodeJS.Timeout | undefined;
  #foreignChanges = 0;
  #failuresInRow = 0;

  constructor(database: NewsletterDatabase, options: JobWorkerOptions) {
    this.#database = database;
    this.#options = options;
    this.#handlers = groupByHandler(options);
  }

  start(): void {
    this.#foreignChanges = this.#database.foreignChanges();
    this.#foreignLook = setInterval(() => {
      this.#lookForForeignChanges();
    }, FOREIGN_LOOK_MS).unref();
    void this.carryOutDue();
  }

  wake(): void {
    this.#schedule(WAKE_MS);
  }

  carryOutDue(): Promise<void> {
    this.#isWokenAgain = true;
    this.#working ??= this.#work().finally(() => {
      this.#working = undefined;
    });
    return this.#working;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    clearInterval(this.#foreignLook);
    clearTimeout(this.#timer?.handle);
    await this.#working;
    clearTimeout(this.#timer?.handle);
    if (this.#unsettled.length > 0) await this.#settleLast();
    dismissWorker(this.#identity);
  }

  async #settleLast(): Promise<void> {
    try {
      await this.#step();
    } catch (error) {
      this.#options.onWarning(`the outcome of ${String(this.#unsettled.length)} jobs could not be written`, error);
    }
  }

  /** Never rejects. */
  async #work(): Promise<void> {
    const renewing = setInterval(() => {
      // The next step meets the same error, and reports it.
      renewLease(this.#database.query, this.#identity, this.#options.now()).catch(() => undefined);
    }, RENEW_MS).unref();
    try {
      while (this.#isWokenAgain && !this.#stopping.signal.aborted) {
        this.#isWokenAgain = false;
        await this.#recover();
        await this.#drain();
      }
      this.#failuresInRow = 0;
      await this.#scheduleNext();
    } catch (error) {
      this.#waitForDatabase(error);
    } finally {
      clearInterval(renewing);
      await this.#rest();
    }
  }

  /** @throws Error of the database. */
  async #drain(): Promise<void> {
    for (;;) {
      const claimed = await this.#step();
      if (claimed.length === 0) return;
      const results = await Promise.all(claimed.map((one) => this.#carryOut(one)));
      this.#unsettled = [...this.#unsettled, ...results.flat()];
    }
  }

  /** Writes the outcomes and claims the next jobs, in one transaction. */
  async #step(): Promise<readonly ClaimedJobs[]> {
    const at = this.#options.now();
    const settling = this.#unsettled;
    const { erased, claimed } = await this.#database.transaction(async (query) => {
      const gone: Unsettled[] = [];
      for (const one of settling) {
        const transition = afterOutcome(one.outcome, one.job.attempts, at);
        const settled = await settleJob(query, one.job.id, transition, this.#identity, at);
        if (settled === 'erased') gone.push(one);
      }
      const begun: ClaimedJobs[] = [];
      for (const { handler, kinds } of this.#ready(at)) {
        const limit = handler.how === 'outside' ? handler.atOnce : TRANSACTIONS_AT_ONCE;
        const via = handler.how === 'outside' ? handler.via : null;
        const jobs = await claimJobs(query, { kinds, via, limit, worker: this.#identity, at });
        if (jobs.length > 0) begun.push({ handler, jobs });
      }
      return { erased: gone, claimed: begun };
    });
    this.#unsettled = [];
    for (const one of erased) await this.#takeBack(one);
    return claimed;
  }

  #ready(at: Date): readonly HandlerKinds[] {
    if (this.#stopping.signal.aborted) return [];
    return this.#handlers.filter(({ handler }) => (this.#pausedUntil.get(handler) ?? 0) <= at.getTime());
  }

  #carryOut({ handler, jobs }: ClaimedJobs): Promise<readonly Unsettled[]> {
    return handler.how === 'outside' ? this.#carryOutside(handler, jobs) : this.#carryInside(handler, jobs);
  }

  /** Returns what is not settled yet: what could not be done. */
  async #carryInside(handler: TransactionHandler, jobs: readonly ClaimedJob[]): Promise<readonly Unsettled[]> {
    const results = await Promise.all(jobs.map((job) => this.#carryOneInside(handler, job)));
    return results.flatMap((one) => one ?? []);
  }

  async #carryOneInside(handler: TransactionHandler, job: ClaimedJob): Promise<Unsettled | undefined> {
    const at = this.#options.now();
    try {
      await this.#database.transaction(async (query) => {
        // Before the work: where another worker took the job over, or its person was erased, nothing is done.
        const settled = await settleJob(
          query,
          job.id,
          afterOutcome({ outcome: 'done' }, job.attempts, at),
          this.#identity,
          at,
        );
        if (settled === 'settled') await handler.carryOut(query, job);
      });
      return undefined;
    } catch (error) {
      if (databaseFailureOf(error) !== undefined) return { handler, job, outcome: { outcome: 'untouched' } };
      this.#options.onWarning(`a job (${job.kind}) could not be carried out`, error);
      return { handler, job, outcome: { outcome: 'deferred', reason: nameOf(error) } };
    }
  }

  async #carryOutside(handler: OutsideHandler, jobs: readonly ClaimedJob[]): Promise<readonly Unsettled[]> {
    let outcomes: readonly JobOutcome[] = [];
    let reason = 'it was not said how this ended';
    try {
      outcomes = await handler.carryOut(jobs, this.#stopping.signal);
    } catch (error) {
      reason = nameOf(error);
      this.#options.onWarning('jobs could not be carried out', error);
    }
    if (outcomes.some((one) => one.outcome === 'deferred' && one.pause === true)) {
      this.#pausedUntil.set(handler, this.#options.now().getTime() + PAUSE_MS);
    }
    const unknown: JobOutcome = { outcome: handler.repeatable ? 'deferred' : 'uncertain', reason };
    return jobs.map((job, place) => ({ handler, job, outcome: outcomes[place] ?? unknown }));
  }

  async #takeBack({ handler, job }: Unsettled): Promise<void> {
    if (handler.how !== 'outside') return;
    try {
      await handler.takeBack?.(job);
    } catch (error) {
      this.#options.onWarning('what a job did for somebody who was erased could not be taken back', error);
    }
  }

  /** Has jobs of dead workers tried again where that is harmless, and gives up the others. */
  async #recover(): Promise<void> {
    const at = this.#options.now();
    const others = await othersRunning(this.#database.query, this.#identity);
    const abandoned = others.flatMap((row) => {
      const handler = this.#options.handlers.get(row.kind);
      return handler !== undefined && isAbandoned(row, at) ? [{ ...row, handler }] : [];
    });
    if (abandoned.length === 0) return;
    await this.#database.transaction(async (query) => {
      for (const { id, via, attempts, handler } of abandoned) {
        const isRepeatable = handler.how === 'in-transaction' || (handler.repeatable && handler.via === via);
        await releaseJob(query, id, afterCrash(isRepeatable, attempts, at), at);
      }
    });
  }

  async #scheduleNext(): Promise<void> {
    const now = this.#options.now().getTime();
    const waits: number[] = [];
    for (const { handler, kinds } of this.#handlers) {
      const due = await nextDue(this.#database.query, kinds);
      if (due !== undefined) waits.push(Math.max(due.getTime(), this.#pausedUntil.get(handler) ?? 0) - now);
    }
    if ((await othersRunning(this.#database.query, this.#identity)).length > 0) waits.push(OTHERS_LOOK_MS);
    if (waits.length > 0) this.#schedule(Math.max(WAKE_MS, Math.min(...waits)));
  }

  #waitForDatabase(error: unknown): void {
    if (this.#failuresInRow === 0) this.#options.onWarning('jobs wait for the database', error);
    const wait = Math.min(FIRST_DATABASE_WAIT_MS * 2 ** this.#failuresInRow, LONGEST_DATABASE_WAIT_MS);
    this.#failuresInRow += 1;
    this.#schedule(wait);
  }

  /** Keeps the earlier of two times. */
  #schedule(milliseconds: number): void {
    if (this.#stopping.signal.aborted) return;
    const wait = Math.min(milliseconds, LONGEST_WAIT_MS);
    const at = performance.now() + wait;
    if (this.#timer !== undefined && this.#timer.at <= at) return;
    clearTimeout(this.#timer?.handle);
    const handle = setTimeout(() => {
      this.#timer = undefined;
      void this.carryOutDue();
    }, wait).unref();
    this.#timer = { handle, at };
  }

  #lookForForeignChanges(): void {
    try {
      const changes = this.#database.foreignChanges();
      if (changes === this.#foreignChanges) return;
      this.#foreignChanges = changes;
    } catch {
      // The work itself says what is wrong with the database.
    }
    void this.carryOutDue();
  }

  async #rest(): Promise<void> {
    for (const { handler } of this.#handlers) {
      if (handler.how !== 'outside') continue;
      await handler.rest?.().catch((error: unknown) => {
        this.#options.onWarning('connections could not be closed', error);
      });
    }
  }
}

function groupByHandler({ handlers }: JobWorkerOptions): readonly HandlerKinds[] {
  const groups = new Map<JobHandler, string[]>();
  for (const [kind, handler] of handlers) groups.set(handler, [...(groups.get(handler) ?? []), kind]);
  return [...groups].map(([handler, kinds]) => ({ handler, kinds }));
}

/** What an error is called; its message may name somebody. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'an error without a name';
  return 'code' in error ? String(error.code) : error.name;
}
