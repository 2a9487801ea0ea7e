import { foldWord } from '../../model/text/written-phrase.js';

/** One word of a text, and where it stands. */
export interface Word {
  readonly start: number;
  /** The first character after it. */
  readonly end: number;
  /** For comparing. */
  readonly folded: string;
}

// An invisible character inside a word does not make two words of it.
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060\ufeff]*/gu;

/** The words of a text, in any script that writes words apart. */
export function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORD), (match) => {
    const [written] = match;
    return { start: match.index, end: match.index + written.length, folded: foldWord(written) };
  });
}

/** How many words a text has: `well-being` and `isn’t` are one. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’ʼ\-‐‑]*/gu)?.length ?? 0;
}
