import { noSuchImport, takeBackImport, type UndoReport } from '../../subscribers/import/undo-import.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { openExistingDatabase, type Queries } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';

export type { UndoReport };

export interface UndoImportRequest {
  readonly configuration: Configuration;
  /** The import's number, as `listImports` returns it. */
  readonly number: number;
  /** Only says what would be done. */
  readonly dryRun?: boolean;
  readonly now: () => Date;
}

/**
 * Undoes one import. Doing it again is harmless, and the result says so.
 *
 * @throws NewsletterError `import-missing`, and those of the database.
 */
export async function undoImport(request: UndoImportRequest): Promise<UndoReport> {
  const { configuration, number, dryRun = false, now } = request;
  return withDatabase(openExistingDatabase(configuration.databasePath), async (database) => {
    if (database === undefined) throw noSuchImport(number, undefined);
    const basis = { source: 'secretariat', at: now() };
    const undo = (query: Queries): Promise<UndoReport> => takeBackImport(query, number, basis);
    return dryRun ? database.tryOut(undo) : database.transaction(undo);
  });
}
