import { createLexicon, mentionsIn, type Lexicon, type Mentions } from '../passage/lexicon.js';
import { foldWord } from '../passage/folded-word.js';
import type { Passage } from '../passage/match.js';
import type { PlaceWords } from '../../languages/check-language.js';
import { LANGUAGES } from '../../languages/index.js';

const PLACE_WORDS: readonly PlaceWords[] = LANGUAGES.flatMap(({ places }) => places ?? []);

/** How many letters of a word decide whether a text may speak of a shelter. */
const KEY = 4;

/** Made when the first text is looked at that may speak of a shelter. */
let lexicon: Lexicon | undefined;
let houses: ReadonlySet<string> | undefined;

function keyOf(word: string): string {
  return foldWord(word.replace('*', '')).slice(0, KEY);
}

/** "We take in": every text has the small words, so the longest one decides. */
function longestWord(phrase: string): string {
  const [longest = ''] = phrase.split(/\s+/).sort((left, right) => right.length - left.length);
  return longest;
}

/** The first letters of all words for a shelter and a dwelling, and for living in one. */
function keysOfHouses(): ReadonlySet<string> {
  const houseKeys = PLACE_WORDS.flatMap(({ refuge = '', dwelling = '' }) => `${refuge},${dwelling}`.split(','))
    .map((phrase) => phrase.trim().split(' ')[0] ?? '')
    .filter((word) => word !== '')
    .map(keyOf);
  const livingKeys = PLACE_WORDS.flatMap(({ lives = '', takesIn = '' }) => `${lives},${takesIn}`.split(','))
    .map((phrase) => keyOf(longestWord(phrase.trim())))
    .filter((key) => key.length === KEY);
  return new Set([...houseKeys, ...livingKeys]);
}

/** The words of all languages as one list, in which no phrase stands twice: every language says "safe house". */
function mergedWords(): PlaceWords {
  const merged = new Map<string, Set<string>>();
  for (const list of PLACE_WORDS)
    for (const [wordClass, phrases] of Object.entries(list)) {
      const known = merged.get(wordClass) ?? new Set<string>();
      for (const phrase of phrases.split(',')) known.add(phrase.replace(/\s+/g, ' ').trim());
      merged.set(wordClass, known);
    }
  return Object.fromEntries(Array.from(merged, ([wordClass, phrases]) => [wordClass, [...phrases].join(',')]));
}

/** What a passage says of shelters and places; nothing if no word in it can mean a shelter. */
export function placeWordsIn({ tokens }: Passage): Mentions | undefined {
  houses ??= keysOfHouses();
  const keys = houses;
  const mayBeOfShelter = tokens.some(({ word }) => keys.has(word.slice(0, KEY)) || keys.has(word.slice(0, KEY - 1)));
  if (!mayBeOfShelter) return undefined;
  lexicon ??= createLexicon([mergedWords()]);
  return mentionsIn(tokens, [lexicon]);
}
