import type { TextKind } from '../../text/text-run.js';
import { everyLanguage } from '../every-language.js';
import { createLexicon, mentionsIn, type Lexicon } from './lexicon.js';
import { listPhrases } from './listed-phrases.js';
import { BLOT, type Passage } from './match.js';
import { tokensOf } from './tokens.js';
import type { LanguageWords } from '../../languages/check-language.js';

/** The small words that English is full of. */
const ENGLISH =
  /(?<!\p{L})(?:the|of|and|was|were|with|her|his|she|is|who|that|has|had|from|by|for|at|to|in|an?)(?!\p{L})/giu;

/** All words of all languages: made when the first text is looked at, and never again. */
let wordsOfEveryLanguage: Lexicon | undefined;

/** All words of all languages, and the members' names. */
export function lexiconsWith(names: LanguageWords): readonly Lexicon[] {
  wordsOfEveryLanguage ??= createLexicon(everyLanguage().words);
  return [wordsOfEveryLanguage, createLexicon(listPhrases([names]))];
}

/** A text with some of its parts blotted out, of the same length. */
export function blotOut(text: string, parts: readonly { readonly start: number; readonly end: number }[]): string {
  let done = 0;
  const pieces: string[] = [];
  for (const { start, end } of [...parts].sort((left, right) => left.start - right.start)) {
    if (start < done) continue;
    pieces.push(text.slice(done, start), BLOT.repeat(end - start));
    done = end;
  }
  return [...pieces, text.slice(done)].join('');
}

function looksEnglish(text: string): boolean {
  const sample = text.slice(0, 2000);
  const small = (sample.match(ENGLISH) ?? []).length;
  return small >= 2 && small * 20 >= sample.split(/\s+/).length;
}

/** Makes a folded text ready for all that is looked for in it. */
export function passageOf(kind: TextKind, text: string, lexicons: readonly Lexicon[]): Passage {
  const tokens = tokensOf(text);
  return { kind, text, tokens, mentions: mentionsIn(tokens, lexicons), english: looksEnglish(text) };
}

/** The words of a file's name, each with a capital letter and a space between: `keizersgracht-12.md`. */
export function wordsOfFileName(name: string): string {
  const extension = /\.[A-Za-z]{2,4}$/.exec(name)?.[0] ?? '';
  const words = `${name.slice(0, name.length - extension.length).replace(/[-_.+~/\\]/g, ' ')}${' '.repeat(extension.length)}`;
  return words.replace(/(?<![\p{L}\p{N}])\p{Ll}/gu, (letter) => {
    const capital = letter.toUpperCase();
    return capital.length === letter.length ? capital : letter;
  });
}
