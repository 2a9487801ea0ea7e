import { declaredEvents } from '../../../model/issue/front-matter.js';
import { contributionRule, placeInFrontMatter, type RuleFinding } from '../../engine/rule.js';

const YEARS_BACK = 30;
const YEARS_AHEAD = 10;

/** Dates must be near enough to the issue to be no slip of the pen, and events must end after they begin. */
export const dates = contributionRule({
  id: 'front-matter/dates',
  severity: 'error',
  why: 'A wrong year is quickly typed, and sends readers to a meeting that is over.',
  wrong: 'event: start: 2021-01-25T10:00, end: 2021-01-25T09:00',
  right: 'event: start: 2021-01-25T10:00, end: 2021-01-25T12:00',
  *check(contribution, context): Iterable<RuleFinding> {
    const { frontMatter } = contribution;
    const year = Number(context.date.slice(0, 4));
    const events = declaredEvents(frontMatter);
    const single = frontMatter.event === undefined ? 0 : 1;
    const eventPath = (index: number) => (index < single ? 'event' : `events.${String(index - single)}`);
    const written: readonly (readonly [path: string, value: string | undefined])[] = [
      ['date', frontMatter.date],
      ['embargo', frontMatter.embargo],
      ['deadline', frontMatter.deadline],
      ...events.flatMap(({ start, end }, index) => [
        [`${eventPath(index)}.start`, start] as const,
        [`${eventPath(index)}.end`, end] as const,
      ]),
    ];
    for (const [path, value] of written) {
      if (value === undefined) continue;
      const distance = Number(value.slice(0, 4)) - year;
      if (distance >= -YEARS_BACK && distance <= YEARS_AHEAD) continue;
      yield {
        ...placeInFrontMatter(contribution, path),
        message: `The year of "${path}" cannot be right for this issue.`,
        expected: `a year from ${String(year - YEARS_BACK)} to ${String(year + YEARS_AHEAD)}`,
        actual: `"${value}"`,
        help: 'Correct the year.',
      };
    }
    for (const [index, { start, end }] of events.entries()) {
      // A day without a time, compared with a time on the same day, is neither before nor after it.
      if (end === undefined || end.slice(0, start.length) >= start.slice(0, end.length)) continue;
      yield {
        ...placeInFrontMatter(contribution, `${eventPath(index)}.end`),
        message: 'The event ends before it begins.',
        expected: `a day or time after ${start}`,
        actual: `"${end}"`,
        help: 'Correct "start" or "end".',
      };
    }
  },
});
