import { mentionAfter, type Mention } from '../../passage/lexicon.js';
import type { Passage } from '../../passage/match.js';

/** Of, of the: between an office and what it is of. */
const LONGEST_SMALL_WORD = 5;
const MAX_BEHIND = 3;

/** "The director of the shelter, NAME": between them stands no word for the people who live there. */
export function headsShelter({ tokens, mentions }: Passage, title: Mention, name: number): boolean {
  const shelter = mentionAfter(mentions.get('shelter'), title.last + 1, 2);
  const of = tokens[title.last + 1];
  if (shelter === undefined || shelter.first > name || of === undefined) return false;
  // In Slavic languages the genitive stands directly behind the office.
  if (shelter.first > title.last + 1 && (of.capital || of.word.length > LONGEST_SMALL_WORD)) return false;
  return name - shelter.last - 1 <= MAX_BEHIND;
}
