import { foldWord } from './folded-word.js';

/** A word or a number of a text. */
export interface Token {
  readonly kind: 'word' | 'number';
  readonly start: number;
  readonly end: number;
  /** As written. */
  readonly text: string;
  /** As the lists know it; of a number its digits. */
  readonly word: string;
  /** Whether it begins with a capital letter. */
  readonly capital: boolean;
}

const TOKEN = /\p{L}[\p{L}\p{M}]*(?:['-]\p{L}[\p{L}\p{M}]*)*|\d+/gu;
/** What French and Italian put before a vowel: a word of its own. */
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|dell|nell|sull|all|dall|un|quell|quest)'(?=\p{L})/iu;
const DIGIT = /^\d/;
/** A capital, also behind an Arabic article: al-Katib. */
const CAPITAL = /^(?:(?:[ae]l|[ае]ль?|a[sdrntz])-)?\p{Lu}/u;
/** "Ex-prostitute" and "oud-minister" count as the word behind the hyphen. */
const FORMER = /^(?:ex|oud|екс)-(?=\p{L}{3})/iu;
/** No word of a list and no name is longer. */
const LONGEST_WORD = 60;

function toToken(text: string, start: number): Token {
  const number = DIGIT.test(text);
  return {
    kind: number ? 'number' : 'word',
    start,
    end: start + text.length,
    text,
    word: number || text.length > LONGEST_WORD ? text : foldWord(text.includes('-') ? text.replace(FORMER, '') : text),
    capital: !number && CAPITAL.test(text),
  };
}

/** How many signs at the beginning of a word are an elision with its apostrophe: of "l'ancienne" two. */
function elisionOf(word: string): number {
  return word.includes("'") ? (ELISION.exec(word)?.[0].length ?? 0) : 0;
}

/** A phrase of a list in the words in which a text has it: "casa d'accoglienza" has three. */
export function wordsOfPhrase(phrase: string): readonly string[] {
  return phrase
    .replaceAll('’', "'")
    .split(' ')
    .flatMap((word) => {
      const elision = elisionOf(word);
      return elision === 0 ? [word] : [word.slice(0, elision - 1), word.slice(elision)];
    });
}

/** The words and numbers of a folded text, in their order. */
export function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(TOKEN)).flatMap(({ 0: found, index }) => {
    const elision = elisionOf(found);
    const rest = toToken(found.slice(elision), index + elision);
    return elision === 0 ? [rest] : [toToken(found.slice(0, elision - 1), index), rest];
  });
}
