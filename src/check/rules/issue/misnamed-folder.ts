import { issueRule } from '../../engine/rule.js';

/** A folder that is no issue, because of its name, is not passed over unseen. */
export const misnamedFolder = issueRule({
  id: 'issue/folder-name',
  severity: 'warning',
  why: 'Issues are found by the names of their folders, year and month; what lies in another folder is never built or sent.',
  wrong: 'issues/2027-3, issues/March 2027, issues/2027-03 Copy',
  right: 'issues/2027-03',
  *check({ misnamedIssues }) {
    for (const { name, meant, taken } of misnamedIssues) {
      yield {
        file: `issues/${name}`,
        line: 1,
        column: 1,
        message: 'This folder looks like an issue, but it is not named like one, so it is left out.',
        expected: 'a folder named by year and month, such as issues/2027-03',
        actual: `"${name}"`,
        help: taken
          ? `There is an issue ${meant ?? ''} already. Move what is needed there, and take this folder away.`
          : `Rename it${meant === undefined ? ' by year and month' : ` to issues/${meant}`}, or take it away.`,
      };
    }
  },
});
