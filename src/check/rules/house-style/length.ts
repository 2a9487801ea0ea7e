import { sectionOf, type ReadContribution } from '../../../model/issue/contribution.js';
import type { SourceLocation } from '../../../model/finding.js';
import type { SectionLimits, WordLimit } from '../../../model/settings/house-style.js';
import type { Section } from '../../../model/issue/section.js';
import {
  contributionRule,
  placeInFrontMatter,
  placeInSettings,
  placeOfNode,
  type CheckContext,
  type RuleFinding,
} from '../../engine/rule.js';
import { runsOfBody } from '../../text/tree-runs.js';
import { countWords } from '../../text/words.js';

type LengthFinding = RuleFinding<'info'>;

const NAMES: Record<keyof SectionLimits, string> = { title: 'title', summary: 'summary', body: 'text' };

function lengthFinding(
  part: keyof SectionLimits,
  words: number,
  limit: WordLimit,
  section: Section,
): Omit<LengthFinding, keyof SourceLocation> | undefined {
  const name = NAMES[part];
  const actual = words === 1 ? '1 word' : `${String(words)} words`;
  if (limit.most !== undefined && words > limit.most) {
    return {
      message: `The ${name} is long.`,
      expected: `at most ${String(limit.most)} words for the ${name} of an item in the section "${section}"`,
      actual,
      help:
        part === 'body'
          ? 'Shorten the text, or put the whole of it on your web site and link to it: "link:" in the front matter.'
          : `Say it more briefly; what does not fit in the ${name} can stand in the text.`,
    };
  }
  if (limit.least !== undefined && words < limit.least) {
    return {
      severity: 'info',
      message: `The ${name} is short.`,
      expected: `at least ${String(limit.least)} words for the ${name} of an item in the section "${section}"`,
      actual,
      help: 'If there is more to say, say it; if not, there is nothing to do.',
    };
  }
  return undefined;
}

function bodyWords({ file, body }: ReadContribution): number {
  return runsOfBody(file, body).reduce((words, { text }) => words + countWords(text), 0);
}

/** What is published as title or summary: the editor's word counts before the contributor's. */
function publishedLine(
  contribution: ReadContribution,
  context: CheckContext,
  part: 'title' | 'summary',
): readonly (readonly [typeof part, number, SourceLocation])[] {
  const edited = context.settings.items?.[contribution.key]?.[part];
  if (edited !== undefined) {
    return [[part, countWords(edited), placeInSettings(context, `items.${contribution.key}.${part}`)]];
  }
  const written = contribution.frontMatter[part];
  return written === undefined ? [] : [[part, countWords(written), placeInFrontMatter(contribution, part)]];
}

function* lengthFindings(
  contribution: ReadContribution,
  context: CheckContext,
  section: Section,
): Generator<LengthFinding> {
  const limits = context.houseStyle.limitsOf(section);
  const lengths: readonly (readonly [keyof SectionLimits, number, SourceLocation])[] = [
    ...publishedLine(contribution, context, 'title'),
    ...publishedLine(contribution, context, 'summary'),
    ['body', bodyWords(contribution), placeOfNode(contribution, contribution.body.children[0] ?? contribution.body)],
  ];
  for (const [part, words, place] of lengths) {
    const limit = limits[part];
    // That there is no text at all is said by a rule of its own.
    const finding = limit === undefined || words === 0 ? undefined : lengthFinding(part, words, limit, section);
    if (finding !== undefined) yield { ...finding, ...place };
  }
}

/** Title, summary and text in the measure that the section has. */
export const houseStyleLength = contributionRule({
  id: 'house-style/length',
  severity: ['warning', 'info'],
  why: 'Readers see twenty items in one mail: a short title, a summary of one or two sentences and one to three paragraphs are read, more is not.',
  wrong: 'A summary of 120 words.',
  right: 'A summary of one sentence, and the rest in the text.',
  *check(contribution, context) {
    yield* lengthFindings(contribution, context, sectionOf(contribution, context.settings.items?.[contribution.key]));
  },
});
