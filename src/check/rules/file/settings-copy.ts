import { issueRule } from '../../engine/rule.js';

/** Settings in a copy of issue.yaml are not read, so a person must see that they have no effect. */
export const settingsCopy = issueRule({
  id: 'file/settings-copy',
  severity: ['error', 'warning'],
  why: 'Only newsletter.yaml, members.yaml, house-style.yaml, issue.yaml and editorial.md are read. What stands in a copy of one, perhaps that an item is to stay out, counts for nothing.',
  wrong: 'issue (conflicted copy).yaml beside issue.yaml',
  right: 'issue.yaml alone, with the changes of both',
  *check({ settingsCopies }) {
    for (const { file, of, conflict } of settingsCopies) {
      yield {
        // A change of somebody's, such as an exclusion, may stand in it alone.
        severity: conflict ? 'error' : 'warning',
        file,
        line: 1,
        column: 1,
        message: conflict
          ? `A sync program made this copy of ${of}, because two people changed it at the same time. It is not read.`
          : `This looks like a copy of ${of}. It is not read.`,
        expected: `${of} alone`,
        actual: conflict ? 'a conflict copy' : 'a file of another name',
        help: `Compare it with ${of}, take over what is missing there, and delete this one.`,
      };
    }
  },
});
