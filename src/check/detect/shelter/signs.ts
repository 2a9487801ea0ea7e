import { mentionAfter, mentionBefore, type Mention } from '../passage/lexicon.js';
import { patternsOf } from '../passage/patterns.js';
import { isSingleWord } from '../passage/single-words.js';
import { between, type Place, type PlacePassage } from './place.js';

/** Adjectives in the cases behind "in" and "on" of Slavic languages: v Kamenické, u Kosovskoj, na Zelenij. Folded. */
const ADJECTIVE = new RegExp(`[a-z]{3}(?:${patternsOf('streetAdjective')})$`);
const isOnStreet = isSingleWord('onStreet');
const isInStreet = isSingleWord('inStreet');

/** Two weak signs of the same class are one. */
function only(mentions: readonly Mention[] | undefined): readonly Mention[] {
  return mentions ?? [];
}

/** "A yellow building": the colour and the house beside each other. */
function colouredHouses({ words }: PlacePassage): readonly Mention[] {
  return only(words.get('colour')).flatMap(({ first, last }) => {
    // A green gate is a colour and a way.
    const houses = [words.get('dwelling'), words.get('way')];
    const house = houses
      .map((mentions) => mentionAfter(mentions, last + 1, 1) ?? mentionBefore(mentions, first, 1))
      .find((mention) => mention !== undefined);
    return house === undefined ? [] : [{ first: Math.min(first, house.first), last: Math.max(last, house.last) }];
  });
}

/** "На Подолі", "v Kamenické": a street or a part of a town, or a whole country. */
function namesBehindPrepositions({ passage }: PlacePassage): readonly Mention[] {
  const { tokens } = passage;
  return tokens.flatMap(({ capital, word }, at) => {
    const before = tokens[at - 1]?.word ?? '';
    if (!capital || !/^ ["„“«]?$/.test(between(passage, at - 1))) return [];
    return isOnStreet(before) || (isInStreet(before) && ADJECTIVE.test(word)) ? [{ first: at, last: at }] : [];
  });
}

/** What leads to a house only together with another sign of a different kind. */
export function signsIn(place: PlacePassage): readonly (readonly Place[])[] {
  const { words } = place;
  const kinds = [
    only(words.get('door')),
    only(words.get('floor')),
    colouredHouses(place),
    only(words.get('way')),
    namesBehindPrepositions(place),
  ];
  return kinds.map((kind) => kind.map(({ first, last }) => ({ first, last, form: 'door', alone: false })));
}
