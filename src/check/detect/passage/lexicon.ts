import type { Token } from './tokens.js';
import { phrasesBeginningWith, type ListedPhrases, type Phrase, type PhraseClass } from './listed-phrases.js';

/** Where a phrase of a list stands among the tokens. */
export interface Mention {
  readonly first: number;
  /** The last token of the phrase. */
  readonly last: number;
}

/** What a text mentions, by class of words, in the order of the text. */
export type Mentions = ReadonlyMap<PhraseClass, readonly Mention[]>;

/** Lists of words, ready to be looked up. */
export interface Lexicon {
  /** The phrases whose first word fits. */
  readonly beginningWith: (word: string) => readonly Phrase[];
}

/** How many words are remembered: more than any issue has. */
const MAX_REMEMBERED = 50_000;

/** Makes a lexicon of phrases. Texts use the same words again and again, so what was found is remembered. */
export function createLexicon(listed: ListedPhrases): Lexicon {
  const found = new Map<string, readonly Phrase[]>();
  const beginningWith = (word: string): readonly Phrase[] => {
    const known = found.get(word);
    if (known !== undefined) return known;
    if (found.size >= MAX_REMEMBERED) found.clear();
    const phrases = phrasesBeginningWith(listed, word);
    found.set(word, phrases);
    return phrases;
  };
  return { beginningWith };
}

function isPart({ word, beginning }: Phrase['first'], token: Token | undefined): boolean {
  return token !== undefined && (beginning ? token.word.startsWith(word) : token.word === word);
}

/** @param at where the first word is known to fit */
function standsAt({ further }: Phrase, tokens: readonly Token[], at: number): boolean {
  return further.every((part, index) => isPart(part, tokens[at + 1 + index]));
}

/** Finds everything that the lexicons know among the tokens. */
export function mentionsIn(tokens: readonly Token[], lexicons: readonly Lexicon[]): Mentions {
  const mentions = new Map<PhraseClass, Mention[]>();
  const lookIn = (phrases: readonly Phrase[], first: number) => {
    for (const phrase of phrases) {
      if (!standsAt(phrase, tokens, first)) continue;
      const mention = { first, last: first + phrase.further.length };
      const known = mentions.get(phrase.wordClass);
      if (known === undefined) mentions.set(phrase.wordClass, [mention]);
      else known.push(mention);
    }
  };
  // Counted here: entries() makes a pair for every token.
  let first = -1;
  for (const { kind, word } of tokens) {
    first += 1;
    if (kind === 'number') continue;
    for (const { beginningWith } of lexicons) lookIn(beginningWith(word), first);
  }
  return mentions;
}

/** The last mention that begins before a token; a text can hold very many of them. */
function indexBefore(mentions: readonly Mention[], token: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.first ?? Infinity) < token) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The last mention that ends before a token, if no more than `reach` tokens lie between. */
export function mentionBefore(
  mentions: readonly Mention[] | undefined,
  token: number,
  reach: number,
): Mention | undefined {
  if (mentions === undefined) return undefined;
  const index = indexBefore(mentions, token);
  // Phrases that begin near each other can end in another order.
  const near = mentions.slice(Math.max(0, index - 5), index + 1).filter(({ last }) => last < token);
  const nearest = near.reduce<Mention | undefined>(
    (best, one) => (best === undefined || one.last >= best.last ? one : best),
    undefined,
  );
  return nearest !== undefined && token - nearest.last - 1 <= reach ? nearest : undefined;
}

/** The first mention at or after a token, if no more than `reach` tokens lie between. */
export function mentionAfter(
  mentions: readonly Mention[] | undefined,
  token: number,
  reach: number,
): Mention | undefined {
  const mention = mentions?.[indexBefore(mentions, token) + 1];
  return mention !== undefined && mention.first - token <= reach ? mention : undefined;
}

/** The longest mention that begins at a token. */
export function mentionAt(mentions: readonly Mention[] | undefined, token: number): Mention | undefined {
  if (mentions === undefined) return undefined;
  const from = indexBefore(mentions, token) + 1;
  const here = mentions.slice(from, from + 6).filter(({ first }) => first === token);
  return here.reduce<Mention | undefined>(
    (best, one) => (best === undefined || one.last > best.last ? one : best),
    undefined,
  );
}
