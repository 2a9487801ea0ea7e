/** Letters of one script that look like letters of another. */
const CYRILLIC_LIKE_LATIN = 'авекмнорстухіјѕһԁԛԝӏүАВЕЗКМНОРСТУХІЈЅҺԌԜ';
const GREEK_LIKE_LATIN = 'αγεικνορτυχωΑΒΕΖΗΙΚΜΝΟΡΤΥΧ';
const LATIN_LIKE_OTHERS = 'aceijopsxyABCEHIKMOPSTXYZNkvn';

const LOOK_ALIKES: Readonly<Record<Script, ReadonlySet<string>>> = {
  Cyrillic: new Set(CYRILLIC_LIKE_LATIN),
  Greek: new Set(GREEK_LIKE_LATIN),
  Latin: new Set(LATIN_LIKE_OTHERS),
};

const LETTERS: readonly (readonly [Script, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
];

/** The scripts whose letters are taken for one another. */
export type Script = 'Latin' | 'Cyrillic' | 'Greek';

/** The script of a letter, where it is one of the three. */
export function scriptOf(letter: string): Script | undefined {
  if ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z')) return 'Latin';
  return LETTERS.find(([, pattern]) => pattern.test(letter))?.[0];
}

/** Most words by far: they need no look at each letter. */
const ONLY_LATIN = /^[a-z]*$/i;

/** The letters of a word by script. */
function lettersByScript(word: string): ReadonlyMap<Script, readonly string[]> {
  const found = new Map<Script, string[]>();
  for (const letter of word.normalize('NFC')) {
    const script = scriptOf(letter);
    if (script === undefined) continue;
    const letters = found.get(script);
    if (letters === undefined) found.set(script, [letter]);
    else letters.push(letter);
  }
  return found;
}

/** Whether every letter of a word is of one script and looks like one of another. */
export function looksLikeAnother(word: string, script: Script): boolean {
  const letters = Array.from(word.normalize('NFC')).filter((letter) => /\p{L}/u.test(letter));
  return (
    letters.length > 0 && letters.every((letter) => scriptOf(letter) === script && LOOK_ALIKES[script].has(letter))
  );
}

/**
 * The letters that do not belong into a word: of another script than most of it, and such as look like letters of its
 * script. `undefined` for words of one script, and for those in which two meet openly, as in "SMSки".
 */
export function strangersIn(
  word: string,
): { readonly script: Script; readonly of: Script; readonly letters: readonly string[] } | undefined {
  if (ONLY_LATIN.test(word)) return undefined;
  const found = [...lettersByScript(word)].sort((left, right) => right[1].length - left[1].length);
  const [most, fewest] = found;
  if (most === undefined || fewest === undefined) return undefined;
  const candidates = most[1].length === fewest[1].length ? [fewest, most] : [fewest];
  for (const [script, letters] of candidates) {
    const rest = script === fewest[0] ? most[0] : fewest[0];
    if (letters.every((letter) => LOOK_ALIKES[script].has(letter))) return { script, of: rest, letters };
  }
  return undefined;
}
