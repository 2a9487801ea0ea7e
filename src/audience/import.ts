import type { SubscriberState } from '../model/subscriber.js';
import type { NewsletterDatabase, Queries } from '../store/database.js';
import type { NewSubscriberRow } from '../store/tables.js';
import { readAddress } from './addresses.js';
import { findColumns } from './csv-columns.js';
import type { CsvColumns } from './csv-columns.js';
import { csvInvalid, readCsvFile } from './csv-file.js';
import type { CsvRecord } from './csv-file.js';
import type { Keys } from './keys.js';
import { hashAddress } from './keys.js';
import { readLanguage, readName, readTags } from './subscriber-details.js';
import type { SubscriberDetails } from './subscriber-details.js';

/** A line that was not taken, or taken with a reservation. */
interface ImportRemark {
  readonly line: number;
  /** What stood in the column of addresses, on one line and cut at 100 characters. */
  readonly written: string;
  readonly reason: string;
}

/** What became of each record of a CSV file; the numbers and `rejected` add up to the number of records. */
export interface ImportReport {
  readonly added: number;
  /** On the list already; nothing of them was changed. */
  readonly unchanged: number;
  /** Came again in the same file. */
  readonly duplicates: number;
  /** Left by themselves; an import never brings them back. */
  readonly unsubscribed: number;
  /** Must not be mailed again. */
  readonly suppressed: number;
  readonly rejected: readonly ImportRemark[];
  /** Lines that were taken, but not in full. */
  readonly remarks: readonly ImportRemark[];
}

export interface ImportRequest {
  /** Absolute path of the CSV file. */
  readonly path: string;
  /** What the consent records name as their source. */
  readonly source: string;
  readonly at: Date;
  readonly keys: Keys;
}

type Outcome = 'added' | 'unchanged' | 'duplicates' | 'unsubscribed' | 'suppressed';
type Tally = Record<Outcome, number> & { rejected: ImportRemark[]; remarks: ImportRemark[] };

interface Candidate extends SubscriberDetails {
  readonly address: string;
  readonly key: string;
  readonly hash: string;
}

/** Rows that are looked up and written together. */
const BATCH_SIZE = 500;

/**
 * Imports a CSV file in one transaction: all of it, or after an error nothing.
 *
 * @throws NewsletterError `csv-invalid` where no column is an address or the file cannot be parsed, `file-unreadable`.
 */
export function importSubscribers(database: NewsletterDatabase, request: ImportRequest): Promise<ImportReport> {
  return database.transaction(async (query) => {
    const tally: Tally = {
      added: 0,
      unchanged: 0,
      duplicates: 0,
      unsubscribed: 0,
      suppressed: 0,
      rejected: [],
      remarks: [],
    };
    const newest = await newestSubscriber(query);
    let batch: Candidate[] = [];
    for await (const { record, columns } of readWithColumns(request.path)) {
      const candidate = readCandidate(record, columns, request.keys, tally);
      if (candidate !== undefined) batch.push(candidate);
      if (batch.length < BATCH_SIZE) continue;
      await importBatch(query, batch, request, newest, tally);
      batch = [];
    }
    await importBatch(query, batch, request, newest, tally);
    return tally;
  });
}

/** The records of subscribers, once it is known which column holds what. */
async function* readWithColumns(path: string): AsyncGenerator<{ record: CsvRecord; columns: CsvColumns }> {
  let first: CsvRecord | undefined;
  let columns: CsvColumns | undefined;
  for await (const record of readCsvFile(path)) {
    if (columns !== undefined) {
      yield { record, columns };
    } else if (first === undefined) {
      first = record;
    } else {
      columns = findColumns(first.cells, record.cells);
      if (columns === undefined) break;
      if (!columns.hasHeader) yield { record: first, columns };
      yield { record, columns };
    }
  }
  if (columns !== undefined) return;
  const only = findColumns(first?.cells ?? [], undefined);
  if (first === undefined || only === undefined) throw csvInvalid(path, 'has no column of e-mail addresses');
  if (!only.hasHeader) yield { record: first, columns: only };
}

function readCandidate(record: CsvRecord, columns: CsvColumns, keys: Keys, tally: Tally): Candidate | undefined {
  const cell = (column: number | undefined): string => (column === undefined ? '' : (record.cells[column] ?? ''));
  const written = cell(columns.email);
  const reading = readAddress(written);
  const shown = (readName(written) ?? '').slice(0, 100);
  if (reading.kind === 'invalid') {
    tally.rejected.push({ line: record.line, written: shown, reason: reading.reason });
    return undefined;
  }
  const writtenLanguage = cell(columns.language).trim();
  const language = writtenLanguage === '' ? undefined : readLanguage(writtenLanguage);
  if (writtenLanguage !== '' && language === undefined) {
    tally.remarks.push({
      line: record.line,
      written: shown,
      reason: 'its language is no language code, and was left out',
    });
  }
  return {
    address: reading.address,
    key: reading.key,
    hash: hashAddress(keys, reading.key),
    name: readName(cell(columns.name)) ?? readName(`${cell(columns.firstName)} ${cell(columns.lastName)}`),
    language: language ?? null,
    tags: readTags(cell(columns.tags)),
  };
}

async function importBatch(
  query: Queries,
  batch: readonly Candidate[],
  request: ImportRequest,
  newest: number,
  tally: Tally,
): Promise<void> {
  if (batch.length === 0) return;
  const known = await knownSubscribers(query, batch);
  const suppressed = await suppressedHashes(query, batch);
  const fresh = new Map<string, Candidate>();
  for (const candidate of batch) {
    const subscriber = known.get(candidate.key);
    if (fresh.has(candidate.key)) tally.duplicates += 1;
    else if (subscriber !== undefined) tally[outcomeOf(subscriber, newest)] += 1;
    else if (suppressed.has(candidate.hash)) tally.suppressed += 1;
    else fresh.set(candidate.key, candidate);
  }
  await insertActive(query, [...fresh.values()], request);
  tally.added += fresh.size;
}

interface KnownSubscriber {
  readonly id: number;
  readonly state: SubscriberState;
}

/** What a line means that names somebody who is stored already; who is newer than the import came with it. */
function outcomeOf(subscriber: KnownSubscriber, newest: number): Outcome {
  if (subscriber.id > newest) return 'duplicates';
  switch (subscriber.state) {
    case 'unsubscribed':
    case 'suppressed':
      return subscriber.state;
    case 'active':
    case 'pending':
      return 'unchanged';
  }
}

async function newestSubscriber(query: Queries): Promise<number> {
  const row = await query
    .selectFrom('subscribers')
    .select((expression) => expression.fn.max('id').as('id'))
    .executeTakeFirst();
  return row?.id ?? 0;
}

async function knownSubscribers(query: Queries, batch: readonly Candidate[]): Promise<Map<string, KnownSubscriber>> {
  const keys = batch.map((candidate) => candidate.key);
  const rows = await query
    .selectFrom('subscribers')
    .select(['id', 'state', 'address_key'])
    .where('address_key', 'in', keys)
    .execute();
  return new Map(rows.map((row) => [row.address_key, row]));
}

async function suppressedHashes(query: Queries, batch: readonly Candidate[]): Promise<ReadonlySet<string>> {
  const hashes = batch.map((candidate) => candidate.hash);
  const rows = await query
    .selectFrom('suppressions')
    .select('address_hash')
    .where('address_hash', 'in', hashes)
    .execute();
  return new Set(rows.map((row) => row.address_hash));
}

async function insertActive(query: Queries, fresh: readonly Candidate[], request: ImportRequest): Promise<void> {
  if (fresh.length === 0) return;
  const at = request.at.toISOString();
  const rows: NewSubscriberRow[] = fresh.map((candidate) => ({
    email: candidate.address,
    address_key: candidate.key,
    address_hash: candidate.hash,
    name: candidate.name,
    language: candidate.language,
    tags: JSON.stringify(candidate.tags),
    state: 'active',
    created_at: at,
  }));
  const inserted = await query.insertInto('subscribers').values(rows).returning('id').execute();
  const records = inserted.map(({ id }) => ({
    subscriber_id: id,
    at,
    action: 'import' as const,
    source: request.source,
    detail: null,
  }));
  await query.insertInto('consent_records').values(records).execute();
}
