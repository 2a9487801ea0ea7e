import { mentionAt, mentionBefore } from '../passage/lexicon.js';
import type { Match, Passage } from '../passage/match.js';
import type { Token } from '../passage/tokens.js';
import { isCodeAndTown, isEvidence, isFlat, tailAllows } from './evidence.js';
import { BETWEEN, gap, houseAt, type House } from './house.js';
import { isPublicPlace } from './public-places.js';
import { shelterAddressAt } from './shelter-addresses.js';
import { isSingleWord } from '../passage/single-words.js';
import {
  isSmallWord,
  isNoStreet,
  isSmallStreetWord,
  isStreetParticle,
  isNumberFirst,
  isShortAfter,
  isByWayOf,
  endsAsStreet,
} from './street-words.js';

/** Words for a house that follow nothing but a street. */
const isHouseWord = isSingleWord('houseWord');
const WITHIN = /^(?:[.]?\s{0,2}["«„“']?|-|["»”']\s?|\/ ?)$/;
const MAX_WORDS = 7;
/** Streets that stand for a government and for banks. */
const WELL_KNOWN = /^(?:downing|wall|fleet|sesame)$/;

function isNameLike(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === 'number' || token.capital || isStreetParticle(token.word));
}

/** Hauptstraße 5, Keizersgracht 12. */
function oneWordStreet(passage: Passage, { before }: House): number | undefined {
  const token = passage.tokens[before];
  if (token?.kind !== 'word' || !BETWEEN.test(gap(passage, before)) || isNoStreet(token.word)) return undefined;
  return endsAsStreet(token.word, token.capital) ? before : undefined;
}

/** Wiener Straße 5, Atatürk Caddesi No: 5, Pikk tänav 12, Baker Street 12. */
function streetBehindName(passage: Passage, { before, named, end }: House): number | undefined {
  const { tokens, mentions, text } = passage;
  const street = tokens[before];
  const name = tokens[before - 1];
  if (street === undefined || name === undefined || mentionAt(mentions.get('streetAfter'), before) === undefined)
    return undefined;
  if (!street.capital && !isSmallStreetWord(street.word)) return undefined;
  if (!BETWEEN.test(gap(passage, before)) || !/^(?:\.? |-)$/.test(gap(passage, before - 1))) return undefined;
  const numbered = name.kind === 'number' && gap(passage, before - 1).startsWith('.');
  if (!numbered && (!name.capital || isSmallWord(name.word))) return undefined;
  if (!named && !tailAllows(text.slice(end, end + 40))) return undefined;
  let first = before - 1;
  while (first > before - 4 && gap(passage, first - 1) === ' ' && tokens[first - 1]?.capital === true) first -= 1;
  return first;
}

/** "c/ Mayor": neither "A/C.3/75" nor "CEDAW/C/GC/38". */
function isCalle({ text, tokens }: Passage, token: number): boolean {
  const { start = 0, end = 0 } = tokens[token] ?? {};
  return (
    !/[\p{L}\p{N}/]$/u.test(text.slice(Math.max(0, start - 1), start)) &&
    /^\/(?!\p{Lu}{1,6}\/)/u.test(text.slice(end, end + 8))
  );
}

/** Whether a word for a street that stands before its name stands here. */
export function strongBefore(passage: Passage, token: number): boolean {
  const mention = mentionAt(passage.mentions.get('streetBefore'), token);
  if (mention === undefined) return false;
  const { word, text } = passage.tokens[token] ?? { word: '', text: '' };
  // The line for help is no Romanian road.
  if (/^(?:SOS|СОС)$/.test(text)) return false;
  // "C/GC/38" is a document of the United Nations, "al padiglione" and "drugi put" are no streets.
  if (word === 'c') return isCalle(passage, token);
  if (word === 'al') return gap(passage, token).startsWith('.');
  return word !== 'put' || passage.tokens[token]?.capital === true;
}

function isPlaceWord({ mentions }: Passage, token: number): boolean {
  return mentionAt(mentions.get('placeBefore'), token) !== undefined;
}

function weakBefore(passage: Passage, token: number): boolean {
  if (!isPlaceWord(passage, token)) return false;
  const { tokens } = passage;
  const name = tokens.slice(token + 1, token + 4).find(({ word }) => !isStreetParticle(word));
  return name?.capital === true && !isByWayOf(name.word);
}

/** ul. Długa 7/4, calle Mayor 3, via Roma 12, вул. Хрещатик, 22. */
function nameBehindStreet(passage: Passage, house: House): number | undefined {
  const { tokens, text } = passage;
  if (!BETWEEN.test(gap(passage, house.before))) return undefined;
  // "Quai Neuf, 2025, 264 p.": a publisher.
  if (/^(?:19|20)\d\d$/.test(tokens[house.before]?.text ?? '')) return undefined;
  let small = 0;
  for (let at = house.before; at > Math.max(-1, house.before - MAX_WORDS); at -= 1) {
    if (at < house.before && !(WITHIN.test(gap(passage, at)) || (at === house.before - 1 && gap(passage, at) === ', ')))
      return undefined;
    const named = at < house.before;
    const isStreet =
      named && tokens.slice(at + 1, house.before + 1).some(({ capital, kind }) => capital || kind === 'number');
    // "La Strada" is nobody's street.
    const article = /^la$/.test(tokens[at - 1]?.word ?? '') && tokens[at]?.word === 'strada';
    if (isStreet && !article && strongBefore(passage, at)) return at;
    if (isStreet && !article && small === 0 && weakBefore(passage, at)) {
      const certain = house.named || tailAllows(text.slice(house.end, house.end + 40));
      return certain ? at : undefined;
    }
    if (
      named &&
      tokens[at]?.capital === true &&
      isCodeAndTown(text.slice(house.end, house.end + 40)) &&
      isPlaceWord(passage, at)
    )
      return at;
    if (!isNameLike(tokens[at])) small += 1;
    if (small > 2) return undefined;
  }
  return undefined;
}

/** 12 rue de la Paix, 12 bis, avenue Foch. The offset at which it ends. */
function frenchStreet(passage: Passage, { token, end }: House): number | undefined {
  const { text, tokens } = passage;
  let at = token + 1;
  while (at < token + 3 && (tokens[at]?.end ?? Infinity) <= end) at += 1;
  if (!/^,? $/.test(text.slice(end, tokens[at]?.start ?? end)) || !isNumberFirst(tokens[at]?.word ?? ''))
    return undefined;
  for (let next = at + 1; next < at + 5; next += 1) {
    const word = tokens[next];
    if (word === undefined || !/^(?:\.? |['-])$/.test(gap(passage, next - 1))) return undefined;
    if (word.capital) return word.end;
    if (!isStreetParticle(word.word)) return undefined;
  }
  return undefined;
}

/** Before "22 de la calle Mayor": número, civico, au. */
const isNumberOf = isSingleWord('numberOf');
const isOfStreet = isSingleWord('ofStreet');

/** En el número 22 de la calle Mayor, al civico 31 di via Roma, au 12 de la rue Haute. The offset at which it ends. */
function numberOfStreet(passage: Passage, { token, end }: House): number | undefined {
  const { tokens, mentions } = passage;
  if (!isNumberOf(tokens[token - 1]?.word ?? '') && !mentions.has('shelter')) return undefined;
  let at = token + 1;
  while (at < token + 3 && (tokens[at]?.end ?? Infinity) <= end) at += 1;
  const from = at;
  while (at < from + 3 && gap(passage, at - 1) === ' ' && isOfStreet(tokens[at]?.word ?? '')) at += 1;
  if (at === from) return undefined;
  const street = strongBefore(passage, at) || isPlaceWord(passage, at) || isNumberFirst(tokens[at]?.word ?? '');
  const name = tokens.slice(at + 1, at + 5).find(({ capital }) => capital);
  return street ? name?.end : undefined;
}

/** 12 Baker Street, 221B Upper Ormond Quay. The offset at which it ends. */
function englishStreet(passage: Passage, { token, end }: House): number | undefined {
  const { text, tokens, mentions } = passage;
  let at = token + 1;
  while (at < token + 3 && (tokens[at]?.end ?? Infinity) <= end) at += 1;
  if (!/^,? $/.test(text.slice(end, tokens[at]?.start ?? end)) || mentionAt(mentions.get('month'), at) !== undefined)
    return undefined;
  if (WELL_KNOWN.test(tokens[at]?.word ?? '')) return undefined;
  for (let next = at + 1; next < at + 5; next += 1) {
    const word = tokens[next];
    if (word === undefined || gap(passage, next - 1) !== ' ' || tokens[next - 1]?.capital !== true) return undefined;
    const tail = text.slice(word.end, word.end + 40);
    const strong =
      mentionAt(mentions.get('streetAfter'), next) !== undefined && (word.capital || isSmallStreetWord(word.word));
    const weak = word.capital && mentionAt(mentions.get('placeAfter'), next) !== undefined;
    if (isShortAfter(word.word) && /^\.? \p{Lu}/u.test(tail)) continue;
    if (strong) return word.end;
    if (weak && isEvidence(tail) && mentionAt(mentions.get('notAName'), next - 1) === undefined) return word.end;
  }
  return undefined;
}

/** Kneza Miloša 12, 11000 Beograd; "the shelter is at Singel 12": no word for a street, but something else tells. */
function streetByEvidence(passage: Passage, { before, named, end }: House): number | undefined {
  const { tokens, mentions, text } = passage;
  if (tokens[before]?.capital !== true || !BETWEEN.test(gap(passage, before))) return undefined;
  let first = before;
  while (
    first > before - 4 &&
    gap(passage, first - 1) === ' ' &&
    isNameLike(tokens[first - 1]) &&
    tokens[first - 1]?.kind === 'word'
  )
    first -= 1;
  while (first < before && tokens[first]?.capital !== true) first += 1;
  if (mentionAt(mentions.get('month'), before) !== undefined) return undefined;
  const tail = text.slice(end, end + 40);
  if (isCodeAndTown(tail) || isFlat(tail)) return first;
  if (named && isHouseWord(tokens[before + 1]?.word ?? '')) return first;
  if (mentionAt(mentions.get('notAName'), before) !== undefined || !tailAllows(tail)) return undefined;
  const announced =
    mentionBefore(mentions.get('addressFollows'), first, 1) ??
    mentionBefore(mentions.get('addressFollows'), first + 1, 0);
  if (announced === undefined) return undefined;
  const between = text.slice(tokens[announced.last]?.end ?? 0, tokens[first]?.start ?? 0);
  return /^(?: ?: ?|\s|\s(?:is|the|the old|der|die|de|la|ist|jest|je|е|є)\s|\s?[-–]\s?)$/u.test(between)
    ? first
    : undefined;
}

/** Addresses of houses, in the order of words of each of the members' languages. */
export function streetAddressesIn(passage: Passage): readonly Match[] {
  const { text, tokens } = passage;
  if (!/\d/.test(text)) return [];
  return tokens.flatMap((_, token): readonly Match[] => {
    const house = houseAt(passage, token);
    if (house === undefined) return [];
    const ends = englishStreet(passage, house) ?? frenchStreet(passage, house) ?? numberOfStreet(passage, house);
    const first =
      oneWordStreet(passage, house) ??
      streetBehindName(passage, house) ??
      nameBehindStreet(passage, house) ??
      streetByEvidence(passage, house);
    if (first === undefined && ends === undefined) {
      const beside = shelterAddressAt(passage, house);
      return beside === undefined ? [] : [beside];
    }
    const start = first === undefined ? (tokens[token]?.start ?? 0) : (tokens[first]?.start ?? 0);
    const end = first === undefined ? (ends ?? house.end) : house.end;
    const match: Match = { kind: 'streetAddress', start, end, value: text.slice(start, end) };
    return isPublicPlace(passage, match) ? [] : [match];
  });
}
