import { openKeys } from '../../subscribers/tokens/keys.js';
import { createSqliteJobs } from '../../jobs/sqlite/sqlite-jobs.js';
import { purge, type PurgeReport } from '../../subscribers/consent/purge.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { openExistingDatabase } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';

export type { PurgeReport };

export interface PurgeSubscribersRequest {
  readonly configuration: Configuration;
  /** Only says what would be erased. */
  readonly dryRun: boolean;
  readonly now: () => Date;
}

/**
 * Erases what is older than the retention times of `newsletter.yaml`, from the database and from the bytes of its
 * files.
 */
export async function purgeSubscribers(request: PurgeSubscribersRequest): Promise<PurgeReport> {
  const { configuration, dryRun, now } = request;
  return withDatabase(openExistingDatabase(configuration.databasePath), async (database) => {
    if (database === undefined) return { pending: 0, left: 0, addressChanges: 0 };
    const context = { database, keys: await openKeys(configuration, database.query), source: 'purge', at: now() };
    const { retention } = configuration.subscribers;
    const report = await purge(context, retention, dryRun);
    // They name nobody, so the report does not count them.
    if (!dryRun) await createSqliteJobs(database).purge(daysBefore(now(), retention.pendingDays));
    if (!dryRun && report.pending + report.left + report.addressChanges > 0) database.compact();
    return report;
  });
}

function daysBefore(at: Date, days: number): Date {
  return new Date(at.getTime() - days * 24 * 3_600_000);
}
