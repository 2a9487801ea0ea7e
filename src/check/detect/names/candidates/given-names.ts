import { foldWord } from '../../passage/folded-word.js';
import { LANGUAGES } from '../../../languages/index.js';
import { SHARED_NAMES } from '../../../languages/shared-names.js';

/** Most names are written as they sound. */
const SIGN_OF_SPELLING = /[yjwx]|[ckpsz]h|ts|ck|(.)\1/;

/**
 * What is the same in all spellings of a name: Mariya, Marija, Марія and Maria; Yuliya, Julija and Юлия.
 *
 * @param word folded
 */
export function soundOf(word: string): string {
  if (!SIGN_OF_SPELLING.test(word)) return word;
  return word
    .replace(/[yj]/g, 'i')
    .replace(/w/g, 'v')
    .replace(/kh/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/ck/g, 'k')
    .replace(/([csz])h/g, '$1')
    .replace(/ts/g, 'c')
    .replace(/x/g, 'ks')
    .replace(/(.)\1+/g, '$1');
}

const KNOWN: ReadonlySet<string> = new Set(
  [SHARED_NAMES, ...LANGUAGES.map(({ givenNames = '' }) => givenNames)]
    .flatMap((list) => list.split(/\s+/))
    .filter((name) => name !== '')
    .map((name) => soundOf(foldWord(name))),
);

/** Endings of the cases of all languages, and of the nominatives that they replace. */
const CASE_ENDINGS: readonly (readonly [RegExp, readonly string[]])[] = LANGUAGES.flatMap(
  ({ caseEndings = [] }) => caseEndings,
).map(({ endings, nominatives }) => [
  new RegExp(`(?:${endings.split(' ').join('|')})$`),
  nominatives.split(' ').map((ending) => (ending === '-' ? '' : ending)),
]);

/** Endings that many other words have too; a short word with one of them is no name. */
const COMMON_ENDING = /[nsme]$/;
const SHORTEST_WITH_COMMON_ENDING = 6;

function isInflected(sound: string): boolean {
  if (sound.length < SHORTEST_WITH_COMMON_ENDING && COMMON_ENDING.test(sound)) return false;
  return CASE_ENDINGS.some(([ending, nominatives]) => {
    const stem = sound.replace(ending, '');
    return stem !== sound && stem.length >= 2 && nominatives.some((nominative) => KNOWN.has(stem + nominative));
  });
}

/**
 * Whether a word is a given name as far as our lists know.
 *
 * @param word folded
 * @param inflected whether endings of cases are to be expected
 */
export function isGivenName(word: string, inflected = false): boolean {
  // Of "Ana-Maria" both are names; of "Anti-Trafficking" the first only sounds like one.
  return word.split('-').every((part, index) => {
    // Of "Florin-C." only the first name is written out.
    if (index > 0 && part.length === 1) return true;
    const sound = soundOf(part);
    return KNOWN.has(sound) || (inflected && sound.length >= 3 && isInflected(sound));
  });
}
