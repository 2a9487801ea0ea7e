import { mentionAfter, mentionBefore } from '../passage/lexicon.js';
import type { Match, Passage } from '../passage/match.js';
import type { Token } from '../passage/tokens.js';
import { isGivenName } from './candidates/given-names.js';
import { isAuthor, isOpenlyNamed } from './public/openly-named.js';
import { isInitial } from './candidates/persons.js';
import { isSentenceStarter } from './candidates/sentence-starters.js';
import { sentenceAt } from '../passage/sentences.js';
import { followsPlaceWord, isRole } from './candidates/single-names.js';
import { isSingleWord } from '../passage/single-words.js';

/** What is written like initials without a space and is nobody: states, unions, firms, parties, times. Folded. */
const ABBREVIATIONS =
  /^(?:us|usa|uk|un|eu|ue|ee|ps|nb|bc|ad|am|pm|dc|la|ny|sa|sl|slu|srl|spa|sc|sas|sarl|ag|bv|nv|po|ma|ba|bsc|msc|phd|cv|id|tv|dob|hiv|aids|sida|vih|ngo|ong|onlus|onu|oon|osn|oun|vip|rip|rsvp|faq|cc|ca|pd|dl|dlgs|dpr|gu|ce|cee|rf|rp|cr|sr|ua|md|ro|bg|nr|op|oj|jo|cf|ia|ai|dj|hq|hr|pr|it|ok|tb|ptsd|dna|adn|abc|gdpr|tc|jc|jch|dzu|pib|gdp)$/;
/** The same with a space: V. O.; what begins a note: N. B., P. S.; what ends a firm's name: S. A. */
const SPACED_ABBREVIATIONS = /^(?:vo|vf)$/;
const OF_NOTE = /^(?:nb|ps)$/;
const OF_FIRM = /^(?:ag|sl|sa)$/;
/** Most texts do not match, and need no look at every word. */
const RUN_OF_INITIALS = /\p{Lu}\p{Ll}?\.[ -]{0,2}\p{Lu}\p{Ll}?\./u;
/** The largest number of initials that stand for a person. */
const MAX_INITIALS = 4;
/** Behind these initials are those of an author, an article, a point of a list. */
const NO_PERSON_BEFORE = /(?:\p{Lu}\p{L}+,|§|\b[Aa]rt\.?|\b[Pp]kt\.?|[\d/&@+#]|\p{L}\.)\s?$/u;
/** An article, which stands before bodies and not before persons; folded. */
const isBodyDeterminer = isSingleWord('bodyArticle');
/** The parties of a court case, and the year of a law. */
const NO_PERSON_BEHIND =
  /^(?:\s?(?:and|et|i|und|y|e|și|і|и|та)\s(?:\p{Lu}\.){1,4})?[*_]?\s?(?:vs?\.|c\.|gegen|contr[aeo]|tegen|proti|przeciwko|protiv|împotriva|проти|против|срещу|and others)(?!\p{L})|^\s?z\s\d{4}|^\s?(?:n|nr|no|num|č|br|бр|№)\.?\s?\d/iu;
/** Classes of words that show that a sentence is about persons. */
const PERSONS = ['affected', 'person', 'storyPerson', 'storyGroup', 'ordeal', 'health', 'topic', 'shelter'] as const;

/** What goes on behind the name in the same sentence, or ends it. */
const GOES_ON = /^(?:['’]s(?!\p{L})|["”»)]?(?:[,;:)!?]|\s?[–-]\s|\s\p{Ll}|\s?\(|\.?$|\s$|\s["„“«]))/u;

function joins({ text }: Passage, left: Token, right: Token): boolean {
  return /^\.[ -]?$/.test(text.slice(left.end, right.start));
}

/** The last token of a run of initials that begins at a token. */
function endOfInitials(passage: Passage, first: number): number {
  const { tokens } = passage;
  let last = first;
  for (let next = tokens[last + 1]; next !== undefined && last - first < MAX_INITIALS; next = tokens[last + 1]) {
    const left = tokens[last];
    if (left === undefined || !joins(passage, left, next) || !isInitial(passage, next)) break;
    last += 1;
  }
  return last;
}

/** "N. B. The office is closed", "Example S. A."; but not "the complaint of N. B. led", "Also S. A. is one of". */
function isSpacedAbbreviation(passage: Passage, first: number, letters: string): boolean {
  const { tokens, text } = passage;
  const before = tokens[first - 1];
  const begins = sentenceAt(passage, first).first === first;
  const enclosed = /[([*_]$/.test(text.slice(0, tokens[first]?.start ?? 0).slice(-1));
  if (OF_NOTE.test(letters)) return begins || enclosed;
  const firm = before?.capital === true && sentenceAt(passage, first).first !== first - 1;
  return OF_FIRM.test(letters) ? firm || enclosed : SPACED_ABBREVIATIONS.test(letters);
}

function isAbbreviation(passage: Passage, first: number, last: number): boolean {
  const { tokens, text } = passage;
  // "The case of our client P. Š."
  if (isRole(passage, first - 1)) return false;
  const letters = tokens.slice(first, last + 1).map(({ word }) => word);
  const spaced = / /.test(text.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0));
  return spaced ? isSpacedAbbreviation(passage, first, letters.join('')) : ABBREVIATIONS.test(letters.join(''));
}

function isStarter(passage: Passage, at: number, first = true): boolean {
  const { tokens, english } = passage;
  const token = tokens[at];
  if (token === undefined || (first && sentenceAt(passage, at).first !== at)) return false;
  return isSentenceStarter(token, tokens[at + 1]?.word ?? '', english);
}

/** "Testimony M. N. gave": the first word of a sentence, and no first name. */
function isOrdinary(passage: Passage, at: number): boolean {
  const word = passage.tokens[at]?.word ?? '';
  return sentenceAt(passage, at).first === at && (isStarter(passage, at) || !isGivenName(word, !passage.english));
}

/** Whether what stands around initials can stand around a person, and around nothing else. */
function standLikeName(passage: Passage, first: number, last: number): boolean {
  const { tokens, text } = passage;
  const start = tokens[first]?.start ?? 0;
  const end = (tokens[last]?.end ?? 0) + 1;
  const before = text.slice(Math.max(0, start - 24), start);
  const behind = text.slice(end, end + 24);
  if (NO_PERSON_BEFORE.test(before) || NO_PERSON_BEHIND.test(behind)) return false;
  if (passage.english && /^\sv\s/.test(behind)) return false;
  const previous = tokens[first - 1];
  if (isBodyDeterminer(previous?.word ?? '')) return false;
  const joined = previous?.capital === true && text.slice(previous.end, start) === ' ';
  // "Maria N. D." begins earlier; "In M. N.'s case" and "from Bălți M. N." do not.
  if (joined && !isOrdinary(passage, first - 1) && !isRole(passage, first - 1) && !followsPlaceWord(passage, first - 1))
    return false;
  if (GOES_ON.test(behind)) return true;
  // Behind the full stop a new sentence begins, or a family name follows.
  const next = tokens[last + 1];
  return next !== undefined && /^\s/.test(behind) && isStarter(passage, last + 1, false);
}

/** Three letters without a space are a body as often as a person. */
function couldBeBody(passage: Passage, first: number, last: number): boolean {
  const { tokens, text, mentions } = passage;
  const spaced = / /.test(text.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0));
  if (last - first < 2 || spaced) return false;
  const sentence = sentenceAt(passage, first);
  return !PERSONS.some(
    (wordClass) => mentionAfter(mentions.get(wordClass), sentence.first, sentence.last - sentence.first) !== undefined,
  );
}

/** Whether initials are an editor's sign at the end of a text, which is not about a person in danger. */
function isSignature({ tokens, text }: Passage, first: number, last: number): boolean {
  const before = text.slice(0, tokens[first]?.start ?? 0);
  const behind = text.slice((tokens[last]?.end ?? 0) + 1).trim();
  return /^[)\]]?$/.test(behind) && (/(?:^|[.!?…"”»*])\s*[([–—-]?\s*$/u.test(before) || tokens.length <= 4);
}

/** Whether an office, a work or an organisation beside initials shows that they belong to a professional. */
function isOfWork(passage: Passage, first: number, last: number): boolean {
  return (
    isOpenlyNamed(passage, { first, last }) ||
    isAuthor(passage, { first, last }) ||
    mentionBefore(passage.mentions.get('organisation'), first, 1) !== undefined ||
    mentionAfter(passage.mentions.get('organisation'), last + 1, 0) !== undefined
  );
}

/** Persons with nothing but initials left: "the testimony of M. T.", "R. M. walked into our office". */
export function bareInitialsIn(passage: Passage): readonly Match[] {
  const { tokens, text } = passage;
  if (!RUN_OF_INITIALS.test(text)) return [];
  const matches: Match[] = [];
  for (let first = 0; first < tokens.length - 1; first += 1) {
    if (!isInitial(passage, tokens[first])) continue;
    const last = endOfInitials(passage, first);
    const single = tokens.slice(first, last + 1).every((token) => token.capital);
    const person =
      last > first &&
      single &&
      !isAbbreviation(passage, first, last) &&
      !couldBeBody(passage, first, last) &&
      standLikeName(passage, first, last) &&
      !isSignature(passage, first, last) &&
      !isOfWork(passage, first, last);
    if (person) {
      const [start, end] = [tokens[first]?.start ?? 0, (tokens[last]?.end ?? 0) + 1];
      matches.push({ kind: 'fullName', nameForm: 'initial', start, end, value: text.slice(start, end) });
    }
    first = last;
  }
  return matches;
}
