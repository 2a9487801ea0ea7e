import type { ClaimedJob, JobOutcome, NewJob } from '../../../src/jobs/job.js';
import type { JobHandler, JobWorker, OutsideHandler } from '../../../src/jobs/jobs.js';
import type { OpenJobs } from './implementations.js';

export const DONE = { outcome: 'done' } as const satisfies JobOutcome;

const START = new Date('2026-03-01T09:00:00.000Z');

/** Jobs with a clock of the test's own. */
export class JobBench {
  readonly open: OpenJobs;
  readonly warnings: string[] = [];
  #now = START.getTime();

  constructor(open: OpenJobs) {
    this.open = open;
  }

  readonly now = (): Date => new Date(this.#now);

  wait(minutes: number): void {
    this.#now += minutes * 60_000;
  }

  async enqueue(...jobs: readonly NewJob[]): Promise<void> {
    await this.open.database.transaction(async (query) => {
      for (const job of jobs) await this.open.jobs.enqueue(query, job, this.now());
    });
  }

  worker(handlers: Readonly<Record<string, JobHandler>>): JobWorker {
    return this.open.jobs.worker({
      handlers: new Map(Object.entries(handlers)),
      now: this.now,
      onWarning: (what) => this.warnings.push(what),
    });
  }

  /** Carries out what is due with a worker of its own. */
  async carryOut(handlers: Readonly<Record<string, JobHandler>>): Promise<void> {
    const worker = this.worker(handlers);
    await worker.carryOutDue();
    await worker.stop();
  }

  /** The states of all jobs that are not done, in their order. */
  async states(): Promise<readonly string[]> {
    return (await this.open.jobs.list('open')).map(({ state }) => state);
  }

  /** A subscriber of this number. */
  async addSubscriber(id: number): Promise<void> {
    const name = `s${String(id)}@example.org`;
    await this.open.database.query
      .insertInto('subscribers')
      .values({ id, email: name, address_key: name, address_hash: name, tags: '[]', state: 'pending', created_at: 't' })
      .execute();
  }
}

/** A handler that reaches outside, and what it was given. */
export function outside(
  carryOut: (job: ClaimedJob) => JobOutcome | Promise<JobOutcome>,
  more: Partial<OutsideHandler> = {},
): OutsideHandler {
  return {
    how: 'outside',
    via: 'test',
    repeatable: false,
    atOnce: 2,
    carryOut: (jobs) => Promise.all(jobs.map(async (job) => carryOut(job))),
    ...more,
  };
}
