import { nextDeliveryState } from '../../model/send/delivery.js';
import type { ConsentAction, SubscriberState } from '../../model/send/subscriber.js';
import { NewsletterError } from '../../model/error.js';
import type { Queries } from '../../store/database.js';
import {
  liftSuppressions,
  noteUndo,
  readKept,
  readMailed,
  skipDeliveries,
  undoPeople,
} from '../../store/rows/undo-rows.js';
import type { ConsentBasis } from '../consent/consent.js';
import { readCounts } from './imports.js';

/** A person who stays unchanged, because something happened to them after the import. */
export interface KeptPerson {
  readonly email: string;
  readonly state: SubscriberState;
  /** The record that is newer than the import. */
  readonly action: ConsentAction;
  readonly at: string;
  readonly source: string;
}

/** What undoing an import did, or would do. */
export interface UndoReport {
  readonly import: number;
  readonly file: string;
  /** When it was imported. */
  readonly at: string;
  /** `undone-before`: nothing was done now. */
  readonly outcome: 'undone' | 'undone-before';
  readonly undoneAt: string;
  /** People who came with the import, and are now off the list as if they had never come. */
  readonly removed: number;
  /** People whom the import took off, and who are now what they were before. */
  readonly restored: number;
  /** Addresses that were suppressed, and may be mailed again. */
  readonly lifted: number;
  /** How many people stay unchanged. */
  readonly kept: number;
  /** The first thousand of them. */
  readonly keptPeople: readonly KeptPerson[];
  /** The import's people who were erased since. */
  readonly gone: number;
  /** The removed people who were sent something in the meantime. */
  readonly mailed: { readonly people: number; readonly issues: readonly string[] };
  /** Later imports that found people on the list already; they may be among the removed people. */
  readonly laterImports: readonly { readonly import: number; readonly file: string; readonly unchanged: number }[];
}

const MAX_KEPT_PEOPLE = 1000;

/**
 * Undoes one import. People who acted since, or whom anything else changed, stay exactly as they are. All consent
 * records stay, and say that the import was undone.
 *
 * @param query a query in a transaction, so that all of it is undone or nothing.
 * @throws NewsletterError `import-missing`.
 */
export async function takeBackImport(
  query: Queries,
  number: number,
  { source, at }: ConsentBasis,
): Promise<UndoReport> {
  const row = await query.selectFrom('imports').selectAll().where('id', '=', number).executeTakeFirst();
  if (row === undefined) throw await importMissing(query, number);
  const about = { import: number, file: row.file, at: row.at };
  if (row.undone_at !== null) return { ...about, ...NOTHING, outcome: 'undone-before', undoneAt: row.undone_at };
  const undoneAt = at.toISOString();
  const { removed, restored, kept, gone } = await noteUndo(query, number);
  const keptPeople = await readKept(query, MAX_KEPT_PEOPLE);
  const mailed = await readMailed(query);
  const skipped = nextDeliveryState('pending', { event: 'skip', reason: 'import-undone' });
  if (skipped?.state === 'skipped') await skipDeliveries(query, skipped.state, skipped.reason, undoneAt);
  const detail = `import ${String(number)}: ${row.file}`;
  await undoPeople(query, { importId: number, action: 'undo-import', at: undoneAt, source, detail });
  const lifted = await liftSuppressions(query, number);
  await query.updateTable('imports').set({ undone_at: undoneAt }).where('id', '=', number).execute();
  const laterImports = removed === 0 ? [] : await readLaterImports(query, number);
  const people = { removed, restored, lifted, kept, keptPeople, gone, mailed, laterImports };
  return { ...about, ...people, outcome: 'undone', undoneAt };
}

const NOTHING = {
  removed: 0,
  restored: 0,
  lifted: 0,
  kept: 0,
  keptPeople: [],
  gone: 0,
  mailed: { people: 0, issues: [] },
  laterImports: [],
} as const;

/**
 * An import confirms only people whose state comes from one import alone; if a second one is undone, they may be
 * missing.
 */
async function readLaterImports(query: Queries, number: number): Promise<UndoReport['laterImports']> {
  const undone = await query
    .selectFrom('imports')
    .select('id')
    .where('id', '<>', number)
    .where('undone_at', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  if (undone === undefined) return [];
  const rows = await query
    .selectFrom('imports')
    .select(['id', 'file', 'counts'])
    .where('id', '>', number)
    .where('undone_at', 'is', null)
    .orderBy('id')
    .execute();
  return rows
    .map(({ id, file, counts }) => ({ import: id, file, unchanged: readCounts(counts).unchanged }))
    .filter(({ unchanged }) => unchanged > 0);
}

async function importMissing(query: Queries, number: number): Promise<NewsletterError> {
  const newest = await query.selectFrom('imports').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return noSuchImport(number, newest?.id);
}

/** Makes the error for a number that no import has. */
export function noSuchImport(number: number, newest: number | undefined): NewsletterError {
  return new NewsletterError('import-missing', {
    message: `There is no import ${String(number)}.`,
    expected:
      newest === undefined ? 'an import that is recorded: there is none yet' : `a number from 1 to ${String(newest)}`,
    help: 'Look at "newsletter subscribers imports". Imports from before they were recorded have no number, and cannot be undone.',
  });
}
