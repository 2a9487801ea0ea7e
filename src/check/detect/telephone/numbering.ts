import { isSupportedCountry, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import { LANGUAGES } from '../../languages/index.js';

/** Countries where a number at home has no leading zero, so that only the plan tells it from others. */
export const WITHOUT_ZERO: readonly CountryCode[] = LANGUAGES.flatMap(({ phoneCountries = [] }) => phoneCountries);

/** The countries of a language whose numbers have no leading zero, by its tag. */
const OF_LANGUAGE: ReadonlyMap<string, readonly CountryCode[]> = new Map(
  LANGUAGES.flatMap(({ tags, phoneCountries = [] }) => tags.map((tag) => [tag, phoneCountries] as const)),
);

/** Countries in which a number without prefix is to be understood, the likeliest first. */
export function countriesOf(country: string | undefined, language: string): readonly CountryCode[] {
  const own = country !== undefined && isSupportedCountry(country) ? [country] : [];
  return [...own, ...(OF_LANGUAGE.get(language.toLowerCase().slice(0, 2)) ?? [])];
}

/** Whether a number, written as at home, exists in the plan of one of the countries. */
export function existsIn(written: string, countries: readonly CountryCode[]): boolean {
  return countries.some((country) => parsePhoneNumberFromString(written, country)?.isValid() ?? false);
}

/** The codes of Europe and of Türkiye. */
const EUROPEAN_CODE = /^(?:3|4|90)/;

/** Whether the digits would be a number of a European country if a plus stood before them. */
export function couldLackPlus(digits: string): boolean {
  return EUROPEAN_CODE.test(digits) && isPossibleAbroad(digits);
}

/** Whether the digits behind a plus begin with the code of a country and are long enough for it. */
export function isPossibleAbroad(digits: string): boolean {
  return parsePhoneNumberFromString(`+${digits}`)?.isPossible() ?? false;
}

/**
 * The ways in which the same number may be compared: with the code of the country and without it, never with the
 * zeros before.
 */
export function comparableDigits(written: string, country: string | undefined): readonly string[] {
  const digits = written.replace(/\(0\)/g, '').replace(/\D/g, '');
  const bare = digits.replace(/^0+/, '');
  const parsed =
    country !== undefined && isSupportedCountry(country) ? parsePhoneNumberFromString(written, country) : undefined;
  const known =
    parsed === undefined ? [] : [parsed.number.replace(/\D/g, ''), parsed.nationalNumber.replace(/^0+/, '')];
  return [...new Set([digits, bare, ...known])].filter((form) => form !== '');
}
