import type { Queries, TransactionQueries } from '../store/database.js';
import type { ClaimedJob, JobOutcome, JobState, ListedJob, NewJob } from './job.js';

/**
 * Work that only changes the database. It commits together with the end of its job, so it happens exactly once. If it
 * throws, nothing of it was done, and it is tried again.
 */
export interface TransactionHandler {
  readonly how: 'in-transaction';
  carryOut(query: TransactionQueries, job: ClaimedJob): Promise<void>;
}

/** Work that reaches outside, such as to submit a mail. It is begun once, unless it says that it was not done. */
export interface OutsideHandler {
  readonly how: 'outside';
  /** By what means, such as a transport's name; noted before a job is begun. */
  readonly via: string;
  /** Whether to carry a job out twice by the same means has the effect of once. */
  readonly repeatable: boolean;
  /** How many jobs are begun at once. A crash leaves at most as many of which nobody knows the outcome. */
  readonly atOnce: number;
  /**
   * Carries out some jobs, and returns an outcome for each, in their order.
   *
   * @param signal once aborted, nothing that only waits is begun.
   */
  carryOut(jobs: readonly ClaimedJob[], signal: AbortSignal): Promise<readonly JobOutcome[]>;
  /** Undoes, as far as it can, what a job did whose subscriber was erased meanwhile. */
  takeBack?(job: ClaimedJob): Promise<void>;
  /** Called when nothing is left to do for now, for example to close connections. */
  rest?(): Promise<void>;
}

export type JobHandler = TransactionHandler | OutsideHandler;

/** The handler of each kind. Kinds may share one. */
export type JobHandlers = ReadonlyMap<string, JobHandler>;

export interface JobWorkerOptions {
  readonly handlers: JobHandlers;
  readonly now: () => Date;
  /** Called for the log; it never names anybody. */
  readonly onWarning: (what: string, error: unknown) => void;
}

/** Carries out jobs in the order in which they fall due. */
export interface JobWorker {
  /** Carries out what is due now, and from now on all that falls due. */
  start(): void;
  /** Says that jobs were enqueued in this process; they are begun a moment later. */
  wake(): void;
  /** Carries out all that is due now; never rejects. */
  carryOutDue(): Promise<void>;
  /** Waits for what is running, and records it. Nothing more is begun. */
  stop(): Promise<void>;
}

/** The result of a person's wish to try a job again. */
export type RetryResult =
  { readonly outcome: 'waiting'; readonly before: JobState } | { readonly outcome: 'running' | 'done' | 'missing' };

/** Which jobs to list. */
export type JobSelection = 'open' | 'given-up';

/** How many jobs are in each state. */
export type JobCounts = Readonly<Record<JobState, number>>;

/** The port to what keeps and carries out jobs. `tests/jobs/contract.test.ts` says what every implementation must do. */
export interface Jobs {
  /** Adds a job in the transaction of what causes it: both are committed, or neither is. */
  enqueue(query: Queries, job: NewJob, at: Date): Promise<void>;
  /** Lists jobs in the order in which they were enqueued: those that are not done, or only those that were given up. */
  list(selection: JobSelection): Promise<readonly ListedJob[]>;
  counts(): Promise<JobCounts>;
  /** Has a job tried again now, also one that was given up. */
  retry(id: number, at: Date): Promise<RetryResult>;
  /** Deletes jobs that were done or given up before a time. */
  purge(before: Date): Promise<void>;
  worker(options: JobWorkerOptions): JobWorker;
}
