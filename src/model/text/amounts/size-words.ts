const KB = 1000;
const MB = 1_000_000;

type Rounding = (number: number) => number;

/**
 * Writes a size for people: `85.8 KB`, `120 KB`, `1.2 MB`. 1 KB is 1,000 bytes everywhere. It is rounded up, so that a
 * size above a limit never reads like the limit.
 *
 * @param locale the locale of the digits and the decimal sign.
 */
export function sizeWords(bytes: number, locale = 'en'): string {
  return words(bytes, locale, Math.ceil);
}

/** Writes the largest size that is allowed, rounded down, so that nobody is promised more than is accepted. */
export function limitWords(bytes: number): string {
  return words(bytes, 'en', Math.floor);
}

function words(bytes: number, locale: string, round: Rounding): string {
  const kilobytes = rounded(bytes, KB, round);
  return kilobytes < 1000 ? `${inLocale(kilobytes, locale)} KB` : `${inLocale(rounded(bytes, MB, round), locale)} MB`;
}

/** Rounds to a tenth, and from a hundred on to a whole number. */
function rounded(bytes: number, unit: number, round: Rounding): number {
  const tenths = round(bytes / (unit / 10));
  return tenths < 1000 ? tenths / 10 : round(bytes / unit);
}

function inLocale(number: number, locale: string): string {
  // The same, without what Intl reads of the language: many commands name a limit, and most are in English.
  if (locale === 'en') return String(number);
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1, useGrouping: false }).format(number);
}
