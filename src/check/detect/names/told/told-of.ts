import { mentionAfter, mentionAt, mentionBefore, type Mention } from '../../passage/lexicon.js';
import type { Passage } from '../../passage/match.js';
import { isNation } from '../candidates/nations.js';
import { isAlsoPlace } from '../candidates/persons.js';
import { patternsOf } from '../../passage/patterns.js';
import { sentenceAt } from '../../passage/sentences.js';
import type { SingleName } from '../candidates/single-names.js';
import { isSingleWord } from '../../passage/single-words.js';
import { isRelative } from '../../passage/small-questions.js';

/** The longest description, in words: the girl from the village behind the river, NAME. */
const APPOSITION_REACH = 18;
/** "Called NAME": how far before it the person may stand, in words. */
const CALLED_REACH = 12;
/** "NAME, a former resident of ours" */
const BEHIND_REACH = 4;
/** "NAME, whom we have accompanied since the summer" */
const CARE_REACH = 7;

/** A comma, a dash, a colon or a bracket, perhaps with a small word behind it. */
const OPENS = new RegExp(String.raw`(?:[,:(–]|\s-)\s?["„“«]?(?:(?:${patternsOf('beforeApposition')})\s)?$`, 'u');
const CLOSES = new RegExp(String.raw`^["”»]?(?:[,.;:)!?–]|\s[–-]|$)|^ (?:${patternsOf('andAnother')}) \p{Lu}`, 'u');

/** Classes of words for the person in a story. */
const PEOPLE = ['affected', 'storyPerson', 'person'] as const;

function textBefore({ text, tokens }: Passage, token: number): string {
  const start = tokens[token]?.start ?? 0;
  return text.slice(Math.max(0, start - 12), start);
}

function textBehind({ text, tokens }: Passage, token: number): string {
  const end = tokens[token]?.end ?? 0;
  return text.slice(end, end + 6);
}

/** Romanian "în fața" is no "fata", which is a girl. */
function isFace({ tokens }: Passage, { first }: Mention): boolean {
  return /^fa[țţ][aă]$/iu.test(tokens[first]?.text ?? '');
}

/** The nearest word for a person before a token, in its sentence. */
function personBefore(passage: Passage, token: number, reach: number): Mention | undefined {
  const { first } = sentenceAt(passage, token);
  return PEOPLE.flatMap((wordClass) => mentionBefore(passage.mentions.get(wordClass), token, reach) ?? [])
    .filter((mention) => mention.first >= first && !isFace(passage, mention))
    .sort((left, right) => right.last - left.last)[0];
}

function isPlainlyPerson({ mentions }: Passage, { first }: Mention): boolean {
  return (
    mentionAt(mentions.get('affected'), first) !== undefined ||
    mentionAt(mentions.get('storyPerson'), first) !== undefined
  );
}

/** "The labourer, NAME,", "two of the girls – NAME –": enclosed, or behind what begins the sentence. */
function standsInApposition(passage: Passage, name: SingleName): boolean {
  const person = personBefore(passage, name.first, APPOSITION_REACH);
  if (person === undefined || !OPENS.test(textBefore(passage, name.first))) return false;
  if (!name.known && !isPlainlyPerson(passage, person)) return false;
  if (CLOSES.test(textBehind(passage, name.last))) return true;
  // "A victim of the method, NAME hesitated": a person's word begins the sentence.
  return isPlainlyPerson(passage, person) && person.first <= sentenceAt(passage, name.first).first + 1;
}

/** Whether the sentence says before a name that a person was rescued, sold, locked in. */
function tellsOfRescue(passage: Passage, token: number): boolean {
  const { first } = sentenceAt(passage, token);
  return (['storyPerson', 'storyGroup', 'ordeal'] as const).some((wordClass) => {
    const told = mentionBefore(passage.mentions.get(wordClass), token, APPOSITION_REACH);
    return told !== undefined && told.first >= first;
  });
}

/** "The girl NAME", "the Albanian NAME", "the pupil from Izmail NAME" */
function standsBehindPerson(passage: Passage, name: SingleName): boolean {
  const { tokens, text } = passage;
  const nation = tokens[name.first - 1];
  if (name.known && nation !== undefined && isNation(nation.word))
    return text.slice(nation.end, tokens[name.first]?.start) === ' ';
  const person = personBefore(passage, name.first, 3);
  if (person === undefined) return false;
  const between = tokens.slice(person.last + 1, name.first);
  const apart = /[,.;:!?()]/.test(text.slice(tokens[person.last]?.end ?? 0, tokens[name.first]?.start ?? 0));
  if (apart) return false;
  // English has the same word for "Vietnamese" and "a Vietnamese".
  const people = tokens[person.first]?.word ?? '';
  const national = !passage.english && isNation(people) && !/isch(?:e[nrsm]?)?$/.test(people);
  // "One of the Example women"
  if (mentionAt(passage.mentions.get('oneOf'), person.first) !== undefined) return false;
  if (between.length === 0) return name.known || national || isPlainlyPerson(passage, person);
  // "Among the rescued was the student of a medical college NAME"
  if (name.known && between.length <= 3 && tellsOfRescue(passage, name.first)) return true;
  return name.known && between.length > 1 && between.every(({ capital, word }) => capital || word.length <= 4);
}

/** "Een bouwvakker die NAME heet", "eine Frau, die NAME heißt" */
const isCalledBehind = isSingleWord('calledBehind');

/** "A young woman called NAME", "an Albanian whose name is NAME" */
function isCalledSo(passage: Passage, name: SingleName): boolean {
  const { tokens } = passage;
  if (isCalledBehind(tokens[name.last + 1]?.word ?? '') && isRelative(tokens[name.first - 1]?.word ?? '')) return true;
  const called = mentionBefore(passage.mentions.get('nameFollows'), name.first, 0);
  return called !== undefined && personBefore(passage, called.first, CALLED_REACH) !== undefined;
}

/** "NAME, a former resident of ours," */
function isDescribedBehind(passage: Passage, name: SingleName): boolean {
  if (!/^(?:,| \(| [–-] )/.test(textBehind(passage, name.last))) return false;
  const { last } = sentenceAt(passage, name.first);
  const care = mentionAfter(passage.mentions.get('inCare'), name.last + 1, CARE_REACH);
  if (care !== undefined && care.first <= last) return true;
  return (['affected', 'storyPerson'] as const).some((wordClass) => {
    const person = mentionAfter(passage.mentions.get(wordClass), name.last + 1, BEHIND_REACH - 1);
    return person !== undefined && person.first <= last;
  });
}

/** Whether the words around a name describe a person in danger: a client, a witness, a girl who is missing. */
export function isToldOf(passage: Passage, name: SingleName): boolean {
  if (isCalledSo(passage, name) || standsBehindPerson(passage, name)) return true;
  if (isAlsoPlace(passage, name.first)) return false;
  return standsInApposition(passage, name) || isDescribedBehind(passage, name);
}
