import { MAX_WORDS_IN_GAP, phrasesOf, type Phrase, type PhraseStep } from '../../model/text/written-phrase.js';
import type { Word } from './words.js';

/** A phrase that was found in a text; offsets in the text. */
export interface PhraseMatch<T> {
  readonly owner: T;
  readonly start: number;
  readonly end: number;
}

interface Owned<T> {
  readonly phrase: Phrase;
  readonly owner: T;
}

const BEGINNING = 3;
/** What may stand between two words of a phrase: spaces, a line break, a hyphen, an apostrophe. */
const BETWEEN = /^[\s\u00a0\-‐‑‒–'’ʼ·]+$/;
/** A line break, and the indentation after it. */
const MAX_BETWEEN = 4;

/** Whether a word belongs to the same phrase as the one before it. */
function follows(text: string, words: readonly Word[], index: number): boolean {
  const left = words[index - 1];
  const right = words[index];
  if (left === undefined || right === undefined) return false;
  return right.start - left.end <= MAX_BETWEEN && BETWEEN.test(text.slice(left.end, right.start));
}

function fits({ folded }: Word, step: PhraseStep): boolean {
  if (step.kind === 'gap') return false;
  return step.words.has(folded) || step.beginnings.some((beginning) => folded.startsWith(beginning));
}

/** The index of the word after the phrase, or -1 where the rest of it does not stand here; the longest reading counts. */
function endOf(
  text: string,
  words: readonly Word[],
  phrase: Phrase,
  index: number,
  position: number,
  begun: boolean,
): number {
  const step = phrase[position];
  if (step === undefined) return index;
  if (step.kind === 'gap') {
    for (let skipped = 0; skipped <= MAX_WORDS_IN_GAP; skipped += 1) {
      const end = endOf(text, words, phrase, index + skipped, position + 1, begun);
      if (end !== -1) return end;
      if (!follows(text, words, index + skipped)) return -1;
    }
    return -1;
  }
  const word = words[index];
  if (word !== undefined && fits(word, step) && (!begun || follows(text, words, index))) {
    const end = endOf(text, words, phrase, index + 1, position + 1, true);
    if (end !== -1) return end;
  }
  return step.optional ? endOf(text, words, phrase, index, position + 1, begun) : -1;
}

/** Finds any of many phrases in one pass over a text: by the first word, then word for word. */
export class PhraseIndex<T> {
  readonly #byWord = new Map<string, Owned<T>[]>();
  readonly #byBeginning = new Map<string, Owned<T>[]>();

  /** Adds a phrase as it is written in `house-style.yaml`. */
  add(written: string, owner: T): void {
    for (const phrase of phrasesOf(written)) {
      for (const step of phrase) {
        if (step.kind === 'gap') break;
        for (const word of step.words) this.#remember(this.#byWord, word, { phrase, owner });
        for (const beginning of step.beginnings) {
          this.#remember(this.#byBeginning, beginning.slice(0, BEGINNING), { phrase, owner });
        }
        // The phrase may begin with its next word as well.
        if (!step.optional) break;
      }
    }
  }

  #remember(map: Map<string, Owned<T>[]>, key: string, owned: Owned<T>): void {
    const known = map.get(key);
    if (known === undefined) map.set(key, [owned]);
    else if (known.at(-1)?.phrase !== owned.phrase) known.push(owned);
  }

  /** Every phrase that stands in a text; they may overlap. */
  find(text: string, words: readonly Word[]): readonly PhraseMatch<T>[] {
    const matches: PhraseMatch<T>[] = [];
    const lookFor = (candidates: readonly Owned<T>[] | undefined, index: number, { start }: Word) => {
      if (candidates === undefined) return;
      for (const { phrase, owner } of candidates) {
        const end = endOf(text, words, phrase, index, 0, false);
        const last = words[end - 1];
        if (end !== -1 && last !== undefined) matches.push({ owner, start, end: last.end });
      }
    };
    // Counted here: entries() makes a pair for every word.
    let index = 0;
    for (const word of words) {
      lookFor(this.#byWord.get(word.folded), index, word);
      lookFor(this.#byBeginning.get(word.folded.slice(0, BEGINNING)), index, word);
      index += 1;
    }
    return matches;
  }
}
