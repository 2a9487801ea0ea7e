import { contributionRule, placeInFrontMatter } from '../../engine/rule.js';

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
