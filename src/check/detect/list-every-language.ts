import type { PlaceWords } from '../languages/check-language.js';
import { LANGUAGES } from '../languages/index.js';
import { foldWord } from './passage/folded-word.js';
import { listPhrases, type ListedPhrases } from './passage/listed-phrases.js';

/** What is looked up of all languages together in every text. */
export interface EveryLanguage {
  /** Words beside which something confidential stands. */
  readonly words: ListedPhrases;
  /** Words that tell where a shelter is. */
  readonly places: ListedPhrases;
  /** The first letters of all words for a shelter and a dwelling, and for living in one. */
  readonly houseKeys: readonly string[];
}

/** How many letters of a word decide whether a text may speak of a shelter. */
export const HOUSE_KEY = 4;

/** Lists the words of all languages. */
export function listEveryLanguage(): EveryLanguage {
  const places = LANGUAGES.flatMap(({ places: words }) => words ?? []);
  return {
    words: listPhrases(LANGUAGES.map(({ words = {} }) => words)),
    places: listPhrases([mergedWords(places)]),
    houseKeys: [...new Set([...houseKeysOf(places), ...livingKeysOf(places)])],
  };
}

/** The words of all languages as one list, in which no phrase stands twice: every language says "safe house". */
function mergedWords(lists: readonly PlaceWords[]): PlaceWords {
  const merged = new Map<string, Set<string>>();
  for (const list of lists)
    for (const [wordClass, phrases] of Object.entries(list)) {
      const seen = merged.get(wordClass) ?? new Set<string>();
      for (const phrase of phrases.split(',')) seen.add(phrase.replace(/\s+/g, ' ').trim());
      merged.set(wordClass, seen);
    }
  return Object.fromEntries(Array.from(merged, ([wordClass, phrases]) => [wordClass, [...phrases].join(',')]));
}

function houseKeysOf(lists: readonly PlaceWords[]): readonly string[] {
  return lists
    .flatMap(({ refuge = '', dwelling = '' }) => `${refuge},${dwelling}`.split(','))
    .map((phrase) => phrase.trim().split(' ')[0] ?? '')
    .filter((word) => word !== '')
    .map(keyOf);
}

function livingKeysOf(lists: readonly PlaceWords[]): readonly string[] {
  return lists
    .flatMap(({ lives = '', takesIn = '' }) => `${lives},${takesIn}`.split(','))
    .map((phrase) => keyOf(longestWord(phrase.trim())))
    .filter((key) => key.length === HOUSE_KEY);
}

function keyOf(word: string): string {
  return foldWord(word.replace('*', '')).slice(0, HOUSE_KEY);
}

/** "We take in": every text has the small words, so the longest one decides. */
function longestWord(phrase: string): string {
  const [longest = ''] = phrase.split(/\s+/).sort((left, right) => right.length - left.length);
  return longest;
}
