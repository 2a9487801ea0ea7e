import type { CountryCode } from 'libphonenumber-js/min';
import { mentionAt, mentionBefore } from '../passage/lexicon.js';
import type { Match, Passage } from '../passage/match.js';
import type { Token } from '../passage/tokens.js';
import { candidatesIn, type Candidate } from './candidate.js';
import { groupsOfDate, isNoTelephoneNumber } from './look-alike.js';
import { isPublicLine } from './public-lines.js';
import { couldLackPlus, existsIn, isPossibleAbroad, WITHOUT_ZERO } from './numbering.js';

/** Everybody's: 112, and the harmonised European numbers 116 xxx for services of social value. */
const PUBLIC_SERVICE = /^(?:00\d{2,3})?116\d{3}$/;
const MONEY = /[€$£₴₺₽%‰°]/;
const CURRENCY_BEFORE = /(?:EUR|USD|GBP|CHF|PLN|CZK|RON|MDL|UAH|BYN|BGN|RSD|MKD|BAM|TRY|DKK|SEK|NOK|RUB|euro|Euro)\s?$/;
const LETTER = /[\p{L}\p{M}_]/u;

/** What the words around a candidate say of it. */
interface Surroundings {
  /** A word such as "call" leads to it. */
  readonly announced: boolean;
  /** A word such as "ISBN" leads to it, or "people" follows. */
  readonly somethingElse: boolean;
  /** The next word follows at once, in small letters: it may be what is counted. */
  readonly wordFollows: boolean;
}

function onlyFewWords(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).every(({ kind, text }) => kind === 'word' && text.length <= 9);
}

function surroundingsOf(candidate: Candidate, passage: Passage, first: number, next: number): Surroundings {
  const { tokens, mentions, text } = passage;
  const word = mentionBefore(mentions.get('telephone'), first, 3);
  const record = mentionBefore(mentions.get('recordNumber'), first, 2);
  const near = word !== undefined && onlyFewWords(tokens, word.last + 1, first);
  const sameClause =
    near && !/[;!?]|\.\s+\p{Lu}|,\s/u.test(text.slice(tokens[word.last]?.end ?? 0, candidate.start).replace(/^\./, ''));
  const recordNear = record !== undefined && onlyFewWords(tokens, record.last + 1, first);
  const after = text.slice(candidate.end, candidate.end + 24);
  const behind = /^ ?[([-] ?(?:whatsapp|viber|signal|telegram|tel|mob|handy|phone|gsm|fax|sms|cell)/i.test(after);
  const following = tokens[next];
  const wordFollows =
    following !== undefined && !following.capital && /^\s$/.test(text.slice(candidate.end, following.start));
  const counted = wordFollows && mentionAt(mentions.get('counted'), next) !== undefined;
  return {
    announced: behind || (sameClause && !(recordNear && record.last > word.last)),
    somethingElse: (recordNear && !(sameClause && word.last >= record.last)) || counted,
    wordFollows,
  };
}

/** Letters, signs and amounts directly beside it: a part of something longer. */
function isPartOfSomething({ start, end, brackets }: Candidate, text: string): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (LETTER.test(before) || LETTER.test(after) || /[#/\\=&@]/.test(before)) return true;
  if (brackets && /\S/.test(before) && !/["'“„«(:;,.-]/.test(before)) return true;
  if (/[/\\@=]/.test(after) && /\w/.test(text.charAt(end + 1))) return true;
  if (/[.,:]/.test(before) && /\d/.test(text.charAt(start - 2))) return true;
  if (/[,:]/.test(after) && /\d/.test(text.charAt(end + 1))) return true;
  if (CURRENCY_BEFORE.test(text.slice(Math.max(0, start - 6), start))) return true;
  return MONEY.test(text.slice(Math.max(0, start - 2), start)) || MONEY.test(text.slice(end, end + 2).trimStart());
}

/** Whether the way in which the digits stand is that of a telephone number and hardly of anything else. */
function hasUnmistakableShape({ groups, separators, digits, brackets }: Candidate): boolean {
  const shape = groups.map((group) => group.length).join('-');
  if (brackets && digits.length >= 7) return !/^(?:19|20)\d\d$/.test(groups[0] ?? '');
  if (/(?:^|-)3-2-2$/.test(shape)) return digits.length >= 9 || separators.every((separator) => separator === '-');
  return /^(?:1-)?3-3-4$/.test(shape) && separators.every((separator) => /^[-. ]$/.test(separator));
}

/** 050 123 45 67, 0800 500 335, 06-12345678: a zero leads to another town. */
function hasLeadingZero({ digits, groups }: Candidate): boolean {
  return /^0[1-9]/.test(digits) && digits.length >= 8 && digits.length <= 13 && groups.length <= 7;
}

function existsAtHome(candidate: Candidate, countries: readonly CountryCode[], wordFollows: boolean): boolean {
  const { groups, digits, text } = candidate;
  if (digits.startsWith('0') || digits.length < 8 || digits.length > 11) return false;
  if (groups.length === 1)
    return (
      digits.length >= 9 &&
      existsIn(
        digits,
        countries.filter((one) => WITHOUT_ZERO.includes(one)),
      )
    );
  const grouped = groups.every((group) => group.length === 3);
  if (grouped && (wordFollows || text.includes('.'))) return false;
  if (/^8[ (-]/.test(text) && digits.length === 11) return existsIn(digits, ['RU', 'BY']);
  const spread = grouped || groups.every((group) => group.length === 2);
  return (
    groups.length >= 3 && existsIn(digits, spread ? [...countries, 'PL', 'CZ', 'ES'] : [...countries, ...WITHOUT_ZERO])
  );
}

function isTelephoneNumber(
  candidate: Candidate,
  passage: Passage,
  countries: readonly CountryCode[],
  { announced, somethingElse, wordFollows }: Surroundings,
): boolean {
  const { digits, plus, text } = candidate;
  if (digits.length < 6 || digits.length > 18 || isPartOfSomething(candidate, passage.text)) return false;
  if (PUBLIC_SERVICE.test(digits.replace(plus ? /^\d{2,3}(?=116\d{3}$)/ : /^$/, ''))) return false;
  const local = announced && !wordFollows && /^\d{3} \d{3}$/.test(text);
  if (isNoTelephoneNumber(candidate) && !local) return false;
  if (plus) return digits.length >= 7 && digits.length <= 16;
  if (/^(?:\(?00\)?|011)[ -]?[1-9]/.test(text) && digits.length >= 10)
    return isPossibleAbroad(digits.replace(/^(?:00|011)/, '')) || announced;
  if (somethingElse) return false;
  if (announced && digits.length <= 16) return !(wordFollows && /^\d{1,3}[ .]\d{3}$/.test(text));
  if (hasUnmistakableShape(candidate) || hasLeadingZero(candidate)) return true;
  // The plus is often left out of the names of files.
  if (passage.kind === 'file-name' && digits.length >= 11 && couldLackPlus(digits)) return true;
  return existsAtHome(candidate, countries, wordFollows);
}

/** A date before the digits belongs to something else: "17.12.2020 050 123 45 67". */
function withoutDate(candidate: Candidate): Candidate {
  const { groups, separators, plus } = candidate;
  const date = plus || /^\s?\(/.test(candidate.text) ? 0 : groupsOfDate(groups);
  if (date === 0 || date >= groups.length) return candidate;
  const length = groups.slice(0, date).join('').length + separators.slice(0, date).join('').length;
  return {
    ...candidate,
    start: candidate.start + length,
    text: candidate.text.slice(length),
    groups: groups.slice(date),
    separators: separators.slice(date),
    digits: groups.slice(date).join(''),
    brackets: /\(\d/.test(candidate.text.slice(length)),
  };
}

/** Telephone numbers in running text, of any country. */
export function telephoneNumbersIn(passage: Passage, countries: readonly CountryCode[]): readonly Match[] {
  const { text, tokens } = passage;
  if (!/\d/.test(text)) return [];
  let first = 0;
  let next = 0;
  return candidatesIn(text).flatMap((written): readonly Match[] => {
    const candidate = withoutDate(written);
    while ((tokens[first]?.start ?? Infinity) < candidate.start) first += 1;
    while ((tokens[next]?.start ?? Infinity) < candidate.end) next += 1;
    if (candidate.digits.length < 6) return [];
    const surroundings = surroundingsOf(candidate, passage, first, next);
    if (!isTelephoneNumber(candidate, passage, countries, surroundings)) return [];
    if (isPublicLine(candidate, passage, first, next)) return [];
    return [{ kind: 'telephone', start: candidate.start, end: candidate.end, value: candidate.text }];
  });
}
