import { mentionAt, mentionBefore } from '../passage/lexicon.js';
import type { Passage } from '../passage/match.js';

/** A number of a house among the tokens, with what belongs to it. */
export interface House {
  /** The token of the number. */
  readonly token: number;
  /** The last token of the street's name before it. */
  readonly before: number;
  /** Whether "No", "nr", "буд." stands between. */
  readonly named: boolean;
  /** The offset at which the number ends, with its letter and its flat. */
  readonly end: number;
}

/** What may stand between a street and its number. */
export const BETWEEN = /^["»”“']?[,.:]{0,2}\s{0,2}(?:[№#]\s?|[nN]\.?[°º]\s?)?$/;
const BEHIND_NUMBER =
  /^(?:[a-zA-Zа-яА-ЯіІ](?![\p{L}\p{N}'’])|\s[a-zA-Zа-яА-ЯіІ](?![\p{L}\p{N}'’.]))?(?:\s?[/-]\s?\d{1,4}[a-zA-Zа-я]?(?![\p{L}\p{N}])|\/[A-ZА-Я](?![\p{L}\p{N}]))?(?:-(?:hs|bis|huis|hoog|boven|beneden)(?!\p{L}))?(?:\s(?:bis|ter)(?!\p{L})|\sbus\s\d{1,4})?/u;
const NO_HOUSE =
  /^(?:[.,]\d|\s?[%‰°€$£]|:\d|\.\d|\/(?:19|20)\d\d|-(?!(?:hs|bis|huis|hoog|boven|beneden)(?!\p{L}))\p{L}{2}|\.\s?\d{1,2}\.|(?:st|nd|rd|th|er|e|ème|è)(?!\p{L}))/u;
/** 18 h 30, 14.30 uur: an hour before or behind. */
const HOUR = /\b(?:h|u|uur|uhr|ore|godz|hod|год)\.?\s$/iu;

/** The first signs between two tokens. */
export function gap({ text, tokens }: Passage, left: number): string {
  const [from, to] = [tokens[left]?.end ?? 0, tokens[left + 1]?.start ?? text.length];
  return text.slice(from, Math.min(to, from + 12));
}

/** "tř. Svobody 1922/3", "Av. Libertadores 2045, Asunción": behind a word for a street no year. */
function isLongStreet({ text, tokens, mentions }: Passage, token: number): boolean {
  const end = tokens[token]?.end ?? 0;
  const street = mentionBefore(mentions.get('streetBefore'), token, 3);
  return (
    street !== undefined &&
    street.last < token - 1 &&
    /^(?:\/\d{1,3}(?![\d/])|, \p{Lu}\p{L}+[:.,])/u.test(text.slice(end, end + 30))
  );
}

/** The number of a house at a token, if it can be one. */
export function houseAt(passage: Passage, token: number): House | undefined {
  const { text, tokens } = passage;
  const number = tokens[token];
  if (number?.kind !== 'number' || number.text.length > 4 || number.text === '0') return undefined;
  const rest = text.slice(number.end, number.end + 20);
  if (NO_HOUSE.test(rest) || /[\p{L}\p{N}.,/-]$/u.test(text.slice(number.start - 1, number.start).trim()))
    return undefined;
  if (HOUR.test(text.slice(Math.max(0, number.start - 6), number.start))) return undefined;
  if (text.charAt(number.end) === ' ' && mentionAt(passage.mentions.get('counted'), token + 1) !== undefined)
    return undefined;
  let before = token - 1;
  while (before > token - 3 && BETWEEN.test(gap(passage, before)) && isHouseWord(passage, before)) before -= 1;
  if (/^(?:19|20)\d\d$/.test(number.text) && before === token - 1 && !isLongStreet(passage, token)) return undefined;
  const end = number.end + (BEHIND_NUMBER.exec(rest)?.[0].length ?? 0);
  return { token, before, named: before < token - 1, end };
}

function isHouseWord({ mentions, tokens }: Passage, token: number): boolean {
  return mentionAt(mentions.get('houseNumber'), token)?.last === token && (tokens[token]?.text.length ?? 0) < 12;
}
