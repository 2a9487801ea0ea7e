import type { DoubtfulLanguage } from '../../../model/issue/contribution-summary.js';
import { leftAloneIn } from '../../text/left-alone.js';
import type { TextRun } from '../../text/text-run.js';
import { plainlyIn } from './common-words.js';
import { eastSlavicLanguage } from './east-slavic.js';

/** Fewer words say too little. */
const MIN_WORDS = 12;
const MIN_SMALL_WORDS = 8;
/** More words cost time and make the result no better. */
const MAX_WORDS = 400;

const WORD = /\p{L}[\p{L}\p{M}'’ʼ-]*/gu;

/** The writer's own words: no quotations, no code, no addresses. */
function ownWords(runs: readonly TextRun[]): readonly string[] {
  const words: string[] = [];
  for (const run of runs) {
    if (words.length >= MAX_WORDS) break;
    const leftAlone = leftAloneIn(run);
    let from = 0;
    for (const { start, end } of [...leftAlone, { start: run.text.length, end: run.text.length }].sort(
      (left, right) => left.start - right.start,
    )) {
      if (start > from) words.push(...(run.text.slice(from, start).match(WORD) ?? []));
      from = Math.max(from, end);
    }
  }
  return words.slice(0, MAX_WORDS);
}

/** The reason to doubt the language of a text, so that a detector is asked; `undefined` when there is no doubt. */
export function languageDoubtOf(runs: readonly TextRun[], declared: string): DoubtfulLanguage | undefined {
  const words = ownWords(runs);
  if (words.length < MIN_WORDS) return undefined;
  // Words with a capital letter are mostly names, which have no language, or they begin sentences.
  const small = words.filter((word) => !/^\p{Lu}/u.test(word));
  if (small.length < MIN_SMALL_WORDS) return undefined;
  const primary = declared.split('-')[0] ?? declared;
  if (plainlyIn(primary, small)) return undefined;
  const sample = small.join(' ');
  return eastSlavicLanguage(sample) === primary ? undefined : { declared, sample };
}
