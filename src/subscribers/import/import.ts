import path from 'node:path';
import type { SharedAddresses } from '../../model/send/subscriber.js';
import type { NewsletterDatabase, Queries } from '../../store/database.js';
import { surveyColumns } from '../columns/column-survey.js';
import { findColumns, type CsvColumns } from '../columns/csv-columns.js';
import type { ColumnMapping } from '../columns/column-request.js';
import { csvInvalid, readCsvFile, type CsvRecord } from '../csv/csv-file.js';
import { ImportWriter, type ImportedPerson, type ImportOutcome } from './import-writer.js';
import { beginImport, endImport, type ImportCounts } from './imports.js';
import { readCandidate, type Candidate, type LineNote } from './import-candidate.js';
import { stateOfFile } from '../csv/csv-writer.js';
import type { Keys } from '../tokens/keys.js';
import { readName } from '../subscriber-details.js';
import { fileUnclear, namesRefusals } from '../columns/unclear-columns.js';

/** The result of each record of a CSV file. The numbers and `rejected` add up to the number of records. */
export interface ImportReport extends ImportCounts {
  readonly rejected: readonly LineNote[];
  /** The first thousand lines that were imported, but not completely. */
  readonly remarks: readonly LineNote[];
  readonly furtherRemarks: number;
  /** Columns that say who wants the newsletter, and who does not. */
  readonly refusalColumns: readonly string[];
  /** Columns of which nothing was stored. */
  readonly notStored: { readonly positions: readonly string[]; readonly others: readonly string[] };
}

/** An import that was carried out. */
export interface ImportResult extends ImportReport {
  /** The number under which it is recorded and can be undone. */
  readonly import: number;
}

/** An import that was only tried. */
export interface ImportTrial extends ImportReport {
  /** The first people who would be new, as they would be stored. */
  readonly firstPeople: readonly ImportedPerson[];
}

export interface ImportRequest {
  /** Absolute path of the CSV file. */
  readonly path: string;
  /** The file's name, under which the import is recorded. */
  readonly file: string;
  /** The source in the consent records, when the file does not name one. */
  readonly source: string;
  readonly mapping: ColumnMapping;
  /** Columns to ignore, by name or by number from 1. */
  readonly ignored: readonly string[];
  /** Tags for everybody in the file, added to their own. */
  readonly tags: readonly string[];
  /** The language of people who have none in the file; BCP 47. */
  readonly language: string | undefined;
  readonly sharing: SharedAddresses;
  /** What the importer said about the consent of everybody in the file, when the file says nothing. */
  readonly agreement: string | undefined;
  readonly at: Date;
  readonly keys: Keys;
}

const MAX_NOTES = 1000;
/** How many records are enough to tell what the columns hold. */
const MIN_OPENING_RECORDS = 100;

/**
 * Imports a CSV file in one transaction: after an error, nothing is imported. Memory does not grow with the file,
 * except for the report.
 *
 * @throws NewsletterError `csv-invalid` when no column holds addresses or the file cannot be parsed; `usage` for a
 *   mapping that does not fit the file; `columns-unclear` when a column may say who must not be mailed and is not
 *   understood; `file-unreadable`.
 */
export function importIntoList(database: NewsletterDatabase, request: ImportRequest): Promise<ImportResult> {
  return database.transaction(async (query) => {
    const { importId, report } = await importFile(database, query, request);
    return { import: importId, ...report };
  });
}

/** Imports the file and rolls everything back at the end, so that the numbers are those of the import itself. */
export function tryImportIntoList(database: NewsletterDatabase, request: ImportRequest): Promise<ImportTrial> {
  return database.tryOut(async (query) => {
    const { report, firstPeople } = await importFile(database, query, request);
    return { ...report, firstPeople };
  });
}

/**
 * Says whether a file has a column for the consent or the state of its people.
 *
 * @throws NewsletterError as `importIntoList`.
 */
export async function saysConsent(request: ColumnRequest): Promise<boolean> {
  for await (const { columns } of readWithColumns(request)) {
    const { consentAt, consentSource } = columns.of;
    return consentAt.length > 0 || consentSource.length > 0 || columns.refusals.length > 0;
  }
  return false;
}

async function importFile(database: NewsletterDatabase, query: Queries, request: ImportRequest) {
  const rows = database.bulkRows();
  const newest = rows.highestSubscriberId();
  const counters = new ImportCounters();
  const { keys, sharing, source, agreement } = request;
  const at = request.at.toISOString();
  const { file, tags, language, mapping, ignored } = request;
  const importId = await beginImport(query, { file, at, options: { tags, language, mapping, ignored } });
  const importing = new ImportWriter({ rows, keys, sharing, source, agreement, at, importId, newest });
  for await (const candidates of readCandidates(request, counters)) {
    for (const candidate of candidates) counters.count(importing.add(candidate), candidate);
  }
  const report = counters.report();
  await endImport(query, importId, { ...counters.counts, rejected: report.rejected.length });
  return { importId, report, firstPeople: importing.firstPeople };
}

/** Gathers what there is to report. */
class ImportCounters {
  readonly counts: Record<Exclude<ImportOutcome, 'heldBack' | 'unsaid'>, number> = {
    added: 0,
    pending: 0,
    unchanged: 0,
    duplicates: 0,
    takenOff: 0,
    unsubscribed: 0,
    suppressed: 0,
  };
  readonly #rejected: LineNote[] = [];
  readonly #remarks: LineNote[] = [];
  #furtherRemarks = 0;
  columns: CsvColumns | undefined;

  count(outcome: ImportOutcome, { line, address, unsaid = '' }: Candidate): void {
    if (outcome === 'unsaid') this.reject({ line, written: shorten(address), reason: unsaid });
    else if (outcome !== 'heldBack') this.counts[outcome] += 1;
    else {
      // An earlier line added them.
      this.counts.added -= 1;
      this.counts.pending += 1;
      this.counts.duplicates += 1;
    }
  }

  reject(note: LineNote): void {
    this.#rejected.push(note);
  }

  addNote(note: LineNote): void {
    if (this.#remarks.length < MAX_NOTES) this.#remarks.push(note);
    else this.#furtherRemarks += 1;
  }

  report(): ImportReport {
    return {
      ...this.counts,
      rejected: this.#rejected.toSorted((one, other) => one.line - other.line),
      remarks: this.#remarks,
      furtherRemarks: this.#furtherRemarks,
      refusalColumns: this.columns?.refusals.map(({ title }) => title) ?? [],
      notStored: { positions: this.columns?.positions ?? [], others: this.columns?.unused ?? [] },
    };
  }
}

async function* readCandidates(request: ImportRequest, counters: ImportCounters): AsyncGenerator<readonly Candidate[]> {
  for await (const { records, columns } of readWithColumns(request)) {
    counters.columns = columns;
    const defaults = {
      tags: request.tags,
      language: request.language,
      state: stateOfFile(columns.writer, path.basename(request.path)),
      now: request.at.toISOString(),
    };
    yield records.flatMap((record) => {
      const { candidate, reasons } = readCandidate(record, columns, defaults);
      for (const reason of reasons) {
        const written = shorten(record.cells[columns.of.email[0] ?? 0] ?? '');
        const note = { line: record.line, written, reason };
        if (candidate === undefined) counters.reject(note);
        else counters.addNote(note);
      }
      return candidate ?? [];
    });
  }
}

function shorten(written: string): string {
  return (readName(written) ?? '').slice(0, 100);
}

interface KnownRecords {
  readonly records: readonly CsvRecord[];
  readonly columns: CsvColumns;
}

/** What is needed to find the columns of a file. */
type ColumnRequest = Pick<ImportRequest, 'path' | 'mapping' | 'ignored'>;

/** Yields the records of subscribers, once the first records have shown which column holds what. */
async function* readWithColumns(request: ColumnRequest): AsyncGenerator<KnownRecords> {
  let columns: CsvColumns | undefined;
  let opening: readonly CsvRecord[] = [];
  for await (const records of readCsvFile(request.path)) {
    if (columns !== undefined) {
      yield { records, columns };
      continue;
    }
    opening = [...opening, ...records];
    if (opening.length < MIN_OPENING_RECORDS) continue;
    columns = await requireColumns(opening, request);
    yield { records: columns.hasHeader ? opening.slice(1) : opening, columns };
  }
  if (columns !== undefined) return;
  columns = await requireColumns(opening, request);
  yield { records: columns.hasHeader ? opening.slice(1) : opening, columns };
}

async function requireColumns(opening: readonly CsvRecord[], request: ColumnRequest): Promise<CsvColumns> {
  const found = findColumns(
    opening.map(({ cells }) => cells),
    request,
  );
  if (found === undefined) throw csvInvalid(request.path, 'has no column of e-mail addresses');
  const name = path.basename(request.path);
  const says = found.refusals.length > 0 || stateOfFile(found.writer, name) !== undefined;
  if (!says && namesRefusals(name)) throw fileUnclear(name);
  const rows = found.hasHeader ? opening.slice(1) : opening;
  return { ...found, refusals: await surveyColumns(request.path, rows, found.refusals) };
}
