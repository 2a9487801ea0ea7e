import { toString } from 'mdast-util-to-string';
import { foldText } from '../../../model/text/suggestion.js';
import { contributionRule, placeOfNode } from '../../engine/rule.js';
import { isInCapitals } from './capitals.js';
import { inSentenceCase } from './sentence-case.js';

const LONGEST_HEADING = 100;
/** In longer texts names are not looked for: every such line would read all of it. */
const MAX_BLOCKS = 500;

/** A line of a paragraph of its own, in capital letters, is a heading to its writer. */
export const headingInCapitals = contributionRule({
  id: 'house-style/heading-in-capitals',
  severity: 'warning',
  why: 'Who cannot make a heading writes its line in capital letters. Readers then see a shouted paragraph, and a screen reader finds no heading.',
  wrong: 'WHO HELPS AT NIGHT?',
  right: '## Who helps at night?',
  *check(contribution, context) {
    const { body, frontMatter } = contribution;
    const titles = [frontMatter.title, frontMatter.titleOriginal].flatMap((title) => title ?? []).map(foldText);
    for (const [index, node] of body.children.entries()) {
      if (node.type !== 'paragraph') continue;
      const words = toString(node).trim();
      if (words.includes('\n') || words.length > LONGEST_HEADING || /[.,;][)"”»]?$/u.test(words)) continue;
      // That it repeats the title is another rule's.
      if (!isInCapitals(words) || titles.includes(foldText(words))) continue;
      const text = toString(body.children.length > MAX_BLOCKS ? node : body);
      const right = `## ${inSentenceCase(words, text, frontMatter.language ?? context.settings.language ?? 'en')}`;
      yield {
        ...placeOfNode(contribution, node),
        message: 'This line in capital letters reads like a heading, but it is shown as a paragraph.',
        expected: '"## " before the words, and small letters: capitals only where names and sentences begin',
        actual: `"${words}"`,
        help:
          index === 0
            ? `If it is the title, take the line out: the title of the front matter stands above the text by itself. If not, write it like this: ${right}`
            : `Write it like this, with capitals for names: ${right} – If it is no heading, write it in small letters.`,
      };
    }
  },
});
