import { mentionAfter, mentionAt, mentionBefore, type Mention } from '../passage/lexicon.js';
import type { Match, Passage } from '../passage/match.js';
import { nameCandidatesIn, type NameCandidate } from './candidates/name-chains.js';
import { isPublicFigure } from './public/public-figures.js';
import { sentenceAt } from '../passage/sentences.js';
import { isRelative } from '../passage/small-questions.js';

/** How far, in words, a description may stand from the name that it belongs to. */
const REACH = 20;
/** The longest description, in words: the girl from Plovdiv, NAME. */
const APPOSITION_REACH = 16;

/** What the sentence is about, where a relative clause describes somebody. */
const ABOUT = ['topic', 'storyPerson', 'storyGroup', 'shelter', 'health'] as const;

/** A comma, a dash or a colon, perhaps with an article behind it. */
const OPENS =
  /(?:[,–:(]|\s-)\s?["„“«]?(?:(?:the|der|die|das|de|het|le|la|l'|el|il|lo)\s)?(?:(?:m(?:r|rs|s|me|lle|evr)\.?|mevrouw|meneer|dhr\.?|heer|frau|herrn?|madame|monsieur|se\u00f1ora?|sra?\.?|signora?|sig\.?(?:ra)?|pan[ií]?|doamna|domnul|d-?na|d-?l|gospo\u0111a|gospodin|g\u0111a|госпожа|господин|г-жа|г-н|госпођа|пані|пан)\s)?$/iu;

function gapBefore({ text, tokens }: Passage, token: number): string {
  return text.slice(tokens[token - 1]?.end ?? 0, tokens[token]?.start ?? 0);
}

function behind({ text, tokens }: Passage, token: number): string {
  const end = tokens[token]?.end ?? 0;
  return text.slice(end, end + 4);
}

/** Classes of words that turn a sentence about a woman, a worker, a driver into a trafficked person's story. */
const TELLING = ['topic', 'ordeal', 'oneOf', 'storyPerson', 'storyGroup', 'shelter', 'speaking'] as const;

interface Description {
  readonly before: Mention | undefined;
  readonly after: Mention | undefined;
}

/** The nearest mention of a class in the sentence of a name, before and after it. */
function near(
  passage: Passage,
  wordClass: 'affected' | 'person' | 'ordeal',
  { first, last }: NameCandidate,
): Description {
  const sentence = sentenceAt(passage, first);
  const before = mentionBefore(passage.mentions.get(wordClass), first, REACH);
  const after = mentionAfter(passage.mentions.get(wordClass), last + 1, REACH);
  return {
    before: before !== undefined && before.first >= sentence.first ? before : undefined,
    after: after !== undefined && after.first <= sentence.last ? after : undefined,
  };
}

/** "…, Nguyen Van Toan," or directly behind "the girl": words that no list has, but stand where a name stands. */
function standsLikeName(passage: Passage, name: NameCandidate, affected: Description, ordeal: Description): boolean {
  const { tokens, mentions, text } = passage;
  const start = tokens[name.first]?.start ?? 0;
  const opens = OPENS.test(text.slice(Math.max(0, start - 24), start));
  const closes = /^["”»]?(?:[,.;:)!?–]|\s[–-]\s|$)/.test(behind(passage, name.last));
  const describes = affected.before ?? ordeal.before;
  if (opens && closes && describes !== undefined && name.first - describes.last <= APPOSITION_REACH) return true;
  const direct =
    affected.before !== undefined && name.first - affected.before.last === 1 && gapBefore(passage, name.first) === ' ';
  if (direct) return true;
  const follows = /^\s?[,(–]|^\s-\s/.test(behind(passage, name.last));
  const sentence = sentenceAt(passage, name.first);
  const begins = name.first === sentence.first || opens || !(tokens[name.first - 1]?.capital ?? false);
  if (follows && begins) {
    if (affected.after !== undefined && affected.after.first - name.last <= 6) return true;
    if (ordeal.after !== undefined && ordeal.after.first - name.last <= 12) return true;
  }
  if (mentionBefore(mentions.get('nameFollows'), name.first, 0) !== undefined) return true;
  return ordeal.after !== undefined && ordeal.after.first - name.last <= 2;
}

/** A woman, a worker, a driver are somebody in danger only where something else says so. */
function describedAs(passage: Passage, name: NameCandidate): Description {
  const affected = near(passage, 'affected', name);
  const { mentions } = passage;
  const told = TELLING.some((wordClass) => mentions.has(wordClass));
  const person: Description = told ? near(passage, 'person', name) : { before: undefined, after: undefined };
  return { before: affected.before ?? person.before, after: affected.after ?? person.after };
}

/** "The victim of sexual exploitation NAME", "the resident of our shelter NAME": between stands what of. */
function isOfTopic({ mentions, tokens, text }: Passage, from: number, to: number): boolean {
  const topic = mentionBefore(mentions.get('topic'), to, 1) ?? mentionBefore(mentions.get('shelter'), to, 1);
  if (topic === undefined || topic.first < from) return false;
  return !/[,.;:]/.test(text.slice(tokens[from]?.start ?? 0, tokens[to]?.start ?? 0));
}

/** "the girl, NAME," and "NAME, a girl", not any girl somewhere in the sentence. */
function isApposition(passage: Passage, name: NameCandidate, affected: Description): boolean {
  const { tokens, text } = passage;
  const start = tokens[name.first]?.start ?? 0;
  const opens = OPENS.test(text.slice(Math.max(0, start - 24), start));
  if (affected.before !== undefined) {
    const distance = name.first - affected.before.last - 1;
    const closes = /^["”»]?(?:[,.;:)!?–]|\s[–-]\s|$)/.test(behind(passage, name.last));
    // "The cook from Poltava NAME": of a place and nothing else.
    const between = tokens.slice(affected.before.last + 1, name.first);
    if (distance > 0 && distance <= 3 && between.every(({ capital, word }) => capital || word.length <= 3)) return true;
    if (distance <= 6 && isOfTopic(passage, affected.before.last + 1, name.first)) return true;
    if (distance === 0 || (closes && distance <= 2) || (opens && distance <= APPOSITION_REACH)) return true;
  }
  const follows = /^\s?[,(–]|^\s-\s/.test(behind(passage, name.last));
  return affected.after !== undefined && follows && affected.after.first - name.last <= 5;
}

/** "NAME, whom traffickers …" */
function hasRelativeClause(passage: Passage, name: NameCandidate): boolean {
  const { tokens, mentions } = passage;
  if (!/^\s?,/.test(behind(passage, name.last))) return false;
  if (!tokens.slice(name.last + 1, name.last + 4).some(({ word }) => isRelative(word))) return false;
  const { last } = sentenceAt(passage, name.first);
  return ABOUT.some((wordClass) => {
    const mention = mentionAfter(mentions.get(wordClass), name.last + 1, REACH);
    return mention !== undefined && mention.first <= last;
  });
}

function isDescribed(passage: Passage, name: NameCandidate): boolean {
  const affected = describedAs(passage, name);
  const ordeal = near(passage, 'ordeal', name);
  const told =
    ordeal.before !== undefined ||
    ordeal.after !== undefined ||
    isApposition(passage, name, affected) ||
    hasRelativeClause(passage, name) ||
    (affected.before !== undefined && mentionBefore(passage.mentions.get('nameFollows'), name.first, 0) !== undefined);
  if (!told) return false;
  if (!name.known) {
    const joined =
      mentionAt(passage.mentions.get('numbered'), name.first) ?? mentionAt(passage.mentions.get('venue'), name.first);
    return joined === undefined && standsLikeName(passage, name, affected, ordeal);
  }
  return true;
}

/** "Pham Thi Hue": where the family name stands first, a list knows only what is behind it. */
function withFamilyName(passage: Passage, name: NameCandidate): NameCandidate {
  const { tokens, mentions } = passage;
  const before = tokens[name.first - 1];
  const joined = before?.capital === true && gapBefore(passage, name.first) === ' ';
  const ordinary = (['affected', 'person', 'profession', 'notAName', 'numbered', 'storyPerson'] as const).some(
    (wordClass) => mentionAt(mentions.get(wordClass), name.first - 1) !== undefined,
  );
  const begins = sentenceAt(passage, name.first).first === name.first - 1;
  return name.known && joined && !ordinary && !begins ? { ...name, first: name.first - 1 } : name;
}

/** Full names beside a description of an affected person: "the girl from Plovdiv, NAME, testified". */
export function describedNamesIn(passage: Passage): readonly Match[] {
  const { mentions, tokens, text } = passage;
  if (![...TELLING, 'affected' as const, 'person' as const].some((wordClass) => mentions.has(wordClass))) return [];
  return nameCandidatesIn(passage).flatMap((candidate): readonly Match[] => {
    const name = withFamilyName(passage, candidate);
    if (!isDescribed(passage, name) || isPublicFigure(passage, name)) return [];
    const [start, end] = [tokens[name.first]?.start ?? 0, tokens[name.last]?.end ?? 0];
    return [{ kind: 'fullName', nameForm: 'full', start, end, value: text.slice(start, end) }];
  });
}
