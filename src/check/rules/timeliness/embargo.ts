import { contributionRule, placeInFrontMatter } from '../../engine/rule.js';

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
