import { readImports } from '../../subscribers/imports.js';
import type { RecordedImport } from '../../subscribers/imports.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { openExistingDatabase } from '../../store/database.js';

export type { RecordedImport };

/** All imports, newest first; none where there is no database yet. */
export async function listImports(configuration: Configuration): Promise<readonly RecordedImport[]> {
  const database = await openExistingDatabase(configuration.databasePath);
  if (database === undefined) return [];
  try {
    return await readImports(database.query);
  } finally {
    await database.close();
  }
}
