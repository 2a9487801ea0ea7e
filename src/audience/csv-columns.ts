import { readAddress } from './addresses.js';

/** Which column holds what; counted from 0. */
export interface CsvColumns {
  readonly email: number;
  readonly name: number | undefined;
  readonly firstName: number | undefined;
  readonly lastName: number | undefined;
  readonly language: number | undefined;
  readonly tags: number | undefined;
  /** Whether the first record names the columns; otherwise it is a subscriber already. */
  readonly hasHeader: boolean;
}

/** Names of columns, the likeliest first, without capitals, spaces, hyphens and underscores. */
const COLUMN_NAMES = {
  email: ['email', 'emailaddress', 'mail', 'mailaddress', 'emailadresse', 'mailadres', 'courriel'],
  name: ['name', 'fullname', 'displayname'],
  firstName: ['firstname', 'givenname', 'forename', 'fname', 'vorname', 'voornaam', 'prenom', 'prénom'],
  lastName: ['lastname', 'surname', 'familyname', 'lname', 'nachname', 'achternaam', 'nom'],
  language: ['language', 'lang', 'locale', 'sprache', 'taal', 'langue'],
  tags: ['tags', 'tag', 'groups', 'group', 'segments'],
} as const;

/** Finds the columns by their names, the addresses' also by its content; `undefined` where no column is an address. */
export function findColumns(first: readonly string[], second: readonly string[] | undefined): CsvColumns | undefined {
  const names = first.map((cell) =>
    cell
      .normalize('NFC')
      .toLowerCase()
      .replace(/[\s_-]+/g, ''),
  );
  const column = (wanted: readonly string[]): number | undefined => {
    const found = wanted.find((name) => names.includes(name));
    return found === undefined ? undefined : names.indexOf(found);
  };
  const headerless = addressIn(first);
  if (headerless !== undefined) return { ...NO_OTHER_COLUMNS, email: headerless, hasHeader: false };
  const email = column(COLUMN_NAMES.email) ?? (second === undefined ? undefined : addressIn(second));
  if (email === undefined) return undefined;
  return {
    email,
    name: column(COLUMN_NAMES.name),
    firstName: column(COLUMN_NAMES.firstName),
    lastName: column(COLUMN_NAMES.lastName),
    language: column(COLUMN_NAMES.language),
    tags: column(COLUMN_NAMES.tags),
    hasHeader: true,
  };
}

const NO_OTHER_COLUMNS = {
  name: undefined,
  firstName: undefined,
  lastName: undefined,
  language: undefined,
  tags: undefined,
} as const;

function addressIn(cells: readonly string[]): number | undefined {
  const index = cells.findIndex((cell) => readAddress(cell).kind === 'valid');
  return index < 0 ? undefined : index;
}
