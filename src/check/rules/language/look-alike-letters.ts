import { textRule, type RuleFinding } from '../../engine/rule.js';
import type { TextRun } from '../../text/text-run.js';
import { codePointName } from '../../detect/language/code-points.js';
import { looksLikeAnother, scriptOf, strangersIn, type Script } from '../../detect/language/scripts.js';

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
const MAX_FINDINGS = 20;

interface ForeignLetter {
  readonly offset: number;
  readonly word: string;
  readonly letters: readonly string[];
  readonly script: Script;
  readonly of: Script;
}

/** How many letters of a run can only be of a script: those that look like no other. */
function ownLetters(text: string, script: Script): number {
  return Array.from(text.matchAll(WORD)).filter(
    ([word]) => scriptOf(word) === script && !looksLikeAnother(word, script),
  ).length;
}

/** A whole word in letters of another script can only be told by the words around it. */
function isolatedForeignLetters(text: string): readonly ForeignLetter[] {
  const own = { Latin: ownLetters(text, 'Latin'), Cyrillic: ownLetters(text, 'Cyrillic') };
  if (own.Latin > 0 === own.Cyrillic > 0) return [];
  const [script, of]: readonly [Script, Script] = own.Latin > 0 ? ['Cyrillic', 'Latin'] : ['Latin', 'Cyrillic'];
  return Array.from(text.matchAll(WORD)).flatMap(({ index, 0: word }): ForeignLetter[] => {
    if (!looksLikeAnother(word, script)) return [];
    // Latin abbreviations stand in Cyrillic texts as they are; a single small letter is a slip of the keyboard.
    if (script === 'Latin' && (word.length > 1 || word !== word.toLowerCase())) return [];
    return [{ offset: index, word, letters: Array.from(word), script, of }];
  });
}

function foreignLettersOf(text: string): readonly ForeignLetter[] {
  if (/^[\u0000-\u024f]*$/.test(text) || !/\p{Script=Latin}/u.test(text)) return [];
  const inside = Array.from(text.matchAll(WORD)).flatMap(({ index, 0: word }): ForeignLetter[] => {
    const found = strangersIn(word);
    if (found === undefined) return [];
    const offset = index + Math.max(0, word.indexOf(found.letters[0] ?? ''));
    return [{ ...found, offset, word }];
  });
  return [...inside, ...isolatedForeignLetters(text)];
}

function letterFinding(run: TextRun, { offset, word, letters, script, of }: ForeignLetter): RuleFinding {
  const named = [...new Set(letters)].map((letter) => `“${letter}” (${codePointName(letter)})`).join(', ');
  return {
    ...run.placeAt(offset),
    message: `In “${word}” there is a ${script} letter that only looks like a ${of} one.`,
    expected: `a word in ${of} letters alone`,
    actual: `the ${script} ${named} in “${word}”`,
    help: `Type the word anew with the ${of} keyboard. Otherwise nobody finds it by searching, and screen readers stumble over it.`,
  };
}

/** Letters that look right and are not cannot be searched for or read aloud. */
export const lookAlikeLetters = textRule({
  id: 'language/look-alike-letters',
  severity: 'warning',
  why: 'A Cyrillic “а” in a Latin word looks right, but search, translation and screen readers fail on it.',
  wrong: 'Lа Strada, with a Cyrillic “а” (U+0430)',
  right: 'La Strada',
  *check(text) {
    if (text.source === 'attachment') return;
    let said = 0;
    for (const run of text.runs) {
      if (run.kind === 'address' || run.kind === 'code') continue;
      for (const stranger of foreignLettersOf(run.text)) {
        if (said === MAX_FINDINGS) return;
        said += 1;
        yield letterFinding(run, stranger);
      }
    }
  },
});
