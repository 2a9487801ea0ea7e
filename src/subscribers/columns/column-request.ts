import { NewsletterError } from '../../model/error.js';

/** What is stored about a person. Each field comes from one column. */
const STORED_FIELDS = ['email', 'name', 'first', 'last', 'language', 'tags', 'consentAt', 'consentSource'] as const;
export type StoredField = (typeof STORED_FIELDS)[number];
/** What says who wants the newsletter. Several columns can say it. */
const REFUSAL_FIELDS = ['state', 'subscribed', 'unsubscribed'] as const;
export type RefusalField = (typeof REFUSAL_FIELDS)[number];

/** What an import can take from a column: the words of `--map FIELD=COLUMN`. */
export const IMPORT_FIELDS = [...STORED_FIELDS, ...REFUSAL_FIELDS] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/**
 * Which column, by name or by number from 1, holds which field. The other columns are found by their names. Only the
 * refusal fields can have several columns.
 */
export type ColumnMapping = Readonly<Partial<Record<ImportField, string | readonly string[]>>>;

/** What the person who imports says about the columns. */
export interface ColumnRequests {
  readonly mapping: ColumnMapping;
  /** Columns to ignore, by name or by number from 1. */
  readonly ignored: readonly string[];
}

/** Names of columns that say where somebody is. */
export const POSITION_OR_IP =
  /^(ip|ipaddress|optinip|confirmip|.*ipaddress|lat|latitude|lng|lon|long|longitude|gmtoff|dstoff|timezone|cc|region|geo.*|location|coordinates|position)$/;

/** The first record of a file, and how a person can refer to its columns. */
export class CsvHeader {
  readonly titles: readonly string[];
  readonly names: readonly string[];

  constructor(
    readonly cells: readonly string[],
    named: boolean,
  ) {
    this.titles = named ? cells : [];
    this.names = this.titles.map(plainName);
  }

  /** Finds a column by its name, or by a number from 1. */
  find(wanted: string): number | undefined {
    const byName = this.names.indexOf(plainName(wanted));
    const column = byName >= 0 ? byName : /^\d{1,4}$/.test(wanted.trim()) ? Number(wanted) - 1 : -1;
    return column >= 0 && column < this.cells.length ? column : undefined;
  }

  /** Returns what to write so that `find` finds the column: its name, if the name is unique and can be quoted. */
  handleOf(column: number): string {
    const title = this.titles[column]?.trim() ?? '';
    const plain = title !== '' && this.names.indexOf(plainName(title)) === column && !/["$`\\\r\n]/.test(title);
    return plain ? title : String(column + 1);
  }
}

/** The requests, with columns counted from 0. */
export interface ReadColumnRequests {
  readonly stored: Readonly<Partial<Record<StoredField, number>>>;
  readonly refusals: ReadonlyMap<number, RefusalField>;
  readonly ignored: ReadonlySet<number>;
}

/**
 * Finds the columns that the requests name.
 *
 * @throws NewsletterError `usage` for a column that does not exist, that is never stored, or that is named twice.
 */
export function readColumnRequests(
  header: CsvHeader,
  mapping: ColumnMapping,
  ignored: readonly string[],
): ReadColumnRequests {
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
      if (POSITION_OR_IP.test(header.names[column] ?? '')) throw isNeverStored(option);
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

function requireColumn(option: string, wanted: string, header: CsvHeader): number {
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

function isNeverStored(option: string): NewsletterError {
  return new NewsletterError('usage', {
    message: `${option}: that column holds positions or IP addresses, which are never stored.`,
    expected: 'a column without positions and IP addresses',
    help: 'Leave this mapping out, or map another column.',
  });
}

/** Returns the name of a column without capitals, spaces, hyphens and underscores. */
export function plainName(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}
