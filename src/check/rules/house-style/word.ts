import type { Severity } from '../../../model/finding.js';
import type { FoundWord } from '../../detect/house-style.js';
import { textRule, type RuleFinding } from '../../engine/rule.js';
import type { CheckedText, TextKind, TextRun } from '../../text/text-run.js';

/** Where people write words of their own; names of persons, sources and publications stay as they are. */
const OWN_WORDS: ReadonlySet<TextKind> = new Set([
  'title',
  'summary',
  'alt',
  'caption',
  'label',
  'event',
  'paragraph',
  'heading',
  'cell',
]);

/** More findings of one kind would not tell more about one file. */
const MAX_FINDINGS = 40;

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', or ');
}

function wordFinding(run: TextRun, { entry, start, end }: FoundWord): RuleFinding<Severity> | undefined {
  if (entry.severity === 'off') return undefined;
  const written = run.text.slice(start, end).replace(/\s+/g, ' ');
  const source = entry.link === undefined ? '' : ` More: ${entry.link}`;
  return {
    severity: entry.severity,
    ...run.placeAt(start),
    message: `“${written}”: we have another word for this. ${entry.why}`,
    expected: quoted(entry.write),
    actual: `“${written}”`,
    help:
      `Write ${quoted(entry.write)}. In a quotation or a name it may stay: put it in quotation marks. ` +
      `(${entry.id} in house-style.yaml)${source}`,
  };
}

/** The title of an item about a publication is mostly the publication's own. */
function isTitleOfWork(text: CheckedText, run: TextRun): boolean {
  return run.kind === 'title' && text.runs.some(({ kind }) => kind === 'publication');
}

/** Words for which the platform has better ones. */
export const houseStyleWord = textRule({
  id: 'house-style/word',
  severity: ['warning', 'error', 'info'],
  why: 'Words decide how readers see the people we write about: as persons with rights, not as what was done to them.',
  wrong: 'The shelter takes in victims of trafficking.',
  right: 'The shelter takes in trafficked persons.',
  *check(text, { houseStyle }) {
    if (text.source === 'attachment') return;
    let said = 0;
    for (const run of text.runs) {
      if (!OWN_WORDS.has(run.kind) || isTitleOfWork(text, run)) continue;
      for (const found of houseStyle.findWords(run, text.language)) {
        const finding = wordFinding(run, found);
        if (finding === undefined) continue;
        if (said === MAX_FINDINGS) return;
        said += 1;
        yield finding;
      }
    }
  },
});
