import type { ContributionSummary } from '../../model/contribution-summary.js';
import { compareStrings } from '../../model/finding.js';
import type { IssueRule } from '../rule.js';

/** The same text must not stand twice in an issue. */
export const exactDuplicate: IssueRule = {
  kind: 'issue',
  id: 'duplicate/exact',
  why: 'Two members sometimes send the same text, or one sends it twice; readers should meet it once.',
  wrong: 'The same text in kok/report.md and in kok/report-2.md.',
  right: 'One of the two, the other taken away or excluded in issue.yaml.',
  *check(overview) {
    const seen = new Map<string, ContributionSummary>();
    for (const contribution of [...overview.contributions].sort((left, right) =>
      compareStrings(left.file, right.file),
    )) {
      if (contribution.content === undefined) continue;
      const { fingerprint } = contribution.content;
      const first = seen.get(fingerprint);
      if (first === undefined) {
        seen.set(fingerprint, contribution);
        continue;
      }
      yield {
        severity: 'error',
        file: contribution.file,
        line: 1,
        column: 1,
        message: 'The same title and text came twice.',
        expected: 'every text once in an issue',
        actual: `the same as ${first.file}`,
        help: `Take one of the two away, or exclude it in issue.yaml: items: ${contribution.key}: exclude: came twice`,
      };
    }
  },
};
