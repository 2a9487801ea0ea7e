import type { JobState } from '../../jobs/job.js';
import { createSqliteJobs } from '../../jobs/sqlite/sqlite-jobs.js';
import { NewsletterError } from '../../model/error.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { openExistingDatabase } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';

export interface RetryJobRequest {
  readonly configuration: Configuration;
  readonly id: number;
  readonly now: () => Date;
}

/**
 * Has a job tried again at once by the `serve` that runs, or by the next one.
 *
 * @returns the state that it had.
 * @throws NewsletterError `job-missing`; `job-settled` for one that is done, or is carried out just now.
 */
export function retryJob({ configuration, id, now }: RetryJobRequest): Promise<JobState> {
  return withDatabase(openExistingDatabase(configuration.databasePath), async (database) => {
    if (database === undefined) throw jobMissing(id);
    const result = await createSqliteJobs(database).retry(id, now());
    if (result.outcome === 'waiting') return result.before;
    throw result.outcome === 'missing' ? jobMissing(id) : jobSettled(id, result.outcome);
  });
}

function jobMissing(id: number): NewsletterError {
  return new NewsletterError('job-missing', {
    message: `There is no job ${String(id)}.`,
    expected: 'the number of a job, as "newsletter jobs" shows it',
    help: 'A job is deleted with the person whom it is about, and some time after it was done.',
  });
}

function jobSettled(id: number, state: 'running' | 'done'): NewsletterError {
  return new NewsletterError('job-settled', {
    message: `Job ${String(id)} ${state === 'done' ? 'is done' : 'is being carried out just now'}.`,
    expected: 'a job that waits or was given up',
    help: state === 'done' ? 'There is nothing to do.' : 'Wait a moment, then look at "newsletter jobs" again.',
  });
}
