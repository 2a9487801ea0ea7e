import { basename } from 'node:path';
import { importSubscribers as importIntoDatabase } from '../audience/import.js';
import type { ImportReport } from '../audience/import.js';
import { openKeys } from '../audience/keys.js';
import type { Configuration } from '../model/configuration.js';
import { openDatabase } from '../store/database.js';

export type { ImportReport };

export interface ImportSubscribersRequest {
  readonly configuration: Configuration;
  /** Absolute path of the CSV file. */
  readonly file: string;
  readonly now: () => Date;
}

/**
 * Imports subscribers from a CSV file; new ones are active, with the consent source `import:<file>`.
 *
 * @throws NewsletterError `csv-invalid`, `file-unreadable`; then nothing was imported.
 */
export async function importSubscribers(request: ImportSubscribersRequest): Promise<ImportReport> {
  const { configuration, file, now } = request;
  const keys = await openKeys(configuration);
  const database = await openDatabase(configuration.databasePath);
  try {
    return await importIntoDatabase(database, { path: file, source: `import:${basename(file)}`, at: now(), keys });
  } finally {
    await database.close();
  }
}
