import { LANGUAGES } from '../../languages/index.js';
import type { SingleWordClass } from '../../languages/check-language.js';
import { foldWord } from './folded-word.js';

/** All words of a class, folded, of all languages. */
export function singleWords(wordClass: SingleWordClass): readonly string[] {
  return LANGUAGES.flatMap(({ single }) => single?.[wordClass]?.split(/\s+/) ?? []).map(foldWord);
}

/**
 * Makes a question of a class: whether a word, folded, is of it in any language. The words are read when it is asked for
 * the first time.
 */
export function isSingleWord(wordClass: SingleWordClass): (word: string) => boolean {
  let words: ReadonlySet<string> | undefined;
  return (word) => (words ??= new Set(singleWords(wordClass))).has(word);
}
