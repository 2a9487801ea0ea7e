import { mentionAt, mentionBefore } from '../../passage/lexicon.js';
import type { Passage } from '../../passage/match.js';
import type { Token } from '../../passage/tokens.js';
import { patternsOf } from '../../passage/patterns.js';
import { isSingleWord } from '../../passage/single-words.js';

/** Words in a text that say how old somebody is. */
export interface AgeMention {
  readonly first: number;
  readonly last: number;
  /**
   * An adjective goes with the name behind it (17-year-old, 17-jährige); years may be those of something else; a bare
   * number is an age only directly behind a name.
   */
  readonly form: 'adjective' | 'years' | 'bare';
}

/** No age stands farther from its name, in words. */
const REACH = 14;
const AGE = /^(?:[1-9]|[1-8]\d)$/;
const JOINED = /^(?:| |-| ?- ?|\. ?|[.]?['"]?-)$/;
/** 17-year-old, sechzehnjährige, zestienjarige, diciassettenne, siedemnastoletnia, sedmnáctiletou, sedamnaestogodišnja, сімнадцятирічна. Folded. */
const ADJECTIVE = new RegExp(`(?:${patternsOf('ageAdjective')})$`);
/** Long-standing, minor, of many years, of age. */
const NO_AGE = new RegExp(`^(?:${patternsOf('noAge')})`);

/** Whether a token could be an age or a part of one. */
export function isAgeLike({ kind, word }: Token): boolean {
  return kind === 'number' ? word.length <= 4 : isAdjective(word, false);
}

/** Whether a word is an adjective of age; `joined` to a number before it. */
function isAdjective(word: string, joined: boolean): boolean {
  if (!joined && word.length < 8) return false;
  return ADJECTIVE.test(word) && (joined || !NO_AGE.test(word));
}

function gap({ text, tokens }: Passage, left: number): string {
  const start = tokens[left]?.end ?? 0;
  return text.slice(start, Math.min(tokens[left + 1]?.start ?? text.length, start + 6));
}

/** One to nine behind the tens, folded: twenty-one, trzydzieści osiem, трийсет и осем, douăzeci și unu. */
const isUnit = isSingleWord('unit');
const isAndUnit = isSingleWord('andUnit');

/** The last token of a number in words: of "thirty and eight" the second. */
function endOfSpelled(tokens: readonly Token[], last: number): number {
  const joined = isAndUnit(tokens[last + 1]?.word ?? '') ? 1 : 0;
  return isUnit(tokens[last + 1 + joined]?.word ?? '') ? last + 1 + joined : last;
}

/** "20 years ago", "seit 20 Jahren": no age. */
function lasts(passage: Passage, first: number, last: number): boolean {
  const { mentions } = passage;
  // "Na po 20 godini": of each of two.
  const each =
    /^(?:po|by)$/.test(passage.tokens[first - 1]?.word ?? '') && /^na$/.test(passage.tokens[first - 2]?.word ?? '');
  if (each) return false;
  if (mentionBefore(mentions.get('lasting'), first, 0) !== undefined && gap(passage, first - 1) === ' ') return true;
  return mentionAt(mentions.get('lastingAfter'), last + 1) !== undefined && gap(passage, last) === ' ';
}

/** "О 12 годині": the hour of the day; in Bulgarian the same letters are years. */
function isHour({ tokens }: Passage, at: number, years: number): boolean {
  const written = tokens[years]?.text ?? '';
  return /^годин/iu.test(written) && (/і$/iu.test(written) || /^(?:о|об)$/iu.test(tokens[at - 1]?.text ?? ''));
}

/** 12:30, 1.5, 25 %, 2019/20 */
function isPartOfNumber(text: string, start: number, end: number): boolean {
  return /[.,:/]/.test(text.charAt(start - 1)) || /^(?:[:/%°€$£]| ?[%€]|[.,]\d)/.test(text.slice(end, end + 2));
}

function ageAt(passage: Passage, at: number): AgeMention | undefined {
  const { tokens, mentions, text } = passage;
  const token = tokens[at];
  if (token === undefined) return undefined;
  const born = token.kind === 'number' && /^(?:19|20)\d\d$/.test(token.text);
  if (born) {
    const birth = mentionBefore(mentions.get('birth'), at, 2) ?? mentionAt(mentions.get('birth'), at + 1);
    return birth === undefined
      ? undefined
      : { first: Math.min(birth.first, at), last: Math.max(birth.last, at), form: 'years' };
  }
  const digits = token.kind === 'number' && AGE.test(token.text);
  if (token.kind === 'word' && isAdjective(token.word, false)) return { first: at, last: at, form: 'adjective' };
  const spelled = digits ? undefined : mentionAt(mentions.get('ageNumber'), at);
  if (!digits && spelled === undefined) return undefined;
  if (digits && isPartOfNumber(text, token.start, token.end)) return undefined;
  const last = spelled === undefined ? at : endOfSpelled(tokens, spelled.last);
  const next = tokens[last + 1];
  const joined = next !== undefined && JOINED.test(gap(passage, last));
  if (joined && next.kind === 'word' && isAdjective(next.word, true))
    return { first: at, last: last + 1, form: 'adjective' };
  const ofYears = tokens[last + 2];
  // de 17 ani, 24 Jahre alt, years of age; and "an aged 24".
  const years = joined ? mentionAt(mentions.get('years'), last + 1) : undefined;
  if (years !== undefined && !lasts(passage, at, years.last) && !isHour(passage, at, years.first)) {
    const end = mentionAt(mentions.get('yearsOld'), years.last + 1)?.last ?? years.last;
    return { first: at, last: end, form: 'years' };
  }
  if (years !== undefined) return undefined;
  // "anni ventuno" stands before; "30 de ani" has a small word between.
  if (
    joined &&
    /^de$/.test(next.word) &&
    ofYears !== undefined &&
    mentionAt(mentions.get('years'), last + 2) !== undefined
  )
    return lasts(passage, at, last + 2) ? undefined : { first: at, last: last + 2, form: 'years' };
  const word = mentionBefore(mentions.get('ageWord'), at, 1);
  if (word !== undefined && !/[.;:(]/.test(text.slice(tokens[word.last]?.end ?? 0, token.start)))
    return { first: word.first, last, form: 'years' };
  return { first: at, last, form: 'bare' };
}

/** Made once for each passage: several forms of names ask for it. */
const known = new WeakMap<Passage, readonly AgeMention[]>();

/** Every age in a passage. */
export function agesIn(passage: Passage): readonly AgeMention[] {
  const found = known.get(passage);
  if (found !== undefined) return found;
  const ages: AgeMention[] = [];
  for (let at = 0; at < passage.tokens.length; at += 1) {
    const age = ageAt(passage, at);
    if (age === undefined) continue;
    ages.push(age);
    at = age.last;
  }
  known.set(passage, ages);
  return ages;
}

/** The ages that stand near some tokens; a text can hold very many of them. */
export function agesNear(ages: readonly AgeMention[], first: number, last: number): readonly AgeMention[] {
  let low = 0;
  let high = ages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ages[middle]?.last ?? Infinity) < first - REACH) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < ages.length && (ages[end]?.first ?? Infinity) <= last + REACH) end += 1;
  return ages.slice(low, end);
}
