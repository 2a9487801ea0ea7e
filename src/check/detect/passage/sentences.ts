import type { Passage } from './match.js';
import type { Token } from './tokens.js';
import { isSingleWord } from './single-words.js';

/** What ends in a full stop without ending a sentence. Folded. */
const isAbbreviation = isSingleWord('abbreviation');
const SENTENCE_END = /[.!?…]["'”»“)\]]{0,2}\s+["'„“«»(–-]{0,3}\s?$|\n\n/;

/** The tokens of one sentence. */
export interface Sentence {
  readonly first: number;
  readonly last: number;
}

function endsSentence(text: string, token: Token, next: Token): boolean {
  const gap = text.slice(token.end, Math.min(next.start, token.end + 12));
  if (!SENTENCE_END.test(gap)) return false;
  if (!gap.startsWith('.')) return true;
  return next.capital && token.text.length > 1 && !/-\p{Lu}$/u.test(token.text) && !isAbbreviation(token.word);
}

/** Made once for each passage: several forms of names ask for it. */
const known = new WeakMap<Passage, readonly Sentence[]>();

/** Cuts a passage into its sentences. One that ends with "Mirela P." is taken together with the next. */
function sentencesIn(passage: Passage): readonly Sentence[] {
  const cut = known.get(passage);
  if (cut !== undefined) return cut;
  const { text, tokens } = passage;
  const sentences: Sentence[] = [];
  let first = 0;
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    if (next !== undefined && !endsSentence(text, token, next)) continue;
    sentences.push({ first, last: index });
    first = index + 1;
  }
  known.set(passage, sentences);
  return sentences;
}

/** The sentence in which a token stands. */
export function sentenceAt(passage: Passage, token: number): Sentence {
  const sentences = sentencesIn(passage);
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.last ?? Infinity) < token) low = middle + 1;
    else high = middle;
  }
  return sentences[low] ?? { first: token, last: token };
}
