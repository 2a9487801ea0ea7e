import type { ContributionSummary, TextSketch } from '../../../model/issue/contribution-summary.js';
import { compareStrings } from '../../../model/finding.js';
import { visible } from '../../../model/visible.js';
import { issueRule, type RuleFinding } from '../../engine/rule.js';
import { likeness } from '../../text/sketch.js';

/** From here on two texts are worth a look. */
const MIN_LIKENESS = 0.5;
/**
 * A phrase that stands in more texts than this leads only to the first ones, so that a phrase that everybody uses
 * does not make everybody a candidate. Copies of one text share many phrases, and all of them lead to the first.
 */
const MAX_TEXTS_OF_PHRASE = 8;
const MAX_CANDIDATES = 8;

interface IndexedText {
  readonly file: string;
  /** The earlier issue that it stood in; absent for this one. */
  readonly issue: string | undefined;
  readonly fingerprint: string | undefined;
  readonly sketch: TextSketch;
}

interface SimilarText {
  readonly known: IndexedText;
  readonly likeness: number;
}

/** Texts by their phrases: asking for those like another one takes no longer where there are many. */
class KnownTexts {
  readonly #byPhrase = new Map<number, IndexedText[]>();

  add(known: IndexedText): void {
    for (const hash of known.sketch.hashes) {
      const texts = this.#byPhrase.get(hash);
      if (texts === undefined) this.#byPhrase.set(hash, [known]);
      else if (texts.length < MAX_TEXTS_OF_PHRASE) texts.push(known);
    }
  }

  /** The text most like this one, if it is like enough. */
  nearest(sketch: TextSketch, fingerprint: string): SimilarText | undefined {
    const shared = new Map<IndexedText, number>();
    for (const hash of sketch.hashes) {
      for (const known of this.#byPhrase.get(hash) ?? []) shared.set(known, (shared.get(known) ?? 0) + 1);
    }
    return [...shared]
      .filter(([known]) => known.fingerprint !== fingerprint)
      .sort((left, right) => right[1] - left[1] || compareStrings(left[0].file, right[0].file))
      .slice(0, MAX_CANDIDATES)
      .map(([known]): SimilarText => ({ known, likeness: likeness(sketch, known.sketch) }))
      .filter((alike) => alike.likeness >= MIN_LIKENESS)
      .sort((left, right) => right.likeness - left.likeness)[0];
  }
}

function nearDuplicateFinding(
  { file, key }: ContributionSummary,
  { known, likeness: value }: SimilarText,
): RuleFinding {
  const percent = `${String(Math.round(value * 100))} per cent`;
  const where = known.issue === undefined ? known.file : `${known.file}, in the issue ${known.issue}`;
  return {
    file,
    line: 1,
    column: 1,
    message:
      known.issue === undefined
        ? 'Much of this text also stands in another contribution.'
        : `Much of this text already stood in the issue ${known.issue}.`,
    expected: 'a text that readers have not met yet',
    actual: `${percent} like ${where}`,
    help:
      known.issue === undefined
        ? `Read the two side by side, and take the better one; exclude the other in issue.yaml: items: ${visible(key)}: exclude: came twice`
        : 'Say only what is new since then, and link to the earlier item, or leave this one out.',
  };
}

/** Texts that are nearly the same must not stand in one issue, or in two that follow each other. */
export const nearDuplicate = issueRule({
  id: 'duplicate/near',
  severity: 'warning',
  why: 'A press release that two members shorten differently, or that comes again next month, is still the same news.',
  wrong: 'The same press release in kok/report.md and, with another first sentence, in lefoe/report.md.',
  right: 'One item that names both members.',
  *check({ contributions, earlierTexts }) {
    const thisIssue = new KnownTexts();
    const earlier = new KnownTexts();
    for (const text of earlierTexts) earlier.add({ ...text, fingerprint: undefined });
    for (const contribution of [...contributions].sort((left, right) => compareStrings(left.file, right.file))) {
      const { content, file } = contribution;
      if (content?.sketch === undefined) continue;
      const { sketch, fingerprint } = content;
      for (const texts of [thisIssue, earlier]) {
        const alike = texts.nearest(sketch, fingerprint);
        if (alike !== undefined) yield nearDuplicateFinding(contribution, alike);
      }
      thisIssue.add({ file, issue: undefined, fingerprint, sketch });
    }
  },
});
