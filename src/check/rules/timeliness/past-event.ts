import { declaredEvents } from '../../../model/issue/front-matter.js';
import { contributionRule, placeInFrontMatter } from '../../engine/rule.js';

/** Readers can only go to events that are not over. */
export const pastEvent = contributionRule({
  id: 'timeliness/past-event',
  severity: 'warning',
  why: 'An event in the newsletter reads like an invitation; nobody can come to one that is over.',
  wrong: 'event: start: 2020-11-02, in an issue of 18 December 2020',
  right: 'event: start: 2021-01-25, in an issue of 18 December 2020',
  *check(contribution, { date }) {
    const { frontMatter } = contribution;
    const single = frontMatter.event === undefined ? 0 : 1;
    for (const [index, { title, start, end }] of declaredEvents(frontMatter).entries()) {
      const last = end ?? start;
      if (last.slice(0, 10) >= date) continue;
      const path = index < single ? 'event' : `events.${String(index - single)}`;
      yield {
        ...placeInFrontMatter(contribution, `${path}.${end === undefined ? 'start' : 'end'}`),
        message: `${title === undefined ? 'This event' : `The event “${title}”`} is over when the issue goes out.`,
        expected: `an event that ends on ${date} or later`,
        actual: `"${last}"`,
        help: 'If the item reports on it, say so in the text and take the lines of the event out. If the day is wrong, correct it.',
      };
    }
  },
});
