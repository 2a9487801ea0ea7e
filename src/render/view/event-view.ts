import type { EventRecord } from '../../model/issue/front-matter.js';
import { compareStrings } from '../../model/finding.js';
import { fillPhrase, type FixedWords } from '../../templating/words/fixed-words.js';
import { safeAddress } from '../../templating/helpers/safe-address.js';
import { cityOfZone } from '../../model/text/dates/written-time-zones.js';
import type { DateWords } from '../date-words.js';

/** An event as the calendar shows it. */
export interface EventView {
  readonly title: string | undefined;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  /** The start for programs: `2021-01-25` or `2021-01-25T10:00`. */
  readonly start: string;
  readonly when: string;
  readonly where: string | undefined;
  readonly url: string | undefined;
}

/** `10:00`, or nothing where only a day was given. */
function clock(written: string): string {
  return written.length > 10 ? written.slice(11, 16) : '';
}

/** Whose clock it is, by the city that names the zone: nobody has to know what EET is, or GMT-5. */
function zoneWords(timeZone: string | undefined, { event }: FixedWords): string {
  if (timeZone === undefined || timeZone === 'UTC') return timeZone ?? '';
  return fillPhrase(event.zone, { city: event.cities[timeZone] ?? cityOfZone(timeZone) });
}

function whenWords(event: EventRecord, words: FixedWords, dates: DateWords): string {
  const { start, end, timezone } = event;
  const zone = clock(start) === '' ? '' : zoneWords(timezone, words);
  const moment = (written: string) =>
    clock(written) === '' ? dates.day(written) : `${dates.day(written)}${words.punctuation.comma} ${clock(written)}`;
  const withZone = (text: string) => (zone === '' ? text : `${text}${words.punctuation.comma} ${zone}`);
  if (end === undefined || end === start) return withZone(moment(start));
  if (start.slice(0, 10) !== end.slice(0, 10)) {
    return withZone(fillPhrase(words.event.range, { start: moment(start), end: moment(end) }));
  }
  return withZone(clock(end) === '' ? moment(start) : `${moment(start)}–${clock(end)}`);
}

/** Where an event is: at a place, online, or both. */
export function whereWords(event: EventRecord, words: FixedWords): string | undefined {
  if (event.online !== true) return event.place;
  return event.place === undefined
    ? words.event.online
    : fillPhrase(words.event.onlineAndPlace, { place: event.place });
}

/** The events of an item, the earliest first. */
export function eventViews(events: readonly EventRecord[], words: FixedWords, dates: DateWords): readonly EventView[] {
  return [...events]
    .sort((left, right) => compareStrings(left.start, right.start))
    .map((event) => ({
      title: event.title,
      ...dates.block(event.start),
      start: event.start,
      when: whenWords(event, words, dates),
      where: whereWords(event, words),
      url: event.url === undefined ? undefined : safeAddress(event.url),
    }));
}
