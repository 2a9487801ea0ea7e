import { mentionAfter } from '../passage/lexicon.js';
import { sentenceAt } from '../passage/sentences.js';
import { between, endOfName, isLocative, nameBehind, type Place, type PlacePassage } from './place.js';
import { isSmallWord } from '../street/street-words.js';

/** Towns whose parts are written behind them: Berlin-Neukölln, Brno-Židenice. Folded. */
const TOWN_AND_PART =
  /^(?:berlin|hamburg|munchen|koln|frankfurt|leipzig|dresden|hannover|stuttgart|dortmund|essen|bremen|nurnberg|duisburg|bochum|mannheim|karlsruhe|augsburg|wien|graz|linz|salzburg|innsbruck|zurich|basel|bern|prah|praz|brn|ostrav|plzen|plzn|olomou|liberc|pardubic|gdansk|krakow|krakow|warszaw|poznan|wroclaw|lodz|beograd|novi-sad)\p{L}{0,3}-\p{Lu}?\p{Ll}{3,}/u;
/** Parts of Prague have numbers. */
const NUMBERED_TOWN = /^(?:prah|praz)\p{L}{1,3}$/u;
const SMALL_NUMBER = /^(?:[1-9]|1\d|2[0-3])$/;
/** Bahnhofsviertel, Stationsbuurt. */
const QUARTER_COMPOUND = /[a-z]{4}(?:viertel|buurt|wijk|kwartier)$/;
const NO_QUARTER = /^(?:dreiviertel|einviertel|woonwijk|stadtviertel|stadswijk)/;

/** "Quartier des Minimes", "Northfield district", "blok 45", "18e arrondissement". */
function districts(place: PlacePassage): readonly Place[] {
  const { passage, words } = place;
  const { tokens } = passage;
  return (words.get('district') ?? []).flatMap(({ first, last }): readonly Place[] => {
    const name = nameBehind(passage, last);
    if (name !== undefined) return [{ first, last: endOfName(passage, name), form: 'quarter', alone: true }];
    if (/^\d{1,3}$/.test(tokens[last + 1]?.text ?? '') && /^[ .]{1,2}$/.test(between(passage, last)))
      return [{ first, last: last + 1, form: 'quarter', alone: true }];
    const before = tokens[first - 1];
    const two = tokens[first - 2];
    if (/^\d{1,2}$/.test(before?.text ?? '') && /^\. ?$/.test(between(passage, first - 1)))
      return [{ first: first - 1, last, form: 'quarter', alone: true }];
    if (/^\d{1,2}$/.test(two?.text ?? '') && /^(?:e|er|eme|th|nd|rd|st)$/.test(before?.word ?? ''))
      return [{ first: first - 2, last, form: 'quarter', alone: true }];
    const named = before?.capital === true && !isSmallWord(before.word) && between(passage, first - 1) === ' ';
    return named && tokens[first]?.capital === false && sentenceAt(passage, first).first < first - 1
      ? [{ first: first - 1, last, form: 'quarter', alone: true }]
      : [];
  });
}

/** "In Brno-Židenice", "in the Bahnhofsviertel", "in Prague 4", "in Trastevere". */
function partsOfTowns({ passage, words }: PlacePassage): readonly Place[] {
  const { tokens } = passage;
  const known = (words.get('quarter') ?? []).filter(({ first }) => tokens[first]?.capital === true);
  const written = tokens.flatMap(({ word, capital, text }, at) => {
    if (!capital) return [];
    if (text.includes('-') && /-\p{Lu}/u.test(text) && TOWN_AND_PART.test(word)) return [{ first: at, last: at }];
    if (QUARTER_COMPOUND.test(word) && !NO_QUARTER.test(word) && isLocative(passage, at - 1))
      return [{ first: at, last: at }];
    return NUMBERED_TOWN.test(word) && SMALL_NUMBER.test(tokens[at + 1]?.text ?? '') && between(passage, at) === ' '
      ? [{ first: at, last: at + 1 }]
      : [];
  });
  return [...known, ...written].map(({ first, last }) => ({ first, last, form: 'quarter', alone: true }));
}

/** "In the village of X", "comuna X", "c. X". */
function villages({ passage, words }: PlacePassage): readonly Place[] {
  const { tokens, text } = passage;
  const short = tokens.flatMap((token, at) =>
    /^с$/iu.test(token.text) && text.charAt(token.end) === '.' ? [{ first: at, last: at }] : [],
  );
  return [...(words.get('village') ?? []), ...short].flatMap(({ first, last }): readonly Place[] => {
    const name = nameBehind(passage, last);
    return name === undefined ? [] : [{ first, last: endOfName(passage, name), form: 'quarter', alone: true }];
  });
}

/** "On the corner of Mill Street and the market". */
function corners({ passage, words }: PlacePassage): readonly Place[] {
  return (words.get('corner') ?? []).flatMap(({ first, last }): readonly Place[] => {
    const name = [1, 2, 3, 4].map((step) => last + step).find((at) => passage.tokens[at]?.capital === true);
    const landmark = mentionAfter(words.get('landmark'), last + 1, 3);
    const end = name === undefined ? landmark?.last : endOfName(passage, name);
    return end === undefined ? [] : [{ first, last: end, form: 'street', alone: true }];
  });
}

/** Parts of towns, villages and corners of streets. */
export function townPartsIn(place: PlacePassage): readonly Place[] {
  return [...districts(place), ...partsOfTowns(place), ...villages(place), ...corners(place)];
}
