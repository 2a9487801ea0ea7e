import { isCreditCard, isIBAN } from './check-digits.js';
import { mentionBefore } from '../passage/lexicon.js';
import type { Match, Passage } from '../passage/match.js';

const SHORTEST_IBAN = 15;
/** Two letters of a country, two check digits, and up to 30 further signs in groups. */
const IBAN_SHAPE = /(?<![\p{L}\p{N}])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]){11,30}/gu;
const CARD_SHAPE = /(?<![\p{L}\p{N}])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}])/gu;
/** What stands behind "account number" where it is none of the two. */
const ACCOUNT_SHAPE = /^[\s:.#№-]{0,4}((?:[A-Z]{2})?\d(?:[ ./-]?[A-Z0-9]){5,33})(?![\p{L}\p{N}])/u;
const REACH = 40;

/** The longest beginning of what was found whose check digits are right: a word may follow without a break. */
function ibanIn(found: string): string | undefined {
  for (let end = found.length; end >= SHORTEST_IBAN; end -= 1) {
    const part = found.slice(0, end);
    if (/[A-Za-z0-9]$/.test(part) && isIBAN(part.replace(/[ -]/g, ''))) return part;
  }
  return undefined;
}

function compact(written: string): string {
  return written.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
}

function match(start: number, written: string): Match {
  return { kind: 'bankNumber', start, end: start + written.length, value: compact(written) };
}

/** Numbers behind words such as "account number", whatever their check digits. */
function announcedAccounts({ text, tokens, mentions }: Passage): readonly Match[] {
  const announcements = mentions.get('bankAccount') ?? [];
  return announcements.flatMap(({ last }) => {
    const from = tokens[last]?.end ?? 0;
    const rest = text.slice(from, from + REACH + 34);
    // "account no. 12…", "account number is: 12…"
    const lead = /^(?: ?(?:no|nr|n|number|numer|is|č|br|бр|№)\b\.?){0,2}/u.exec(rest)?.[0] ?? '';
    const account = ACCOUNT_SHAPE.exec(rest.slice(lead.length));
    const written = account?.[1];
    if (account === null || written === undefined || (written.match(/\d/g) ?? []).length < 6) return [];
    if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(written)) return [];
    return [match(from + lead.length + account[0].length - written.length, written)];
  });
}

/** Numbers of bank accounts and bank cards. */
export function bankNumbersIn(passage: Passage): readonly Match[] {
  const { text, tokens, mentions } = passage;
  if (!/\d{2}/.test(text)) return [];
  const accounts = Array.from(text.matchAll(IBAN_SHAPE)).flatMap(({ 0: found, index }) => {
    const iban = ibanIn(found);
    return iban === undefined ? [] : [match(index, iban)];
  });
  const cards = Array.from(text.matchAll(CARD_SHAPE)).flatMap(({ 0: found, index }) => {
    if (isCreditCard(found.replace(/[ -]/g, ''))) return [match(index, found)];
    const token = tokens.findIndex(({ start }) => start >= index);
    return mentionBefore(mentions.get('bankAccount'), token, 2) === undefined ? [] : [match(index, found)];
  });
  return [...accounts, ...cards, ...announcedAccounts(passage)];
}
