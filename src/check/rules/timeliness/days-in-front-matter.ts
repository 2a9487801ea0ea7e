import { declaredEvents } from '../../../model/issue/front-matter.js';
import { daysBetween } from '../../../model/text/dates/days-between.js';
import { contributionRule, placeInFrontMatter } from '../../engine/rule.js';

// Days of the front matter, compared with the issue's day, which is "now" for all of them.

/** News must be fresh, measured from the issue's date. */
export const oldNews = contributionRule({
  id: 'timeliness/old-news',
  severity: 'warning',
  why: 'Readers expect what happened since the last issue; older news they have mostly read elsewhere.',
  wrong: 'date: 2020-05-15, in the issue of November 2020',
  right: 'date: 2020-11-03, in the issue of November 2020',
  *check(contribution, { date, houseStyle }) {
    const { date: written } = contribution.frontMatter;
    if (written === undefined) return;
    const age = daysBetween(written, date);
    if (age <= houseStyle.oldestDays) return;
    yield {
      ...placeInFrontMatter(contribution, 'date'),
      message: `This news is ${String(age)} days old when the issue goes out.`,
      expected: `a day at most ${String(houseStyle.oldestDays)} days before ${date}`,
      actual: `"${written}"`,
      help: 'Say what is new since then and give its day, or leave the item out. If the day is a slip of the pen, correct it.',
    };
  },
});

/** News cannot be from after the issue. */
export const futureDate = contributionRule({
  id: 'timeliness/future-date',
  severity: 'error',
  why: 'News dated after the issue has not happened yet when it is read, or belongs to a later issue.',
  wrong: 'date: 2021-04-23, in the issue of November 2020',
  right: 'date: 2020-11-20; a day to come stands under event: start:',
  *check(contribution, { date }) {
    const written = contribution.frontMatter.date ?? contribution.meantDate;
    if (written === undefined || written <= date) return;
    yield {
      ...placeInFrontMatter(contribution, 'date'),
      message: 'The day of this news is after the day on which the issue goes out.',
      expected: `${date} or earlier`,
      actual: `"${written}"`,
      help: 'Correct the day, or move the file to a later issue. If an event is announced, write its day under "event:" as "start:".',
    };
  },
});

/** What is not to be published yet must not be in the issue. */
export const embargo = contributionRule({
  id: 'timeliness/embargo',
  severity: 'error',
  why: 'Breaking an embargo loses the trust of those who shared the text early.',
  wrong: 'embargo: 2021-01-10, in an issue of 18 December 2020',
  right: 'embargo: 2020-12-17, in an issue of 18 December 2020',
  *check(contribution, { date }) {
    const { embargo: until } = contribution.frontMatter;
    if (until === undefined || until <= date) return;
    yield {
      ...placeInFrontMatter(contribution, 'embargo'),
      message: 'This may not be published yet on the day on which the issue goes out.',
      expected: `${date} or earlier`,
      actual: `"${until}"`,
      help: 'Move the file to a later issue, or take the line out if the embargo is over earlier.',
    };
  },
});

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

/** Readers must still be able to keep a deadline. */
export const pastDeadline = contributionRule({
  id: 'timeliness/past-deadline',
  severity: 'error',
  why: 'A vacancy or call that is closed when readers see it wastes their time.',
  wrong: 'deadline: 2020-12-01, in an issue of 18 December 2020',
  right: 'deadline: 2021-01-15, in an issue of 18 December 2020',
  *check(contribution, { date }) {
    const { deadline } = contribution.frontMatter;
    if (deadline === undefined || deadline >= date) return;
    yield {
      ...placeInFrontMatter(contribution, 'deadline'),
      message: 'The deadline is over when the issue goes out.',
      expected: `${date} or later`,
      actual: `"${deadline}"`,
      help: 'Correct the day, or leave the item out.',
    };
  },
});
