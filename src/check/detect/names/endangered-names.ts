import { mentionAfter, mentionBefore } from '../passage/lexicon.js';
import type { Match, NameForm, Passage } from '../passage/match.js';
import { isAgeLike } from './told/ages.js';
import { isOpenlyNamed } from './public/openly-named.js';
import { ownAgesIn, type OwnAge } from './told/own-ages.js';
import { nameCandidatesIn } from './candidates/name-chains.js';
import { personsIn } from './candidates/persons.js';
import { isKnownForDeed, isPublicFigure } from './public/public-figures.js';
import { sentenceAt, type Sentence } from '../passage/sentences.js';
import { singleNamesIn, type SingleName } from './candidates/single-names.js';
import { isToldOf } from './told/told-of.js';

/** How far an age or an illness may stand from a name that our lists know, and from another, in words. */
const KNOWN_REACH = 24;
const UNKNOWN_REACH = 3;

/** The classes of words without which the search finds nothing. */
const CUES = ['affected', 'person', 'storyPerson', 'health', 'suffers', 'ageNumber', 'nameFollows', 'infant'] as const;

/** Those of a list, in the order of the text, that begin near a name; a text can hold very many of them. */
function around<T extends Cue>(list: readonly T[], { first }: Cue): readonly T[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.first ?? Infinity) < first - KNOWN_REACH - 4) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < list.length && (list[end]?.first ?? Infinity) <= first + KNOWN_REACH + 4) end += 1;
  return list.slice(low, end);
}

interface Cue {
  readonly first: number;
  readonly last: number;
}

/** "NAME from Kherson? Nineteen years, …": a short question goes on in the next sentence. */
function endOfThought(passage: Passage, { first, last }: Sentence): number {
  const short = last - first < 5 && passage.text.charAt(passage.tokens[last]?.end ?? 0) === '?';
  return short ? Math.min(last + 3, passage.tokens.length - 1) : last;
}

/** "…", recalls NAME: a person who speaks in a story is somebody in it. */
function speaks({ mentions }: Passage, { first, begins }: SingleName): boolean {
  return !begins && mentionBefore(mentions.get('speaking'), first, 0) !== undefined;
}

function isNear(passage: Passage, name: SingleName, cue: Cue | undefined): boolean {
  if (cue === undefined) return false;
  const sentence = sentenceAt(passage, name.first);
  if (cue.last < sentence.first || cue.first > endOfThought(passage, sentence)) return false;
  const distance = cue.first > name.last ? cue.first - name.last - 1 : name.first - cue.last - 1;
  return distance <= (name.known || speaks(passage, name) ? KNOWN_REACH : UNKNOWN_REACH);
}

function isIll(passage: Passage, name: SingleName): boolean {
  const health = passage.mentions.get('health');
  return (
    mentionAfter(passage.mentions.get('suffers'), name.last + 1, 1) !== undefined ||
    isNear(passage, name, mentionBefore(health, name.first, KNOWN_REACH)) ||
    isNear(passage, name, mentionAfter(health, name.last + 1, KNOWN_REACH))
  );
}

/** "61-year-old Anna Example received the Order of Olga": the age belongs to the full name that is nearer. */
function isOfAnother(passage: Passage, name: SingleName, age: OwnAge): boolean {
  const distance = (one: Cue) => (age.first > one.last ? age.first - one.last : one.first - age.last);
  return around(personsIn(passage), age).some(
    (person) => person.form === 'fullName' && distance(person) < Math.min(distance(name), 6),
  );
}

/** What stands beside a name that points at one person. */
function formOf(passage: Passage, name: SingleName, ages: readonly OwnAge[]): NameForm | undefined {
  if (around(ages, name).some((age) => isNear(passage, name, age) && !isOfAnother(passage, name, age))) return 'age';
  if (isIll(passage, name)) return 'health';
  return isToldOf(passage, name) ? 'full' : undefined;
}

function toMatch({ tokens, text }: Passage, { first, last }: Cue, nameForm: NameForm): Match {
  const [start, end] = [tokens[first]?.start ?? 0, tokens[last]?.end ?? 0];
  return { kind: 'fullName', nameForm, start, end, value: text.slice(start, end) };
}

/** "Fifty-two-year-old Momir Example": an adjective of age directly before a full name, whose first name no list has. */
function agedFullNamesIn(passage: Passage, ages: readonly OwnAge[]): readonly Match[] {
  const adjectives = new Set(ages.flatMap(({ adjective, last }) => (adjective ? [last] : [])));
  if (adjectives.size === 0) return [];
  return nameCandidatesIn(passage)
    .filter((name) => name.known && adjectives.has(name.first - 1) && !isPublicFigure(passage, name))
    .filter((name) => !isKnownForDeed(passage, name))
    .map((name) => toMatch(passage, name, 'full'));
}

/**
 * First names alone in a sentence that tells an age, an illness, or that somebody is a client, a witness, a victim.
 * Few people are called so who are not in danger, so every such name is found unless an office stands beside it.
 */
export function endangeredNamesIn(passage: Passage): readonly Match[] {
  if (!CUES.some((wordClass) => passage.mentions.has(wordClass)) && !passage.tokens.some(isAgeLike)) return [];
  const ages = ownAgesIn(passage);
  const single = singleNamesIn(passage).flatMap((name): readonly Match[] => {
    const nameForm = formOf(passage, name, ages);
    return nameForm === undefined || isOpenlyNamed(passage, name) || isKnownForDeed(passage, name)
      ? []
      : [toMatch(passage, name, nameForm)];
  });
  return [...single, ...agedFullNamesIn(passage, ages)];
}
