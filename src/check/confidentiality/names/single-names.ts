import { mentionAt, mentionBefore } from '../lexicon.js';
import type { Passage } from '../match.js';
import type { Token } from '../tokens.js';
import { isPlaceOrPeople } from './nations.js';
import { isAlsoPlace, personsIn } from './persons.js';
import { isSentenceStarter } from './sentence-starters.js';
import { sentenceAt } from './sentences.js';

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
const PLACE_FOLLOWS =
  /^(?:in|into|from|at|near|to|across|via|through|outside|around|towards?|between|of|aus|nach|ab|bei|von|vom|um|en|vers|a|au|depuis|hacia|di|da|dal|per|uit|naar|te|vanuit|van|bij|w|we|z|ze|do|od|na|pod|kolo|spod|v|ve|u|din|la|de|d|spre|langa|catre|vav|ot|iz|k|kam|krai|kod|pri|kraj|prema|blizu|bilia|pid|vid|zi|s|sa|so|prez|preko|cez|pres|cherez|cerez|sub|lez|ves)$/;

function gapBefore({ text, tokens }: Passage, token: number): string {
  return text.slice(tokens[token - 1]?.end ?? 0, tokens[token]?.start ?? 0);
}

/** Whether a preposition of places stands before a word: "from Izmail". */
export function followsPlaceWord({ tokens, text }: Passage, at: number): boolean {
  const before = tokens[at - 1];
  return before !== undefined && PLACE_FOLLOWS.test(before.word) && text.slice(before.end, tokens[at]?.start) === ' ';
}

/** Whoever a sentence is about may stand before the name with a capital: Baby, Vijetnamka, Säugling, mit Namen. */
function isRole({ mentions }: Passage, token: number): boolean {
  return (['affected', 'person', 'storyPerson', 'shelter', 'infant', 'nameFollows'] as const).some(
    (wordClass) => mentionBefore(mentions.get(wordClass), token + 1, 0) !== undefined,
  );
}

/** "HIV status NAME" */
function isIllness(passage: Passage, token: number): boolean {
  const ill = mentionBefore(passage.mentions.get('health'), token + 1, 0);
  return ill !== undefined && sentenceAt(passage, token).first !== token;
}

/** Whether the word before a name belongs to it, or the name to that word: "Casa Marta". */
function isPartOfMore(passage: Passage, at: number): boolean {
  const before = passage.tokens[at - 1];
  if (before?.capital !== true || gapBefore(passage, at) !== ' ') return false;
  if (isRole(passage, at - 1) || isPlaceOrPeople(before.word) || isIllness(passage, at - 1)) return false;
  // "The girl from Izmail NAME"
  if (followsPlaceWord(passage, at - 1) && isRole(passage, at - 3)) return false;
  return !(sentenceAt(passage, at).first === at - 1 && isSentenceStarter(before, '', passage.english));
}

/** With, of a person: "iz Zunhom" goes with somebody, "iz Minska" comes from somewhere. Folded. */
const WITH = /^(?:z|ze|iz|zi|s|so|sa|se)$/;
const INSTRUMENTAL = /(?:[oei]m|oiu|eiu|iou|ou)$/;

/** Whether a town could stand there: "in Example"; but not in "the epilepsy of NAME". */
function isInPlace(passage: Passage, at: number): boolean {
  const { tokens, mentions } = passage;
  const health = mentions.get('health');
  const ill = mentionBefore(health, at - 1, 0) ?? mentionAt(health, at + 1);
  if (!followsPlaceWord(passage, at) || ill !== undefined) return false;
  return !(WITH.test(tokens[at - 1]?.word ?? '') && INSTRUMENTAL.test(tokens[at]?.word ?? ''));
}

/** A word that is something else where it begins a sentence, or is a birth or a nation wherever it stands. */
function isSomethingElse({ mentions, tokens, english }: Passage, at: number, token: Token, begins: boolean): boolean {
  const { word, text } = token;
  if (mentionAt(mentions.get('birth'), at) !== undefined || isPlaceOrPeople(word)) return true;
  if (/^\p{Lu}{2,}$/u.test(text) || mentionAt(mentions.get('ageWord'), at) !== undefined) return true;
  return begins && isSentenceStarter(token, tokens[at + 1]?.word ?? '', english);
}

const GERMAN =
  /[äöüß]|(?<!\p{L})(?:und|der|die|das|dem|ein|eine[nrs]?|ist|wird|wurden?|im|zur|zum|bei|nach|aus|auf|von|vom|nicht|sich|wir|sind|mit)(?!\p{L})/iu;
const DUTCH = /(?<!\p{L})(?:het|een|van|zijn|haar|niet|voor|wordt|werd)(?!\p{L})/iu;

/** In German every noun has a capital. */
function capitalsSayNothing({ text, tokens }: Passage, at: number): boolean {
  const start = tokens[at]?.start ?? 0;
  const around = text.slice(Math.max(0, start - 200), start + 200);
  return GERMAN.test(around) && !DUTCH.test(around);
}

/** "Happy New Year" */
function goesOnInCapitals({ tokens, text }: Passage, at: number): boolean {
  const next = tokens[at + 1];
  return next?.capital === true && next.text.length > 1 && text.slice(tokens[at]?.end ?? 0, next.start) === ' ';
}

/** "NAME is expecting a child": whatever begins the sentence there is somebody. */
function sufferersIn(passage: Passage): readonly SingleName[] {
  const { tokens, mentions } = passage;
  return (mentions.get('suffers') ?? []).flatMap(({ first: verb }): readonly SingleName[] => {
    const at = verb - 1;
    const token = tokens[at];
    const stands = token?.capital === true && token.text.length > 2 && gapBefore(passage, verb) === ' ';
    if (!stands || sentenceAt(passage, at).first !== at || isSomethingElse(passage, at, token, true)) return [];
    const ordinary = (
      ['affected', 'person', 'storyPerson', 'storyGroup', 'notAName', 'profession', 'month'] as const
    ).some((wordClass) => mentionAt(mentions.get(wordClass), at) !== undefined);
    return ordinary ? [] : [{ first: at, last: at, known: false, begins: true }];
  });
}

/** Every name that stands alone in a passage. Known ones count everywhere, others only where no place could stand. */
export function singleNamesIn(passage: Passage): readonly SingleName[] {
  const { tokens } = passage;
  const named = personsIn(passage).flatMap(({ first, form, known }): readonly SingleName[] => {
    const token = tokens[first];
    if (form !== 'firstName' || token === undefined || isPartOfMore(passage, first)) return [];
    const begins = sentenceAt(passage, first).first === first;
    if (isSomethingElse(passage, first, token, begins)) return [];
    const german = capitalsSayNothing(passage, first);
    if (goesOnInCapitals(passage, first) && !german) return [];
    if (isAlsoPlace(passage, first) && isInPlace(passage, first)) return [];
    if (!known && (german || isInPlace(passage, first))) return [];
    return [{ first, last: first, known, begins }];
  });
  return [...named, ...sufferersIn(passage)];
}
