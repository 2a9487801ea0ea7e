import { mentionAfter, mentionBefore } from '../passage/lexicon.js';
import type { Match, Passage } from '../passage/match.js';
import { isExempt } from './public/exemptions.js';
import { nameCandidatesIn, type NameCandidate } from './candidates/name-chains.js';
import { describedNamesIn } from './described-names.js';
import { initialFirstNamesIn } from './initial-first.js';
import { bareInitialsIn } from './bare-initials.js';
import { endangeredNamesIn } from './endangered-names.js';
import { recognisableIn } from './recognisable.js';
import { storyIn, type StoryNearness } from './told/story.js';

/** Names in these places are those of authors, publishers, photographers. */
const PUBLIC_PLACES: ReadonlySet<string> = new Set([
  'author',
  'credit',
  'source',
  'publication',
  'funder',
  'event',
  'address',
  'code',
]);
const AGE_BEHIND = /^(?:, | \()[1-8]?\d(?:[,).]| |$)/;

/** Whether the words beside it make two unknown words in capitals a name: "named A B", "survivor A B", "A B, 24". */
function isPresented(
  { text, tokens, mentions, english }: Passage,
  { first, last }: NameCandidate,
  story: StoryNearness,
): boolean {
  if (mentionBefore(mentions.get('nameFollows'), first, 0) !== undefined) return true;
  const end = tokens[last]?.end ?? 0;
  if (AGE_BEHIND.test(text.slice(end, end + 6))) return true;
  // In German every noun has a capital.
  const directly = english || !/[äöüß]|\b(?:und|der|die|das|ein|eine|von|ist|wurde)\b/i.test(text);
  if (!directly) return false;
  if (story.before && story.distance === 0)
    return /^ $/.test(text.slice((tokens[first]?.start ?? 0) - 1, tokens[first]?.start));
  const verb = mentionAfter(mentions.get('storyPerson'), last + 1, 0);
  return (
    (verb !== undefined && !story.before) ||
    (!story.before && story.distance <= 2 && /^,/.test(text.slice(end, end + 1)))
  );
}

function isPrivate(passage: Passage, name: NameCandidate, nearness: StoryNearness, ofOnePerson: boolean): boolean {
  if (nearness.distance === Infinity && !ofOnePerson) return false;
  if (!name.known && !isPresented(passage, name, nearness)) return false;
  return !isExempt(passage, name, nearness);
}

function storyNamesIn(passage: Passage, toldElsewhere: boolean): readonly Match[] {
  const story = storyIn(passage);
  if (story === undefined && !toldElsewhere) return [];
  const ofOnePerson = toldElsewhere || story?.ofOnePerson === true;
  const { tokens, text } = passage;
  return nameCandidatesIn(passage).flatMap((name): readonly Match[] => {
    const nearness = story?.nearnessOf(name) ?? { distance: Infinity, before: false, noun: true };
    if (!isPrivate(passage, name, nearness, ofOnePerson)) return [];
    const [start, end] = [tokens[name.first]?.start ?? 0, tokens[name.last]?.end ?? 0];
    return [{ kind: 'fullName', nameForm: 'full', start, end, value: text.slice(start, end) }];
  });
}

/**
 * Names of private persons beside words that mark a trafficked person's story, and first names that point at one
 * person by what stands beside them.
 *
 * @param toldElsewhere whether the title says that the file tells one person's story
 */
export function namesIn(passage: Passage, toldElsewhere: boolean): readonly Match[] {
  if (PUBLIC_PLACES.has(passage.kind) || !/\p{Lu}/u.test(passage.text)) return [];
  return [
    ...storyNamesIn(passage, toldElsewhere),
    ...describedNamesIn(passage),
    ...initialFirstNamesIn(passage),
    ...recognisableIn(passage, toldElsewhere),
    ...endangeredNamesIn(passage),
    ...bareInitialsIn(passage),
  ];
}
