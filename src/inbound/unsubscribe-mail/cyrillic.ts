import type { RequestLanguage } from './language.js';

const PAIRS: Readonly<Record<string, string>> = { dž: 'џ', lj: 'љ', nj: 'њ' };
const LETTERS: Readonly<Record<string, string>> = {
  ...{ a: 'а', b: 'б', c: 'ц', č: 'ч', ć: 'ћ', d: 'д', đ: 'ђ', e: 'е', f: 'ф', g: 'г', h: 'х', i: 'и', j: 'ј', k: 'к' },
  ...{ l: 'л', m: 'м', n: 'н', o: 'о', p: 'п', r: 'р', s: 'с', š: 'ш', t: 'т', u: 'у', v: 'в', z: 'з', ž: 'ж' },
};

/** Converts the words of a language to its other script (Vuk's alphabet, letter for letter). */
export function toCyrillic(latin: RequestLanguage): RequestLanguage {
  return {
    tag: `${latin.tag}-Cyrl`,
    unsubscribe: transliterate(latin.unsubscribe),
    asks: transliterate(latin.asks),
    alone: transliterate(latin.alone),
    hints: transliterate(latin.hints),
    erase: transliterate(latin.erase),
    list: transliterate(latin.list),
    me: transliterate(latin.me),
    not: transliterate(latin.not),
    otherThings: transliterate(latin.otherThings),
    somebodyElse: transliterate(latin.somebodyElse),
    doubt: transliterate(latin.doubt),
    subscribe: transliterate(latin.subscribe),
    around: transliterate(latin.around),
    closing: transliterate(latin.closing),
  };
}

function transliterate(text: string): string {
  // References to lists keep their names.
  return text.replace(/@\w+|dž|lj|nj|\p{L}/gu, (letter) => PAIRS[letter] ?? LETTERS[letter] ?? letter);
}
