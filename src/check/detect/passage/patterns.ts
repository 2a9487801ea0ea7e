import type { PatternClass } from '../../languages/check-language.js';
import { LANGUAGES } from '../../languages/index.js';

/** The alternatives of a class in all languages, each once: they stand in brackets within a regular expression. */
export function patternsOf(patternClass: PatternClass): string {
  const all = LANGUAGES.flatMap(({ patterns }) => patterns?.[patternClass]?.split(/\s+/) ?? []);
  return [...new Set(all)].join('|');
}
