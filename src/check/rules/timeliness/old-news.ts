import { contributionRule, placeInFrontMatter } from '../../engine/rule.js';
import { daysBetween } from './days.js';

/** News must be fresh, measured from the date. */
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
