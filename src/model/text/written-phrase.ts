/**
 * How a secretary writes words and phrases in `house-style.yaml`:
 *
 * - `victim(s)`, `(human) trafficking`: text in round brackets is optional; with slashes in them, it is any one
 *   of several: `(human/child) trafficking`;
 * - `sold her/his/their body`: any one of several words;
 * - `prostitut*`: any ending;
 * - `sold … body`: up to three words in between.
 *
 * Capitals, line breaks and hyphens between words make no difference.
 */
export type PhraseStep =
  | {
      readonly kind: 'word';
      /** Folded; any one of these. */
      readonly words: ReadonlySet<string>;
      /** Or a word with one of these beginnings. */
      readonly beginnings: readonly string[];
      readonly optional: boolean;
    }
  | { readonly kind: 'gap' };

/** A phrase, word by word. */
export type Phrase = readonly PhraseStep[];

/** A gap may stand for at most this many words. */
export const MAX_WORDS_IN_GAP = 3;

const MAX_STEPS = 20;
const MAX_ALTERNATIVES = 100;
/** A shorter beginning would match half the dictionary. */
const MIN_BEGINNING = 3;

const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff\u0307]/g;

/** Returns a word without capitals and invisible characters, for comparing. */
export function foldWord(word: string): string {
  return word.toLowerCase().replace(INVISIBLE, '');
}

const BRACKET = /\(([^()]*)\)/;

/** Returns every way to read a text with brackets. */
function withoutBrackets(written: string, bracket: RegExp = BRACKET): readonly string[] {
  const found = bracket.exec(written);
  if (found === null) return [written];
  const before = written.slice(0, found.index);
  const after = written.slice(found.index + found[0].length);
  const readings: string[] = [];
  for (const inner of ['', ...(found[1] ?? '').split('/')]) {
    readings.push(...withoutBrackets(before + inner + after, bracket));
    if (readings.length > MAX_ALTERNATIVES) break;
  }
  return readings;
}

function stepOf(written: string): PhraseStep {
  if (/^(…|\.{3})$/.test(written)) return { kind: 'gap' };
  const alternatives = written.split(/\/(?![^(]*\))/).flatMap((one) => withoutBrackets(one));
  const folded = alternatives.map(foldWord);
  return {
    kind: 'word',
    words: new Set(folded.filter((word) => word !== '' && !word.endsWith('*'))),
    beginnings: folded.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
    optional: folded.includes(''),
  };
}

/** Reads a written phrase; several words in one pair of brackets make several phrases. */
export function phrasesOf(written: string): readonly Phrase[] {
  const plain = written.replace(/[-‐‑'’ʼ·]/g, ' ').trim();
  return withoutBrackets(plain, /\(([^()]*\s[^()]*)\)/).map((phrase) =>
    (phrase.match(/(?:\([^()]*\)|[^\s()])+/g) ?? []).slice(0, MAX_STEPS).map(stepOf),
  );
}

function stepFault(step: PhraseStep | undefined): string | undefined {
  if (step === undefined) return 'at least one word';
  if (step.kind === 'gap') return undefined;
  const all = [...step.words, ...step.beginnings];
  if (all.length > MAX_ALTERNATIVES) return 'fewer alternatives: write two lines instead of one';
  if (step.beginnings.some((beginning) => beginning.length < MIN_BEGINNING)) {
    return `at least ${String(MIN_BEGINNING)} letters before "*"`;
  }
  return all.every((word) => /^[\p{L}\p{M}\p{N}]+$/u.test(word))
    ? undefined
    : 'words of letters and digits, with ( ) / * and … as the head of the file that comes with the program says';
}

/** Returns what would have been right, or `undefined` when a phrase can be read. */
export function phraseFault(written: string): string | undefined {
  if (/[()]/.test(written.replace(/\([^()]*\)/g, ''))) {
    return 'round brackets that are opened and closed, never one inside another';
  }
  for (const phrase of phrasesOf(written)) {
    const fault = [phrase[0], ...phrase].map(stepFault).find((one) => one !== undefined);
    if (fault !== undefined) return fault;
    if (phrase[0]?.kind === 'gap' || phrase.at(-1)?.kind === 'gap') return 'a word before and after "…"';
    if (phrase.every((step) => step.kind === 'gap' || step.optional))
      return 'at least one word that may not be left out';
  }
  return undefined;
}
