import { mentionAt, mentionBefore } from '../../passage/lexicon.js';
import type { Passage } from '../../passage/match.js';
import type { Token } from '../../passage/tokens.js';
import { isGivenName } from './given-names.js';
import { isPlaceTitle } from '../../passage/small-questions.js';
import { patternsOf } from '../../passage/patterns.js';
import { isSingleWord } from '../../passage/single-words.js';

/** Two or more words that could be somebody's full name. */
export interface NameCandidate {
  readonly first: number;
  readonly last: number;
  /** Whether a list or an ending says that it is a name; otherwise only words beside it can. */
  readonly known: boolean;
}

/** Small words within names. */
export const isNameParticle = isSingleWord('nameParticle');
const SURNAME = new RegExp(`(?:${patternsOf('surnameEnding')})$`);
const MAX_WORDS = 5;

function gapAfter({ text, tokens }: Passage, token: number): string {
  return text.slice(
    tokens[token]?.end ?? 0,
    Math.min(tokens[token + 1]?.start ?? text.length, (tokens[token]?.end ?? 0) + 8),
  );
}

function isInitial(token: Token | undefined): boolean {
  return token?.text.length === 1;
}

/** Whether a name can go on from one token to the next. */
function goesOn(passage: Passage, token: number): boolean {
  const gap = gapAfter(passage, token);
  if (/^[ \n]$/.test(gap)) return true;
  return (
    (isInitial(passage.tokens[token]) && /^\. ?$/.test(gap)) || (gap === "'" && passage.tokens[token]?.word === 'd')
  );
}

/** The last token of the chain of capitalised words that begins at a token. */
function endOfChain(passage: Passage, first: number): number {
  const { tokens } = passage;
  let last = first;
  for (let at = first; at - first < MAX_WORDS + 3 && goesOn(passage, at); at += 1) {
    const next = tokens[at + 1];
    if (next?.kind !== 'word' || !(next.capital || isNameParticle(next.word))) break;
    if (next.capital) last = at + 1;
    else if (at - last >= 2) break;
  }
  return last;
}

function isOrdinary({ mentions }: Passage, token: number): boolean {
  return mentionAt(mentions.get('notAName'), token) !== undefined;
}

/** Words that begin no name: of organisations and places, and months; but some towns and countries are given names too. */
function cannotBegin(passage: Passage, token: number): boolean {
  if (/^(?:sofia|sofiia|georgia|milan)$/.test(passage.tokens[token]?.word ?? '')) return false;
  return isOrdinary(passage, token) || mentionAt(passage.mentions.get('month'), token) !== undefined;
}

function isOffice({ mentions }: Passage, token: number): boolean {
  return (
    mentionAt(mentions.get('profession'), token) !== undefined || mentionAt(mentions.get('work'), token) !== undefined
  );
}

function isAcronym({ text }: Token): boolean {
  return text.length > 1 && text.length < 6 && text === text.toUpperCase();
}

/** Parts of names that are an organisation or a month as well: Clarisse Ngo Bassa, Ha Thi Mai. */
const ALSO_NAMES = /^(?:Ngo|Mai|May|Mei|June|April|Јула|Май|Crăciun|Craciun|Noël|Noel|Natale)$/;

/** Whether a token can be somebody's family name, or a further given name. */
function canFollow(passage: Passage, token: number): boolean {
  const word = passage.tokens[token];
  if (word === undefined || !word.capital) return word !== undefined && isNameParticle(word.word);
  const named = isNameParticle(word.word) || ALSO_NAMES.test(word.text);
  return (
    (!isOrdinary(passage, token) || named) &&
    !isPlaceTitle(word.word) &&
    (named || mentionAt(passage.mentions.get('month'), token) === undefined)
  );
}

function endOfName(passage: Passage, first: number, chainEnd: number): number {
  let last = first;
  for (let at = first + 1; at <= chainEnd && at - first < MAX_WORDS && canFollow(passage, at); at += 1)
    if (passage.tokens[at]?.capital === true && !isInitial(passage.tokens[at])) last = at;
  return last;
}

function knownNameIn(passage: Passage, first: number, chainEnd: number): NameCandidate | undefined {
  const { tokens, english } = passage;
  for (let at = first; at < chainEnd; at += 1) {
    const token = tokens[at];
    if (token?.capital !== true) continue;
    const inflected = !english || !/^[\x20-\x7e]*$/.test(token.text);
    if (!cannotBegin(passage, at) && !token.text.endsWith("'s") && isGivenName(token.word, inflected)) {
      const last = endOfName(passage, at, chainEnd);
      if (last > at) return { first: at, last, known: true };
    }
    // Family name first, as in documents: Петренко Оксана.
    const next = tokens[at + 1];
    const surname = SURNAME.test(token.word) && !isOrdinary(passage, at);
    if (surname && next?.capital === true && isGivenName(next.word, inflected))
      return { first: at, last: at + 1, known: true };
    if (
      next?.capital === true &&
      SURNAME.test(next.word) &&
      !isOrdinary(passage, at) &&
      canFollow(passage, at + 1) &&
      token.text.length > 2 &&
      !isAcronym(token)
    )
      return { first: at, last: at + 1, known: true };
  }
  return undefined;
}

/** Words without any sign of being a name but their capitals; the first of a sentence has one anyway. */
function unknownNameIn(passage: Passage, first: number, chainEnd: number): NameCandidate | undefined {
  const { tokens, mentions } = passage;
  let from = first;
  while (
    from <= chainEnd &&
    (isOrdinary(passage, from) ||
      mentionBefore(mentions.get('storyPerson'), from + 1, 0) !== undefined ||
      mentionBefore(mentions.get('affected'), from + 1, 0) !== undefined)
  )
    from += 1;
  const last = endOfName(passage, from, chainEnd);
  const words = tokens.slice(from, last + 1).filter(({ capital }) => capital);
  if (isOffice(passage, from) || isOffice(passage, last)) return undefined;
  const plausible =
    words.length >= 2 && words.length <= 4 && words.every((word) => word.text.length >= 2 && !isAcronym(word));
  return plausible && last > from ? { first: from, last, known: false } : undefined;
}

/** Everything in a passage that stands like a person's full name. */
export function nameCandidatesIn(passage: Passage): readonly NameCandidate[] {
  const { tokens } = passage;
  const candidates: NameCandidate[] = [];
  for (let at = 0; at < tokens.length - 1; at += 1) {
    if (tokens[at]?.capital !== true) continue;
    const chainEnd = endOfChain(passage, at);
    const candidate =
      chainEnd === at ? undefined : (knownNameIn(passage, at, chainEnd) ?? unknownNameIn(passage, at, chainEnd));
    if (candidate !== undefined) candidates.push(candidate);
    at = Math.max(candidate?.last ?? chainEnd, at);
  }
  return candidates;
}
