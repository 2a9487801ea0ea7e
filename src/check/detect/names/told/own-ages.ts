import { mentionAfter, mentionAt, mentionBefore } from '../../passage/lexicon.js';
import type { Passage } from '../../passage/match.js';
import { agesIn, type AgeMention } from './ages.js';
import { sentenceAt } from '../../passage/sentences.js';
import { patternsOf } from '../../passage/patterns.js';
import { isSingleWord } from '../../passage/single-words.js';

/** The tokens of an age. */
export interface OwnAge {
  readonly first: number;
  readonly last: number;
  /** Whether it goes with the name behind it: 17-year-old. */
  readonly adjective: boolean;
}

/** How far a word for a baby may stand from its months, in words. */
const INFANT_REACH = 8;
/** "A teenager of 15": between a person and a number. Folded. */
const isAgeOf = isSingleWord('ageOf');

/** How many words may stand between a thing and its age. */
const SUBJECT_REACH = 10;

/** Is, was, becomes, has (years); at, with, only: before an age. Folded, in the members' languages. */
const isBeforeAge = isSingleWord('beforeAge');

/** Words before a person's age that is written in words. Folded. */
const isPossessive = isSingleWord('possessive');

/** Becomes, celebrates: before an age, with a season or a month between. Folded. */
const isTurns = isSingleWord('turns');

/** Verbs before the age of a thing: is, celebrates. Folded. */
const isCelebrates = isSingleWord('celebrates');

/** Behind an age without years: a verb, when, and. Folded. */
const isAfterAge = isSingleWord('afterAge');

/** "The counselling centre in X turns 30 this year", "Asociația „X” împlinește 20 de ani": the thing begins the sentence. */
export function isAgeOfSubject(passage: Passage, age: AgeMention): boolean {
  const { tokens, mentions, text } = passage;
  const { first } = sentenceAt(passage, age.first);
  const subject = mentionAfter(mentions.get('bornThing'), first, 2);
  if (subject === undefined || subject.last >= age.first || age.first - subject.last > SUBJECT_REACH) return false;
  const turns = tokens.slice(subject.last + 1, age.first + 1).some(({ word }) => isTurns(word) || isCelebrates(word));
  return turns && !/[,;:(]/.test(text.slice(tokens[subject.last]?.end, tokens[age.first]?.start));
}

/** Words before the age of a thing, or a share: the network turns 25, a 10-year plan. */
function isOfThing(passage: Passage, age: AgeMention): boolean {
  const things = passage.mentions.get('bornThing');
  const before = mentionBefore(things, age.first, 4);
  const after = mentionAt(things, age.last + 1) ?? mentionAt(things, age.last + 2);
  const organisation = mentionBefore(passage.mentions.get('organisation'), age.first, 4);
  if (isAgeOfSubject(passage, age)) return true;
  const { first } = sentenceAt(passage, age.first);
  return [before, organisation].some((one) => one !== undefined && one.first >= first) || after !== undefined;
}

function closes({ text, tokens }: Passage, { last }: AgeMention): boolean {
  const end = tokens[last]?.end ?? 0;
  return /^(?:["'”»]?[,);:!?]|$|["'”»]|\.(?:\s|$|["'”»])|\s[–-]\s)/.test(text.slice(end, end + 3));
}

/** "At fourteen", "is twenty-one", "turns 18 in autumn": a number that counts nothing. */
function isBareAge(passage: Passage, age: AgeMention): boolean {
  const { tokens, mentions, text } = passage;
  const turns = [1, 2, 3].some((steps) => isTurns(tokens[age.first - steps]?.word ?? ''));
  if (mentionAfter(mentions.get('month'), age.last + 1, turns ? 0 : 1) !== undefined) return false;
  const spelled = tokens[age.first]?.kind === 'word';
  const joined = text.slice(tokens[age.first - 1]?.end ?? 0, tokens[age.first]?.start ?? 0) === ' ';
  const before = joined ? (tokens[age.first - 1]?.word ?? '') : '';
  const next = tokens[age.last + 1]?.word ?? '';
  const begins = sentenceAt(passage, age.first).first >= age.first - 2;
  const apart = /[,:–-]\s$/.test(text.slice(0, tokens[age.first]?.start ?? 0).slice(-2));
  const ofPerson =
    isAgeOf(before) &&
    ['affected' as const, 'person' as const].some(
      (wordClass) => mentionBefore(mentions.get(wordClass), age.first - 1, 0) !== undefined,
    );
  // "Anna van 24", "op haar negentiende"
  if (before === 'van' && tokens[age.first - 2]?.capital === true) return true;
  if (spelled && isPossessive(before)) return true;
  const becomes = tokens[age.first - 1]?.capital === true && isTurns(next);
  const opened = isBeforeAge(before) || turns || ofPerson || (spelled && (begins || apart));
  return becomes || (opened && (closes(passage, age) || turns || isAfterAge(next)));
}

/** In the years 60, "anni '80", "lat 90"; more than 20, a comparison. Folded. */
function isDecade({ tokens, text }: Passage, digit: number): boolean {
  const [before, earlier] = [tokens[digit - 1]?.word ?? '', tokens[digit - 2]];
  if (/^(?:than|niz|nez|nego|que|decat|article|articolo|articulo|artikel)$/.test(before)) return true;
  const years = /^(?:anni|anos|annees|lat|anii)$/.test(before) && /0$/.test(tokens[digit]?.text ?? '');
  return years && earlier !== undefined && /^\s$/.test(text.slice(earlier.end, tokens[digit - 1]?.start));
}

/** Behind the first number of a range: to 25, –25. */
const GOES_ON_AS_RANGE = new RegExp(String.raw`^\s?(?:[-–]|${patternsOf('rangeTo')})\s?\d`, 'u');

/** From 16 to 25, 3–0, the 14. century: a range, a score, an ordinal. */
function isPartOfMore(passage: Passage, { first, last }: AgeMention): boolean {
  const { text, tokens } = passage;
  const digit = tokens[first]?.kind === 'number' ? first : last;
  const [start, end] = [tokens[digit]?.start ?? 0, tokens[digit]?.end ?? 0];
  // The full stop behind a year of birth makes no ordinal of it.
  if (tokens[digit]?.kind !== 'number' || end - start > 2) return false;
  return (
    /\d\s?(?:-|–|[\p{L}]{1,3})\s?$/u.test(text.slice(Math.max(0, start - 7), start)) ||
    GOES_ON_AS_RANGE.test(text.slice(end, end + 6)) ||
    /^(?:\. \p{Ll}|\]|\.?[ºª°]|(?:er?|re|e|th|st|nd|rd|de|ste|ta|ti|го|та|ти)(?!\p{L}| (?:birthday|anniversaire|verjaardag)))/u.test(
      text.slice(end, end + 16),
    ) ||
    /^\s?[\d€%$£]/.test(text.slice(end, end + 2)) ||
    /[[^#№'’]$/.test(text.slice(Math.max(0, start - 1), start)) ||
    isDecade(passage, digit)
  );
}

/** "L'articolo 18": a single letter says years only directly before a number. */
function isFarFromLetter({ tokens }: Passage, { first, last }: AgeMention): boolean {
  return tokens[first]?.text.length === 1 && tokens[first].kind === 'word' && last - first > 1;
}

/** "Little Denis, eight months old", "baby Nicole is five months": months or weeks near a word for a small child. */
function babyAgesIn(passage: Passage): readonly OwnAge[] {
  const { mentions } = passage;
  return (mentions.get('monthsOfAge') ?? []).flatMap(({ first, last }): readonly OwnAge[] => {
    const old = mentionAt(mentions.get('yearsOld'), last + 1);
    const sentence = sentenceAt(passage, first);
    const infant =
      mentionBefore(mentions.get('infant'), first, INFANT_REACH) ??
      mentionAfter(mentions.get('infant'), last + 1, INFANT_REACH);
    const near = infant !== undefined && infant.first >= sentence.first && infant.first <= sentence.last;
    return old !== undefined || near
      ? [{ first: Math.max(sentence.first, first - 1), last: old?.last ?? last, adjective: false }]
      : [];
  });
}

/** The ages in a passage that belong to persons. */
export function ownAgesIn(passage: Passage): readonly OwnAge[] {
  const ages = agesIn(passage).filter(
    (age) =>
      !isFarFromLetter(passage, age) &&
      !isOfThing(passage, age) &&
      !isPartOfMore(passage, age) &&
      (age.form !== 'bare' || isBareAge(passage, age)),
  );
  return [
    ...ages.map(({ first, last, form }) => ({ first, last, adjective: form === 'adjective' })),
    ...babyAgesIn(passage),
  ].sort((left, right) => left.first - right.first);
}
