import { compareStrings } from '../../model/finding.js';
import type { EventRecord } from '../../model/issue/front-matter.js';
import { itemsOf, type Issue, type Item } from '../../model/issue/issue.js';

/** The file with all events of an issue, beside the web edition's page. */
export const CALENDAR_FILE = 'calendar.ics';

/** An event of an item, with the file in which a reader's calendar finds it. */
export interface CalendarEvent {
  readonly event: EventRecord;
  /** Counts from 1 in the order in which the contribution names its events, so that another date changes no name. */
  readonly number: number;
  /** Beside the web edition's page, such as `events/secretariat-calendar--2.ics`. */
  readonly file: string;
}

/**
 * The file of an item's event beside the web edition's page. No item's anchor has two hyphens in a row, so no two
 * events can share a file.
 *
 * @param number counts from 1 in the order in which the contribution names its events.
 */
export function eventFile(item: Pick<Item, 'id' | 'events'>, number: number): string {
  return item.events.length === 1 ? `events/${item.id}.ics` : `events/${item.id}--${String(number)}.ics`;
}

/** The events of an item, the earliest first: the order in which every edition shows them. */
export function calendarEvents(item: Pick<Item, 'id' | 'events'>): readonly CalendarEvent[] {
  return item.events
    .map((event, index) => ({ event, number: index + 1, file: eventFile(item, index + 1) }))
    .sort((left, right) => compareStrings(left.event.start, right.event.start));
}

/** Whether an issue has any event, and with it a calendar file. */
export function hasCalendar(issue: Issue): boolean {
  return itemsOf(issue).some(({ events }) => events.length > 0);
}
