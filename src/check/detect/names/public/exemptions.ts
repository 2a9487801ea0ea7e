import { mentionAfter, mentionAt, mentionBefore } from '../../passage/lexicon.js';
import { sentenceEnds, type Passage } from '../../passage/match.js';
import type { Token } from '../../passage/tokens.js';
import type { NameCandidate } from '../candidates/name-chains.js';
import { isRemembered } from './remembered-names.js';
import { headsShelter } from './shelter-heads.js';
import type { StoryNearness } from '../told/story.js';
import { isSingleWord } from '../../passage/single-words.js';
import { isInstitution, isPlaceTitle, isPublicBody } from '../../passage/small-questions.js';

/** How far a title or an office may stand from the name, in words. */
const BEFORE_REACH = 5;
const AFTER_REACH = 5;
/** The director of the house of refuge of Example, NAME. */
const SHELTER_REACH = 8;
/** Behind a name: of, from, at; in the members' languages, folded. */
const isBelonging = isSingleWord('belonging');
/** Before a name: the lawyer of, the director for. */
const isOfWhom = isSingleWord('ofWhom');
const COURT =
  /(?:^|[\s(])(?:vs?\.?|c\.|gegen|against|contra|contre|contro|tegen|proti|przeciwko|protiv|împotriva|împotriva|проти|против|срещу|протів|супраць)\s*$/iu;
const COURT_AFTER =
  /^(?:'s)?\s?(?:,? (?:and|und|et|y|e|i|și|і|и|та) (?:others|andere|autres|otros|altri|inni|alții|інші|другие|други)|(?:\*|_)?\s?(?:vs?\.|c\.|gegen|contra|contre|contro|tegen|przeciwko|protiv|împotriva|проти|против|срещу|супраць)\s+(?:the )?\p{Lu})/iu;
/** English writes no full stop; in Czech and Serbian the same letter is a preposition. */
const ENGLISH_COURT_AFTER = /^ v (?:the )?\p{Lu}/u;
const CASE_BEFORE =
  /(?:case of|affaire|rechtssache|zaak|caso|sprawa|sprawie|predmet|slučaj|случај|справ[аі] «?|дел[оа] «?|делото|cauza|arrêt|judgment in|judgement in|urteil|lex|loi|law of|ECLI:\S{0,40})\s*[«„“"']?\s*$/iu;
const QUOTE_OPENS = /[«„“"*_‘]\s?$/u;
/** report „…, рапорт «…: what has a title. */
const TITLED =
  /(?:report|study|article|paper|brochure|guide|handbook|play|song|bericht|studie|artikel|rapport|étude|informe|estudio|rapporto|studio|raport|zpráv\p{L}|izvešta\p{L}|звіт\p{L}?|доклад\p{L}?|отч[её]т\p{L}?|rapor\p{L}{0,3}|raport\p{L}{0,3})[ :,]{1,2}[«„“"'‘]$/iu;
const QUOTE_CLOSES = /^\s?[»”"*_“’]/u;

function offsets(
  { tokens }: Passage,
  { first, last }: NameCandidate,
): { readonly start: number; readonly end: number } {
  return { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
}

/** Example v. Germany */
function isParty(passage: Passage, name: NameCandidate): boolean {
  const { start, end } = offsets(passage, name);
  const before = passage.text.slice(Math.max(0, start - 60), start);
  // "Against Anna" is no case unless somebody stands before it.
  const against = COURT.exec(before);
  const party = against !== null && /[\p{Lu}\d][\p{L}.\d*]*[»”"*]?$/u.test(before.slice(0, against.index).trim());
  const after = passage.text.slice(end, end + 60);
  return party || COURT_AFTER.test(after) || (passage.english && ENGLISH_COURT_AFTER.test(after));
}

function isCourtCase(passage: Passage, name: NameCandidate): boolean {
  if (isParty(passage, name)) return true;
  const { start, end } = offsets(passage, name);
  const before = passage.text.slice(Math.max(0, start - 60), start);
  const after = passage.text.slice(end, end + 60);
  // "The case of Kinga W., who was sold": this tells a person's story, and is not the name of a court case.
  const told = mentionAfter(passage.mentions.get('ordeal'), name.last + 1, 3);
  return CASE_BEFORE.test(before) && !(told !== undefined && /^\.?,/.test(after));
}

/** Anne Frank House, Fundacja Anny Nowak, ulica Jana Kowalskiego, Santa Maria. */
function isPartOfName(passage: Passage, { first, last }: NameCandidate): boolean {
  const { tokens, mentions, text } = passage;
  const after = tokens[last + 1];
  const before = tokens[first - 1];
  const joinedAfter = after !== undefined && /^[ -]$/.test(text.slice(tokens[last]?.end ?? 0, after.start));
  const joinedBefore = before !== undefined && /^(?:\. ?| |-)$/.test(text.slice(before.end, tokens[first]?.start ?? 0));
  if (joinedAfter && after.capital && isInstitution(after.word)) return true;
  if (!joinedBefore) return false;
  const street =
    mentionAt(mentions.get('streetBefore'), first - 1) !== undefined && !/^(?:per|al|c|put)$/.test(before.word);
  return street || (before.capital && (isInstitution(before.word) || isPlaceTitle(before.word)));
}

function isMember({ mentions }: Passage, { first, last }: NameCandidate): boolean {
  const organisation =
    mentionBefore(mentions.get('organisation'), last + 1, last - first) ??
    mentionAt(mentions.get('organisation'), first);
  return organisation !== undefined && organisation.last >= first && organisation.first <= last;
}

/** Minister of Justice, Уповноважена Верховної Ради: capitals and small words between a title and a name count nothing. */
function wordsBetween({ tokens, mentions }: Passage, from: number, to: number): number {
  const line = mentionAfter(mentions.get('helpline'), from, to - from - 1);
  const isOfLine = (at: number) => line !== undefined && at >= line.first && at <= line.last;
  return tokens
    .slice(from, to)
    .filter((_, index) => !isOfLine(from + index))
    .filter(({ capital, word }) => !capital && !isBelonging(word) && !/^(?:the|for|fur|pour|para|per)$/.test(word))
    .length;
}

function titleDistance(passage: Passage, { first }: NameCandidate): number {
  const { tokens, mentions, text } = passage;
  const title = mentionBefore(mentions.get('profession'), first, BEFORE_REACH);
  if (title === undefined) return Infinity;
  const from = tokens[title.last]?.end ?? 0;
  // The full stop of "Dr." ends no sentence.
  if (sentenceEnds(text.slice(from, tokens[first]?.start), 2, Infinity)) return Infinity;
  // "The lawyer of Anna Example" is somebody else.
  if (first - title.last === 2 && isOfWhom(tokens[first - 1]?.word ?? '')) return Infinity;
  return wordsBetween(passage, title.last + 1, first);
}

/** "Anna Example, judge at …", "Anna Example of KOK", "Anna Example (University of …)" */
function affiliationDistance(passage: Passage, { last }: NameCandidate): number {
  const { tokens, mentions, text } = passage;
  const next = tokens[last + 1];
  if (next === undefined) return Infinity;
  const gap = text.slice(tokens[last]?.end ?? 0, next.start);
  const belongs = gap === ' ' && isBelonging(next.word);
  if (!belongs && !/^\s?[,(–-]/.test(gap)) return Infinity;
  const office = mentionAfter(mentions.get('profession'), last + 1, AFTER_REACH);
  const officed = office !== undefined && !sentenceEnds(text, tokens[last]?.end ?? 0, tokens[office.first]?.start ?? 0);
  const organisation = mentionAfter(mentions.get('organisation'), last + 1, 2);
  const body = tokens.slice(last + 1, last + 5).findIndex((token) => isBody(token));
  const inBrackets = gap.includes('(') && /^\p{Lu}{2,}$/u.test(next.text);
  return Math.min(
    officed ? office.first - last - 1 : Infinity,
    organisation === undefined ? Infinity : organisation.first - last - 1,
    body === -1 || !(belongs || gap.includes('(') || body === 0) ? Infinity : body,
    inBrackets ? 0 : Infinity,
  );
}

function isBody({ capital, word }: Token): boolean {
  return capital && (isInstitution(word) || isPublicBody(word));
}

/** Words before the name of an author or a maker: by, von, par. */
const isBy = isSingleWord('by');

/** How near a word for a book, a film, a report stands: names beside it are those of authors and of characters. */
function workDistance(passage: Passage, { first, last }: NameCandidate): number {
  const { tokens, mentions, text } = passage;
  const made = mentionBefore(mentions.get('work'), first, 7) ?? mentionAfter(mentions.get('work'), last + 1, 4);
  if (isBy(tokens[first - 1]?.word ?? '') && made !== undefined) return 0;
  const before = mentionBefore(mentions.get('work'), first, 4);
  const after = mentionAfter(mentions.get('work'), last + 1, 3);
  const beforeHere =
    before !== undefined && !sentenceEnds(text, tokens[before.last]?.end ?? 0, tokens[first]?.start ?? 0);
  const afterHere = after !== undefined && !sentenceEnds(text, tokens[last]?.end ?? 0, tokens[after.first]?.start ?? 0);
  return Math.min(beforeHere ? first - before.last - 1 : Infinity, afterHere ? after.first - last - 1 : Infinity);
}

/** A title in quotation marks or emphasis, beside a word such as book or film. */
function isTitleOfWork(passage: Passage, name: NameCandidate): boolean {
  const { start, end } = offsets(passage, name);
  const before = passage.text.slice(Math.max(0, start - 40), start);
  const opened = QUOTE_OPENS.test(before);
  if (opened && TITLED.test(before)) return true;
  return opened && QUOTE_CLOSES.test(passage.text.slice(end, end + 2)) && workDistance(passage, name) <= 4;
}

/** "…", says Anna Example: a person who is quoted on a subject, unless the words tell her own story. */
function isSpeaker({ mentions }: Passage, { first, last }: NameCandidate, story: StoryNearness): boolean {
  if (story.distance < 3 || !story.noun) return false;
  const beside = mentionBefore(mentions.get('speaking'), first, 0) ?? mentionAt(mentions.get('speaking'), last + 1);
  return beside !== undefined;
}

/** The same for a first name alone or with an initial: "the case of Irina S." tells of a person. */
export function isNoFirstName(passage: Passage, name: NameCandidate): boolean {
  return (
    isMember(passage, name) ||
    isParty(passage, name) ||
    isPartOfName(passage, name) ||
    isTitleOfWork(passage, name) ||
    isRemembered(passage, name)
  );
}

/** Whether a name is that of a member, of a court case, of a house or a street. */
export function isNoPerson(passage: Passage, name: NameCandidate): boolean {
  return (
    isRemembered(passage, name) ||
    isMember(passage, name) ||
    isCourtCase(passage, name) ||
    isPartOfName(passage, name) ||
    isTitleOfWork(passage, name)
  );
}

/** Whether a name beside a story is that of an official, an author, a court case, a member, a place. */
export function isExempt(passage: Passage, name: NameCandidate, story: StoryNearness): boolean {
  if (isNoPerson(passage, name) || isSpeaker(passage, name, story)) return true;
  const title = mentionBefore(passage.mentions.get('profession'), name.first, SHELTER_REACH);
  if (title !== undefined && headsShelter(passage, title, name.first)) return true;
  const nearest = Math.min(
    titleDistance(passage, name),
    affiliationDistance(passage, name),
    workDistance(passage, name),
  );
  return nearest < Infinity && nearest <= story.distance;
}
