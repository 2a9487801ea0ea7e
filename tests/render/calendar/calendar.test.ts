import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { EventRecord } from '../../../src/model/issue/front-matter.js';
import { calendarEvents } from '../../../src/render/calendar/calendar-paths.js';
import { calendarFiles } from '../../../src/render/calendar/calendar-files.js';
import { createIssueContext } from '../../../src/render/view/issue-context.js';
import { full } from '../../support/render/full-issue.js';
import { CONFIGURATION, issue, item, render, TEMPLATES, webFile } from '../../support/render/issue-fixture.js';

const WHOLE = 'web/calendar.ics';

/** The calendar of an issue with these events in one item, as another program reads it. */
function readCalendar(events: readonly EventRecord[]): readonly ICAL.Event[] {
  return readEvents(calendarOf(events));
}

function calendarOf(events: readonly EventRecord[]): string {
  const dates = issue([item({ id: 'dates', section: 'event', title: 'Dates', events: [...events] })]);
  const whole = calendarFiles(createIssueContext(dates, CONFIGURATION, [TEMPLATES])).find(({ path }) => path === WHOLE);
  return whole?.content.kind === 'text' ? whole.content.text : '';
}

function readEvents(text: string): readonly ICAL.Event[] {
  return ICAL.Component.fromString(text)
    .getAllSubcomponents('vevent')
    .map((component) => new ICAL.Event(component));
}

/** RFC 5545 §3.1: every line ends in CRLF and has at most 75 octets; nothing is cut inside a character. */
function expectContentLines(text: string): void {
  expect(text.endsWith('\r\n')).toBe(true);
  for (const line of text.slice(0, -2).split('\r\n')) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toContain('\ufffd');
  }
}

describe('the calendar', () => {
  test('has a file for every event and one for all, which the page names', async () => {
    const editions = await render(full);
    const names = editions.files.map(({ path }) => path).filter((path) => path.endsWith('.ics'));
    expect(names).toEqual([WHOLE, 'web/events/dates--2.ics', 'web/events/dates--1.ics']);
    const page = webFile(editions, 'web/index.html');
    for (const name of names) expect(page).toContain(`href="${name.replace('web/', '')}"`);
    expect(readEvents(webFile(editions, WHOLE)).map(({ summary }) => summary)).toEqual(['Sooner', 'Later']);
    expect(readEvents(webFile(editions, 'web/events/dates--1.ics')).map(({ summary }) => summary)).toEqual(['Later']);
  });

  test('is not there where an issue has no event', async () => {
    const editions = await render(issue([item()]));
    expect(editions.files.map(({ path }) => path)).not.toContain(WHOLE);
    expect(webFile(editions, 'web/index.html')).not.toContain('.ics');
  });

  test('gives times in UTC, by the clocks of the place on that day', () => {
    const [winter, summer] = readCalendar([
      { start: '2021-01-25T10:00', end: '2021-01-25T12:30', timezone: 'Europe/Amsterdam' },
      { start: '2021-07-01T10:00', timezone: 'Europe/Amsterdam' },
    ]);
    expect(winter?.startDate.toString()).toBe('2021-01-25T09:00:00Z');
    expect(winter?.endDate.toString()).toBe('2021-01-25T11:30:00Z');
    expect(summer?.startDate.toString()).toBe('2021-07-01T08:00:00Z');
  });

  test('gives days as days, the end being the day after the last', () => {
    const [one, several, mixed] = readCalendar([
      { start: '2021-02-01', timezone: 'Europe/Vienna' },
      { start: '2021-02-27', end: '2021-03-01' },
      { start: '2021-04-01', end: '2021-04-02T12:00' },
    ]);
    expect([one?.startDate.isDate, one?.startDate.toString(), one?.endDate.toString()]).toEqual([
      true,
      '2021-02-01',
      '2021-02-02',
    ]);
    expect(several?.endDate.toString()).toBe('2021-03-02');
    expect(mixed?.endDate.toString()).toBe('2021-04-03');
  });

  test('leaves a time without a zone to the clock on the wall', () => {
    const [event] = readCalendar([{ start: '2021-02-01T18:00' }]);
    expect(event?.startDate.toString()).toBe('2021-02-01T18:00:00');
  });

  test('keeps the id of an event when its date or title changes, and its stamp is the day of the issue', () => {
    const [before] = readCalendar([{ title: 'A', start: '2021-02-01' }]);
    const [after] = readCalendar([{ title: 'B', start: '2021-03-01' }]);
    expect(before?.uid).toBe('2020-12.dates.1@news.example.org');
    expect(after?.uid).toBe(before?.uid);
    expect(before?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2020-12-18T00:00:00Z');
  });

  test('says where, and whether it is online', () => {
    const [there, online] = readCalendar([
      { start: '2021-02-01', place: 'Vienna; Floragasse, 7', url: 'https://example.org/a;b,c' },
      { start: '2021-02-02', online: true },
    ]);
    expect(there?.location).toBe('Vienna; Floragasse, 7');
    expect(there?.component.getFirstPropertyValue('url')).toBe('https://example.org/a;b,c');
    expect(online?.location).toBe('Online');
  });

  test('reads back whatever a contributor writes, and nothing else comes in', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
      fc.constantFrom(
        'END:VEVENT\r\nEND:VCALENDAR',
        'a\r\nATTENDEE:mailto:x@example.org',
        '\\n\\,\\;\\',
        '🙂'.repeat(60),
        'é'.repeat(75),
        'DTSTART:19700101',
        'x\u2028y',
        '\ud800',
      ),
    );
    fc.assert(
      fc.property(hostile, hostile, (title, place) => {
        const text = calendarOf([{ title, place, start: '2021-02-01' }]);
        expectContentLines(text.replaceAll('\ufffd', '?'));
        const [event, ...others] = readEvents(text);
        expect(others).toEqual([]);
        const told = (value: string) =>
          value
            .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
            .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]+/g, ' ')
            .replace(/\p{Cs}/gu, '\ufffd')
            .trim();
        expect(event?.summary ?? '').toBe(told(title));
        expect(event?.location ?? '').toBe(told(place));
        expect(event?.component.getAllProperties().map(({ name }) => name)).toEqual([
          ...['uid', 'dtstamp', 'dtstart', 'dtend', 'summary', 'location', 'description', 'transp'],
        ]);
      }),
      { numRuns: 200 },
    );
  });

  test('never gives two events one file', () => {
    const start = '2021-01-01';
    const two = calendarEvents({ id: 'a', events: [{ start }, { start }] });
    const files = [...two, ...calendarEvents({ id: 'a-1', events: [{ start }] })].map(({ file }) => file);
    expect(new Set(files).size).toBe(3);
  });
});
