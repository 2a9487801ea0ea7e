import * as z from 'zod';
import { isTimeZone } from './zoned-time.js';

/**
 * The kinds of values that people write in YAML, each with the words that tell what was expected.
 * Schemas of `members.yaml`, `issue.yaml`, `newsletter.yaml` and the front matter are built from these.
 * YAML is read without types of its own (every scalar arrives as the text that was written), so `12:30`,
 * `017` and `no` stay what the writer meant, and only the schema turns text into numbers and booleans.
 */

const LINE_BREAKS_AND_CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** One line of plain text: line breaks and control characters become a space, and something must be left. */
export const oneLine = z
  .string()
  .transform((value) => value.normalize('NFC').replace(LINE_BREAKS_AND_CONTROLS, ' ').trim())
  .refine((value) => value !== '', 'some text');

/** Whether a year, month and day name a day that exists. */
function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2})?)?$/;

function isCalendarDate(value: string): boolean {
  const match = DATE.exec(value);
  return match !== null && isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

function isLocalDateTime(value: string): boolean {
  const match = DATE_TIME.exec(value);
  if (match === null || !isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]))) return false;
  return Number(match[4] ?? 0) < 24 && Number(match[5] ?? 0) < 60;
}

/** A day, as `2020-12-18`. */
export const calendarDate = z
  .string()
  .trim()
  .refine(isCalendarDate, 'a day that exists, written as year-month-day, such as 2020-12-18');

/** A day, or a day and time of the clock on the wall: `2020-12-18` or `2020-12-18T18:00`. */
export const localDateTime = z
  .string()
  .trim()
  .refine(isLocalDateTime, 'a day, or a day and a time, such as 2020-12-18 or 2020-12-18T18:00')
  .transform((value) => value.replace(' ', 'T').slice(0, 16));

/** An IANA time zone, as `Europe/Amsterdam`. */
export const timeZone = z.string().trim().refine(isTimeZone, 'a time zone, such as Europe/Amsterdam');

function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

/** A language, as a BCP 47 tag. */
export const languageTag = z
  .string()
  .trim()
  .refine(isLanguageTag, 'a language code, such as en, de or uk')
  .transform((value) => Intl.getCanonicalLocales(value)[0] ?? value);

function isWebAddress(value: string): boolean {
  if (/\s/.test(value)) return false;
  const url = parseUrl(value);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname.includes('.');
}

function parseUrl(value: string): URL | null {
  try {
    return new URL(value);
  } catch {
    return null;
  }
}

/** A web address, absolute, `https:` (or `http:`, which a rule may remark on). */
export const webAddress = z
  .string()
  .trim()
  .refine(isWebAddress, 'a whole web address, such as https://www.example.org/page');

/** An e-mail address in the form that this tool accepts everywhere (no quoted local part, no comment). */
export const emailAddress = z
  .string()
  .trim()
  .refine(
    (value) => /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[^\s@<>"(),:;[\]\\.]+$/u.test(value),
    'an e-mail address, such as news@example.org',
  );

/** `true` or `false`, also as `yes` or `no`. */
export const yesOrNo = z
  .string()
  .trim()
  .toLowerCase()
  .refine((value) => ['true', 'false', 'yes', 'no'].includes(value), 'true or false')
  .transform((value) => value === 'true' || value === 'yes');

/** A whole number between two bounds. */
export function wholeNumber(least: number, most: number) {
  return z
    .string()
    .trim()
    .refine(
      (value) => /^[+-]?\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most,
      `a whole number from ${String(least)} to ${String(most)}`,
    )
    .transform(Number);
}
