/** Cyrillic letters in Latin ones, so that one list of words serves both scripts of a language. */
const LATIN: Readonly<Record<string, string>> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', ђ: 'dj', е: 'e', є: 'e', ж: 'z', з: 'z', ѕ: 'z', и: 'i', і: 'i',
  ј: 'j', к: 'k', л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'c', у: 'u',
  ф: 'f', х: 'h', ц: 'c', ч: 'c', џ: 'dz', ш: 's', щ: 's', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia', ł: 'l',
  đ: 'dj', ø: 'o', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe',
}; // prettier-ignore

/** In Ukrainian an apostrophe stands within words, and before no ending. */
const CYRILLIC = /[\u0400-\u04ff]/;
const PLAIN = /^[a-z]*$/;
const ACCENTS = /\p{M}/gu;
/** The folded form of every letter that was met; it stays small because there are few letters. */
const folded = new Map<string, string>();

function foldLetter(letter: string): string {
  const known = folded.get(letter);
  if (known !== undefined) return known;
  const bare = letter.normalize('NFD').replace(ACCENTS, '');
  const latin = LATIN[letter] ?? LATIN[bare] ?? bare;
  folded.set(letter, latin);
  return latin;
}

/**
 * A word as the lists know it: small Latin letters without accents, and without what follows an apostrophe.
 * `Žrtva` and `жртва` both become `zrtva`, `survivor's` becomes `survivor`.
 */
export function foldWord(word: string): string {
  const small = word.toLowerCase();
  if (PLAIN.test(small)) return small;
  const apostrophe = small.indexOf("'");
  // Only an ending is cut off: "Caddesi'nde" loses it, "прем'єра" keeps what follows.
  const ending = apostrophe > 2 && apostrophe >= small.length - 6 && !CYRILLIC.test(small.charAt(apostrophe + 1));
  const bare = ending ? small.slice(0, apostrophe) : small.replaceAll("'", '');
  let result = '';
  for (const letter of bare) result += letter >= 'a' && letter <= 'z' ? letter : foldLetter(letter);
  return result;
}
