import { NewsletterError } from '../model/error.js';
import { readAddress } from './addresses.js';

/** What an import can take from a column; the words of `--map FIELD=COLUMN`. */
export const IMPORT_FIELDS = [
  'email',
  'name',
  'first',
  'last',
  'language',
  'tags',
  'state',
  'consentAt',
  'consentSource',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Which column, by its name or its number from 1, holds what; the others are found by their names. */
export type ColumnMapping = Readonly<Partial<Record<ImportField, string>>>;

/** Columns of other programs' exports that say that somebody left or bounced, and when. */
type ForeignField = 'unsubscribedAt' | 'cleanedAt';

/** The columns of a file, counted from 0. Of several columns for one field, the first that is not empty counts. */
export interface CsvColumns {
  readonly of: Readonly<Record<ImportField | ForeignField, readonly number[]>>;
  /** Whether the first record names the columns; otherwise it is a subscriber already. */
  readonly hasHeader: boolean;
  /** Names of columns with positions or IP addresses, which are never stored. */
  readonly positions: readonly string[];
  /** Names of all other columns that are not stored. */
  readonly unused: readonly string[];
  /** Whether Mailchimp wrote the file, whose name then says whom it lists. */
  readonly mailchimp: boolean;
}

/** Names of columns, the likeliest first, without capitals, spaces, hyphens and underscores. */
const COLUMN_NAMES: Readonly<Record<ImportField | ForeignField, readonly string[]>> = {
  email: ['email', 'emailaddress', 'mail', 'mailaddress', 'emailadresse', 'mailadres', 'courriel'],
  name: ['name', 'fullname', 'displayname'],
  first: ['firstname', 'givenname', 'forename', 'fname', 'vorname', 'voornaam', 'prenom', 'prénom'],
  last: ['lastname', 'surname', 'familyname', 'lname', 'nachname', 'achternaam', 'nom'],
  language: ['language', 'lang', 'locale', 'sprache', 'taal', 'langue'],
  tags: ['tags', 'tag', 'groups', 'group', 'segments'],
  state: ['state', 'status', 'subscriptionstatus', 'memberstatus'],
  consentAt: ['consentat', 'confirmtime', 'optintime', 'consentdate', 'subscribedat', 'createdat'],
  consentSource: ['consentsource'],
  unsubscribedAt: ['unsubtime', 'unsubscribedat'],
  cleanedAt: ['cleantime'],
};

const POSITION_OR_IP =
  /^(ip|ipaddress|optinip|confirmip|.*ipaddress|lat|latitude|lng|lon|long|longitude|gmtoff|dstoff|timezone|cc|region|geo.*|location|coordinates|position)$/;

/**
 * Finds the columns by the mapping and by their names, the addresses' also by its content.
 *
 * @returns `undefined` where no column is an address.
 * @throws NewsletterError `usage` for a mapping to a column that is not there, or that is never stored.
 */
export function findColumns(
  first: readonly string[],
  second: readonly string[] | undefined,
  mapping: ColumnMapping,
): CsvColumns | undefined {
  const headerless = addressIn(first);
  const titles = headerless === undefined ? first : [];
  const names = titles.map(plainName);
  const mapped = (field: ImportField | ForeignField): readonly number[] => {
    const wanted = field === 'unsubscribedAt' || field === 'cleanedAt' ? undefined : mapping[field];
    if (wanted !== undefined) return [mappedColumn(field, wanted, names, first)];
    const found = COLUMN_NAMES[field].flatMap((name) => (names.includes(name) ? [names.indexOf(name)] : []));
    return field === 'consentAt' ? found : found.slice(0, 1);
  };
  const byContent = headerless ?? (second === undefined ? undefined : addressIn(second));
  const named = mapped('email');
  const email = named.length === 0 && byContent !== undefined ? [byContent] : named;
  if (email.length === 0) return undefined;
  const of = {
    email,
    name: mapped('name'),
    first: mapped('first'),
    last: mapped('last'),
    language: mapped('language'),
    tags: mapped('tags'),
    state: mapped('state'),
    consentAt: mapped('consentAt'),
    consentSource: mapped('consentSource'),
    unsubscribedAt: mapped('unsubscribedAt'),
    cleanedAt: mapped('cleanedAt'),
  };
  const used = new Set(Object.values(of).flat());
  const left = titles.filter((title, column) => !used.has(column) && title.trim() !== '');
  return {
    of,
    hasHeader: headerless === undefined,
    positions: left.filter((title) => POSITION_OR_IP.test(plainName(title))),
    unused: left.filter((title) => !POSITION_OR_IP.test(plainName(title))),
    mailchimp: names.includes('optintime') && (names.includes('leid') || names.includes('euid')),
  };
}

function mappedColumn(field: string, wanted: string, names: readonly string[], first: readonly string[]): number {
  const byName = names.indexOf(plainName(wanted));
  const column = byName >= 0 ? byName : /^\d{1,4}$/.test(wanted.trim()) ? Number(wanted) - 1 : -1;
  if (column < 0 || column >= first.length) {
    throw new NewsletterError('usage', {
      message: `--map ${field}=${wanted}: the file has no such column.`,
      expected:
        names.length === 0
          ? `the number of a column, from 1 to ${String(first.length)}`
          : `one of: ${first.join(', ')}`,
      help: 'Correct the name of the column, or leave the mapping out where the names speak for themselves.',
    });
  }
  if (POSITION_OR_IP.test(names[column] ?? '')) {
    throw new NewsletterError('usage', {
      message: `--map ${field}=${wanted}: that column holds positions or IP addresses, which are never stored.`,
      expected: 'a column without positions and IP addresses',
      help: 'Leave this mapping out, or map another column.',
    });
  }
  return column;
}

function plainName(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}

function addressIn(cells: readonly string[]): number | undefined {
  const index = cells.findIndex((cell) => readAddress(cell).kind === 'valid');
  return index < 0 ? undefined : index;
}
