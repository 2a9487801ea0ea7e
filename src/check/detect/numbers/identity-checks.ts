import { isIdentityCard, isTaxID } from './check-digits.js';

function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits.charAt(index)), 0);
}

function isDayOfYear(day: string, month: string): boolean {
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
}

/** JMBG of Serbia, Bosnia and the neighbours, ЕМБГ of North Macedonia. */
function isMasterCitizenNumber(digits: string): boolean {
  const sum = weighted(digits, [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
  const check = 11 - (sum % 11);
  const century = digits.charAt(4) === '9' || digits.charAt(4) === '0';
  return (
    century &&
    isDayOfYear(digits.slice(0, 2), digits.slice(2, 4)) &&
    (check > 9 ? 0 : check) === Number(digits.charAt(12))
  );
}

/** T.C. kimlik numarası of Türkiye. */
function isTurkishNumber(digits: string): boolean {
  const odd = weighted(digits, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = weighted(digits, [0, 1, 0, 1, 0, 1, 0, 1, 0]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  const all = weighted(digits, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  return digits.charAt(0) !== '0' && tenth === Number(digits.charAt(9)) && all % 10 === Number(digits.charAt(10));
}

/** AHV-Nummer of Switzerland: an EAN that begins with 756. */
function isSwissNumber(digits: string): boolean {
  const sum = weighted(digits, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]);
  return (10 - (sum % 10)) % 10 === Number(digits.charAt(12));
}

/** Numéro de sécurité sociale of France: its last two digits are a remainder of 97. */
function isFrenchNumber(digits: string): boolean {
  return 97n - (BigInt(digits.slice(0, 13)) % 97n) === BigInt(digits.slice(13));
}

/** Svenskt personnummer: the last digit is a check of the nine before. */
function isSwedishNumber(digits: string): boolean {
  return isTaxID(digits, 'sv-SE');
}

interface NationalNumber {
  /** With the spaces and signs that people write. */
  readonly shape: RegExp;
  readonly holds: (digits: string, written: string) => boolean;
}

/**
 * Numbers of persons that tell themselves apart from all others without a word beside them: by letters, by the date in
 * them, and by check digits. Nine digits with a check of eleven are not among them: one number in eleven would do.
 */
const NATIONAL_NUMBERS: readonly NationalNumber[] = [
  { shape: /\d{13}/, holds: (digits) => isMasterCitizenNumber(digits) || isTaxID(digits, 'ro-RO') },
  { shape: /756[.\s]?\d{4}[.\s]?\d{4}[.\s]?\d{2}/, holds: isSwissNumber },
  { shape: /[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d{2} ?\d{3} ?\d{3} ?\d{2}/, holds: isFrenchNumber },
  {
    shape: /\d{11}/,
    holds: (digits) =>
      isTurkishNumber(digits) ||
      (isIdentityCard(digits, 'PL') && isDayOfYear(digits.slice(4, 6), String(Number(digits.slice(2, 4)) % 20))) ||
      (/^[3-6]/.test(digits) && isTaxID(digits, 'et-EE')),
  },
  // A telephone number begins with 0 as well; people born from 2000 to 2009 have 40 added to the month.
  { shape: /(?!0\d[0-3])\d{10}/, holds: (digits) => isTaxID(digits, 'bg-BG') },
  { shape: /\d{6}\/\d{4}/, holds: (digits) => isTaxID(digits, 'cs-CZ') },
  {
    shape: /\d{6}-\d{4}/,
    holds: (digits, written) => isDayOfYear(digits.slice(0, 2), digits.slice(2, 4)) || isSwedishNumber(written),
  },
  { shape: /\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}/, holds: (digits) => isDayOfYear(digits.slice(4, 6), digits.slice(2, 4)) },
  { shape: /\d{6}[-+A]\d{3}[0-9A-Y]/, holds: (_, written) => isIdentityCard(written, 'FI') },
  {
    shape: /(?:\d{8}|[XYZ][- ]?\d{7})[- ]?[A-Z]/,
    holds: (_, written) => isIdentityCard(written.replace(/[- ]/g, ''), 'ES'),
  },
  { shape: /[A-Z]{6}\d{2}[ABCDEHLMPRST]\d{2}[A-Z]\d{3}[A-Z]/, holds: (_, written) => isTaxID(written, 'it-IT') },
  { shape: /[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]/, holds: () => true },
];

/** What finds each shape where it stands by itself: made when the shape is met, because V8 takes long to prepare it. */
const searches = new Map<RegExp, RegExp>();

function byItself(shape: RegExp): RegExp {
  const known = searches.get(shape);
  if (known !== undefined) return known;
  const search = new RegExp(String.raw`(?<![\p{L}\p{N}]|[\p{N}][./-])${shape.source}(?![\p{L}\p{N}]|[./-]\p{N})`, 'gu');
  searches.set(shape, search);
  return search;
}

/** All of them have six digits at least, with no more than one other character between two. */
const SIGN_OF_NUMBER = /\d(?:\D?\d){5}/;

/** Numbers in a text that are those of persons by themselves. */
export function nationalNumbersIn(text: string): readonly { readonly start: number; readonly written: string }[] {
  if (!SIGN_OF_NUMBER.test(text)) return [];
  return NATIONAL_NUMBERS.filter(({ shape }) => shape.test(text)).flatMap(({ shape, holds }) =>
    Array.from(text.matchAll(byItself(shape))).flatMap(({ 0: written, index: start }) =>
      holds(written.replace(/\D/g, ''), written) ? [{ start, written }] : [],
    ),
  );
}
