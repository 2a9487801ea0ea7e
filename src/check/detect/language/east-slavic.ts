/** Letters that only one of the three has; a detector often takes one of the languages for another. */
const UKRAINIAN = /[іїєґ]/giu;
const RUSSIAN = /[ыэъё]/giu;
const BELARUSIAN = /ў/giu;

function count(text: string, letters: RegExp): number {
  return text.match(letters)?.length ?? 0;
}

/** In this many letters of Ukrainian or Belarusian there is at least one that Russian has not. */
const TELLING_LENGTH = 60;

/** Whether a text is long enough, and without the letters that Ukrainian and Belarusian cannot do without. */
export function hasNoUkrainianLetters(text: string): boolean {
  return count(text, /\p{L}/gu) >= TELLING_LENGTH && count(text, UKRAINIAN) === 0 && count(text, BELARUSIAN) === 0;
}

/** The East Slavic language that a text in one of them is plainly written in, by its letters. */
export function eastSlavicLanguage(text: string): 'uk' | 'ru' | 'be' | undefined {
  const [ukrainian, russian, belarusian] = [count(text, UKRAINIAN), count(text, RUSSIAN), count(text, BELARUSIAN)];
  if (belarusian >= 2) return 'be';
  // Names and quoted words of the other language are a few letters among many.
  if (ukrainian >= 3 && russian * 5 <= ukrainian) return 'uk';
  if (russian >= 3 && ukrainian * 5 <= russian) return 'ru';
  return undefined;
}
