import { readAddress } from '../addresses.js';
import {
  CsvHeader,
  plainName,
  POSITION_OR_IP,
  readColumnRequests,
  type ColumnRequests,
  type ReadColumnRequests,
  type RefusalField,
  type StoredField,
} from './column-request.js';
import { writerOf, type CsvWriter } from '../csv/csv-writer.js';
import { meaningAmong } from './import-dialects.js';
import { CONSENT, OTHER, readColumnName, REFUSAL, SILENT, STATE, type NameMeaning } from './import-words.js';
import { readMailbox } from '../mailbox.js';
import type { RefusalColumn, RefusalMeaning, WatchedColumn } from './refusal-columns.js';
import {
  areAnswers,
  columnsUnclear,
  holdsRefusals,
  isMisunderstood,
  sampleColumn,
  type UnclearColumn,
} from './unclear-columns.js';

/**
 * The columns of a file, counted from 0. When several columns hold one field, the first one that is not empty counts.
 */
export interface CsvColumns {
  readonly of: Readonly<Record<StoredField, readonly number[]>>;
  /** Columns that say who wants the newsletter, or who does not. */
  readonly refusals: readonly WatchedColumn[];
  /** Whether the first record names the columns; otherwise it is already a subscriber. */
  readonly hasHeader: boolean;
  /** The number of columns up to the last one with a name; without a header, there is no upper limit. */
  readonly width: number;
  /** Names of columns with positions or IP addresses, which are never stored. */
  readonly positions: readonly string[];
  /** Names of all other columns that are not stored. */
  readonly unused: readonly string[];
  readonly writer: CsvWriter;
}

/** The columns before the whole file was read. */
export type FoundColumns = Omit<CsvColumns, 'refusals'> & { readonly refusals: readonly RefusalColumn[] };

/** Names of columns, the likeliest first, without capitals, spaces, hyphens and underscores. */
const COLUMN_NAMES: Readonly<Record<StoredField, readonly string[]>> = {
  email: ['email', 'emailaddress', 'mail', 'mailaddress', 'emailadresse', 'mailadres', 'courriel'],
  name: ['name', 'fullname', 'displayname'],
  first: ['firstname', 'givenname', 'forename', 'fname', 'vorname', 'voornaam', 'prenom', 'prénom'],
  last: ['lastname', 'surname', 'familyname', 'lname', 'nachname', 'achternaam', 'nom'],
  language: ['language', 'lang', 'locale', 'sprache', 'taal', 'langue'],
  tags: ['tags', 'tag', 'groups', 'group', 'segments'],
  consentAt: [
    'consentat',
    'confirmtime',
    'optintime',
    'optindate',
    'consentdate',
    'subscribedat',
    'subscribedate',
    'subscribeddate',
    'subscriptiondate',
    'signupdate',
    'createdat',
  ],
  consentSource: ['consentsource'],
};

/**
 * Finds the columns by the requests and by their names, and the column of addresses also by its content.
 *
 * @param opening the first records of the file, including the header.
 * @returns `undefined` when no column holds addresses.
 * @throws NewsletterError `usage` for a mapping to a column that does not exist or is never stored; `columns-unclear`
 *   when a column may say who must not be mailed.
 */
export function findColumns(
  opening: readonly (readonly string[])[],
  { mapping, ignored }: ColumnRequests,
): FoundColumns | undefined {
  const [first = [], ...following] = opening;
  const headerless = addressIn(first);
  const header = new CsvHeader(first, headerless === undefined);
  const wishes = readColumnRequests(header, mapping, ignored);
  const byContent =
    headerless ??
    following
      .slice(0, 20)
      .map(addressIn)
      .find((column) => column !== undefined);
  const stored = (field: StoredField): readonly number[] => {
    const mapped = wishes.stored[field];
    if (mapped !== undefined) return [mapped];
    const found = COLUMN_NAMES[field].map((name) => header.names.indexOf(name));
    const free = found.filter((column) => column >= 0 && !wishes.ignored.has(column) && !wishes.refusals.has(column));
    if (field === 'email' && free.length === 0 && byContent !== undefined) return [byContent];
    return field === 'consentAt' ? free : free.slice(0, 1);
  };
  const of = {
    email: stored('email'),
    name: stored('name'),
    first: stored('first'),
    last: stored('last'),
    language: stored('language'),
    tags: stored('tags'),
    consentAt: stored('consentAt'),
    consentSource: stored('consentSource'),
  };
  if (of.email.length === 0) return undefined;
  const storedColumns = new Set(Object.values(of).flat());
  const rows = headerless === undefined ? following : opening;
  const refusals = findRefusals(header, rows, { ...wishes, found: storedColumns });
  const used = new Set([...storedColumns, ...refusals.map(({ column }) => column)]);
  const left = header.titles.filter((title, column) => !used.has(column) && title.trim() !== '');
  return {
    of,
    refusals,
    hasHeader: headerless === undefined,
    width: headerless === undefined ? widthOf(header, wishes) : Infinity,
    positions: left.filter((title) => POSITION_OR_IP.test(plainName(title))),
    unused: left.filter((title) => !POSITION_OR_IP.test(plainName(title))),
    writer: writerOf(header.names),
  };
}

/** Counts the columns up to the last one that has a name, or that a person referred to by its number. */
function widthOf({ titles }: CsvHeader, { stored, refusals, ignored }: ReadColumnRequests): number {
  const named = titles.findLastIndex((title) => title.trim() !== '');
  return Math.max(named, ...Object.values(stored), ...refusals.keys(), ...ignored) + 1;
}

/**
 * Finds the columns that say who wants the newsletter. The error names every column that might say so but is not
 * understood.
 */
function findRefusals(
  header: CsvHeader,
  rows: readonly (readonly string[])[],
  wishes: ReadColumnRequests & { readonly found: ReadonlySet<number> },
): readonly RefusalColumn[] {
  const mappedElsewhere = new Set(Object.values(wishes.stored));
  const known: RefusalColumn[] = [];
  const unclear: UnclearColumn[] = [];
  for (const column of header.cells.keys()) {
    const field = wishes.refusals.get(column);
    const elsewhere = mappedElsewhere.has(column);
    if (wishes.ignored.has(column) || (field === undefined && wishes.found.has(column) && !elsewhere)) continue;
    const title = header.titles[column] ?? '';
    const samples = sampleColumn(rows, column);
    const handle = header.handleOf(column);
    const meaning = field === undefined ? unmappedMeaning(title, header.titles, samples) : mappedMeaning(field, title);
    if (meaning.kind === 'other') {
      if (!elsewhere && !meaning.known && holdsRefusals(rows, column))
        unclear.push({ handle, samples, asksDirection: false });
      continue;
    }
    if (meaning.kind !== 'unclear') {
      const found = { column, title: handle, meaning };
      const lenient = meaning.kind === 'state' && meaning.lenient;
      const certain = field === undefined ? lenient : meaning.kind !== 'state' || !areAnswers(samples);
      if (certain || !isMisunderstood(found, samples)) {
        known.push(found);
        continue;
      }
    }
    // A person who mapped it to another field has said what it holds.
    if (field !== undefined || !elsewhere) unclear.push({ handle, samples, asksDirection: areAnswers(samples) });
  }
  if (unclear.length > 0) throw columnsUnclear(unclear);
  return known;
}

function mappedMeaning(field: RefusalField, title: string): RefusalMeaning {
  if (field === 'subscribed') return CONSENT;
  if (field === 'unsubscribed') return REFUSAL;
  const named = readColumnName(title);
  return named.kind === 'refusal' || named.kind === 'consent' ? named : STATE;
}

function unmappedMeaning(title: string, titles: readonly string[], samples: readonly string[]): NameMeaning {
  if (title.trim() === '') return SILENT;
  if (POSITION_OR_IP.test(plainName(title))) return OTHER;
  return meaningAmong(title, titles, areAnswers(samples)) ?? readColumnName(title);
}

function addressIn(cells: readonly string[]): number | undefined {
  const index = cells.findIndex((cell) => readAddress(readMailbox(cell).address).kind === 'valid');
  return index < 0 ? undefined : index;
}
