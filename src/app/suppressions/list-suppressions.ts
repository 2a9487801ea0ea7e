import type { Configuration } from '../../model/settings/configuration.js';
import type { SuppressionReason } from '../../model/send/suppression.js';
import { openExistingDatabase } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';
import { findSuppressions, type ListedSuppression } from '../../subscribers/find-suppressions.js';

export type { ListedSuppression };

export interface ListSuppressionsRequest {
  readonly configuration: Configuration;
  /** Only those whose owner asked for the newsletter again, and who wait for a person. */
  readonly waiting?: boolean | undefined;
  readonly reason?: SuppressionReason | undefined;
}

/** Lists the addresses that must not be mailed, the newest first; none when there is no database yet. */
export async function listSuppressions(request: ListSuppressionsRequest): Promise<readonly ListedSuppression[]> {
  const { waiting, reason } = request;
  return withDatabase(openExistingDatabase(request.configuration.databasePath), async (database) =>
    database === undefined ? [] : findSuppressions(database.query, { waiting, reason }),
  );
}
