import { noSuchImport, tryUndoImport, undoImport as undoInDatabase } from '../../subscribers/undo-import.js';
import type { UndoReport } from '../../subscribers/undo-import.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { openExistingDatabase } from '../../store/database.js';

export type { UndoReport };

export interface UndoImportRequest {
  readonly configuration: Configuration;
  /** The import's number, as `listImports` gives it. */
  readonly number: number;
  /** Only says what would be done. */
  readonly dryRun?: boolean;
  readonly now: () => Date;
}

/**
 * Takes back what one import did. Doing it again is harmless, and says so.
 *
 * @throws NewsletterError `import-missing`, and the database's.
 */
export async function undoImport(request: UndoImportRequest): Promise<UndoReport> {
  const { configuration, number, dryRun = false, now } = request;
  const database = await openExistingDatabase(configuration.databasePath);
  if (database === undefined) throw noSuchImport(number, undefined);
  try {
    const run = dryRun ? tryUndoImport : undoInDatabase;
    return await run(database, number, { source: 'secretariat', at: now() });
  } finally {
    await database.close();
  }
}
