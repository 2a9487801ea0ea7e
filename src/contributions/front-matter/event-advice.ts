import {
  otherReading,
  readWrittenDay,
  readWrittenSpan,
  type WrittenSpan,
} from '../../model/text/dates/written-dates.js';
import { suggestTimeZone, type EventLocation } from '../../model/text/dates/written-time-zones.js';
import type { Advice } from '../../yaml/yaml-source.js';
import { suggestSection } from '../../model/written-sections.js';
import { memberOf } from '../folder/member-of.js';
import { OTHER_KEYS } from './other-keys.js';

/** Writes the lines for the start and end of an event; the end is never before the start. */

function spanLines({ start, end }: WrittenSpan, zone: string | undefined): readonly string[] {
  return [
    `start: ${start}`,
    ...(end === undefined ? [] : [`end: ${end}`]),
    ...(zone === undefined || !start.includes('T') ? [] : [`timezone: ${zone}`]),
  ];
}

/** Returns the zone at the end of a time: "15:00–17:30 Kyiv time". */
function zoneIn(written: string, whereabouts: EventLocation): string | undefined {
  const behind = /(?:\d|\bam|\bpm|uhr)[\s,(]+((?:\p{L}|[+ -]|\d{1,2}(?!\d))+)\)?$/iu.exec(written)?.[1];
  const zone = behind?.replace(/^(?:am|pm|uhr|h)\s+/i, '');
  return zone === undefined ? undefined : suggestTimeZone(zone, whereabouts);
}

const DAY_CHARACTERS = 10;
/** An event that starts at this time or later, and ends before it, continues past midnight. */
const EARLIEST_EVENING = 'T17:00';
const LATEST_NIGHT = 'T06:00';

/**
 * Says whether the end is before the start. A day without a time is neither before nor after a time on the same day.
 */
function isBefore(end: string, start: string): boolean {
  return end.slice(0, start.length) < start.slice(0, end.length);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60 * 1000).toISOString().slice(0, DAY_CHARACTERS);
}

/** Returns the end that was meant, or `undefined` when it would be before the start. */
function believedEnd(end: string, start: string): string | undefined {
  if (!isBefore(end, start)) return end;
  const day = end.slice(0, DAY_CHARACTERS);
  const isNight =
    day === start.slice(0, DAY_CHARACTERS) &&
    start.slice(DAY_CHARACTERS) >= EARLIEST_EVENING &&
    end.slice(DAY_CHARACTERS) <= LATEST_NIGHT;
  return isNight ? `${dayAfter(day)}${end.slice(DAY_CHARACTERS)}` : undefined;
}

function contradiction(start: string, end: string): string {
  return `The event would end (${end}) before it begins (${start}): write when it really ends, on a line such as "end: ${start.slice(0, DAY_CHARACTERS)}Thh:mm", or correct the beginning.`;
}

/** Writes the lines of an event that was written as one text. */
export function eventLines(text: string, whereabouts: EventLocation): readonly string[] | undefined {
  const span = readWrittenSpan(text);
  if (span === undefined) return undefined;
  const end = span.end === undefined ? undefined : believedEnd(span.end, span.start);
  return spanLines({ start: span.start, end }, zoneIn(text, whereabouts));
}

function adviseStart(
  text: string,
  event: unknown,
  day: string | undefined,
  zone: string | undefined,
): Advice | undefined {
  const span = readWrittenSpan(text, day);
  if (span === undefined) return undefined;
  const other = memberOf(event, 'end');
  const writtenEnd =
    typeof other === 'string' ? readWrittenSpan(other, span.start.slice(0, DAY_CHARACTERS)) : undefined;
  const end = other === undefined ? span.end : (writtenEnd?.end ?? writtenEnd?.start);
  const believed = end === undefined ? undefined : believedEnd(end, span.start);
  const lines = spanLines({ start: span.start, end: other === undefined ? believed : undefined }, zone);
  const note = end !== undefined && believed === undefined ? contradiction(span.start, end) : undefined;
  return { right: lines.join('\n'), note };
}

/** Writes the lines for a start or an end that is refused; `undefined` when they are unclear. */
export function adviseEventTime(
  path: readonly string[],
  text: string,
  known: unknown,
  whereabouts: EventLocation,
  written: unknown,
): Advice | undefined {
  const event = path.slice(0, -1).reduce(memberOf, known);
  const start = memberOf(event, 'start');
  // For "start: 19:30", the line "date:" gives the day, in the event or above it.
  const date = memberOf(event, 'date') ?? memberOf(written, dateKeyOf(written) ?? 'date');
  const otherDay = typeof date === 'string' ? readWrittenDay(date) : undefined;
  const zone = memberOf(event, 'timezone') === undefined ? zoneIn(text, whereabouts) : undefined;
  if (path.at(-1) === 'start') return withOtherReading(adviseStart(text, event, otherDay, zone), text);
  const startDay = typeof start === 'string' ? readWrittenDay(start) : undefined;
  const span = readWrittenSpan(text, startDay ?? otherDay);
  if (span === undefined) return undefined;
  const end = span.end ?? span.start;
  const begins = typeof start === 'string' ? readWrittenSpan(start, otherDay)?.start : undefined;
  const believed = begins === undefined ? end : believedEnd(end, begins);
  return believed === undefined
    ? { note: contradiction(begins ?? '', end) }
    : withOtherReading({ right: `end: ${believed}` }, text);
}

function withOtherReading(advice: Advice | undefined, text: string): Advice | undefined {
  const remarks = [advice?.note, otherReading(text)].filter((one) => one !== undefined);
  return advice === undefined || remarks.length === 0 ? advice : { ...advice, note: remarks.join(' ') };
}

const OTHERS: ReadonlyMap<string, string> = new Map(Object.entries(OTHER_KEYS));

/** Returns front matter as written: each line's key under its name here, with its value. */
function linesAsMeant(
  written: unknown,
): readonly { readonly key: string; readonly meant: string; readonly value: unknown }[] {
  if (typeof written !== 'object' || written === null) return [];
  return Object.entries<unknown>({ ...written }).map(([key, value]) => {
    const small = key.toLowerCase();
    return { key, meant: OTHERS.get(small) ?? small, value };
  });
}

function dateKeyOf(written: unknown): string | undefined {
  return linesAsMeant(written).find(({ meant }) => meant === 'date')?.key;
}

const OF_EVENT: ReadonlySet<string> = new Set(['start', 'end', 'place', 'online', 'event.url']);

/** Reads when an event takes place from the line "date:", and whether the event has other lines. */
export function dayOfEvent(written: unknown): { readonly day: string; readonly hasOtherLines: boolean } | undefined {
  const lines = linesAsMeant(written);
  const date = lines.find(({ meant }) => meant === 'date')?.value;
  const day = typeof date === 'string' ? readWrittenDay(date) : undefined;
  if (day === undefined || lines.some(({ meant }) => meant === 'event' || meant === 'events')) return undefined;
  const times = lines.filter(({ meant }) => meant === 'start' || meant === 'end');
  const isTimeOnly = times.some(({ value }) => typeof value === 'string' && readWrittenDay(value) === undefined);
  const hasOwnDay = times.some(({ value }) => typeof value === 'string' && readWrittenDay(value) !== undefined);
  const isAnnounced = lines.some(
    ({ meant, value }) =>
      meant === 'section' &&
      typeof value === 'string' &&
      (value === 'event' || suggestSection(value, false) === 'event'),
  );
  if (hasOwnDay || (!isTimeOnly && !isAnnounced)) return undefined;
  return { day, hasOtherLines: lines.some(({ meant }) => OF_EVENT.has(meant)) };
}

/** Says what to do with a line "date:" that says when an event takes place. */
export function adviseDayOfEvent(text: string, written: unknown): Advice | undefined {
  const event = dayOfEvent(written);
  if (event === undefined) return undefined;
  if (event.hasOtherLines) {
    return {
      note: 'This is the day of the event, and "date:" is that of the news. Take this line out: the lines below "event:", which the next messages show, have the day.',
    };
  }
  const lines = eventLines(text, {}) ?? [`start: ${event.day}`];
  const right = ['event:', ...lines.map((line) => `  ${line}`)].join('\n');
  return { right, note: `If it is the day on which the text was written, write it like this: date: ${event.day}` };
}
