import type { Mention, Mentions } from '../passage/lexicon.js';
import type { Passage, PlaceForm } from '../passage/match.js';
import { isSingleWord } from '../passage/single-words.js';

/** Words that tell a place. */
export interface Place extends Mention {
  readonly form: PlaceForm;
  /** Whether the words alone lead there; of others it takes two: the colour of the house and a doorbell. */
  readonly alone: boolean;
}

/** A passage together with what it says of places. */
export interface PlacePassage {
  readonly passage: Passage;
  readonly words: Mentions;
}

/** Before a name: "in the", "na", "dans la". Folded. */
const isLocativeWord = isSingleWord('locative');

/** Whether a word before a token leads to a place. */
export function isLocative({ tokens }: Passage, token: number): boolean {
  return isLocativeWord(tokens[token]?.word ?? '');
}

/** What stands between two tokens that follow each other. */
export function between({ text, tokens }: Passage, left: number): string {
  return text.slice(
    tokens[left]?.end ?? 0,
    Math.min(tokens[left + 1]?.start ?? text.length, (tokens[left]?.end ?? 0) + 12),
  );
}

/** Whether no sign stands between two tokens, however far apart. */
export function isOneClause({ text, tokens }: Passage, from: number, to: number): boolean {
  return !/[,.;:!?()\n]/.test(text.slice(tokens[from]?.end ?? 0, tokens[to]?.start ?? 0));
}

/** How many words further a name may begin: "de la", "San", "of the". */
const isPlaceParticle = isSingleWord('placeParticle');

/** The token of a name that begins behind another token, with small words between: "district of the Minimes". */
export function nameBehind(passage: Passage, token: number): number | undefined {
  const { tokens } = passage;
  for (let at = token + 1; at <= token + 3; at += 1) {
    if (!/^(?:\.? ?["„“«»(]?|'|-|\. )$/.test(between(passage, at - 1))) return undefined;
    const word = tokens[at];
    if (word?.capital === true) return at;
    if (word?.kind !== 'word' || !isPlaceParticle(word.word)) return undefined;
  }
  return undefined;
}

/** The last token of a name that begins at a token. */
export function endOfName(passage: Passage, first: number): number {
  let last = first;
  while (last < first + 3 && /^[ -]$/.test(between(passage, last)) && passage.tokens[last + 1]?.capital === true)
    last += 1;
  return last;
}
