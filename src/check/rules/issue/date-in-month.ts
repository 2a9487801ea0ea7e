import { issueRule, placeInSettings } from '../../engine/rule.js';
import { daysBetween } from '../../../model/text/dates/days-between.js';

/** An issue may go out some days late. */
const MAX_DAYS_LATE = 14;

/** The first day behind a month, as `2021-01-01`. */
function monthAfter(issue: string): string {
  const [year = 0, month = 0] = issue.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

/** The day of an issue lies in the month of its folder. */
export const dateInMonth = issueRule({
  id: 'issue/date-in-month',
  severity: ['error', 'warning'],
  why: 'Who copies the folder of the last issue easily leaves its day as it was, and every item, deadline and subject is then measured by the wrong month.',
  wrong: 'date: 2026-12-18, in issues/2027-01/issue.yaml',
  right: 'date: 2027-01-20',
  *check(_, context) {
    const { issue, settings } = context;
    if (settings.date.startsWith(issue)) return;
    const late = daysBetween(monthAfter(issue), settings.date);
    const slightlyLate = late >= 0 && late < MAX_DAYS_LATE;
    yield {
      severity: slightlyLate ? 'warning' : 'error',
      ...placeInSettings(context, 'date'),
      message: `The issue lies in the folder of ${issue}, but its day is in another month.`,
      expected: `a day from ${issue}-01 on, in the same month`,
      actual: `"${settings.date}"`,
      help: slightlyLate
        ? 'If the issue really goes out that late, nothing is wrong. Otherwise correct the date in issue.yaml.'
        : `Correct the date in issue.yaml; or, if the day is right, rename the folder to issues/${settings.date.slice(0, 7)}.`,
    };
  },
});
