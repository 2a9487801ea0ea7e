import { REQUEST_LANGUAGES } from './languages/index.js';
import type { RequestLanguage } from './language.js';
import { wordsOf } from './words.js';

/** The meaning of a phrase: the key of the table that holds it. */
export type PhraseMeaning = Exclude<keyof RequestLanguage, 'tag'>;

/** Where a phrase of a table stands in a sentence. */
export interface PhraseMatch {
  readonly meaning: PhraseMeaning;
  /** BCP 47 tag of the table. */
  readonly language: string;
  /** The index of its first word, and the index after its last. */
  readonly start: number;
  readonly end: number;
  /** The indexes of the words in its gaps. */
  readonly between: readonly number[];
}

/** A word that asks by itself, and the tag of its table. */
export interface RequestWord {
  readonly word: string;
  readonly language: string;
}

type Element = 'gap' | { readonly exact: ReadonlySet<string>; readonly stems: readonly string[] };

interface Phrase {
  readonly meaning: PhraseMeaning;
  readonly language: string;
  readonly elements: readonly Element[];
}

const MAX_GAP_WORDS = 4;
const MEANINGS: readonly PhraseMeaning[] = [
  ...(['unsubscribe', 'asks', 'alone', 'hints', 'erase', 'list', 'me', 'not', 'otherThings'] as const),
  ...(['somebodyElse', 'doubt', 'subscribe', 'around', 'closing'] as const),
];

/** How an umlaut is written on a keyboard without one. */
const TWO_LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', æ: 'ae' };

class PhraseIndex {
  readonly #byWord = new Map<string, Phrase[]>();
  readonly #byStem = new Map<string, Phrase[]>();
  /** Words that the tables hold in full, by what they ask. */
  readonly unsubscribing: RequestWord[] = [];
  readonly subscribing: RequestWord[] = [];

  constructor() {
    for (const language of REQUEST_LANGUAGES) {
      for (const meaning of MEANINGS) this.#readTable(language, meaning);
    }
  }

  #readTable(language: RequestLanguage, meaning: PhraseMeaning): void {
    for (const written of splitTable(language[meaning])) {
      const elements = written.split(/\s+/).flatMap((word) => readElements(word, language));
      const [first] = elements;
      if (first === undefined || first === 'gap') continue;
      const phrase = { meaning, language: language.tag, elements };
      for (const word of first.exact) put(this.#byWord, word, phrase);
      for (const stem of first.stems) put(this.#byStem, stem, phrase);
      const only = elements.length === 1 && first.stems.length === 0;
      const words = [...first.exact].map((word) => ({ word, language: language.tag }));
      if (only && meaning === 'unsubscribe') this.unsubscribing.push(...words);
      if (only && meaning === 'subscribe') this.subscribing.push(...words);
    }
  }

  /** Returns the phrases that may begin with a word. */
  beginningWith(word: string): readonly Phrase[] {
    const found = [this.#byWord.get(word) ?? []];
    for (let length = 2; length <= word.length; length += 1) {
      const phrases = this.#byStem.get(word.slice(0, length));
      if (phrases !== undefined) found.push(phrases);
    }
    return found.flat();
  }
}

function put(index: Map<string, Phrase[]>, key: string, phrase: Phrase): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [phrase]);
  else known.push(phrase);
}

function splitTable(table: string): readonly string[] {
  return table
    .split(/[,\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}

function readElements(written: string, language: RequestLanguage): readonly Element[] {
  if (written === '~') return ['gap'];
  const alternatives = written.split('|').flatMap((one) => {
    if (one === '@list') return splitTable(language.list);
    return one === '@me' ? splitTable(language.me) : [one];
  });
  if (alternatives.length === 1 && !written.startsWith('@')) {
    // A word with a hyphen or an apostrophe is two words in a sentence.
    const stem = written.endsWith('*');
    const parts = spellings(written.replace(/\*$/, ''));
    return (parts[0] ?? []).map((_, index) => {
      const forms = new Set(parts.flatMap((words) => words[index] ?? []));
      const last = index === (parts[0]?.length ?? 0) - 1;
      return last && stem ? { exact: new Set<string>(), stems: [...forms] } : { exact: forms, stems: [] };
    });
  }
  const exact = new Set<string>();
  const stems: string[] = [];
  for (const one of alternatives) {
    for (const words of spellings(one.replace(/\*$/, ''))) {
      if (words.length !== 1) continue;
      if (one.endsWith('*')) stems.push(...words);
      else exact.add(words[0] ?? '');
    }
  }
  return [{ exact, stems }];
}

/** Returns a word in its compared form, and with umlauts written as two letters. */
function spellings(word: string): readonly (readonly string[])[] {
  const inTwo = word.replace(/[äöüåøæ]/g, (letter) => TWO_LETTERS[letter] ?? letter);
  return inTwo === word ? [wordsOf(word)] : [wordsOf(word), wordsOf(inTwo)];
}

let index: PhraseIndex | undefined;

function phraseIndex(): PhraseIndex {
  return (index ??= new PhraseIndex());
}

/** Returns the words that ask to unsubscribe and those that ask to subscribe, if the tables hold them in full. */
export function requestWords(): Pick<PhraseIndex, 'unsubscribing' | 'subscribing'> {
  return phraseIndex();
}

const found = new WeakMap<readonly string[], readonly PhraseMatch[]>();

/** Finds every phrase of every table in a sentence; the result is cached as long as its words exist. */
export function findPhrases(words: readonly string[]): readonly PhraseMatch[] {
  const known = found.get(words) ?? searchPhrases(words);
  found.set(words, known);
  return known;
}

function searchPhrases(words: readonly string[]): readonly PhraseMatch[] {
  const matches: PhraseMatch[] = [];
  words.forEach((word, start) => {
    for (const { elements, meaning, language } of phraseIndex().beginningWith(word)) {
      const match = matchFrom(elements, 0, words, start, []);
      if (match !== undefined) matches.push({ meaning, language, start, ...match });
    }
  });
  return matches;
}

type Found = Pick<PhraseMatch, 'end' | 'between'>;

function matchFrom(
  elements: readonly Element[],
  at: number,
  words: readonly string[],
  place: number,
  between: readonly number[],
): Found | undefined {
  const element = elements[at];
  if (element === undefined) return { end: place, between };
  if (element === 'gap') {
    for (let length = 0; length <= MAX_GAP_WORDS; length += 1) {
      const skipped = Array.from({ length }, (_, offset) => place + offset);
      const found = matchFrom(elements, at + 1, words, place + length, [...between, ...skipped]);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const word = words[place];
  if (word === undefined || !(element.exact.has(word) || element.stems.some((stem) => word.startsWith(stem)))) {
    return undefined;
  }
  return matchFrom(elements, at + 1, words, place + 1, between);
}
