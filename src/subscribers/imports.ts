import * as z from 'zod';
import type { Queries } from '../store/database.js';

/** What became of the records of a file that could be read, in numbers. */
export interface ImportCounts {
  /** New, and active. */
  readonly added: number;
  /** New, and to be confirmed. */
  readonly pending: number;
  /** On the list already; nothing of them was changed. */
  readonly unchanged: number;
  /** Came again in the same file. */
  readonly duplicates: number;
  /** Were on the list, perhaps by an earlier line; this one says that they left or must not be mailed, so they are off. */
  readonly takenOff: number;
  /** Left by themselves, here or where the file comes from; an import never brings them back. */
  readonly unsubscribed: number;
  /** Must not be mailed again. */
  readonly suppressed: number;
}

/** The numbers with which an import is recorded. */
export interface RecordedCounts extends ImportCounts {
  /** Lines that were not taken. */
  readonly rejected: number;
}

/** One import of a file. */
export interface RecordedImport {
  /** By which it can be undone; `null` for one from before imports were recorded, which cannot be. */
  readonly number: number | null;
  /** The file's name, without its folder. */
  readonly file: string;
  /** ISO 8601; of one that was not recorded, when the first of its people agreed. */
  readonly at: string;
  /** `null` where they were not recorded. */
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
  /** What holds for everybody in the file; kept as JSON. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Records an import that begins, in its transaction, and gives its number. */
export async function beginImport(query: Queries, { file, at, options }: NewImport): Promise<number> {
  const { id } = await query
    .insertInto('imports')
    .values({ file, at, options: JSON.stringify(options), counts: '{}', undone_at: null })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Records what became of the people of an import. */
export async function endImport(query: Queries, id: number, counts: RecordedCounts): Promise<void> {
  await query
    .updateTable('imports')
    .set({ counts: JSON.stringify(counts) })
    .where('id', '=', id)
    .execute();
}

/** All imports, newest first; those from before they were recorded, as far as consent records name them, last. */
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
    // The name of the file stands in the detail where the file itself said how people agreed.
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
