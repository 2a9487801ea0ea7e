import type { OutputFile } from '../../model/issue/edition.js';
import { compareStrings } from '../../model/finding.js';
import { itemsOf, type Item } from '../../model/issue/issue.js';
import { safeAddress } from '../../templating/helpers/safe-address.js';
import { whereWords } from '../view/event-view.js';
import { pageTitle } from '../view/frame-view.js';
import type { IssueContext } from '../view/issue-context.js';
import { CALENDAR_FILE, calendarEvents, type CalendarEvent } from './calendar-paths.js';
import { textValue, writeContentLines, type ContentLine } from './content-lines.js';
import { eventTimes, instantValue } from './event-times.js';

/** The description of an event: the item's title if the event has its own, the summary, the newsletter's name. */
function descriptionOf(item: Item, { event }: CalendarEvent, context: IssueContext): string {
  const title = event.title === undefined || event.title === item.title ? undefined : item.title;
  return [title, item.summary, pageTitle(context)].filter((part) => part !== undefined).join('\n');
}

function eventLines(item: Item, calendarEvent: CalendarEvent, context: IssueContext): readonly ContentLine[] {
  const { issue, configuration } = context;
  const { event, number } = calendarEvent;
  const place = whereWords(event, context.words);
  const written = event.url ?? item.link?.url;
  const url = written === undefined ? undefined : safeAddress(written);
  return [
    ['BEGIN', 'VEVENT'],
    // The same for as long as the item keeps its file: a calendar that has the event already takes in what changed.
    ['UID', `${issue.id}.${item.id}.${String(number)}@${configuration.list.id}`],
    ['DTSTAMP', instantValue(Date.parse(`${issue.date}T00:00:00Z`))],
    ...eventTimes(event),
    ['SUMMARY', textValue(event.title ?? item.title)],
    ...(place === undefined ? [] : [['LOCATION', textValue(place)] as const]),
    ['DESCRIPTION', textValue(descriptionOf(item, calendarEvent, context))],
    // A day on which something is published or remembered is no appointment.
    ['TRANSP', event.start.length > 10 ? 'OPAQUE' : 'TRANSPARENT'],
    ...(url === undefined ? [] : [['URL', url] as const]),
    ['END', 'VEVENT'],
  ];
}

function calendarText(events: readonly (readonly ContentLine[])[], context: IssueContext, name?: string): string {
  return writeContentLines([
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', `-//${textValue(context.configuration.organisation)}//newsletter//EN`],
    ['CALSCALE', 'GREGORIAN'],
    ...(name === undefined ? [] : [['X-WR-CALNAME', textValue(name)] as const]),
    ...events.flat(),
    ['END', 'VCALENDAR'],
  ]);
}

/** Writes the issue's events as calendar files (RFC 5545): one an event, and one with all; nothing where there is none. */
export function calendarFiles(context: IssueContext): readonly OutputFile[] {
  const { issue } = context;
  const all = itemsOf(issue)
    .flatMap((item) =>
      calendarEvents(item).map((event) => ({ ...event, item, lines: eventLines(item, event, context) })),
    )
    .sort((left, right) => compareStrings(left.event.start, right.event.start));
  if (all.length === 0) return [];
  const file = (path: string, items: readonly Item[], text: string): OutputFile => ({
    path: `web/${path}`,
    items: [...new Set(items.map((item) => item.file))],
    content: { kind: 'text', text },
  });
  const whole = calendarText(
    all.map(({ lines }) => lines),
    context,
    pageTitle(context),
  );
  return [
    file(
      CALENDAR_FILE,
      all.map(({ item }) => item),
      whole,
    ),
    ...all.map((one) => file(one.file, [one.item], calendarText([one.lines], context))),
  ];
}
