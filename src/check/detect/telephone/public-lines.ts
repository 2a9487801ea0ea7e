import { mentionAfter, mentionBefore, type Mention } from '../passage/lexicon.js';
import { sentenceEnds, type Passage } from '../passage/match.js';
import { isGivenName } from '../names/candidates/given-names.js';
import { sentenceAt } from '../passage/sentences.js';
import type { Candidate } from './candidate.js';
import { patternsOf } from '../passage/patterns.js';
import { isSingleWord } from '../passage/single-words.js';

/** Free of charge in its country: 0800, and where numbers have no zero 800; 900 in Spain. */
const FREE = /^(?:0?800\d{4,7}|900\d{6}|8800\d{7})$/;
const FREE_ABROAD = /^(?:00)?(?:3[0-469]|4[013-9]|7|35[1-389]|37[0-5]|38[0-25-79]|42[01]|90)800\d{4,8}$/;
const MOBILE_ABROAD = new RegExp(`^(?:00)?(?:${patternsOf('mobile')})`);
/** The same without the code of the country: which country it is does not matter. */
const MOBILE_AT_HOME = /^(?:0(?:6|7|1[5-7]|4[5-9]\d|50|8[789]|9[0-9])|[5-8]\d{8}$|3\d{8,9}$)/;
/** So far, in words, a word for a helpline may stand from its number. */
const REACH = 6;
/** So far behind "press contact" an office's number may stand. */
const PRESS_REACH = 30;
/** Words between that make the number somebody's own. Folded. */
const isSomebodys = isSingleWord('somebodys');

/** Whether nothing between a helpline's word and the number says whose it is. */
function isUnbroken({ text, tokens }: Passage, from: number, to: number): boolean {
  const between = tokens.slice(from + 1, to);
  return (
    !sentenceEnds(text, tokens[from]?.end ?? 0, tokens[to]?.start ?? text.length) &&
    !/;/.test(text.slice(tokens[from]?.end ?? 0, tokens[to]?.start ?? text.length)) &&
    between.every(({ word, capital }) => !isSomebodys(word) && !(capital && isGivenName(word)))
  );
}

function helplineBeside(passage: Passage, first: number, next: number): Mention | undefined {
  const lines = passage.mentions.get('helpline');
  const before = mentionBefore(lines, first, REACH);
  if (before !== undefined && isUnbroken(passage, before.last, first)) return before;
  const after = mentionAfter(lines, next, REACH);
  return after !== undefined && isUnbroken(passage, next - 1, after.first) ? after : undefined;
}

/** A number that the registry does not know beside a member whose number it knows: one of the two is wrong. */
function contradictsRegistry(passage: Passage, first: number): boolean {
  const { first: from, last } = sentenceAt(passage, Math.min(first, passage.tokens.length - 1));
  const member = mentionAfter(passage.mentions.get('reachable'), from, last - from);
  return member !== undefined;
}

function isMobile({ digits, plus, groups }: Candidate): boolean {
  // "01 555 01 00" is in Vienna or in Paris, "0155 5010099" is a mobile number.
  if (groups[0] === '01') return false;
  return plus || digits.startsWith('00') ? MOBILE_ABROAD.test(digits) : MOBILE_AT_HOME.test(digits);
}

/** The office's telephone of a press contact: no mobile one, and in the same passage behind the words. */
function isOfPressOffice(candidate: Candidate, passage: Passage, first: number): boolean {
  const contact = mentionBefore(passage.mentions.get('pressContact'), first, PRESS_REACH);
  if (contact === undefined || isMobile(candidate)) return false;
  return passage.tokens.slice(contact.last + 1, first).every(({ word }) => !isSomebodys(word));
}

/** Whether a number is for everybody: free of charge, a helpline's, or that of a press office. */
export function isPublicLine(candidate: Candidate, passage: Passage, first: number, next: number): boolean {
  const { digits, plus } = candidate;
  if (plus ? FREE_ABROAD.test(digits) : FREE.test(digits) || (digits.startsWith('00') && FREE_ABROAD.test(digits)))
    return true;
  if (contradictsRegistry(passage, first)) return false;
  if (helplineBeside(passage, first, next) !== undefined) return true;
  return isOfPressOffice(candidate, passage, first);
}
