import { toString } from 'mdast-util-to-string';
import type { ReadContribution } from '../../model/contribution.js';
import { compareStrings } from '../../model/finding.js';
import type { IssueRule } from '../rule.js';

function fingerprint(contribution: ReadContribution): string {
  const words = `${contribution.frontMatter.title} ${toString(contribution.body)}`;
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The same text must not stand twice in an issue. */
export const exactDuplicate: IssueRule = {
  kind: 'issue',
  id: 'duplicate/exact',
  why: 'Two members sometimes send the same text, or one sends it twice; readers should meet it once.',
  *check(context) {
    const seen = new Map<string, ReadContribution>();
    const read = context.contributions.filter((contribution) => contribution.kind === 'read');
    for (const contribution of [...read].sort((left, right) => compareStrings(left.file, right.file))) {
      const print = fingerprint(contribution);
      const first = seen.get(print);
      if (first === undefined) {
        seen.set(print, contribution);
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
