import { mentionAfter, mentionBefore, type Mention, type Mentions } from '../passage/lexicon.js';
import type { Passage } from '../passage/match.js';

/** So far, in words, "safe" may stand from "flat". */
const HIDING_REACH = 1;
/** So far "women" may stand behind "house", and behind "house" with "for" between. */
const GUESTS_REACH = 2;
const GUESTS_REACH_BEHIND_FOR = 4;

function isUnbroken({ text, tokens }: Passage, from: number, to: number): boolean {
  return !/[,.;:!?()]/.test(text.slice(tokens[from]?.end ?? 0, tokens[to]?.start ?? 0));
}

/** A dwelling that is a shelter by the word beside it: "anonymous flat", "apartments for survivors". */
function refugeOf(passage: Passage, words: Mentions, dwelling: Mention): Mention | undefined {
  const hidden = words.get('hiding');
  const before = mentionBefore(hidden, dwelling.first, HIDING_REACH);
  if (before !== undefined && isUnbroken(passage, before.last, dwelling.first))
    return { first: before.first, last: dwelling.last };
  const after = mentionAfter(hidden, dwelling.last + 1, HIDING_REACH);
  if (after !== undefined && isUnbroken(passage, dwelling.last, after.first))
    return { first: dwelling.first, last: after.last };
  const guests = mentionAfter(words.get('guests'), dwelling.last + 1, GUESTS_REACH_BEHIND_FOR);
  if (guests === undefined || !isUnbroken(passage, dwelling.last, guests.first)) return undefined;
  const far = guests.first - dwelling.last - 1;
  const link = mentionAfter(words.get('forGuests'), dwelling.last + 1, Math.max(0, far - 1));
  const linked = link !== undefined && link.first < guests.first;
  return linked || far <= GUESTS_REACH ? { first: dwelling.first, last: guests.last } : undefined;
}

/** So far, in words, guests may stand from what they do, and that from the dwelling. */
const LIVES_REACH = 4;
const DWELLING_REACH = 5;
/** "Where our clients sleep": between the verb and the guests. */
const OUR_REACH = 1;
/** So far, in words, guests may stand from "we take in". */
const TAKEN_REACH = 6;

/** A house, a former monastery, a farm, or what the house stands beside. */
function homeBehind(words: Mentions, from: number): Mention | undefined {
  return (
    (['dwelling', 'building', 'former'] as const)
      .map((wordClass) => mentionAfter(words.get(wordClass), from + 1, DWELLING_REACH))
      .find((mention) => mention !== undefined) ??
    mentionAfter(words.get('beside'), from + 1, 1) ??
    mentionAfter(words.get('village'), from + 1, 1)
  );
}

/** "The centre where our clients sleep": whatever it is called. */
function whereGuestsLive(passage: Passage, words: Mentions, guests: Mention, lives: Mention): Mention | undefined {
  const first = Math.min(lives.first, guests.first);
  const where = mentionBefore(words.get('forGuests'), first, OUR_REACH);
  return where !== undefined && isUnbroken(passage, where.last, Math.max(lives.first, guests.first))
    ? { first: where.first, last: Math.max(lives.last, guests.last) }
    : undefined;
}

/** "We take in twelve women", "in the former monastery we now take in women". */
function takenIn(passage: Passage, words: Mentions, guests: Mention): Mention | undefined {
  const takes =
    mentionBefore(words.get('takesIn'), guests.first, TAKEN_REACH) ??
    mentionAfter(words.get('takesIn'), guests.last + 1, 2);
  if (takes === undefined) return undefined;
  const mention = { first: Math.min(takes.first, guests.first), last: Math.max(takes.last, guests.last) };
  return isUnbroken(passage, mention.first, mention.last) ? mention : undefined;
}

/** "The women sleep in a flat …", "our residents sleep above …": no word for a shelter, but nothing else is meant. */
function homeOf(passage: Passage, words: Mentions, guests: Mention): Mention | undefined {
  const lives =
    mentionAfter(words.get('lives'), guests.last + 1, LIVES_REACH) ??
    mentionBefore(words.get('lives'), guests.first, OUR_REACH);
  if (lives === undefined) return undefined;
  const where = whereGuestsLive(passage, words, guests, lives);
  if (where !== undefined) return where;
  const dwelling = homeBehind(words, Math.max(lives.last, guests.last));
  return dwelling !== undefined && isUnbroken(passage, Math.min(lives.last, guests.last), dwelling.first)
    ? { first: Math.min(guests.first, lives.first), last: dwelling.last }
    : undefined;
}

/** Where a passage speaks of a shelter, in the order of the text. */
export function refugesIn(passage: Passage, words: Mentions): readonly Mention[] {
  const named = words.get('refuge') ?? [];
  const made = (words.get('dwelling') ?? []).flatMap((dwelling) => refugeOf(passage, words, dwelling) ?? []);
  const lived = (words.get('guests') ?? []).flatMap(
    (guests) => homeOf(passage, words, guests) ?? takenIn(passage, words, guests) ?? [],
  );
  return [...named, ...made, ...lived].sort((left, right) => left.first - right.first);
}
