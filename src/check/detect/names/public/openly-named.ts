import { mentionAfter, mentionAt, mentionBefore } from '../../passage/lexicon.js';
import type { Passage } from '../../passage/match.js';
import type { Token } from '../../passage/tokens.js';
import { isNoFirstName } from './exemptions.js';
import { isAccused } from './public-figures.js';
import { sentenceAt } from '../../passage/sentences.js';
import { isSingleWord } from '../../passage/single-words.js';
import { isRelative } from '../../passage/small-questions.js';

/** An office so near behind the name is its own: "Anna (coordinator)", "Anna, our director". */
const OFFICE_REACH = 2;

interface NamePlace {
  readonly first: number;
  readonly last: number;
}

/** What stands between an office and a name, or between a photograph and its author. */
const BESIDE = /^(?:\.? |, |: )$/;
const isByMaker = isSingleWord('byMaker');

function textBetween({ tokens, text }: Passage, left: number, right: number): string {
  return text.slice(tokens[left]?.end ?? 0, tokens[right]?.start ?? 0);
}

/** "Advokátka Janu": in Slavic languages a lawyer's client has another ending than she. */
function isObject({ tokens, english }: Passage, office: number, first: number): boolean {
  return !english && /a$/.test(tokens[office]?.word ?? '') && /[uęу]$/u.test(tokens[first]?.text ?? '');
}

/** "Dr. Anna", "our lawyer Anna" */
function isCalledByOffice(passage: Passage, { first }: NamePlace): boolean {
  const { mentions } = passage;
  const office = mentionBefore(mentions.get('profession'), first, 0);
  if (office === undefined || mentionBefore(mentions.get('affected'), first, 0) !== undefined) return false;
  return BESIDE.test(textBetween(passage, office.last, first)) && !isObject(passage, office.last, first);
}

/** See, in the members' languages, before authors who are called by family name and initials. */
const SEE =
  /(?:^|[\s([])(?:See|Cf|Siehe|Vgl|Voir|Zie|Vedi|Cfr|Véase|Zob|Viz|Srov|Videti|Vidi|Видети|Види|Vezi|Виж|Вж|Див)\.?(?: \p{Ll}{2,7})?:? (?:\p{Lu}[\p{L}’'-]+ (?:\p{Lu}\. ?){1,2}, ?){0,5}$/u;
/** The year in which a book appeared. */
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** "See: Example A. B., Sample C. D. Title. Town, 2020": a list of works. */
function isCited({ tokens, text }: Passage, { first, last }: NamePlace): boolean {
  const start = tokens[first]?.start ?? 0;
  const end = tokens[last]?.end ?? 0;
  return SEE.test(text.slice(Math.max(0, start - 120), start)) && YEAR.test(text.slice(end, end + 200));
}

/** "Photo: Anna P.", "photographed by Anna P.": credits name people by an initial. */
export function isAuthor(passage: Passage, name: NamePlace): boolean {
  const { first } = name;
  if (isCited(passage, name)) return true;
  const { mentions, tokens } = passage;
  const by = isByMaker(tokens[first - 1]?.word ?? '') ? 1 : 0;
  const work = mentionBefore(mentions.get('work'), first, by);
  return work !== undefined && (by === 1 || BESIDE.test(textBetween(passage, work.last, first)));
}

/** "Sister Monica": with a capital, where a sister by birth has none. */
function isNun({ tokens }: Passage, { first }: NamePlace): boolean {
  return /^(?:Sister|Sœur|Soeur|Sor|Suor|Zuster)$/.test(tokens[first - 1]?.text ?? '');
}

/** Our, the, a: short words, but not who. */
function isSmall({ word, capital }: Token): boolean {
  return !capital && word.length <= 6 && !isRelative(word);
}

/** "Anna (coordinator)", "Anna, our director" */
function hasOfficeBehind(passage: Passage, { first, last }: NamePlace): boolean {
  const { mentions, tokens } = passage;
  const office = mentionAfter(mentions.get('profession'), last + 1, OFFICE_REACH);
  if (office === undefined || office.first > sentenceAt(passage, first).last) return false;
  if (mentionAt(mentions.get('person'), office.first) !== undefined) return false;
  if (!/^\.?\s?[,(]/.test(textBetween(passage, last, last + 1))) return false;
  return (
    tokens.slice(last + 1, office.first).every(isSmall) && !/[,)].*[,)]/.test(textBetween(passage, last, office.first))
  );
}

/**
 * Whether somebody who is called by a first name alone, or with an initial, does so in public. Officials are seldom
 * called so: only an office directly beside the name counts.
 */
export function isOpenlyNamed(passage: Passage, name: NamePlace): boolean {
  return (
    isNun(passage, name) ||
    isCalledByOffice(passage, name) ||
    hasOfficeBehind(passage, name) ||
    isAccused(passage, name) ||
    isNoFirstName(passage, { ...name, known: true })
  );
}
