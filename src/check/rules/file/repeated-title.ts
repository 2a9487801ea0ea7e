import type { Heading, Paragraph, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { foldText } from '../../../model/text/suggestion.js';
import { contributionRule, placeOfNode } from '../../engine/rule.js';

/** The first paragraph and the first heading: each can be the title once more. A paragraph that is all of the text stays. */
function firstLines(body: Root): readonly (Heading | Paragraph)[] {
  const first = body.children.find(({ type }) => type !== 'html');
  const heading = body.children.find((child) => child.type === 'heading');
  return [
    ...(first?.type === 'paragraph' && body.children.length > 1 ? [first] : []),
    ...(heading === undefined ? [] : [heading]),
  ];
}

/** The title must not stand in the text once more. */
export const repeatedTitle = contributionRule({
  id: 'file/repeated-title',
  severity: 'warning',
  why: 'The title is shown above every item. As a heading of the text, readers would see it twice.',
  wrong: 'title: New hotline in the front matter, and # New hotline above the text',
  right: 'title: New hotline in the front matter only',
  *check(contribution) {
    const { body, frontMatter } = contribution;
    const titles = [frontMatter.title, frontMatter.titleOriginal].flatMap((title) => title ?? []).map(foldText);
    const line = firstLines(body).find((one) => titles.includes(foldText(toString(one))));
    if (line === undefined || foldText(toString(line)) === '') return;
    yield {
      ...placeOfNode(contribution, line),
      message: 'This line repeats the title, so readers see it twice.',
      expected: 'the text, without its title',
      actual: `"${toString(line).slice(0, 80)}"`,
      help: 'Take this line out; the title of the front matter stands above the text by itself.',
    };
  },
});
