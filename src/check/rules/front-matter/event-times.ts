import { declaredEvents, type EventRecord } from '../../../model/issue/front-matter.js';
import type { SourceLocation } from '../../../model/finding.js';
import { cityOfZone } from '../../../model/text/dates/written-time-zones.js';
import { instantsOf } from '../../../model/text/dates/zoned-time.js';
import { contributionRule, placeInFrontMatter, type RuleFinding } from '../../engine/rule.js';

const HOUR_MS = 60 * 60 * 1000;

type TimeFinding = Omit<RuleFinding, keyof SourceLocation>;

function hasTime(written: string): boolean {
  return written.length > 10;
}

/** An instant on the wall of a place that many milliseconds ahead of UTC: `2020-10-25T00:30`. */
function wallTime(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16);
}

function endWithoutBeginning({ start, end }: EventRecord): TimeFinding | undefined {
  if (end === undefined || hasTime(start) || !hasTime(end)) return undefined;
  const [day = '', time = ''] = end.split('T');
  return {
    message: `The event ends at a time of the day, but begins on a day without one: "start" is ${start}, and "end" is ${day} at ${time}.`,
    expected: 'a time for both, or for neither',
    actual: `start: ${start}, end: ${end}`,
    help: `Write the time at which it begins, such as start: ${start}T10:00, or only the day at its end: end: ${day}`,
  };
}

function clockFinding(key: 'start' | 'end', written: string, timeZone: string): TimeFinding | undefined {
  const instants = instantsOf(written, timeZone);
  if (instants.length === 1) return undefined;
  const city = cityOfZone(timeZone);
  const [day = '', time = ''] = written.split('T');
  const utc = Date.parse(`${written}:00Z`);
  const [first, second] = instants;
  if (first === undefined || second === undefined) {
    const later = wallTime(utc + HOUR_MS);
    return {
      message: `On ${day} the clocks in ${city} never show ${time}: that hour is left out when summer time begins.`,
      expected: 'a time that there is',
      actual: `${key}: ${written}`,
      help: `Write the time that the clocks show, perhaps ${key}: ${later}`,
    };
  }
  return {
    message: `On ${day} the clocks in ${city} show ${time} twice: that hour comes again when summer time ends.`,
    expected: 'a time that comes once',
    actual: `${key}: ${written}`,
    help: `Write the times of this event in UTC, with "timezone: UTC". The first ${time} is ${key}: ${wallTime(first)}, the second is ${key}: ${wallTime(second)}`,
  };
}

/** Readers and their calendars must know when an event is: both ends at a time or neither, and no hour twice. */
export const eventTimes = contributionRule({
  id: 'front-matter/event-times',
  severity: 'error',
  why: 'Readers and their calendars must know when an event begins, not only when it ends, and at which of two hours of the same name.',
  wrong: 'event: start: 2021-01-25, end: 2021-01-25T12:00',
  right: 'event: start: 2021-01-25T10:00, end: 2021-01-25T12:00',
  *check(contribution): Iterable<RuleFinding> {
    const { frontMatter } = contribution;
    const single = frontMatter.event === undefined ? 0 : 1;
    for (const [index, event] of declaredEvents(frontMatter).entries()) {
      const path = index < single ? 'event' : `events.${String(index - single)}`;
      const oneSided = endWithoutBeginning(event);
      if (oneSided !== undefined) yield { ...oneSided, ...placeInFrontMatter(contribution, `${path}.end`) };
      const { timezone } = event;
      if (timezone === undefined) continue;
      for (const key of ['start', 'end'] as const) {
        const written = event[key];
        const finding = written !== undefined && hasTime(written) ? clockFinding(key, written, timezone) : undefined;
        if (finding !== undefined) yield { ...finding, ...placeInFrontMatter(contribution, `${path}.${key}`) };
      }
    }
  },
});
