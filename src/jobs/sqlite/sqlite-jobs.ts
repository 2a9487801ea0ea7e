import type { NewsletterDatabase } from '../../store/database.js';
import type { Jobs } from '../jobs.js';
import { countJobs, deleteFinished, insertJob, listJobs, retryJob } from './job-table.js';
import { SqliteJobWorker } from './sqlite-job-worker.js';

/** Jobs in a table of the database: no other program is needed. */
export function createSqliteJobs(database: NewsletterDatabase): Jobs {
  return {
    enqueue: insertJob,
    list: (selection) => listJobs(database.query, selection),
    counts: () => countJobs(database.query),
    retry: (id, at) => database.transaction((query) => retryJob(query, id, at)),
    purge: (before) => deleteFinished(database.query, before),
    worker: (options) => new SqliteJobWorker(database, options),
  };
}
