import type { Finding } from '../model/finding.js';
import { findMissingWords } from '../templating/words/fixed-words.js';
import { listMissingKeys } from '../templating/words/missing-words.js';
import { createFinding, defineRule } from '../model/rule.js';

/** The file of a language has every fixed word. */
export const fixedWordsMissing = defineRule({
  id: 'edition/fixed-words',
  severity: 'warning',
  why: 'An update of newsletter may need words that your own file of a language does not have yet. The words that come with newsletter stand in their place, often in English, and readers should not meet two languages.',
  wrong: 'A templates/locales/pl.yaml of last year, without the word for "Add to your calendar".',
  right: 'The same file with a line for every key of locales/en.yaml.',
});

/** Returns findings about words that the file of an issue's language lacks, so that other words replace them. */
export function missingWordsFindings(
  language: string,
  templateFolders: readonly string[],
  compiledValues?: string,
): readonly Finding[] {
  const missing = findMissingWords(templateFolders, language, compiledValues);
  if (missing === undefined) return [];
  return [
    createFinding(fixedWordsMissing, {
      file: missing.file,
      line: 1,
      column: 1,
      message: 'Words are missing in this file that this version of newsletter needs, so others stand in their place.',
      expected: 'a line for every fixed word',
      actual: `missing, with what stands there now: ${listMissingKeys(missing)}`,
      help: 'Write these keys with your words into the file. How they look in English is in locales/en.yaml of newsletter.',
    }),
  ];
}
