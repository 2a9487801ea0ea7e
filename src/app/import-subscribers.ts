import { basename } from 'node:path';
import { IMPORT_FIELDS } from '../audience/column-wishes.js';
import type { ColumnMapping } from '../audience/column-wishes.js';
import { importSubscribers as importIntoDatabase } from '../audience/import.js';
import type { ImportReport } from '../audience/import.js';
import { openKeys } from '../audience/keys.js';
import { readTags, requireLanguage } from '../audience/subscriber-details.js';
import type { Configuration } from '../model/configuration.js';
import { openDatabase } from '../store/database.js';

export { IMPORT_FIELDS };
export type { ColumnMapping, ImportReport };

export interface ImportSubscribersRequest {
  readonly configuration: Configuration;
  /** Absolute path of the CSV file. */
  readonly file: string;
  /** Columns by the names that they have in the file; what is not mapped is found by its name. */
  readonly mapping?: ColumnMapping | undefined;
  /** Columns that are not looked at, by their names or numbers from 1. */
  readonly ignored?: readonly string[] | undefined;
  /** Tags for everybody in the file. */
  readonly tags?: readonly string[] | undefined;
  /** The language of whoever has none in the file. */
  readonly language?: string | undefined;
  readonly now: () => Date;
}

/**
 * Imports subscribers from a CSV file; new ones are active, with the consent source `import:<file>`.
 *
 * @throws NewsletterError `csv-invalid`, `columns-unclear`, `file-unreadable`, `usage` for a language or a mapping, and the
 * database's and the keys'; then nothing was imported.
 */
export async function importSubscribers(request: ImportSubscribersRequest): Promise<ImportReport> {
  const { configuration, file, now } = request;
  const language = request.language === undefined ? undefined : requireLanguage(request.language);
  const database = await openDatabase(configuration.databasePath);
  try {
    const keys = await openKeys(configuration, database.query);
    return await importIntoDatabase(database, {
      path: file,
      source: `import:${basename(file)}`,
      mapping: request.mapping ?? {},
      ignored: request.ignored ?? [],
      tags: readTags((request.tags ?? []).join(',')),
      language,
      sharing: configuration.subscribers.sharedAddresses,
      at: now(),
      keys,
    });
  } finally {
    await database.close();
  }
}
