import { readImports, type RecordedImport } from '../../subscribers/import/imports.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { openExistingDatabase } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';

export type { RecordedImport };

/** Lists all imports, newest first; none when there is no database yet. */
export async function listImports(configuration: Configuration): Promise<readonly RecordedImport[]> {
  return withDatabase(openExistingDatabase(configuration.databasePath), async (database) => {
    if (database === undefined) return [];
    return readImports(database.query);
  });
}
