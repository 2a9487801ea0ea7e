import { foldWord } from './folded-word.js';
import { wordsOfPhrase, type Token } from './tokens.js';
import {
  PLACE_WORD_CLASSES,
  WORD_CLASSES,
  type PlaceWordClass,
  type WordClass,
} from '../../languages/check-language.js';

/** What a phrase tells: of the text around it, or of a place. */
export type PhraseClass = WordClass | PlaceWordClass;

const PHRASE_CLASSES: readonly PhraseClass[] = [...WORD_CLASSES, ...PLACE_WORD_CLASSES];

/** Phrases separated by commas, by what they tell. */
export type PhraseLists = Readonly<Partial<Record<PhraseClass, string>>>;

/** A word of a phrase, or the beginning of one. */
interface PhrasePart {
  readonly word: string;
  readonly beginning: boolean;
}

/** A phrase of a list. Of the thousands a text has only a few, so the words after the first one are read late. */
interface Phrase {
  readonly wordClass: PhraseClass;
  readonly first: PhrasePart;
  readonly further: () => readonly PhrasePart[];
}

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

/** How many letters a beginning is looked up by; a few beginnings are one letter shorter. */
const BEGINNING_KEY = 4;
const SHORT_KEY = 3;

function toPart(written: string): PhrasePart {
  const beginning = written.endsWith('*');
  return { word: foldWord(beginning ? written.slice(0, -1) : written), beginning };
}

/** How many words are remembered: more than any issue has. */
const MAX_REMEMBERED = 50_000;

const NOTHING_FURTHER: readonly PhrasePart[] = [];
const NOTHING_FURTHER_OF = () => NOTHING_FURTHER;
/** All but single spaces. */
const SPACES = /\s{2,}|[^\S ]/g;

/** @param listed with single spaces */
function toPhrase(wordClass: PhraseClass, listed: string): Phrase {
  const written = /['’]/.test(listed) ? wordsOfPhrase(listed).join(' ') : listed;
  const space = written.indexOf(' ');
  if (space === -1) return { wordClass, first: toPart(written), further: NOTHING_FURTHER_OF };
  let further: readonly PhrasePart[] | undefined;
  return {
    wordClass,
    first: toPart(written.slice(0, space)),
    further: () =>
      (further ??= written
        .slice(space + 1)
        .split(' ')
        .map(toPart)),
  };
}

function phrasesOf(wordClass: PhraseClass, list: string): readonly Phrase[] {
  const written = list.replace(SPACES, ' ').split(',');
  return written.flatMap((phrase) => (phrase.trim() === '' ? [] : [toPhrase(wordClass, phrase.trim())]));
}

type Index = ReadonlyMap<string, readonly Phrase[]>;

/** @param beginnings by the first letters of the first word */
function phrasesIn(whole: Index, beginnings: Index, word: string): readonly Phrase[] {
  const key = word.slice(0, BEGINNING_KEY);
  const short = key.length > SHORT_KEY ? beginnings.get(word.slice(0, SHORT_KEY)) : undefined;
  const begun = [...(beginnings.get(key) ?? []), ...(short ?? [])].filter(({ first }) => word.startsWith(first.word));
  return [...(whole.get(word) ?? []), ...begun];
}

/** Texts use the same words again and again. */
function remembering(find: (word: string) => readonly Phrase[]): (word: string) => readonly Phrase[] {
  const found = new Map<string, readonly Phrase[]>();
  return (word) => {
    const known = found.get(word);
    if (known !== undefined) return known;
    if (found.size >= MAX_REMEMBERED) found.clear();
    const phrases = find(word);
    found.set(word, phrases);
    return phrases;
  };
}

/** Makes a lexicon of lists: phrases separated by commas; a star ends the beginning of a word. */
export function createLexicon(lists: readonly PhraseLists[]): Lexicon {
  const whole = new Map<string, Phrase[]>();
  const beginnings = new Map<string, Phrase[]>();
  // Neighbouring languages share many words, and a mention counts once.
  const single = new Set<string>();
  for (const list of lists) {
    for (const wordClass of PHRASE_CLASSES) {
      for (const phrase of phrasesOf(wordClass, list[wordClass] ?? '')) {
        const { first } = phrase;
        if (phrase.further === NOTHING_FURTHER_OF) {
          const key = `${wordClass} ${first.word} ${String(first.beginning)}`;
          if (single.has(key)) continue;
          single.add(key);
        }
        const [index, key] = first.beginning ? [beginnings, first.word.slice(0, BEGINNING_KEY)] : [whole, first.word];
        const known = index.get(key);
        if (known === undefined) index.set(key, [phrase]);
        else known.push(phrase);
      }
    }
  }
  return { beginningWith: remembering((word) => phrasesIn(whole, beginnings, word)) };
}

function isPart({ word, beginning }: PhrasePart, token: Token | undefined): boolean {
  return token !== undefined && (beginning ? token.word.startsWith(word) : token.word === word);
}

/** @param at where the first word is known to fit */
function standsAt({ further }: Phrase, tokens: readonly Token[], at: number): boolean {
  return further().every((part, index) => isPart(part, tokens[at + 1 + index]));
}

/** Finds everything that the lexicons know among the tokens. */
export function mentionsIn(tokens: readonly Token[], lexicons: readonly Lexicon[]): Mentions {
  const mentions = new Map<PhraseClass, Mention[]>();
  const lookIn = (phrases: readonly Phrase[], first: number) => {
    for (const phrase of phrases) {
      if (!standsAt(phrase, tokens, first)) continue;
      const mention = { first, last: first + phrase.further().length };
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
