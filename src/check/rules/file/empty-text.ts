import { toString } from 'mdast-util-to-string';
import { contributionRule } from '../../engine/rule.js';

/** The text of an item must not be empty. */
export const emptyText = contributionRule({
  id: 'file/empty-text',
  severity: 'error',
  why: 'An item without a text is a heading over nothing: something was lost when the file was saved.',
  wrong: 'A file that ends with the second line of ---.',
  right: 'One to three paragraphs below it.',
  *check(contribution) {
    if (toString(contribution.body, { includeHtml: false }).trim() !== '') return;
    yield {
      file: contribution.file,
      line: Math.max(...[...contribution.places.values()].map(({ line }) => line)) + 1,
      column: 1,
      message: 'There is no text below the front matter.',
      expected: 'one to three paragraphs below the second line of three hyphens',
      actual: 'nothing',
      help: 'Write the text there, or take the file away.',
    };
  },
});
