import { mentionAt } from '../lexicon.js';
import type { Match, Passage } from '../match.js';
import { isGivenName } from './given-names.js';

const AGE = /^(?:[1-9]|[1-8]\d)$/;
const YEARS_JOINED = /^ ?-? ?$/;

function yearsAt({ text, tokens, mentions }: Passage, number: number): number | undefined {
  const next = tokens[number + 1];
  if (next === undefined || !YEARS_JOINED.test(text.slice(tokens[number]?.end ?? 0, next.start))) return undefined;
  return mentionAt(mentions.get('years'), number + 1)?.last;
}

function isFirstName(passage: Passage, token: number): boolean {
  const word = passage.tokens[token];
  if (word?.capital !== true || mentionAt(passage.mentions.get('month'), token) !== undefined) return false;
  return isGivenName(word.word, !passage.english || /[^\x20-\x7e]/.test(word.text));
}

/** Maria, 19, · Maria (19) · Maria K., 19 · Maria is 19 years old */
function nameBeforeAge(passage: Passage, number: number): number | undefined {
  const { text, tokens } = passage;
  const age = tokens[number];
  const end = age?.end ?? 0;
  const years = yearsAt(passage, number) !== undefined;
  const closed = /^(?:[,)]|$|\.(?:\s|$))/.test(text.slice(end, end + 2)) || years;
  const before = tokens[number - 1];
  if (before === undefined || !closed) return undefined;
  const gap = text.slice(before.end, age?.start ?? 0);
  if (/^(?:, | \()$/.test(gap) && isFirstName(passage, number - 1)) return number - 1;
  if (/^\.?(?:, | \()$/.test(gap) && before.text.length === 1 && isFirstName(passage, number - 2)) return number - 2;
  // "Maria is 19 years old", "Марії 19 років"
  if (years && gap === ' ') return [number - 1, number - 2].find((token) => isFirstName(passage, token));
  return undefined;
}

/** 19-year-old Maria, die 19-jährige Maria, 19-річна Марія, 19 yaşındaki Ayşe */
function nameBehindAge(passage: Passage, number: number): number | undefined {
  const years = yearsAt(passage, number);
  return years === undefined ? undefined : [years + 1, years + 2].find((token) => isFirstName(passage, token));
}

/** A first name with an age: few people fit both. */
export function namesWithAge(passage: Passage): readonly Match[] {
  const { text, tokens } = passage;
  return tokens.flatMap(({ kind, text: digits }, number): readonly Match[] => {
    if (kind !== 'number' || !AGE.test(digits)) return [];
    const name = nameBeforeAge(passage, number) ?? nameBehindAge(passage, number);
    if (name === undefined) return [];
    const start = tokens[Math.min(name, number)]?.start ?? 0;
    const end = tokens[Math.max(name, number)]?.end ?? 0;
    return [{ kind: 'fullName', start, end, value: text.slice(start, end) }];
  });
}
