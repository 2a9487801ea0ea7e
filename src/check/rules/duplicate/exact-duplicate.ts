import path from 'node:path';
import type { ContributionSummary } from '../../../model/issue/contribution-summary.js';
import { compareStrings } from '../../../model/finding.js';
import { visible } from '../../../model/visible.js';
import { issueRule } from '../../engine/rule.js';

const CALLED_COPY =
  /(?:^|[\s_.(-])(?:copy|copie|copia|kopie|kopia|kopi|kópia|kopija|копия|копія|копие|копија)(?:$|[\s_.)-])|[\s_-]?\(\d{1,2}\)$|[\s_-]\d{1,2}$/iu;

/** Whether the name of a file is one that programs and people give to a copy: `report (1).md`, `Copy of report.md`. */
function isCalledCopy(file: string): boolean {
  return CALLED_COPY.test(path.posix.parse(file).name.normalize('NFC'));
}

/** The one that stays comes first: not the one that is called a copy, then the first by name. */
function byName(left: ContributionSummary, right: ContributionSummary): number {
  return Number(isCalledCopy(left.file)) - Number(isCalledCopy(right.file)) || compareStrings(left.file, right.file);
}

/** The same text must not stand twice in an issue. */
export const exactDuplicate = issueRule({
  id: 'duplicate/exact',
  severity: 'error',
  why: 'Two members sometimes send the same text, or one sends it twice; readers should meet it once.',
  wrong: 'The same text in kok/report.md and in kok/report-2.md.',
  right: 'One of the two, the other taken away or excluded in issue.yaml.',
  *check(overview) {
    const seen = new Map<string, ContributionSummary>();
    for (const contribution of [...overview.contributions].sort(byName)) {
      if (contribution.content === undefined) continue;
      const { fingerprint } = contribution.content;
      const first = seen.get(fingerprint);
      if (first === undefined) {
        seen.set(fingerprint, contribution);
        continue;
      }
      yield {
        file: contribution.file,
        line: 1,
        column: 1,
        message: 'The same title and text came twice.',
        expected: 'every text once in an issue',
        actual: `the same as ${first.file}`,
        help: `Take one of the two away, or exclude it in issue.yaml: items: ${visible(contribution.key)}: exclude: came twice`,
      };
    }
  },
});
