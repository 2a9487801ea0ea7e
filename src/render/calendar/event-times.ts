import type { EventRecord } from '../../model/issue/front-matter.js';
import { instantOf } from '../../model/text/dates/zoned-time.js';
import type { ContentLine } from './content-lines.js';

const DAY_MS = 24 * 60 * 60 * 1000;

function hasTime(written: string): boolean {
  return written.length > 10;
}

/** `20210125`, some days later. */
function dayValue(written: string, daysLater = 0): string {
  const day = Date.parse(`${written.slice(0, 10)}T00:00:00Z`) + daysLater * DAY_MS;
  return new Date(day).toISOString().slice(0, 10).replaceAll('-', '');
}

/** `20210125T090000Z` where the zone is known; without one the clock on the wall, wherever the reader is. */
function momentValue(written: string, timeZone: string | undefined): string {
  if (timeZone === undefined) return `${written.replaceAll(/[-:]/g, '')}00`;
  return instantValue(instantOf(written, timeZone));
}

/** An instant in UTC, as RFC 5545 §3.3.5 writes it. */
export function instantValue(milliseconds: number): string {
  return `${new Date(milliseconds)
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d+Z$/, '')}Z`;
}

/** When an event is: days without a time as days, their end being the day after the last; times in UTC. */
export function eventTimes({
  start,
  end,
  timezone,
}: Pick<EventRecord, 'start' | 'end' | 'timezone'>): readonly ContentLine[] {
  // Both ends must be of one kind (RFC 5545 §3.8.2.2): a day at the end of an event with a time lasts until midnight.
  if (hasTime(start) && end !== undefined && !hasTime(end)) {
    const last = new Date(Date.parse(`${end}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
    return end > start.slice(0, 10)
      ? eventTimes({ start, end: `${last}T00:00`, timezone })
      : eventTimes({ start, timezone });
  }
  if (!hasTime(start)) {
    const begin: ContentLine = ['DTSTART;VALUE=DATE', dayValue(start)];
    const last = end !== undefined && end.slice(0, 10) > start.slice(0, 10) ? end : start;
    return [begin, ['DTEND;VALUE=DATE', dayValue(last, 1)]];
  }
  const begin = momentValue(start, timezone);
  const finish = end === undefined ? undefined : momentValue(end, timezone);
  return finish === undefined || finish <= begin
    ? [['DTSTART', begin]]
    : [
        ['DTSTART', begin],
        ['DTEND', finish],
      ];
}
