import type { Item } from '../../model/issue/issue.js';
import { calendarEvents } from '../calendar/calendar-paths.js';
import type { EventView } from './event-view.js';
import { issueAddress, type IssueContext } from './issue-context.js';

/** An event with the address of the file that takes it into a reader's calendar, where it is public. */
export type PublicEvent = EventView & { readonly calendarUrl: string | undefined };

/** The events of an item for a mail's readers, in the order in which every edition shows them. */
export function publicEvents(item: Item, events: readonly EventView[], context: IssueContext): readonly PublicEvent[] {
  const address = issueAddress(context);
  // Both are ordered by their beginning.
  const files = calendarEvents(item);
  return events.map((event, index) => {
    const file = files[index]?.file;
    return { ...event, calendarUrl: address === undefined || file === undefined ? undefined : `${address}${file}` };
  });
}
