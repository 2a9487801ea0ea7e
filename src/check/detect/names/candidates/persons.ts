import { patternsOf } from '../../passage/patterns.js';
import { mentionAt } from '../../passage/lexicon.js';
import type { Passage } from '../../passage/match.js';
import type { Token } from '../../passage/tokens.js';
import { isGivenName } from './given-names.js';
import { isNameParticle } from './name-chains.js';
import { isSentenceStarter } from './sentence-starters.js';
import { sentenceAt } from '../../passage/sentences.js';
import { isSingleWord } from '../../passage/single-words.js';
import { isInstitution, isPlaceTitle } from '../../passage/small-questions.js';

/** A person whom a text mentions by a first name, by a first name with an initial, or by a full name. */
export interface Person {
  readonly first: number;
  readonly last: number;
  /** Mirela · Mirela P., P. Mirela · Mirela Popescu. */
  readonly form: 'firstName' | 'initial' | 'fullName';
  /** Whether our lists know the first name. */
  readonly known: boolean;
}

/** A capital, or one of the pairs that stand for one letter: Sz., Lj., Дж. */
const INITIAL = /^(?:\p{Lu}|C[hsz]|D[zžj]|[GLNT]y|[LN]j|[RSZ]z|Zs|[KST]h|[YJ][aeu]|Д[жз]|Ђ|Đ)$/u;
/** Letters that are words as well, in one of the languages. */
const LETTER_WORDS = /^[AEIOUVWYZАВИІКОСУЯΟΗ]$/u;
function gapAfter({ text, tokens }: Passage, token: number): string {
  const end = tokens[token]?.end ?? 0;
  return text.slice(end, Math.min(tokens[token + 1]?.start ?? text.length, end + 8));
}

/** Whether a token is the initial of a name, with its full stop. */
export function isInitial({ text }: Passage, token: Token | undefined): boolean {
  return token !== undefined && text.charAt(token.end) === '.' && INITIAL.test(token.text);
}

/** Months that are given names too, in some language or case: Mai, Юлі, April. Folded. */
const isAlsoMonth = isSingleWord('alsoMonth');
/** In, since, until, end of: a month follows. Folded. */
const isBeforeMonth = isSingleWord('beforeMonth');

function gapAndNumber({ text, tokens }: Passage, token: number): string {
  const end = tokens[token]?.end ?? 0;
  return text.slice(end, end + 3);
}

/** Marta is a name in half of Europe, and March in Russian: a month has a number or a preposition beside it. */
function isMonth(passage: Passage, token: number): boolean {
  const { mentions, tokens } = passage;
  if (mentionAt(mentions.get('month'), token) === undefined) return false;
  const word = tokens[token]?.word ?? '';
  if (!isAlsoMonth(word)) return true;
  const before = tokens[token - 1];
  const numbered = before?.kind === 'number' || /^ ?\d/.test(gapAndNumber(passage, token));
  return numbered || isBeforeMonth(before?.word ?? '') || mentionAt(mentions.get('month'), token + 2) !== undefined;
}

/** "Mali Vukašin" is little Vukašin; "(Mali)" is a name. */
function isLittle(passage: Passage, token: number): boolean {
  const next = passage.tokens[token + 1]?.capital === true && gapAfter(passage, token) === ' ';
  return next && mentionAt(passage.mentions.get('infant'), token) !== undefined;
}

function isOrdinary(passage: Passage, token: number): boolean {
  const { mentions } = passage;
  return (
    mentionAt(mentions.get('notAName'), token) !== undefined ||
    isLittle(passage, token) ||
    isMonth(passage, token) ||
    mentionAt(mentions.get('numbered'), token) !== undefined ||
    mentionAt(mentions.get('health'), token) !== undefined
  );
}

/** Towns and countries that are given names too. */
const ALSO_PLACES =
  /^(?:sofia|sofii|sofiia|georgia|milan|florence|victoria|virginia|jordan|chad|israel|kenya|kenia|valencia|florencia|alma|adana|sydney|austin|charlotte|lourdes|montserrat|chelsea|asia|india|paris|roma|varna|nice)$/;

/** Whether a given name is a town or a country as well. */
export function isAlsoPlace({ tokens }: Passage, token: number): boolean {
  return ALSO_PLACES.test(tokens[token]?.word ?? '');
}

function isKnownGivenName(passage: Passage, token: number): boolean {
  const word = passage.tokens[token];
  if (word?.capital !== true || word.text.length < 2) return false;
  if (!isGivenName(word.word, !passage.english || /[^\x20-\x7e]/.test(word.text))) return false;
  if (/^\p{Lu}{2,}$/u.test(word.text) && word.text.length < 5) return false;
  return !isOrdinary(passage, token) || isAlsoPlace(passage, token);
}

/** From a country, and an age behind it. */
const FROM_WITH_AGE = new RegExp(
  String.raw`^ (?:${patternsOf('fromCountry')}) ?\p{Lu}[\p{L}-]+(?:, | \()\d{1,2}[,)]`,
  'u',
);

/** Who is, and an age behind it. */
const WHO_WITH_AGE = new RegExp(String.raw`^, (?:${patternsOf('who')}) (?:\p{L}{1,4} )?\d{1,2}(?!\d)`, 'u');

/** Whether a word with a capital could be a name that no list has: not the first word of its sentence, nothing ordinary. */
function couldBeName(passage: Passage, token: number): boolean {
  const { tokens, text, mentions } = passage;
  const word = tokens[token];
  if (word?.kind !== 'word' || !word.capital || word.text.length < 3 || isOrdinary(passage, token)) return false;
  if (/^\p{Lu}+$/u.test(word.text) || isInstitution(word.word)) return false;
  const isRole = (
    ['profession', 'person', 'affected', 'storyPerson', 'storyGroup', 'shelter', 'ageWord'] as const
  ).some((wordClass) => mentionAt(mentions.get(wordClass), token) !== undefined);
  if (isRole) return false;
  if (/[\p{L}\p{N},;:–-]\s$/u.test(text.slice(Math.max(0, word.start - 2), word.start))) return true;
  // The first word of a sentence has a capital anyway: only an age behind it makes a name of it.
  if (/^(?:, | \()\d/.test(text.slice(word.end, word.end + 4))) return true;
  // "Singh, who is 39 years old,"
  if (WHO_WITH_AGE.test(text.slice(word.end, word.end + 24))) return true;
  // "Suda aus Thailand, 33,"
  if (FROM_WITH_AGE.test(text.slice(word.end, word.end + 40))) return true;
  // In a list of cases: "Erdinç M. – made to beg".
  return (
    /^ \p{Lu}\.(?:,| [–-]) \p{Ll}/u.test(text.slice(word.end, word.end + 8)) &&
    !/[äöüß]/i.test(text.slice(Math.max(0, word.start - 100), word.end + 200))
  );
}

/** "Florin-C. B.", "Sanne v. d. B.": a second name and particles that are shortened to a letter. */
function isShortened(token: Token | undefined, within: boolean): boolean {
  return /-\p{Lu}$/u.test(token?.text ?? '') || (within && /^[vdt]$/.test(token?.text ?? ''));
}

/** The last token of a name that begins at a token: further capitals, particles, initials. */
function endOfName(passage: Passage, first: number): { readonly last: number; readonly initial: boolean } {
  const { tokens, text } = passage;
  let last = first;
  let initial = false;
  for (let at = first; at - first < 6; at += 1) {
    const gap = gapAfter(passage, at);
    const next = tokens[at + 1];
    const shortened = (isInitial(passage, tokens[at]) && at > first) || isShortened(tokens[at], at > first);
    const joined = gap === ' ' || (shortened && /^\. ?$/.test(gap));
    if (next?.kind !== 'word' || !joined) break;
    if (isInitial(passage, next)) {
      last = at + 1;
      initial = true;
    } else if (
      next.capital &&
      (isNameParticle(next.word) || next.text === 'Ngo' || !isOrdinary(passage, at + 1)) &&
      !isPlaceTitle(next.word)
    ) {
      // Behind the full stop of an initial a new sentence may begin.
      if (gap.startsWith('.') && isSentenceStarter(next, tokens[at + 2]?.word ?? '', passage.english)) break;
      last = at + 1;
      initial = false;
    } else if (isShortened(next, true) && gapAfter(passage, at + 1).startsWith('.')) continue;
    else if (!isNameParticle(next.word) || next.capital || gap.startsWith('.')) break;
  }
  const letter = tokens[last];
  if (last === first && letter !== undefined) {
    const next = tokens[first + 1];
    const bare =
      next?.text.length === 1 &&
      next.capital &&
      !LETTER_WORDS.test(next.text) &&
      gapAfter(passage, first) === ' ' &&
      /^(?:[,;:)!?]|'s| \p{Ll})/u.test(text.slice(next.end, next.end + 2));
    if (bare) return { last: first + 1, initial: true };
  }
  return { last, initial };
}

/** "Jak", "Sei", "Ženy": no name where a sentence begins. */
function onlyBegins(passage: Passage, at: number): boolean {
  const { tokens, english } = passage;
  const token = tokens[at];
  if (token === undefined || isInitial(passage, token) || isInitial(passage, tokens[at + 1])) return false;
  const ordinary =
    isInstitution(token.word) ||
    mentionAt(passage.mentions.get('birth'), at) !== undefined ||
    isSentenceStarter(token, tokens[at + 1]?.word ?? '', english);
  return ordinary && sentenceAt(passage, at).first === at;
}

function personAt(passage: Passage, at: number): Person | undefined {
  const { tokens, english } = passage;
  // "Van Duc V.": small in Dutch, a middle name in Vietnamese.
  const middle = tokens[at]?.text === 'Van' && tokens[at + 1]?.capital === true && gapAfter(passage, at) === ' ';
  const known = middle || isKnownGivenName(passage, at);
  if (known || couldBeName(passage, at)) {
    if (onlyBegins(passage, at)) return undefined;
    const { last, initial } = endOfName(passage, at);
    if (initial) return { first: at, last, form: 'initial', known };
    if (last > at) return known ? { first: at, last, form: 'fullName', known } : undefined;
    return { first: at, last, form: 'firstName', known };
  }
  // "P. Mirela": the initial of the family name first.
  if (isInitial(passage, tokens[at]) && /^\. ?$/.test(gapAfter(passage, at)) && isKnownGivenName(passage, at + 1)) {
    const { last } = endOfName(passage, at + 1);
    const before = tokens[at - 1];
    const alone =
      last === at + 1 && !(before?.capital === true && gapAfter(passage, at - 1) === ' ' && !english && at > 1);
    return alone ? { first: at, last, form: 'initial', known: true } : undefined;
  }
  return undefined;
}

/** Made once for each passage: several forms of names ask for it. */
const known = new WeakMap<Passage, readonly Person[]>();

/** All persons whom a passage mentions. */
export function personsIn(passage: Passage): readonly Person[] {
  const found = known.get(passage);
  if (found !== undefined) return found;
  const persons: Person[] = [];
  for (let at = 0; at < passage.tokens.length; at += 1) {
    if (passage.tokens[at]?.capital !== true) continue;
    const person = personAt(passage, at);
    if (person === undefined) continue;
    persons.push(person);
    at = person.last;
  }
  known.set(passage, persons);
  return persons;
}
