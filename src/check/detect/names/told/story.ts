import { mentionAfter, mentionAt, mentionBefore, type Mention } from '../../passage/lexicon.js';
import { sentenceEnds, type Passage } from '../../passage/match.js';
import type { NameCandidate } from '../candidates/name-chains.js';

/** How near, in words, a name is to what marks a trafficked person's story. */
export interface StoryNearness {
  /** Within the sentence; Infinity where the sentence has no such word. */
  readonly distance: number;
  /** Whether the word stands before the name. */
  readonly before: boolean;
  /** "survivor", which any text on the subject has, as against "was sold". */
  readonly noun: boolean;
}

const FAR: StoryNearness = { distance: Infinity, before: false, noun: true };
/** A sentence in which a person is presented is not longer than this, in words. */
const REACH = 25;
/** "Victims" and the like count only this near. */
const GROUP_REACH = 5;

/** "Victim support" and "survivor-led" are no persons. */
function isTopic(passage: Passage, { last }: Mention): boolean {
  const { tokens, mentions, text } = passage;
  const next = tokens[last + 1];
  if (next === undefined) return false;
  const together = /^[ -]$/.test(text.slice(tokens[last]?.end ?? 0, next.start));
  return (together && mentionAt(mentions.get('storyTopic'), last + 1) !== undefined) || isOrganisation(passage, last);
}

function isOrganisation({ mentions }: Passage, token: number): boolean {
  const organisation =
    mentionBefore(mentions.get('organisation'), token + 1, 0) ?? mentionAt(mentions.get('organisation'), token);
  return organisation !== undefined;
}

function personMentions(passage: Passage): readonly Mention[] {
  return (passage.mentions.get('storyPerson') ?? []).filter((mention) => !isTopic(passage, mention));
}

function groupMentions(passage: Passage): readonly Mention[] {
  return (passage.mentions.get('storyGroup') ?? []).filter((mention) => !isTopic(passage, mention));
}

function nearestIn(
  passage: Passage,
  mentions: readonly Mention[],
  { first, last }: NameCandidate,
  reach: number,
): StoryNearness {
  const { text, tokens } = passage;
  const before = mentionBefore(mentions, first, reach);
  const after = mentionAfter(mentions, last + 1, reach);
  const beforeHere =
    before !== undefined && !sentenceEnds(text, tokens[before.last]?.end ?? 0, tokens[first]?.start ?? 0);
  const afterHere = after !== undefined && !sentenceEnds(text, tokens[last]?.end ?? 0, tokens[after.first]?.start ?? 0);
  const ways: StoryNearness[] = [
    ...(beforeHere ? [{ distance: first - before.last - 1, before: true, noun: before.first === before.last }] : []),
    ...(afterHere ? [{ distance: after.first - last - 1, before: false, noun: after.first === after.last }] : []),
  ];
  return ways.reduce((nearest, way) => (way.distance < nearest.distance ? way : nearest), FAR);
}

/** The story of a trafficked person, as far as the words of a passage tell it. */
export interface Story {
  /** Whether some sentence of the passage is about one person. */
  readonly ofOnePerson: boolean;
  readonly nearnessOf: (name: NameCandidate) => StoryNearness;
}

/** Looks for the words that mark a trafficked person's story; `undefined` where there is none. */
export function storyIn(passage: Passage): Story | undefined {
  const persons = personMentions(passage);
  const groups = groupMentions(passage);
  if (persons.length === 0 && groups.length === 0) return undefined;
  return {
    ofOnePerson: persons.length > 0,
    nearnessOf: (name) => {
      const person = nearestIn(passage, persons, name, REACH);
      const group = nearestIn(passage, groups, name, GROUP_REACH);
      return person.distance <= group.distance ? person : group;
    },
  };
}
