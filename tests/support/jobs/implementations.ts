import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Jobs } from '../../../src/jobs/jobs.js';
import { createSqliteJobs } from '../../../src/jobs/sqlite/sqlite-jobs.js';
import { openDatabase, type NewsletterDatabase } from '../../../src/store/database.js';

/** An implementation of the port with a database of its own. */
export interface OpenJobs {
  readonly jobs: Jobs;
  readonly database: NewsletterDatabase;
  /** What lies in the database about all jobs, as text. */
  readonly stored: () => Promise<string>;
  /** From now on, the process of every worker that has jobs counts as killed. */
  readonly killWorkers: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface JobsImplementation {
  readonly name: string;
  readonly open: () => Promise<OpenJobs>;
}

/** Every implementation of the port; a new one is a line here. */
export const IMPLEMENTATIONS: readonly JobsImplementation[] = [{ name: 'sqlite', open: openSqliteJobs }];

async function openSqliteJobs(): Promise<OpenJobs> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsletter-jobs-'));
  const database = await openDatabase(path.join(folder, 'newsletter.db'));
  return {
    jobs: createSqliteJobs(database),
    database,
    stored: async () => JSON.stringify(await database.query.selectFrom('jobs').selectAll().execute()),
    killWorkers: async () => {
      await database.query
        .updateTable('jobs')
        .set({ worker_pid: deadProcess(), worker: 'killed' })
        .where('state', '=', 'running')
        .execute();
    },
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The number of a process that has ended. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}
