import { mentionAfter, mentionAt, mentionBefore } from '../passage/lexicon.js';
import type { Match, Passage } from '../passage/match.js';
import { isGivenName } from '../names/candidates/given-names.js';
import { sentenceAt } from '../passage/sentences.js';
import { tailAllows } from './evidence.js';
import { BETWEEN, gap, type House } from './house.js';
import { isSingleWord } from '../passage/single-words.js';
import { isSmallWord, isStreetParticle, isTime } from './street-words.js';

/** So far, in words, the house may stand from the word for a shelter. */
const REACH = 30;
const MAX_WORDS = 5;
/** Words that a sentence goes on with behind an address: not what the number counts. Folded. */
const isSentenceGoesOn = isSingleWord('sentenceGoesOn');

/** Whether the sentence speaks of a house in which people hide. */
function speaksOfShelter(passage: Passage, token: number): boolean {
  const here = sentenceAt(passage, token);
  // "Furniture for the shelter is welcome. Please bring it to …": the sentence before, where nobody is invited to.
  const venue = mentionAfter(passage.mentions.get('venue'), here.first, here.last - here.first);
  const first = venue === undefined && here.first > 0 ? sentenceAt(passage, here.first - 1).first : here.first;
  const { last } = here;
  const before = mentionBefore(passage.mentions.get('shelter'), token, REACH);
  const after = mentionAfter(passage.mentions.get('shelter'), token, REACH);
  return (before !== undefined && before.first >= first) || (after !== undefined && after.first <= last);
}

/** A town, a month, a room, an organisation: their number is none of a house. */
function isNoStreet({ mentions, tokens }: Passage, token: number): boolean {
  return (
    (
      ['month', 'numbered', 'counted', 'venue', 'ageWord', 'years', 'shelter', 'organisation', 'notAName'] as const
    ).some((wordClass) => mentionAt(mentions.get(wordClass), token) !== undefined) ||
    isSmallWord(tokens[token]?.word ?? '')
  );
}

function isStreetWord({ mentions }: Passage, token: number): boolean {
  return (['streetBefore', 'placeBefore', 'streetAfter', 'placeAfter'] as const).some(
    (wordClass) => mentionAt(mentions.get(wordClass), token) !== undefined,
  );
}

/** Endings of names of streets: Slavic adjectives in the cases that stand behind "in" and "from", and Germanic compounds. Folded. */
const STREET_LIKE =
  /(?:[bcknsvw]ej|[bcknsv]oj|[cklnsv]oi|[bcknsv]ii|[lnst]ine|ske|[a-z]{2}[dklz]ni|[a-z]{4}(?:pad|hof|ring|gang|markt|wal|brink|winkel|zeile|berg))$/;

/** "Na Nowej 5 kobiet": the number counts women, and is no house number. */
function isCounted({ mentions }: Passage, token: number): boolean {
  return (['counted', 'person', 'affected', 'storyPerson', 'storyGroup', 'years', 'month', 'shelter'] as const).some(
    (wordClass) => mentionAt(mentions.get(wordClass), token) !== undefined,
  );
}

function endsHere(passage: Passage, house: House): boolean {
  const { text, tokens } = passage;
  const tail = text.slice(house.end, house.end + 40);
  const quoted = /[»”“"]\s?$/.test(
    text.slice(Math.max(0, (tokens[house.token]?.start ?? 0) - 2), tokens[house.token]?.start),
  );
  // With a word for a street nothing else can be meant.
  if (isStreetWord(passage, house.before) || isStreetWord(passage, house.before - 1)) return true;
  if (house.named || quoted || house.end > (tokens[house.token]?.end ?? 0) || tailAllows(tail)) return true;
  const next = tokens.slice(house.token + 1, house.token + 4).find(({ start }) => start >= house.end);
  if (next === undefined) return false;
  if (mentionAt(passage.mentions.get('houseNumber'), tokens.indexOf(next)) !== undefined) return true;
  const named = tokens[house.before];
  if (
    named?.capital === true &&
    STREET_LIKE.test(named.word) &&
    !next.capital &&
    !isCounted(passage, tokens.indexOf(next))
  )
    return true;
  return isSentenceGoesOn(next.word);
}

/** Jiráskova 318/5 · Nikole Pašića 209 · „Цар Калоян“ 112 · Липова вулиця, 8 · Ulici lipa 14 */
function nameBeforeNumber(passage: Passage, house: House): number | undefined {
  const { tokens } = passage;
  const { before } = house;
  const last = tokens[before];
  if (
    last?.kind !== 'word' ||
    (isNoStreet(passage, before) && !isStreetWord(passage, before)) ||
    !endsHere(passage, house)
  )
    return undefined;
  if (!BETWEEN.test(gap(passage, before)) && !house.named) return undefined;
  let first = before;
  while (
    first > before - MAX_WORDS &&
    /^(?:\.? |-|["„“«])$/.test(gap(passage, first - 1)) &&
    tokens[first - 1]?.kind === 'word' &&
    !isNoStreet(passage, first - 1) &&
    (tokens[first - 1]?.capital === true ||
      isStreetParticle(tokens[first - 1]?.word ?? '') ||
      isStreetWord(passage, first - 1))
  )
    first -= 1;
  while (first < before && tokens[first]?.capital !== true && !isStreetWord(passage, first)) first += 1;
  if (mentionAt(passage.mentions.get('month'), house.token + 1) !== undefined) return undefined;
  // "Im Sommer 142 Häuser"; "Santo Domingo 12" is a street.
  if (first === before && isTime(last.word)) return undefined;
  // "Ana, 24, lives in our shelter" and "(PDF, 84 pages)" are no houses.
  const alone = first === before && gap(passage, before).startsWith(',');
  // "Wednesday, 25"
  if (alone && mentionAt(passage.mentions.get('notAName'), before) !== undefined) return undefined;
  if (alone && (isGivenName(last.word, !passage.english) || /^\p{Lu}+$/u.test(last.text))) return undefined;
  const named = tokens.slice(first, before + 1).some(({ capital }) => capital);
  // "Bring it to the address Kosovskih božura 27": in Slavic languages only the first word has a capital.
  const announced = mentionBefore(passage.mentions.get('addressFollows'), first, 0) !== undefined;
  const lower =
    !last.capital && !announced && !isStreetWord(passage, before) && !(first < before && isStreetWord(passage, first));
  return named && !lower ? first : undefined;
}

/** 40 Quarry Bank · 18 Cobbler's Row. The offset at which it ends. */
function nameBehindNumber(passage: Passage, house: House): number | undefined {
  const { tokens, text } = passage;
  const start = tokens[house.token]?.start ?? 0;
  const street = (['streetAfter', 'placeAfter'] as const).some(
    (wordClass) => mentionAfter(passage.mentions.get(wordClass), house.token + 2, 2) !== undefined,
  );
  if (!street && !/(?:\b(?:at|on|to|in|from|of)\s|[,:(–]\s?|- )$/.test(text.slice(Math.max(0, start - 6), start)))
    return undefined;
  let at = house.token + 1;
  while ((tokens[at]?.end ?? Infinity) <= house.end) at += 1;
  let last = at - 1;
  while (
    last - at < 3 &&
    tokens[last + 1]?.capital === true &&
    /^(?:'s)?\.? $/.test(last < at ? ' ' : gap(passage, last))
  ) {
    if (isNoStreet(passage, last + 1)) return undefined;
    last += 1;
  }
  return last > at && /^ ?$/.test(text.slice(house.end, tokens[at]?.start ?? house.end))
    ? tokens[last]?.end
    : undefined;
}

/** Beside a word for a shelter any name with a number is an address, without a word for a street too. */
export function shelterAddressAt(passage: Passage, house: House): Match | undefined {
  if (!passage.mentions.has('shelter') || !speaksOfShelter(passage, house.token)) return undefined;
  const { text, tokens } = passage;
  const first = nameBeforeNumber(passage, house);
  const behind = first === undefined ? nameBehindNumber(passage, house) : undefined;
  if (first === undefined && behind === undefined) return undefined;
  const start = tokens[first ?? house.token]?.start ?? 0;
  const end = behind ?? house.end;
  return { kind: 'streetAddress', start, end, value: text.slice(start, end) };
}
