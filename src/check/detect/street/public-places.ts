import { mentionAfter, mentionBefore } from '../passage/lexicon.js';
import type { Match, Passage } from '../passage/match.js';
import { sentenceAt } from '../passage/sentences.js';

/** How far, in words, an address may stand from the theatre, the ministry, the conference. */
const REACH = 16;
/** Where these stand too, the address is somebody's. */
const PRIVATE = ['shelter', 'storyPerson', 'storyGroup', 'affected', 'ordeal'] as const;

/** So far, in words, an address may stand behind "press contact". */
const PRESS_REACH = 24;

/** Whether the words of a press contact or of a secretariat lead to an address in the same passage. */
function isOfPressContact({ mentions }: Passage, first: number): boolean {
  return mentionBefore(mentions.get('pressContact'), first, PRESS_REACH) !== undefined;
}

/** A publisher may be called as a street is. */
const PUBLISHER =
  /(?<!\p{L})(?:uitgeverij|uitgevers|verlag|éditions?|editions?|editorial|edizioni|casa editrice|editura|wydawnictwo|nakladatelství|izdavač|издавач|издателство|видавництво|publishers?|publishing)[ :]/iu;

/** Whether an address is that of a place to which everybody is invited: "Albion Theatre, 21 Market Street". */
export function isPublicPlace(passage: Passage, { start, end }: Match): boolean {
  const { tokens, mentions, text } = passage;
  if (PUBLISHER.test(text.slice(Math.max(0, start - 24), end))) return true;
  if (!mentions.has('venue') && !mentions.has('pressContact')) return false;
  const first = tokens.findIndex((token) => token.end > start);
  const behind = tokens.findIndex((token) => token.start >= end);
  const last = behind === -1 ? tokens.length : behind;
  const sentence = sentenceAt(passage, first);
  const secret = PRIVATE.some((wordClass) => {
    const mention = mentionAfter(mentions.get(wordClass), sentence.first, sentence.last - sentence.first);
    return mention !== undefined;
  });
  if (secret) return false;
  if (isOfPressContact(passage, first)) return true;
  const before = mentionBefore(mentions.get('venue'), first, REACH);
  const after = mentionAfter(mentions.get('venue'), last, REACH);
  return (
    (before !== undefined && before.first >= sentence.first) || (after !== undefined && after.first <= sentence.last)
  );
}
