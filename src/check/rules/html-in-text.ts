import { visit } from 'unist-util-visit';
import { placeOfNode, type ContributionRule, type Remark } from '../rule.js';

const ONLY_COMMENTS = /^(?:<!--(?:(?!-->)[\s\S])*-->\s*)+$/;

/** HTML is never taken over, so what was meant by it must be said in Markdown. */
export const htmlInText: ContributionRule = {
  kind: 'contribution',
  id: 'file/html',
  why: 'HTML from a contribution is never taken over into the issue, so that nothing in it can run or change other items.',
  wrong: 'This is <b>urgent</b>.',
  right: 'This is **urgent**.',
  *check(contribution) {
    const remarks: Remark[] = [];
    visit(contribution.body, 'html', (node) => {
      if (ONLY_COMMENTS.test(node.value.trim())) return;
      const shown = node.value.replace(/\s+/g, ' ');
      remarks.push({
        severity: 'error',
        ...placeOfNode(contribution, node),
        message: 'There is HTML in the text, and it would be lost.',
        expected: 'Markdown: **bold**, *italic*, [words](https://…), lists that begin with "- "',
        actual: `"${shown.length > 40 ? `${shown.slice(0, 39)}…` : shown}"`,
        help: 'Write it in Markdown. If the sign "<" itself is meant, put a backslash before it: \\<',
      });
    });
    yield* remarks;
  },
};
