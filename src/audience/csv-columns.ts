import { NewsletterError } from '../model/error.js';
import { readAddress } from './addresses.js';
import { readAnswer } from './import-answers.js';
import { CONSENT, readColumnName, REFUSAL, STATE, wordsOf } from './import-words.js';
import type { NameMeaning } from './import-words.js';
import { readMailbox } from './mailbox.js';
import type { RefusalColumn, RefusalMeaning, WatchedColumn } from './refusal-columns.js';
import { areAnswers, columnsUnclear, isMisunderstood, sampleColumn } from './unclear-columns.js';
import type { UnclearColumn } from './unclear-columns.js';

/** What is stored of a person, each from one column. */
const STORED_FIELDS = ['email', 'name', 'first', 'last', 'language', 'tags', 'consentAt', 'consentSource'] as const;
type StoredField = (typeof STORED_FIELDS)[number];
/** What says who wants the newsletter; several columns can. */
const REFUSAL_FIELDS = ['state', 'subscribed', 'unsubscribed'] as const;
type RefusalField = (typeof REFUSAL_FIELDS)[number];

/** What an import can take from a column; the words of `--map FIELD=COLUMN`. */
export const IMPORT_FIELDS = [...STORED_FIELDS, ...REFUSAL_FIELDS] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/**
 * Which column, by its name or its number from 1, holds what; the others are found by their names. Only the fields of
 * refusal can have several columns.
 */
export type ColumnMapping = Readonly<Partial<Record<ImportField, string | readonly string[]>>>;

/** What the person who imports says about the columns. */
export interface ColumnWishes {
  readonly mapping: ColumnMapping;
  /** Columns that are not looked at, by their names or numbers from 1. */
  readonly ignored: readonly string[];
}

/** The columns of a file, counted from 0. Of several columns for one field, the first that is not empty counts. */
export interface CsvColumns {
  readonly of: Readonly<Record<StoredField, readonly number[]>>;
  /** What says who wants the newsletter, or who does not. */
  readonly refusals: readonly WatchedColumn[];
  /** Whether the first record names the columns; otherwise it is a subscriber already. */
  readonly hasHeader: boolean;
  /** How many columns there are up to the last that has a name; without a header, as many as there may be. */
  readonly width: number;
  /** Names of columns with positions or IP addresses, which are never stored. */
  readonly positions: readonly string[];
  /** Names of all other columns that are not stored. */
  readonly unused: readonly string[];
  /** Which program wrote the file: Mailchimp says in its name whom it lists, and our own exports come in as they are. */
  readonly writer: 'mailchimp' | 'newsletter' | 'other';
}

/** The same, before the whole file was looked through. */
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

const OWN_HEADER = 'email name language tags state consentat consentsource';
const POSITION_OR_IP =
  /^(ip|ipaddress|optinip|confirmip|.*ipaddress|lat|latitude|lng|lon|long|longitude|gmtoff|dstoff|timezone|cc|region|geo.*|location|coordinates|position)$/;

/**
 * Finds the columns by the wishes and by their names, the addresses' also by its content.
 *
 * @param opening the first records of the file, the header among them.
 * @returns `undefined` where no column is an address.
 * @throws NewsletterError `usage` for a mapping to a column that is not there, or that is never stored;
 * `columns-unclear` where a column may say who must not be mailed.
 */
export function findColumns(
  opening: readonly (readonly string[])[],
  { mapping, ignored }: ColumnWishes,
): FoundColumns | undefined {
  const [first = [], ...following] = opening;
  const headerless = addressIn(first);
  const header = new Header(first, headerless === undefined);
  const wishes = readWishes(header, mapping, ignored);
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
    width: headerless === undefined ? header.titles.findLastIndex((title) => title.trim() !== '') + 1 : Infinity,
    positions: left.filter((title) => POSITION_OR_IP.test(plainName(title))),
    unused: left.filter((title) => !POSITION_OR_IP.test(plainName(title))),
    writer: writerOf(header.names),
  };
}

function writerOf(names: readonly string[]): CsvColumns['writer'] {
  if (names.join(' ') === OWN_HEADER) return 'newsletter';
  return names.includes('optintime') && (names.includes('leid') || names.includes('euid')) ? 'mailchimp' : 'other';
}

/** The first record, and how a person can speak of its columns. */
class Header {
  readonly titles: readonly string[];
  readonly names: readonly string[];

  constructor(
    readonly cells: readonly string[],
    named: boolean,
  ) {
    this.titles = named ? cells : [];
    this.names = this.titles.map(plainName);
  }

  /** The column of a name, or of a number from 1. */
  find(wanted: string): number | undefined {
    const byName = this.names.indexOf(plainName(wanted));
    const column = byName >= 0 ? byName : /^\d{1,4}$/.test(wanted.trim()) ? Number(wanted) - 1 : -1;
    return column >= 0 && column < this.cells.length ? column : undefined;
  }

  /** What to write so that `find` finds the column: its name, where that is one of its own and can be quoted. */
  handleOf(column: number): string {
    const title = this.titles[column]?.trim() ?? '';
    const plain = title !== '' && this.names.indexOf(plainName(title)) === column && !/["$`\\\r\n]/.test(title);
    return plain ? title : String(column + 1);
  }
}

interface ReadWishes {
  readonly stored: Readonly<Partial<Record<StoredField, number>>>;
  readonly refusals: ReadonlyMap<number, RefusalField>;
  readonly ignored: ReadonlySet<number>;
}

function readWishes(header: Header, mapping: ColumnMapping, ignored: readonly string[]): ReadWishes {
  const columnsOf = (field: ImportField): readonly (readonly [string, number])[] =>
    [mapping[field] ?? []].flat().map((wanted) => {
      const option = `--map ${field}=${wanted}`;
      return [option, requireColumn(option, wanted, header)] as const;
    });
  const dropped = new Set(ignored.map((wanted) => requireColumn(`--ignore ${wanted}`, wanted, header)));
  const stored: Partial<Record<StoredField, number>> = {};
  for (const field of STORED_FIELDS) {
    for (const [option, column] of columnsOf(field)) {
      if (stored[field] !== undefined) throw usage(`${option}: ${field} has a column already.`, 'one column for it');
      if (POSITION_OR_IP.test(header.names[column] ?? '')) throw neverStored(option);
      stored[field] = column;
    }
  }
  const refusals = new Map<number, RefusalField>();
  for (const field of REFUSAL_FIELDS) for (const [, column] of columnsOf(field)) refusals.set(column, field);
  const both = [...Object.values(stored), ...refusals.keys()].find((column) => dropped.has(column));
  if (both !== undefined) {
    throw usage(`The column “${header.handleOf(both)}” is both mapped and ignored.`, 'either --map or --ignore for it');
  }
  return { stored, refusals, ignored: dropped };
}

function requireColumn(option: string, wanted: string, header: Header): number {
  const column = header.find(wanted);
  if (column !== undefined) return column;
  const { cells, names } = header;
  const expected =
    names.length === 0 ? `the number of a column, from 1 to ${String(cells.length)}` : `one of: ${cells.join(', ')}`;
  throw usage(`${option}: the file has no such column.`, expected);
}

function usage(message: string, expected: string): NewsletterError {
  const help = 'Correct the name of the column, or leave the option out where the names speak for themselves.';
  return new NewsletterError('usage', { message, expected, help });
}

function neverStored(option: string): NewsletterError {
  return new NewsletterError('usage', {
    message: `${option}: that column holds positions or IP addresses, which are never stored.`,
    expected: 'a column without positions and IP addresses',
    help: 'Leave this mapping out, or map another column.',
  });
}

/** The columns that say who wants the newsletter; an error names all that might, and are not understood. */
function findRefusals(
  header: Header,
  rows: readonly (readonly string[])[],
  wishes: ReadWishes & { readonly found: ReadonlySet<number> },
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
    const meaning = field === undefined ? unmappedMeaning(title, header.names, samples) : mappedMeaning(field, title);
    if (meaning.kind === 'other') continue;
    const handle = header.handleOf(column);
    if (meaning.kind !== 'unclear') {
      const found = { column, title: handle, meaning };
      const certain =
        field === 'subscribed' || field === 'unsubscribed' || (meaning.kind === 'state' && meaning.lenient);
      if (certain || !isMisunderstood(found, samples)) {
        known.push(found);
        continue;
      }
    }
    // Who mapped it to something else has said what it holds.
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

function unmappedMeaning(title: string, names: readonly string[], samples: readonly string[]): NameMeaning {
  if (title.trim() === '') return samples.some(isRefusalWord) ? { kind: 'unclear' } : { kind: 'other' };
  if (POSITION_OR_IP.test(plainName(title))) return { kind: 'other' };
  return amongOthers(title, names) ?? readColumnName(title);
}

/** Without a name, only a word that says it plainly is suspicious. */
function isRefusalWord(text: string): boolean {
  const answer = readAnswer(text);
  return (
    text.length > 5 && answer.kind === 'state' && (answer.state === 'unsubscribed' || answer.state === 'suppressed')
  );
}

/** Columns that mean something else beside the others of the program that writes them. */
function amongOthers(title: string, names: readonly string[]): NameMeaning | undefined {
  const name = wordsOf(title).join('');
  const beside = (...others: readonly string[]): boolean => others.some((other) => names.includes(other));
  // CiviCRM: "Do Not Mail" is about letters.
  if (name === 'donotmail' && beside('donotemail')) return { kind: 'other' };
  // phpList: whether an administrator added somebody.
  if (name === 'optedin' && beside('bouncecount', 'htmlemail')) return { kind: 'other' };
  // Buttondown.
  if (name === 'type' && beside('unsubscriptiondate', 'undeliverabilitydate')) return STATE;
  return undefined;
}

function plainName(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}

function addressIn(cells: readonly string[]): number | undefined {
  const index = cells.findIndex((cell) => readAddress(readMailbox(cell).address).kind === 'valid');
  return index < 0 ? undefined : index;
}
