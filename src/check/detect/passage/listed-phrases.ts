import { foldWord } from './folded-word.js';
import { wordsOfPhrase } from './tokens.js';
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

/** A phrase of a list. */
export interface Phrase {
  readonly wordClass: PhraseClass;
  readonly first: PhrasePart;
  readonly further: readonly PhrasePart[];
}

/**
 * The phrases of lists in groups by the first letters of their first word. A group is a text in which each first word, or
 * each key of beginnings, has a line, and on it a field for each of its phrases. Of the thousands of phrases a text has
 * only a few, so a phrase is read out of its line when a text has its first word.
 */
export type ListedPhrases = Readonly<Record<string, string>>;

/** How many letters have a group of their own. */
const GROUP_KEY = 3;
/** How many letters a beginning is looked up by; a few beginnings are one letter shorter. */
const BEGINNING_KEY = 4;
const SHORT_KEY = 3;

/** Ends the beginning of a word, in the lists and in the groups. */
const BEGINNING = '*';
const LINE = '\n';
const FIELD = '\t';

/** All but single spaces. */
const SPACES = /\s{2,}|[^\S ]/g;

function foldPart(written: string): string {
  return written.endsWith(BEGINNING) ? foldWord(written.slice(0, -1)) + BEGINNING : foldWord(written);
}

/** The words of each phrase of a list, folded. */
function phrasesOf(list: string): readonly (readonly [first: string, ...further: string[]])[] {
  return list
    .replace(SPACES, ' ')
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
    .map((phrase) => {
      const words = /['’]/.test(phrase) ? wordsOfPhrase(phrase) : phrase.split(' ');
      const [first = '', ...further] = words.map(foldPart);
      return [first, ...further];
    });
}

/** Lists phrases by their first words. In the lists they are separated by commas; a star ends the beginning of a word. */
export function listPhrases(lists: readonly PhraseLists[]): ListedPhrases {
  const lines = new Map<string, string[]>();
  // Neighbouring languages share many words, and a mention counts once.
  const single = new Set<string>();
  for (const list of lists) {
    PHRASE_CLASSES.forEach((wordClass, index) => {
      for (const [first, ...further] of phrasesOf(list[wordClass] ?? '')) {
        const beginning = first.endsWith(BEGINNING);
        const key = beginning ? first.slice(0, -1).slice(0, BEGINNING_KEY) + BEGINNING : first;
        const field = [index.toString(36), ...(beginning ? [first] : []), ...further].join(' ');
        if (further.length === 0) {
          if (single.has(`${key} ${field}`)) continue;
          single.add(`${key} ${field}`);
        }
        const known = lines.get(key);
        if (known === undefined) lines.set(key, [field]);
        else known.push(field);
      }
    });
  }
  const groups: Record<string, string> = {};
  for (const [key, fields] of lines) {
    const group = key.replace(BEGINNING, '').slice(0, GROUP_KEY);
    groups[group] = `${groups[group] ?? LINE}${key}${FIELD}${fields.join(FIELD)}${LINE}`;
  }
  return groups;
}

/** The phrases whose first word fits, in the order of their lists: of whole words, then of beginnings. */
export function phrasesBeginningWith(listed: ListedPhrases, word: string): readonly Phrase[] {
  const group = listed[word.slice(0, GROUP_KEY)];
  if (group === undefined) return [];
  const key = word.slice(0, BEGINNING_KEY);
  const short = key.length > SHORT_KEY ? fieldsOf(group, word.slice(0, SHORT_KEY) + BEGINNING) : [];
  const begun = [...fieldsOf(group, key + BEGINNING), ...short]
    .map(([index, first = '', ...further]) => phraseOf(index, toPart(first), further))
    .filter(({ first }) => word.startsWith(first.word));
  const whole = fieldsOf(group, word).map(([index, ...further]) =>
    phraseOf(index, { word, beginning: false }, further),
  );
  return [...whole, ...begun];
}

/** The fields of a line, each cut at its spaces. */
function fieldsOf(group: string, key: string): readonly (readonly string[])[] {
  const at = group.indexOf(LINE + key + FIELD);
  if (at === -1) return [];
  const start = at + LINE.length + key.length + FIELD.length;
  return group
    .slice(start, group.indexOf(LINE, start))
    .split(FIELD)
    .map((field) => field.split(' '));
}

function phraseOf(index: string | undefined, first: PhrasePart, further: readonly string[]): Phrase {
  const wordClass = PHRASE_CLASSES[Number.parseInt(index ?? '', 36)];
  if (wordClass === undefined) throw new RangeError(`there is no class of words ${index ?? ''}`);
  return { wordClass, first, further: further.map(toPart) };
}

function toPart(written: string): PhrasePart {
  const beginning = written.endsWith(BEGINNING);
  return { word: beginning ? written.slice(0, -1) : written, beginning };
}
