import { distance } from 'fastest-levenshtein';
import { requestWords, type RequestWord } from './phrases.js';

const MIN_LETTERS = 7;
/** A word of at least this many letters may have two wrong ones. */
const MIN_LETTERS_FOR_TWO = 9;
/** How many different words are cached; a mailbox repeats the same ones. */
const MAX_REMEMBERED = 20_000;

const remembered = new Map<string, string | undefined>();

/**
 * Returns the language of the word that somebody meant who asks to unsubscribe, with one or two wrong letters. A word
 * that is closer to one that asks to subscribe does not count: in some languages these two differ by one letter.
 *
 * @returns the BCP 47 tag of its table; `undefined` when it is no such word.
 */
export function languageOfMistyped(word: string): string | undefined {
  if (word.length < MIN_LETTERS) return undefined;
  if (remembered.has(word)) return remembered.get(word);
  const result = compare(word);
  if (remembered.size < MAX_REMEMBERED) remembered.set(word, result);
  return result;
}

function compare(word: string): string | undefined {
  const { unsubscribing, subscribing } = requestWords();
  const meant = nearest(word, unsubscribing);
  const allowed = word.length >= MIN_LETTERS_FOR_TWO ? 2 : 1;
  return meant.letters <= allowed && meant.letters < nearest(word, subscribing).letters ? meant.language : undefined;
}

/** Says whether two letters only changed places. */
function hasSameLetters(one: string, other: string): boolean {
  return Array.from(one).sort().join('') === Array.from(other).sort().join('');
}

/** Returns the nearest word, and how many letters differ. */
function nearest(word: string, words: readonly RequestWord[]): { readonly letters: number; readonly language: string } {
  let best = { letters: Number.POSITIVE_INFINITY, language: '' };
  for (const { word: candidate, language } of words) {
    if (candidate.length < MIN_LETTERS - 1 || Math.abs(candidate.length - word.length) > 2) continue;
    const different = distance(word, candidate);
    const letters = different === 2 && hasSameLetters(word, candidate) ? 1 : different;
    if (letters < best.letters) best = { letters, language };
  }
  return best;
}
