import { LANGUAGES } from '../../languages/index.js';

/** The small words that stand in every sentence of a language, and seldom in one of another; by the language's tag. */
const SETS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  LANGUAGES.flatMap(({ tags: [tag], commonWords }) =>
    commonWords === undefined ? [] : [[tag, new Set(commonWords.split(' '))] as const],
  ),
);

/** Every sentence has about this share of small words, and one of another language far fewer. */
const MIN_SHARE = 0.12;

function share(words: readonly string[], language: string): number {
  const common = SETS.get(language);
  return common === undefined ? 0 : words.filter((word) => common.has(word)).length / Math.max(1, words.length);
}

/** Whether words in small letters are plainly those of a language; `false` says nothing against it. */
export function plainlyIn(language: string, words: readonly string[]): boolean {
  const own = share(words, language);
  return own >= MIN_SHARE && [...SETS.keys()].every((other) => other === language || share(words, other) < own);
}
