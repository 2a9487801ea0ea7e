import { issueRule } from '../../engine/rule.js';

/** What was passed over is named, so that nothing is left out unseen. */
export const passedOver = issueRule({
  id: 'file/passed-over',
  severity: 'info',
  why: 'Junk, temporary files and conflict copies are passed over by their names; each is named, in case it was meant.',
  wrong: 'hotline (conflicted copy).md',
  right: 'hotline.md',
  *check(overview) {
    for (const { file, reason } of overview.passedOver) {
      yield {
        file,
        line: 1,
        column: 1,
        message: `Passed over: ${reason}.`,
        expected: 'nothing to do',
        actual: reason,
        help: 'If it was meant as a contribution, save it under a plain name, such as new-hotline.md.',
      };
    }
  },
});
