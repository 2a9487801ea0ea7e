import * as z from 'zod';
import type { Queries } from '../../store/database.js';

/** The results of the records that could be read, in numbers. */
export interface ImportCounts {
  /** People who are new and active. */
  readonly added: number;
  /** People who are new and must confirm. */
  readonly pending: number;
  /** People who were on the list already and did not change. */
  readonly unchanged: number;
  /** Records that repeat an earlier one of the file. */
  readonly duplicates: number;
  /**
   * People who were on the list, perhaps by an earlier line, and are now off: the file says that they unsubscribed or
   * must not be mailed.
   */
  readonly takenOff: number;
  /** People who unsubscribed, here or where the file comes from; an import never brings them back. */
  readonly unsubscribed: number;
  /** People who must not be mailed again. */
  readonly suppressed: number;
}

/** The numbers that are stored with an import. */
export interface RecordedCounts extends ImportCounts {
  /** Lines that were not imported. */
  readonly rejected: number;
}

/** One import of a file. */
export interface RecordedImport {
  /**
   * Identifies the import for undoing it; `null` for an import that is older than these records and cannot be undone.
   */
  readonly number: number | null;
  /** The file's name, without its folder. */
  readonly file: string;
  /** ISO 8601; for an import that was not recorded, when the first of its people agreed. */
  readonly at: string;
  /** `null` when they were not recorded. */
  readonly counts: RecordedCounts | null;
  /** ISO 8601. */
  readonly undoneAt: string | null;
}

const number = z.number();
const countsSchema = z.object({
  added: number,
  pending: number,
  unchanged: number,
  duplicates: number,
  takenOff: number,
  unsubscribed: number,
  suppressed: number,
  rejected: number,
});

/** An import that begins. */
export interface NewImport {
  readonly file: string;
  /** ISO 8601. */
  readonly at: string;
  /** Values that apply to everybody in the file; stored as JSON. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Records an import that begins, in its transaction, and returns its number. */
export async function beginImport(query: Queries, { file, at, options }: NewImport): Promise<number> {
  const { id } = await query
    .insertInto('imports')
    .values({ file, at, options: JSON.stringify(options), counts: '{}', undone_at: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Records the results of an import. */
export async function endImport(query: Queries, id: number, counts: RecordedCounts): Promise<void> {
  await query
    .updateTable('imports')
    .set({ counts: JSON.stringify(counts) })
    .where('id', '=', id)
    .execute();
}

/**
 * Reads all imports, newest first. Imports that are older than these records come last, as far as consent records name
 * them.
 */
export async function readImports(query: Queries): Promise<readonly RecordedImport[]> {
  const rows = await query.selectFrom('imports').selectAll().orderBy('id', 'desc').execute();
  const recorded = rows.map((row) => ({
    number: row.id,
    file: row.file,
    at: row.at,
    counts: readCounts(row.counts),
    undoneAt: row.undone_at,
  }));
  return [...recorded, ...(await readUnrecordedImports(query))];
}

/** Reads the numbers of an import's row. */
export function readCounts(written: string): RecordedCounts {
  return countsSchema.parse(JSON.parse(written));
}

const SOURCE = 'import:';

async function readUnrecordedImports(query: Queries): Promise<readonly RecordedImport[]> {
  const rows = await query
    .selectFrom('consent_records')
    // The detail holds the name of the file when the file itself said how people agreed.
    .select((where) => [where.fn.coalesce('detail', 'source').as('named'), where.fn.min<string>('at').as('at')])
    .where('action', '=', 'import')
    .where('import_id', 'is', null)
    .groupBy('named')
    .orderBy('at', 'desc')
    .execute();
  return rows
    .filter(({ named }) => named.startsWith(SOURCE))
    .map(({ named, at }) => ({ number: null, file: named.slice(SOURCE.length), at, counts: null, undoneAt: null }));
}
