import { mentionAfter, mentionAt, mentionBefore } from '../passage/lexicon.js';
import type { Match, Passage } from '../passage/match.js';
import { isOpenlyNamed } from './public/openly-named.js';
import { isInitial } from './candidates/persons.js';
import { isPublicFigure } from './public/public-figures.js';
import { sentenceAt } from '../passage/sentences.js';
import { isSingleWord } from '../passage/single-words.js';
import { isRelative, isInstitution } from '../passage/small-questions.js';

/** How many words may stand between the name and the verb that says what was done to the person. */
const ORDEAL_REACH = 3;
/** Case 3: · Fall 3 – · Cas n° 5 : */
const ENTRY = /(\p{L}+)\.? (?:n[.°ºr]{0,2} ?|№ ?|nr\.? |br\.? )?\d{1,3} ?[:.–-] ?$/iu;
/** Words for a case have numbers like those for a session. Folded. */
const isCaseWord = isSingleWord('caseWord');
/** Before and between names of authors. */
const AUTHORS = /(?:^|[\s(])(?:by|and|und|von|et|par|y|e|por|en|door|i|przez|a|si|și|de|da|și|та|и|і|&)\s$|,\s?$/iu;
/** Classes of words that show that a list of cases is about people in danger. */
const TOLD = ['ordeal', 'topic', 'storyPerson', 'affected'] as const;

function tells(passage: Passage, token: number): boolean {
  const { first, last } = sentenceAt(passage, token);
  return TOLD.some((wordClass) => mentionAfter(passage.mentions.get(wordClass), first, last - first) !== undefined);
}

/** "Case 3: S. Hadzhieva, …", and not "Session 3: S. Hadzhieva". */
function isEntry(passage: Passage, first: number, last: number): boolean {
  const { text, tokens, mentions } = passage;
  const start = tokens[first]?.start ?? 0;
  const entry = ENTRY.exec(text.slice(Math.max(0, start - 30), start));
  if (entry === null || !/^\s?[,–(]|^\s-\s/.test(text.slice(tokens[last]?.end ?? 0).slice(0, 3))) return false;
  const word = tokens.slice(Math.max(0, first - 3), first).findIndex((token) => token.text === entry[1]);
  const numbered = mentionAt(mentions.get('numbered'), Math.max(0, first - 3) + word) !== undefined;
  return (!numbered || isCaseWord(tokens[Math.max(0, first - 3) + word]?.word ?? '')) && tells(passage, first);
}

/** "L. Marinova had been locked in": directly behind the name. */
function isTold(passage: Passage, first: number, last: number): boolean {
  const { text, tokens, mentions } = passage;
  const end = tokens[last]?.end ?? 0;
  const next = tokens[last + 1];
  if (next === undefined || next.capital || text.slice(end, next.start) !== ' ') return false;
  const ordeal = mentionAfter(mentions.get('ordeal'), last + 1, ORDEAL_REACH);
  if (ordeal === undefined || ordeal.first > sentenceAt(passage, first).last) return false;
  const start = tokens[first]?.start ?? 0;
  const before = text.slice(Math.max(0, start - 8), start);
  const clause = /,\s$/.test(before) && /\p{L},\s$/u.test(before) && first - sentenceAt(passage, first).first > 2;
  return clause || (!AUTHORS.test(before) && !isPublicFigure(passage, { first, last }));
}

/** Support that a person gets, and what was done to her, in a clause behind her name. */
const OF_CLIENT = ['inCare', 'ordeal', 'storyTopic', 'storyPerson', 'affected', 'person', 'shelter', 'health'] as const;
const CLAUSE_REACH = 10;

/** "S. Marinova, whom we support", "T. Marinov, a former worker", "to the injured N. Marinova" */
function isClient(passage: Passage, first: number, last: number): boolean {
  const { text, tokens, mentions } = passage;
  const sentence = sentenceAt(passage, first);
  const start = tokens[first]?.start ?? 0;
  const called = (['affected', 'storyPerson'] as const).some((wordClass) => {
    const before = mentionBefore(mentions.get(wordClass), first, 0);
    return before !== undefined && /^,? $/.test(text.slice(tokens[before.last]?.end ?? 0, start));
  });
  if (called) return true;
  const next = tokens[last + 1];
  if (next === undefined || !/^(?:, | \(| - | – )$/.test(text.slice(tokens[last]?.end ?? 0, next.start))) return false;
  const relative = tokens.slice(last + 1, last + 4).some(({ word }) => isRelative(word));
  const told = relative ? OF_CLIENT : (['affected', 'person', 'storyPerson'] as const);
  return told.some((wordClass) => {
    const mention = mentionAfter(mentions.get(wordClass), last + 1, relative ? CLAUSE_REACH : 3);
    return mention !== undefined && mention.first <= sentence.last;
  });
}

/** An initial with a family name, in a list of cases or before what happened to somebody. */
export function initialFirstNamesIn(passage: Passage): readonly Match[] {
  const { tokens, text, mentions } = passage;
  if (![...TOLD, ...OF_CLIENT].some((wordClass) => mentions.has(wordClass))) return [];
  return tokens.flatMap((token, first): readonly Match[] => {
    const name = tokens[first + 1];
    if (name?.capital !== true || name.text.length < 3 || !isInitial(passage, token)) return [];
    if (!/^\. ?$/.test(text.slice(token.end, name.start)) || /^\p{Lu}+$/u.test(name.text)) return [];
    if (isInstitution(name.word) || mentionAt(mentions.get('notAName'), first + 1) !== undefined) return [];
    const before = tokens[first - 1];
    // "Mirela P. Marinova" and "D. M. Keller" begin earlier.
    if (
      before?.capital === true &&
      /^\.? ?$/.test(text.slice(before.end, token.start)) &&
      sentenceAt(passage, first).first !== first - 1
    )
      return [];
    const last = first + 1;
    const client = isClient(passage, first, last) && !isOpenlyNamed(passage, { first, last });
    if (!client && !isEntry(passage, first, last) && !isTold(passage, first, last)) return [];
    return [
      {
        kind: 'fullName',
        nameForm: 'full',
        start: token.start,
        end: name.end,
        value: text.slice(token.start, name.end),
      },
    ];
  });
}
