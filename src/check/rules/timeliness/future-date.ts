import { contributionRule, placeInFrontMatter } from '../../engine/rule.js';

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
