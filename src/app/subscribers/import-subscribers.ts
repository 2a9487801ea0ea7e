import path from 'node:path';
import { IMPORT_FIELDS, type ColumnMapping } from '../../subscribers/columns/column-request.js';
import {
  importIntoList,
  saysConsent,
  tryImportIntoList,
  type ImportReport,
  type ImportRequest,
  type ImportResult,
  type ImportTrial,
} from '../../subscribers/import/import.js';
import { openKeys, openKeysForTrial, type Keys } from '../../subscribers/tokens/keys.js';
import { readTags, requireLanguage } from '../../subscribers/subscriber-details.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { openDatabase, openExistingDatabase, openScratchDatabase } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';

export { IMPORT_FIELDS };
export type { ColumnMapping, ImportReport, ImportResult, ImportTrial };

export interface ImportSubscribersRequest {
  readonly configuration: Configuration;
  /** Absolute path of the CSV file. */
  readonly file: string;
  /** Columns by their names in the file; an unmapped column is found by its name. */
  readonly mapping?: ColumnMapping | undefined;
  /** Columns to ignore, by name or by number from 1. */
  readonly ignored?: readonly string[] | undefined;
  /** Tags for everybody in the file. */
  readonly tags?: readonly string[] | undefined;
  /** The language of people who have none in the file. */
  readonly language?: string | undefined;
  /** What the importer said about the consent of everybody in the file, for the consent records. */
  readonly agreement?: string | undefined;
  readonly now: () => Date;
}

/**
 * Imports subscribers from a CSV file; new ones are active, with the consent source `import:<file>`.
 *
 * @throws NewsletterError `csv-invalid`, `columns-unclear`, `file-unreadable`, `usage` for a language or a mapping, and
 *   those of the database and the keys; nothing was then imported.
 */
export async function importSubscribers(request: ImportSubscribersRequest): Promise<ImportResult> {
  const { configuration } = request;
  const readWithKeys = readRequest(request);
  return withDatabase(openDatabase(configuration.databasePath), async (database) => {
    return importIntoList(database, readWithKeys(await openKeys(configuration, database.query)));
  });
}

/**
 * Tries an import: the same steps, with the same result, but nothing is stored. It makes neither a database nor keys.
 *
 * @throws NewsletterError as `importSubscribers`.
 */
export async function tryImport(request: ImportSubscribersRequest): Promise<ImportTrial> {
  const { configuration } = request;
  const readWithKeys = readRequest(request);
  const opened = openExistingDatabase(configuration.databasePath).then((existing) => existing ?? openScratchDatabase());
  return withDatabase(opened, async (database) => {
    const keys = await openKeysForTrial(configuration, database.query);
    return tryImportIntoList(database, readWithKeys(keys));
  });
}

/**
 * Says whether the file itself says something about the consent or the state of its people.
 *
 * @throws NewsletterError `csv-invalid`, `file-unreadable`, `usage` for a mapping.
 */
export function fileSaysConsent({ file, mapping = {}, ignored = [] }: ImportSubscribersRequest): Promise<boolean> {
  return saysConsent({ path: file, mapping, ignored });
}

function readRequest(request: ImportSubscribersRequest): (keys: Keys) => ImportRequest {
  const { configuration, file, mapping = {}, ignored = [], tags = [], agreement, now } = request;
  const language = request.language === undefined ? undefined : requireLanguage(request.language);
  const name = path.basename(file);
  return (keys) => ({
    path: file,
    file: name,
    source: `import:${name}`,
    mapping,
    ignored,
    tags: readTags(tags.join(',')),
    language,
    sharing: configuration.subscribers.sharedAddresses,
    agreement,
    at: now(),
    keys,
  });
}
