import type { ListedJob } from '../../jobs/job.js';
import type { JobCounts, JobSelection } from '../../jobs/jobs.js';
import { createSqliteJobs } from '../../jobs/sqlite/sqlite-jobs.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { openExistingDatabase } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';

/** Jobs, and how many there are in each state. */
export interface JobList {
  readonly counts: JobCounts;
  readonly jobs: readonly ListedJob[];
}

/** Lists the jobs that are not done, or only those that were given up; none when there is no database yet. */
export function listJobs(configuration: Configuration, selection: JobSelection): Promise<JobList> {
  return withDatabase(openExistingDatabase(configuration.databasePath), async (database) => {
    if (database === undefined) return { counts: NONE, jobs: [] };
    const jobs = createSqliteJobs(database);
    return { counts: await jobs.counts(), jobs: await jobs.list(selection) };
  });
}

const NONE: JobCounts = { waiting: 0, running: 0, done: 0, failed: 0, uncertain: 0 };
