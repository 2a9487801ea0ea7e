import type { Match } from '../passage/match.js';

const HEMISPHERE = String.raw`(?:[NSEWO](?!\p{L})|[СЮЗВ](?!\p{L})|(?:n|s|e|w|ö)\. ?(?:Br|L)\.|(?:пн|пд|сх|зх|с|ю|в|з)\. ?(?:ш|д)\.)`;
const DEGREES = String.raw`[-+]?\d{1,3}[.,]\d{3,12}`;
/** 52.3702, 4.8952; 52,3702; 4,8952; N 52.3702° E 4.8952°; lat 52.3702, lng: 4.8952 */
const PAIR = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])(?:${HEMISPHERE} ?)?(${DEGREES})( ?°)?(?: ?(${HEMISPHERE}))?([ ]?[,;/|~][ ]?|[ ]{1,2})(?:(?:and|und|et|y|e|lng|lon|long|longitude)[ :=]{1,2})?(?:(${HEMISPHERE}) ?)?(${DEGREES})( ?°)?(?: ?(${HEMISPHERE}))?(?![\p{N}]|[.,]\d| ?%)`,
  'gu',
);
/** Latitude, some words, longitude: "latitude 52.3702 and longitude 4.8952". */
const NAMED = /\blat(?:itude|\.)?[ :=]{1,3}([-+]?\d{1,2}[.,]\d{2,12})°?[^\d\n]{1,24}([-+]?\d{1,3}[.,]\d{2,12})/giu;
/** 52°22'12"N 4°53'42"E; 52° 22.212' N */
const ANGLE = String.raw`(?:${HEMISPHERE} ?)?\d{1,3} ?[°º] ?\d{1,2}(?:[.,]\d{1,6})? ?['’′](?: ?\d{1,2}(?:[.,]\d{1,6})? ?(?:''|["”″]))?(?: ?${HEMISPHERE})?`;
const ANGLES = new RegExp(String.raw`(?<![\p{L}\p{N}])${ANGLE}(?:[ ]?[,;/]?[ ]?${ANGLE})?`, 'gu');
/** A square of the earth in a word: 9F469V3X+2Q. */
const PLUS_CODE = /(?<![\p{L}\p{N}+])[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{2,3}(?![\p{L}\p{N}])/gu;
const THREE_WORDS = /(?<![/:\p{L}\p{N}])\/{3}\p{L}{2,20}[.。]\p{L}{2,20}[.。]\p{L}{2,20}(?![\p{L}\p{N}])/gu;
const THREE_WORDS_NAMED = /(?:what3words|w3w)[ :(]{1,3}(\p{L}{3,20}\.\p{L}{3,20}\.\p{L}{3,20})(?![\p{L}\p{N}.])/giu;
const GEO_ADDRESS = /\bgeo:-?\d{1,2}(?:\.\d{1,12})?,-?\d{1,3}(?:\.\d{1,12})?/gi;
const WORDS_BEFORE =
  /(?:gps|coordin|koordin|coord|координат|location|position|lokac|lokali|lokasjon|položaj|konum|sijainti|pin|map|\blat|широт|posizion|posici|ubicaci|emplacement|standort|locati)/iu;

/** Without these signs a shape cannot be there: asking for them costs a hundredth of looking for it. */
const SIGN_OF_WORDS = /\/{3}|what3words|w3w/i;
const SIGN_OF_DECIMALS = /\d[.,]\d{2}/;
const SIGN_OF_ANGLES = /[°º]/;

function number(written: string): number {
  return Number(written.replace(',', '.'));
}

function inRange(first: string, second: string): boolean {
  const [left, right] = [Math.abs(number(first)), Math.abs(number(second))];
  return left <= 180 && right <= 180 && Math.min(left, right) <= 90;
}

function decimals(written: string): number {
  return written.length - Math.max(written.indexOf('.'), written.indexOf(',')) - 1;
}

function match(start: number, found: string): Match {
  return { kind: 'coordinates', start, end: start + found.length, value: found };
}

/** Whether two decimal numbers are a place and not two amounts: 1.234, 5.678 people. */
function isPlace(parts: RegExpExecArray, text: string): boolean {
  const [found, first = '', degree, hemisphere, separator = '', , second = '', secondDegree, secondHemisphere] = parts;
  if (!inRange(first, second)) return false;
  if ((degree ?? secondDegree ?? hemisphere ?? secondHemisphere ?? parts[5]) !== undefined) return true;
  if (WORDS_BEFORE.test(text.slice(Math.max(0, parts.index - 40), parts.index))) return true;
  const commas = first.includes(',') && second.includes(',');
  if (commas && separator.trim() === ',') return false;
  const [fewest, most] = [Math.min(decimals(first), decimals(second)), Math.max(decimals(first), decimals(second))];
  if (separator.trim() === '') return fewest >= 4;
  if (most >= 4) return !commas || fewest >= 4;
  // Three decimals each could be thousands: only where nothing follows that could be counted.
  const after = text.slice(parts.index + found.length, parts.index + found.length + 12);
  return !commas && !/^[^\S\n]+(?:(?!and |or |is )\p{Ll}|\p{Ll}+ \d)/u.test(after) && !/^ ?[€$£]/.test(after);
}

function pairsIn(text: string): readonly Match[] {
  return Array.from(text.matchAll(PAIR)).flatMap((parts) =>
    isPlace(parts, text) ? [match(parts.index, parts[0])] : [],
  );
}

/** Three words that stand for a square of three metres. */
function threeWordsIn(text: string): readonly Match[] {
  const named = Array.from(text.matchAll(THREE_WORDS_NAMED)).map(({ 0: found, 1: words = '', index }) =>
    match(index + found.length - words.length, words),
  );
  return [...Array.from(text.matchAll(THREE_WORDS)).map(({ 0: found, index }) => match(index, found)), ...named];
}

/** Places by their coordinates, in running text or in a web address. */
export function coordinatesIn(text: string): readonly Match[] {
  const shapes = [
    ...(SIGN_OF_DECIMALS.test(text) ? [NAMED] : []),
    ...(SIGN_OF_ANGLES.test(text) ? [ANGLES] : []),
    ...(text.includes('+') ? [PLUS_CODE] : []),
    ...(text.includes(':') ? [GEO_ADDRESS] : []),
  ];
  return [
    ...(SIGN_OF_DECIMALS.test(text) ? pairsIn(text) : []),
    ...shapes.flatMap((shape) => Array.from(text.matchAll(shape)).map(({ 0: found, index }) => match(index, found))),
    ...(SIGN_OF_WORDS.test(text) ? threeWordsIn(text) : []),
  ];
}
