import { patternsOf } from '../../passage/patterns.js';
import { mentionAt, mentionBefore } from '../../passage/lexicon.js';
import type { Passage } from '../../passage/match.js';
import type { Token } from '../../passage/tokens.js';
import { isAgeLike } from '../told/ages.js';
import { isGivenName } from './given-names.js';
import { isPlaceOrPeople } from './nations.js';
import { isAlsoPlace, personsIn } from './persons.js';
import { isSentenceStarter } from './sentence-starters.js';
import { sentenceAt } from '../../passage/sentences.js';
import { isSingleWord } from '../../passage/single-words.js';
import { isInstitution } from '../../passage/small-questions.js';

/** A name that stands alone: a first name, or what stands as only names do. */
export interface SingleName {
  readonly first: number;
  readonly last: number;
  /** Whether our lists know the name. */
  readonly known: boolean;
  /** Whether it is the first word of its sentence, which has a capital anyway. */
  readonly begins: boolean;
}

/** Before towns and villages, in the members' languages; folded. Some stand before persons too. */
const isPlaceFollows = isSingleWord('placeFollows');

function gapBefore({ text, tokens }: Passage, token: number): string {
  return text.slice(tokens[token - 1]?.end ?? 0, tokens[token]?.start ?? 0);
}

/** Before things; persons whose names no list has are not called so. Folded. */
const isThingDeterminer = isSingleWord('thingArticle');

/** Whether a preposition of places stands before a word: "from Izmail". */
export function followsPlaceWord({ tokens, text }: Passage, at: number): boolean {
  const before = tokens[at - 1];
  return before !== undefined && isPlaceFollows(before.word) && text.slice(before.end, tokens[at]?.start) === ' ';
}

/** Words for a person may stand before the name with a capital: Baby, Vijetnamka, Säugling, mit Namen. */
export function isRole({ mentions }: Passage, token: number): boolean {
  return (['affected', 'person', 'storyPerson', 'shelter', 'infant', 'nameFollows'] as const).some(
    (wordClass) => mentionBefore(mentions.get(wordClass), token + 1, 0) !== undefined,
  );
}

/** "HIV status NAME" */
function isIllness(passage: Passage, token: number): boolean {
  const ill = mentionBefore(passage.mentions.get('health'), token + 1, 0);
  return ill !== undefined && /^\p{Lu}{2}/u.test(passage.tokens[token]?.text ?? '');
}

/** Whether the word before a name belongs to it, or the name to that word: "Casa Marta". */
function isPartOfMore(passage: Passage, at: number, known: boolean): boolean {
  const before = passage.tokens[at - 1];
  if (before?.capital !== true || gapBefore(passage, at) !== ' ') return false;
  if (isRole(passage, at - 1) || isPlaceOrPeople(before.word) || isIllness(passage, at - 1)) return false;
  // "Thirty-year-old NAME" at the beginning of a sentence.
  if (before.kind === 'word' && isAgeLike(before)) return false;
  // "The girl from Izmail NAME"
  if (followsPlaceWord(passage, at - 1) && isRole(passage, at - 3)) return false;
  // "Nobody NAME believed": the first word has a capital anyway, and is no first name.
  const ordinary = known && !isInstitution(before.word) && !isGivenName(before.word, !passage.english);
  return !(sentenceAt(passage, at).first === at - 1 && (ordinary || isSentenceStarter(before, '', passage.english)));
}

/** With, of a person: "iz Zunhom" goes with somebody, "iz Minska" comes from somewhere. Folded. */
const isWithPerson = isSingleWord('withPerson');
const INSTRUMENTAL = new RegExp(`(?:${patternsOf('instrumentalName')})$`);

/** Whether a town could stand there: "in Example"; but not in "the epilepsy of NAME". */
function isInPlace(passage: Passage, at: number): boolean {
  const { tokens, mentions } = passage;
  const health = mentions.get('health');
  const ill = mentionBefore(health, at - 1, 0) ?? mentionAt(health, at + 1);
  if (!followsPlaceWord(passage, at) || ill !== undefined) return false;
  return !(isWithPerson(tokens[at - 1]?.word ?? '') && INSTRUMENTAL.test(tokens[at]?.word ?? ''));
}

/** A word that is something else where it begins a sentence, or is a birth or a nation wherever it stands. */
function isSomethingElse({ mentions, tokens, english }: Passage, at: number, token: Token, begins: boolean): boolean {
  const { word, text } = token;
  const isYears = text.length > 1 && mentionAt(mentions.get('years'), at) !== undefined;
  if (mentionAt(mentions.get('birth'), at) !== undefined || isPlaceOrPeople(word)) return true;
  if (/^(?:\p{Lu}{2,}|I'\p{Ll}+)$/u.test(text) || isYears || mentionAt(mentions.get('ageWord'), at) !== undefined)
    return true;
  return begins && isSentenceStarter(token, tokens[at + 1]?.word ?? '', english);
}

const GERMAN =
  /[äöüß]|(?<!\p{L})(?:und|der|die|das|dem|ein|eine[nrs]?|ist|wird|wurden?|im|zur|zum|bei|nach|aus|auf|von|vom|nicht|sich|wir|sind|mit|war|hat|sie|ich|alt)(?!\p{L})/iu;
/** Short German texts can be taken for English ones. */
const PLAINLY_GERMAN = /[äöüß]|(?<!\p{L})(?:der|und|eine[rnms]?|dem|im)(?!\p{L})/iu;
const DUTCH = /(?<!\p{L})(?:het|een|van|zijn|haar|niet|voor|wordt|werd)(?!\p{L})/iu;

/** A German verb before its subject: "musste NAME jeden Abend". Verbs that take a thing have no place here. */
const isVerbBeforeName = isSingleWord('verbBeforeName');
/** Endings of German nouns, and of few names. */
const GERMAN_NOUN = /(?:ung|heit|keit|schaft|tion|tat|nis|tum|ment|en|er|ern|ungen|ie|ur|ling|zeit|jahr|haus)$/;

/** Whether a word that no list has can be a name in German: behind "baby", and behind some verbs. */
function standsLikeGermanName(passage: Passage, at: number): boolean {
  const { tokens } = passage;
  if (gapBefore(passage, at) !== ' ' || GERMAN_NOUN.test(tokens[at]?.word ?? '')) return false;
  const noun = tokens[at - 1]?.capital === true && !/isch(?:e[nrsm]?)?$/.test(tokens[at - 1]?.word ?? '');
  return (
    (noun && isRole(passage, at - 1)) ||
    (tokens[at - 1]?.capital === false && isVerbBeforeName(tokens[at - 1]?.word ?? ''))
  );
}

/** In German every noun has a capital. */
function capitalsSayNothing(passage: Passage, at: number): boolean {
  const { text, tokens } = passage;
  const start = tokens[at]?.start ?? 0;
  const around = text.slice(Math.max(0, start - 200), start + 200);
  if (passage.english && !PLAINLY_GERMAN.test(around)) return false;
  return GERMAN.test(around) && !DUTCH.test(around) && !standsLikeGermanName(passage, at);
}

/** "Happy New Year" */
function goesOnInCapitals({ tokens, text }: Passage, at: number): boolean {
  const next = tokens[at + 1];
  return next?.capital === true && next.text.length > 1 && text.slice(tokens[at]?.end ?? 0, next.start) === ' ';
}

/** "NAME is expecting a child", "NAME, born in 2009, is": whatever begins the sentence there is somebody. */
function subjectsIn(passage: Passage): readonly SingleName[] {
  const { tokens, mentions } = passage;
  const said = (mentions.get('suffers') ?? []).map(({ first }) => ({ first, gap: ' ' }));
  const born = (mentions.get('birth') ?? []).map(({ first }) => ({ first, gap: ', ' }));
  return [...said, ...born].flatMap(({ first, gap }): readonly SingleName[] => {
    const at = first - 1;
    const token = tokens[at];
    const stands = token?.capital === true && token.text.length > 2 && gapBefore(passage, first) === gap;
    if (!stands || sentenceAt(passage, at).first !== at || isSomethingElse(passage, at, token, true)) return [];
    return isOrdinaryNoun(passage, at) ? [] : [{ first: at, last: at, known: false, begins: true }];
  });
}

function isOrdinaryNoun({ mentions }: Passage, at: number): boolean {
  return (
    ['affected', 'person', 'storyPerson', 'storyGroup', 'notAName', 'profession', 'month', 'bornThing'] as const
  ).some((wordClass) => mentionAt(mentions.get(wordClass), at) !== undefined);
}

/** Names that are words of English too: many girls from West Africa are called so. Folded. */
const WORD_NAMES =
  /^(?:happiness|sunday|monday|friday|queen|princess|prince|precious|blessing|joy|gift|comfort|mercy|favou?r|faith|hope|grace|peace|patience|prudence|beauty|destiny|glory|success|victory|love|loveth|goodness|godness|happy|lucky|charity|sweet|wisdom|promise|miracle|treasure|endurance|fortune|innocent|confidence|rejoice|kindness|thankgod|godspower|godstime|charm|pleasure|honou?r|testimony|marvelous|progress|justice|perseverance|purity|liberty|felicity|angel|star|gloria|beloved)$/;
/** What stands behind a person's name: an age, who, an article. */
const TOLD_BEHIND = new RegExp(
  String.raw`^(?:, | \()(?:\p{L}{1,5} )?(?:\d{1,2}(?!\d)|${patternsOf('whoOfWoman')})(?!\p{L})`,
  'u',
);

/** "Queen is pregnant", "Sunday, 22,": an English word as a name. In English texts only what stands behind it tells. */
function wordNamesIn(passage: Passage): readonly SingleName[] {
  const { tokens, text, mentions, english } = passage;
  return tokens.flatMap(({ word, capital, end }, at): readonly SingleName[] => {
    if (!capital || !WORD_NAMES.test(word) || goesOnInCapitals(passage, at)) return [];
    const joined = tokens[at - 1]?.capital === true && gapBefore(passage, at) === ' ' && !isRole(passage, at - 1);
    if (joined && sentenceAt(passage, at).first < at - 1) return [];
    const told =
      TOLD_BEHIND.test(text.slice(end, end + 16)) || mentionAt(mentions.get('suffers'), at + 1) !== undefined;
    // A short Dutch text can be taken for an English one.
    const foreign =
      (!english || DUTCH.test(text)) &&
      mentionAt(mentions.get('health'), at) === undefined &&
      !isPublicWord(passage, at);
    return told || foreign ? [{ first: at, last: at, known: told, begins: false }] : [];
  });
}

/** "Hope for Justice", „Blessing“: a title goes on, or is in quotation marks. */
function isPublicWord({ tokens, text }: Passage, at: number): boolean {
  const start = tokens[at]?.start ?? 0;
  return (
    /^(?:for|of|in|and|the|without)$/.test(tokens[at + 1]?.word ?? '') ||
    /["„“«'*_]\s?$/u.test(text.slice(Math.max(0, start - 2), start))
  );
}

/** Every name that stands alone in a passage. Known ones count everywhere, others only where no place could stand. */
export function singleNamesIn(passage: Passage): readonly SingleName[] {
  const { tokens } = passage;
  const named = personsIn(passage).flatMap(({ first, form, known }): readonly SingleName[] => {
    const token = tokens[first];
    if (form !== 'firstName' || token === undefined || isPartOfMore(passage, first, known)) return [];
    const begins = sentenceAt(passage, first).first === first;
    if (isSomethingElse(passage, first, token, begins)) return [];
    const german = capitalsSayNothing(passage, first);
    if (goesOnInCapitals(passage, first) && !german) return [];
    if (isAlsoPlace(passage, first) && isInPlace(passage, first)) return [];
    if (!known && (german || isThingDeterminer(tokens[first - 1]?.word ?? '') || isInPlace(passage, first))) return [];
    return [{ first, last: first, known, begins }];
  });
  return [...named, ...subjectsIn(passage), ...wordNamesIn(passage)];
}
