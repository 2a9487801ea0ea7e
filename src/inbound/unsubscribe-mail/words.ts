/** Letters that decomposition does not make plain. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ...{ ø: 'o', đ: 'd', ł: 'l', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ŋ: 'n', ς: 'σ' },
  // Arabic letters that are often written for one another.
  ...{ ى: 'ي', ة: 'ه', ـ: '' },
};

/** Returns a text in small letters without accents, so that hasty writing equals careful writing. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[øđłıßæœþðŋςىةـ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter);
}

/** One sentence in its compared form. */
export interface Sentence {
  readonly words: readonly string[];
  /** The indexes of words that follow a comma, a dash or the like. */
  readonly pauses: ReadonlySet<number>;
  readonly isQuestion: boolean;
}

/** Reads the words of a text that is one sentence. */
export function readSentence(text: string): Sentence {
  const words: string[] = [];
  const pauses = new Set<number>();
  const joined = fold(text)
    .replace(/n['’`´]t(?![\p{L}\p{N}])/gu, 'nt')
    .replace(/(?<![\p{L}\p{N}])(e|un|opt)[-‐‑–](?=mail|post|subscri|out)/gu, '$1');
  for (const [piece] of joined.matchAll(/[\p{L}\p{N}]+|[,:;()"„“”«»–—]| - /gu)) {
    if (/^[\p{L}\p{N}]/u.test(piece)) words.push(piece);
    else pauses.add(words.length);
  }
  return { words, pauses, isQuestion: /[?؟;]\s*$/u.test(text) };
}

/** Returns the words of a table's phrase, or of a name. */
export function wordsOf(text: string): readonly string[] {
  return readSentence(text).words;
}

const ABBREVIATION =
  /(?<![\p{L}\p{N}])(art|nr|no|čl|cl|ст|st|mr|mrs|ms|dr|prof|bzw|ca|z|b|чл|άρθρ|tel|ing|mag|fr|hr|dhr|mevr|mme)\.\s+/giu;
const LONG_LINE = 45;

/** Splits a text into sentences. A line that was wrapped continues in the next. */
export function sentencesOf(text: string): readonly Sentence[] {
  const lines = text.split('\n');
  let joined = '';
  lines.forEach((line, index) => {
    const trimmed = line.trim();
    const before = lines[index - 1]?.trim() ?? '';
    const goesOn = trimmed !== '' && before !== '' && (before.length >= LONG_LINE || /^\p{Ll}/u.test(trimmed));
    joined += (index === 0 ? '' : goesOn && !/^[-*•]/.test(trimmed) ? ' ' : '\n') + trimmed;
  });
  return joined
    .replace(ABBREVIATION, '$1 ')
    .split(/(?<=(?<!\d)\.|[!?…؟])\s+|\n+/u)
    .map(readSentence)
    .filter(({ words }) => words.length > 0);
}
