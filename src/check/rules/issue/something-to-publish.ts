import { issueRule } from '../../engine/rule.js';

/** An issue needs at least one item. */
export const somethingToPublish = issueRule({
  id: 'issue/empty',
  severity: 'error',
  why: 'An issue without a single item is a mistake in a path or a date, not something to send.',
  wrong: 'An issue whose contributions folder is empty.',
  right: 'At least one contribution, for example secretariat/welcome.md.',
  *check(overview, context) {
    if (overview.contributions.length > 0) return;
    yield {
      file: context.settingsFile,
      line: 1,
      column: 1,
      message: 'There is no contribution in this issue yet.',
      expected: `at least one file such as ${context.contributionsFolder}/secretariat/welcome.md`,
      actual: 'none',
      help: 'Put a contribution there, or look whether "contributions:" in newsletter.yaml names the right folder.',
    };
  },
});
