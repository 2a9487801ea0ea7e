import { nationalNumbersIn } from './identity-checks.js';
import type { Match, Passage } from '../passage/match.js';

/** Behind a word such as "passport": a few words, then letters and digits. */
const ANNOUNCED = /^((?:[^\p{N}\n;!?]){0,30}?)((?:\p{Lu}{1,3}[ -]?)?\d[\d\p{Lu} ./-]{3,24}\d?\p{Lu}?)(?![\p{L}\p{N}])/u;
const SENTENCE = /[.!?]\s+\p{Lu}\p{Ll}/u;
const DATE = /^(?:\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2,4}|\d{4}-\d{2}-\d{2}|(?:19|20)\d\d)$/;
const YEARS = /^(?:(?:19|20)\d\d[ /-]*)+$/;
const NUMBER_WORD = /(?:(?<!\p{L})(?:no|nr|n|number|numer|numéro|br|бр|номер)\.?|№|°|º)[:\s]*$/iu;
const NUMBER_FOLLOWS = /(?::\s*$)|(?:(?<!\p{L})(?:no|nr|n|number|numer|numéro|br|бр|номер)\.?|№|°|º)\s*$/iu;
/** 9.00-16.00: hours of an office. */
const HOURS = /^\d{1,2}[.:]\d{2} ?[-/] ?\d{1,2}[.:]\d{2}/;
const FEWEST_DIGITS = 5;
/** Words that follow "passport" when no number of one is meant: a law, a directive, a number of persons. */
const NO_DOCUMENT = /\p{Ll}{4,}[^\p{L}]+\p{Ll}{4,}[^\p{L}]+\p{Ll}{4,}/u;

function match(start: number, written: string): Match {
  return { kind: 'identityNumber', start, end: start + written.length, value: written.replace(/[^\p{L}\p{N}]/gu, '') };
}

function announced({ text, tokens, mentions }: Passage): readonly Match[] {
  return (mentions.get('identity') ?? []).flatMap(({ last }) => {
    const from = tokens[last]?.end ?? 0;
    const found = ANNOUNCED.exec(text.slice(from, from + 70));
    const [, lead = '', raw = ''] = found ?? [];
    const written = raw.trimEnd().replace(/[./-]+$/, '');
    if (
      (written.match(/\d/g) ?? []).length < FEWEST_DIGITS ||
      DATE.test(written) ||
      HOURS.test(written) ||
      YEARS.test(written)
    )
      return [];
    if (SENTENCE.test(lead) || NO_DOCUMENT.test(lead)) return [];
    // Thousands in groups are a count, unless "no." stands before them.
    const counted = /^ \p{Ll}/u.test(
      text.slice(from + lead.length + written.length, from + lead.length + written.length + 2),
    );
    if (/^\d{1,3}(?:[ .]\d{3})+$/.test(written) && (counted ? !NUMBER_WORD.test(lead) : !NUMBER_FOLLOWS.test(lead)))
      return [];
    return [match(from + lead.length, written)];
  });
}

/** Numbers of passports, identity cards and registers of persons. */
export function identityNumbersIn(passage: Passage): readonly Match[] {
  const { text } = passage;
  if (!/\d{2}/.test(text)) return [];
  const unmistakable = nationalNumbersIn(text).map(({ start, written }) => match(start, written));
  return [...announced(passage), ...unmistakable];
}
