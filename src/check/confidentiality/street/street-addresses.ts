import { mentionAt, mentionBefore } from '../lexicon.js';
import type { Match, Passage } from '../match.js';
import type { Token } from '../tokens.js';
import { isCodeAndTown, isEvidence, tailAllows } from './evidence.js';
import {
  AFTER_NUMBER,
  BY_WAY_OF,
  NO_STREETS,
  PARTICLES,
  SHORT_AFTER,
  SMALL_AFTER,
  SMALL_WORDS,
  SUFFIXES,
  UNMISTAKABLE_SUFFIXES,
} from './street-suffixes.js';

/** A number of a house among the tokens, with what belongs to it. */
interface House {
  /** The token of the number. */
  readonly token: number;
  /** The last token of the street's name before it. */
  readonly before: number;
  /** Whether "No", "nr", "буд." stands between. */
  readonly named: boolean;
  /** The offset at which the number ends, with its letter and its flat. */
  readonly end: number;
}

/** Words for a house that follow nothing but a street. */
const HOUSE = /^(?:bud|budinok|budinku|budynek|dom|d|hausnummer|huisnummer|civico|kapi)$/;
const BETWEEN = /^["»”“']?[,.:]{0,2}\s{0,2}(?:[№#]\s?|[nN][°º]\s?)?$/;
const WITHIN = /^(?:[.]?\s{0,2}["«„“']?|-|["»”']\s?|\/ ?)$/;
const BEHIND_NUMBER =
  /^(?:\s?[a-zA-Zа-яА-ЯіІ](?![\p{L}\p{N}'’.]))?(?:\s?[/-]\s?\d{1,4}[a-zA-Zа-я]?(?![\p{L}\p{N}]))?(?:\s(?:bis|ter)(?!\p{L}))?/u;
const NO_HOUSE =
  /^(?:[.,]\d|\s?[%‰°€$£]|:\d|\.\d|\/(?:19|20)\d\d|-\p{L}{2}|\.\s?\d{1,2}\.|(?:st|nd|rd|th|er|e|ème|è)(?!\p{L}))/u;
const MOST_WORDS = 7;
/** Streets that stand for a government and for banks. */
const WELL_KNOWN = /^(?:downing|wall|fleet|sesame)$/;

function gap({ text, tokens }: Passage, left: number): string {
  const [from, to] = [tokens[left]?.end ?? 0, tokens[left + 1]?.start ?? text.length];
  return text.slice(from, Math.min(to, from + 12));
}

function houseAt(passage: Passage, token: number): House | undefined {
  const { text, tokens } = passage;
  const number = tokens[token];
  if (number?.kind !== 'number' || number.text.length > 4 || number.text === '0') return undefined;
  const rest = text.slice(number.end, number.end + 20);
  if (NO_HOUSE.test(rest) || /[\p{L}\p{N}.,/-]$/u.test(text.slice(number.start - 1, number.start).trim()))
    return undefined;
  if (text.charAt(number.end) === ' ' && mentionAt(passage.mentions.get('counted'), token + 1) !== undefined)
    return undefined;
  let before = token - 1;
  while (before > token - 3 && BETWEEN.test(gap(passage, before)) && isHouseWord(passage, before)) before -= 1;
  if (/^(?:19|20)\d\d$/.test(number.text) && before === token - 1) return undefined;
  const end = number.end + (BEHIND_NUMBER.exec(rest)?.[0].length ?? 0);
  return { token, before, named: before < token - 1, end };
}

function isHouseWord({ mentions, tokens }: Passage, token: number): boolean {
  return mentionAt(mentions.get('houseNumber'), token)?.last === token && (tokens[token]?.text.length ?? 0) < 12;
}

function isNameLike(token: Token | undefined): boolean {
  return token !== undefined && (token.kind === 'number' || token.capital || PARTICLES.has(token.word));
}

/** Hauptstraße 5, Keizersgracht 12. */
function oneWordStreet(passage: Passage, { before }: House): number | undefined {
  const token = passage.tokens[before];
  if (token?.kind !== 'word' || !BETWEEN.test(gap(passage, before)) || NO_STREETS.has(token.word)) return undefined;
  const list = token.capital ? SUFFIXES : UNMISTAKABLE_SUFFIXES;
  const suffix = list.find((ending) => token.word.endsWith(ending) && token.word.length >= ending.length + 3);
  return suffix === undefined ? undefined : before;
}

/** Wiener Straße 5, Atatürk Caddesi No: 5, Pikk tänav 12, Baker Street 12. */
function streetBehindName(passage: Passage, { before, named, end }: House): number | undefined {
  const { tokens, mentions, text } = passage;
  const street = tokens[before];
  const name = tokens[before - 1];
  if (street === undefined || name === undefined || mentionAt(mentions.get('streetAfter'), before) === undefined)
    return undefined;
  if (!street.capital && !SMALL_AFTER.has(street.word)) return undefined;
  if (!BETWEEN.test(gap(passage, before)) || !/^(?:\.? |-)$/.test(gap(passage, before - 1))) return undefined;
  const numbered = name.kind === 'number' && gap(passage, before - 1).startsWith('.');
  if (!numbered && (!name.capital || SMALL_WORDS.has(name.word))) return undefined;
  if (!named && !tailAllows(text.slice(end, end + 40))) return undefined;
  let first = before - 1;
  while (first > before - 4 && gap(passage, first - 1) === ' ' && tokens[first - 1]?.capital === true) first -= 1;
  return first;
}

function strongBefore(passage: Passage, token: number): boolean {
  const mention = mentionAt(passage.mentions.get('streetBefore'), token);
  if (mention === undefined) return false;
  const { word } = passage.tokens[token] ?? { word: '' };
  return word !== 'c' || gap(passage, token).startsWith('/');
}

function isPlaceWord({ mentions }: Passage, token: number): boolean {
  return mentionAt(mentions.get('placeBefore'), token) !== undefined;
}

function weakBefore(passage: Passage, token: number): boolean {
  if (!isPlaceWord(passage, token)) return false;
  const { tokens } = passage;
  const name = tokens.slice(token + 1, token + 4).find(({ word }) => !PARTICLES.has(word));
  return name?.capital === true && !BY_WAY_OF.has(name.word);
}

/** ul. Długa 7/4, calle Mayor 3, via Roma 12, вул. Хрещатик, 22. */
function nameBehindStreet(passage: Passage, house: House): number | undefined {
  const { tokens, text } = passage;
  if (!BETWEEN.test(gap(passage, house.before))) return undefined;
  let small = 0;
  for (let at = house.before; at > Math.max(-1, house.before - MOST_WORDS); at -= 1) {
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
  if (!/^,? $/.test(text.slice(end, tokens[at]?.start ?? end)) || !AFTER_NUMBER.has(tokens[at]?.word ?? ''))
    return undefined;
  for (let next = at + 1; next < at + 5; next += 1) {
    const word = tokens[next];
    if (word === undefined || !/^(?:\.? |['-])$/.test(gap(passage, next - 1))) return undefined;
    if (word.capital) return word.end;
    if (!PARTICLES.has(word.word)) return undefined;
  }
  return undefined;
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
      mentionAt(mentions.get('streetAfter'), next) !== undefined && (word.capital || SMALL_AFTER.has(word.word));
    const weak = word.capital && mentionAt(mentions.get('placeAfter'), next) !== undefined;
    if (SHORT_AFTER.has(word.word) && /^\.? \p{Lu}/u.test(tail)) continue;
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
  if (isCodeAndTown(tail)) return first;
  if (named && HOUSE.test(tokens[before + 1]?.word ?? '')) return first;
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
    const ends = englishStreet(passage, house) ?? frenchStreet(passage, house);
    const first =
      oneWordStreet(passage, house) ??
      streetBehindName(passage, house) ??
      nameBehindStreet(passage, house) ??
      streetByEvidence(passage, house);
    if (first === undefined && ends === undefined) return [];
    const start = first === undefined ? (tokens[token]?.start ?? 0) : (tokens[first]?.start ?? 0);
    const end = first === undefined ? (ends ?? house.end) : house.end;
    return [{ kind: 'streetAddress', start, end, value: text.slice(start, end) }];
  });
}
