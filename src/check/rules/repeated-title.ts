import type { Heading, Paragraph, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { foldText } from '../../model/text/suggestion.js';
import { placeOfNode, type ContributionRule } from '../rule.js';

/** The first heading, or a first paragraph of which all is bold. */
function firstHeading(body: Root): Heading | Paragraph | undefined {
  const first = body.children.find(({ type }) => type !== 'html');
  if (first?.type === 'paragraph') {
    const words = first.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
    if (words.length > 0 && words.every(({ type }) => type === 'strong')) return first;
  }
  return body.children.find((child) => child.type === 'heading');
}

/** The title must not stand in the text once more. */
export const repeatedTitle: ContributionRule = {
  kind: 'contribution',
  id: 'file/repeated-title',
  why: 'The title is shown above every item. As a heading of the text, readers would see it twice.',
  wrong: 'title: New hotline in the front matter, and # New hotline above the text',
  right: 'title: New hotline in the front matter only',
  *check(contribution) {
    const { body, frontMatter } = contribution;
    const heading = firstHeading(body);
    if (heading === undefined) return;
    const words = toString(heading);
    const titles = [frontMatter.title, frontMatter.titleOriginal].flatMap((title) => title ?? []).map(foldText);
    if (foldText(words) === '' || !titles.includes(foldText(words))) return;
    yield {
      severity: 'warning',
      ...placeOfNode(contribution, heading),
      message: 'This heading repeats the title, so readers see it twice.',
      expected: 'the text, without its title',
      actual: `"${words.slice(0, 80)}"`,
      help: 'Take this line out; the title of the front matter stands above the text by itself.',
    };
  },
};
