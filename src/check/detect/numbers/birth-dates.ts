import { mentionBefore, type Mention } from '../passage/lexicon.js';
import type { Match, Passage } from '../passage/match.js';

const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const YEAR = String.raw`(?:(?:19|20)\d\d)`;
/** 3 May 1998, 3. Mai 1998, 3 de mayo de 1998, 3 мая 1998; no list of months is needed beside "born". */
const WITH_WORD = String.raw`${DAY}(?:\.|st|nd|rd|th|er|º|°|-?го|-?та|-?ви)?[ ]?(?:of |de |d')?\p{L}{3,14}\.?,?[ ](?:de |del )?${YEAR}`;
/** May 3, 1998. */
const WORD_FIRST = String.raw`\p{L}{3,12}\.? ${DAY}(?:st|nd|rd|th)?,? ${YEAR}`;
const IN_NUMBERS = String.raw`\d{1,2}[./-][ ]?\d{1,2}[./-][ ]?(?:${YEAR}|\d\d)|${YEAR}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[ .][IVX]{1,4}[ .]${YEAR}`;
const DATE = new RegExp(String.raw`(?<![\p{L}\p{N}./-])(?:${IN_NUMBERS}|${WITH_WORD}|${WORD_FIRST})(?![\p{N}])`, 'gu');
/** How far from "born" the date may stand, in characters. */
const REACH = 60;
/** "12.03.1998 г.р.", "12.03.1998 р. н.", "* 12.03.1998", "° 12/03/1998" */
const BEHIND = /^ ?(?:г\. ?р\.|р\. ?н\.|р\. ?нар)/u;
/** Without a word for being born only these can mark a date. */
const SIGN_OF_MARK = /[*°]|[гр]\. ?[рн]/;
const BEFORE = /[(,;] ?[*°] ?$|^[*°] ?$/;

/** "The platform was born on …" */
function isBornThing({ text, tokens, mentions }: Passage, birth: Mention, dateFirst: boolean): boolean {
  if (tokens[birth.first]?.word === 'dob') return false;
  const thing = mentionBefore(mentions.get('bornThing'), birth.first, dateFirst ? 7 : 2);
  return (
    thing !== undefined &&
    !/[.!?;]/.test(text.slice(tokens[thing.last]?.end ?? 0, tokens[birth.first]?.start).replace(/\d\./g, ''))
  );
}

/** "1998 geboren", "born in 1998": a whole date further on belongs to something else. */
function hasYearAlone({ text, tokens }: Passage, { first, last }: Mention): boolean {
  const before = text.slice(Math.max(0, (tokens[first]?.start ?? 0) - 14), tokens[first]?.start);
  const after = text.slice(tokens[last]?.end, (tokens[last]?.end ?? 0) + 16);
  const yearBefore = /(?:^|[ (,])(?:19|20)\d\d $/u.test(before);
  return (yearBefore && !/\d/.test(before.slice(0, -5))) || /^ (?:\p{L}{1,3} )?(?:19|20)\d\d(?![-./\d])/u.test(after);
}

/** Whether a date stands beside a word for being born, so that it belongs to it. */
function isBeside(passage: Passage, birth: Mention, start: number, end: number): boolean {
  const { text, tokens } = passage;
  const [from, to] = [tokens[birth.first]?.start ?? 0, tokens[birth.last]?.end ?? 0];
  const dateFirst = end <= from;
  const between = dateFirst ? text.slice(end, from) : text.slice(to, start);
  if (between.length > REACH || /[;!?]|\.\s+\p{Lu}\p{Ll}{2}/u.test(between)) return false;
  if (dateFirst && (between.match(/\p{L}+/gu) ?? []).length > 3) return false;
  return !isBornThing(passage, birth, dateFirst);
}

/** Dates of birth: a whole date beside a word for being born. */
export function birthDatesIn(passage: Passage): readonly Match[] {
  const { text, tokens, mentions } = passage;
  if (!/\d/.test(text)) return [];
  const births = (mentions.get('birth') ?? []).filter((birth) => !hasYearAlone(passage, birth));
  if (births.length === 0 && !SIGN_OF_MARK.test(text)) return [];
  let reached = 0;
  return Array.from(text.matchAll(DATE)).flatMap(({ 0: found, index: start }): readonly Match[] => {
    const end = start + found.length;
    while (reached < births.length && (tokens[births[reached]?.last ?? 0]?.end ?? 0) < start - REACH) reached += 1;
    const near = births.slice(reached, reached + 4).some((birth) => isBeside(passage, birth, start, end));
    const marked = BEHIND.test(text.slice(end, end + 8)) || BEFORE.test(text.slice(Math.max(0, start - 4), start));
    return near || marked ? [{ kind: 'dateOfBirth', start, end, value: found }] : [];
  });
}
