import * as z from 'zod';
import { otherReading, readWrittenDay, readWrittenSpan } from './dates/written-dates.js';
import { readLanguage, suggestLanguage } from './written-languages.js';
import { readTimeZone, suggestTimeZone, type EventLocation } from './dates/written-time-zones.js';

/**
 * The kinds of values that people write in YAML, each with the words that say what was expected. The schemas of
 * `members.yaml`, `issue.yaml`, `newsletter.yaml` and the front matter are built from these. YAML is read without its
 * own types (every scalar arrives as the text that was written), so `12:30`, `017` and `no` stay what the writer meant,
 * and only the schema turns text into numbers and booleans.
 */

const LINE_BREAKS_AND_CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** What is known about a kind of values beyond what its schema checks. */
export interface WrittenKind {
  /**
   * `free-text`: sentences of people, which may contain a ` #` and what follows it. `file-name`: complete with its
   * extension. `word`: complete as soon as its schema accepts it.
   */
  readonly is: 'free-text' | 'file-name' | 'word';
  /** Returns the value that was probably meant by one that the schema refuses. */
  readonly correct?: (written: string, whereabouts: EventLocation) => string | undefined;
  /** Says in a sentence what else it may have meant. */
  readonly otherwise?: (written: string) => string | undefined;
}

/** The kinds of values, by their schemas. A schema that is made from a registered one must be registered again. */
export const writtenKinds = z.registry<WrittenKind>();

function lineOfText() {
  return z
    .string()
    .transform((value) => value.normalize('NFC').replace(LINE_BREAKS_AND_CONTROLS, ' ').trim())
    .refine((value) => value !== '', 'some text');
}

/** One line of plain text: line breaks and control characters become a space, and it must not be empty. */
export const oneLine = lineOfText().register(writtenKinds, { is: 'free-text' });

/** The name or path of a file. */
export const fileName = lineOfText().register(writtenKinds, { is: 'file-name' });

/** A name without spaces that a program knows: of a rule, a transport, a folder. */
export const knownName = lineOfText().register(writtenKinds, { is: 'word' });

/** Says whether a year, month and day name a day that exists. */
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

const A_DAY = 'a day that exists, written as year-month-day, such as 2020-12-18';

/** A day, as `2020-12-18`. */
export const calendarDate = z
  .string()
  .trim()
  .refine(isCalendarDate, A_DAY)
  .register(writtenKinds, { is: 'word', correct: readWrittenDay, otherwise: otherReading });

/** `2020-12-18T08:00:00+02:00`, as programs stamp what they write. */
const TIME_STAMP = /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?$/i;

/** A day whose time does not matter to anybody: a time that a program wrote after it is removed. */
export const stampedDate = z
  .string()
  .trim()
  .transform((value) => TIME_STAMP.exec(value)?.[1] ?? value)
  .refine(isCalendarDate, A_DAY)
  .register(writtenKinds, { is: 'word', correct: readWrittenDay, otherwise: otherReading });

/** A day, or a day and a local time: `2020-12-18` or `2020-12-18T18:00`. */
export const localDateTime = z
  .string()
  .trim()
  .refine(isLocalDateTime, 'a day, or a day and a time, such as 2020-12-18 or 2020-12-18T18:00')
  .transform((value) => value.replace(' ', 'T').slice(0, 16))
  .register(writtenKinds, {
    is: 'word',
    correct: (written) => readWrittenSpan(written)?.start,
    otherwise: otherReading,
  });

/** An IANA time zone that is named after a city, such as `Europe/Amsterdam`, or UTC. */
export const timeZone = z
  .string()
  .trim()
  .refine((value) => readTimeZone(value) !== undefined, 'a time zone by its city, such as Europe/Amsterdam')
  .transform((value) => readTimeZone(value) ?? value)
  .register(writtenKinds, { is: 'word', correct: suggestTimeZone });

/** A language: a BCP 47 tag, or the name of a language, which becomes its tag. */
export const languageTag = z
  .string()
  .trim()
  .refine((value) => readLanguage(value) !== undefined, 'a language code, such as en, de or uk')
  .transform((value) => readLanguage(value) ?? value)
  .register(writtenKinds, { is: 'word', correct: suggestLanguage });

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

/** Completes an address that somebody wrote without its beginning: `www.example.org/page`. */
export function completeAddress(written: string): string | undefined {
  const address = `https://${written.trim().replace(/^(?:https?|htps?|ttps?)?:?\/{0,2}/i, '')}`;
  const isLike = /^https:\/\/(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[/?#]\S*)?$/u.test(address);
  return isLike && isWebAddress(address) ? address : undefined;
}

/** An absolute web address, `https:` (or `http:`, which a rule may report). */
export const webAddress = z
  .string()
  .trim()
  .refine(isWebAddress, 'a whole web address, such as https://www.example.org/page')
  .register(writtenKinds, { is: 'word', correct: completeAddress });

/** An e-mail address in the form that this program accepts everywhere (no quoted local part, no comment). */
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

/** A whole number between two limits. */
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
