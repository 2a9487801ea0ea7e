import { isSingleWord, singleWords } from '../passage/single-words.js';

/** Words that end like a street and are none. */
export const isNoStreet = isSingleWord('noStreet');
/** The words for a street between the number and its name, as in French: 12 rue de la Paix. */
export const isNumberFirst = isSingleWord('numberFirst');
/** Words for a street that stand behind a name in small letters too. */
export const isSmallStreetWord = isSingleWord('smallStreetWord');
/** Small words within names of streets. */
export const isStreetParticle = isSingleWord('streetParticle');
/** Small words that have a capital at the beginning of a sentence only: Auf Platz 3. */
export const isSmallWord = isSingleWord('smallWord');
/** Whether a word names a time, so that the number behind it is none of a house: "im Sommer 142 Häuser". */
export const isTime = isSingleWord('time');

let endings: { readonly all: readonly string[]; readonly clear: readonly string[] } | undefined;

/** Whether a word ends as streets do, in one word: Hauptstraße; without a capital only where hardly another word ends so. */
export function endsAsStreet(word: string, capital: boolean): boolean {
  endings ??= { all: singleWords('streetEnding'), clear: singleWords('clearStreetEnding') };
  const list = capital ? endings.all : endings.clear;
  return list.some((ending) => word.endsWith(ending) && word.length >= ending.length + 3);
}

/** Abbreviations that also begin another word: St Petersburg, Dr Smith. A sign or the end follows where they end a street. */
const SHORT_AFTER: ReadonlySet<string> = new Set(['st', 'dr', 'av', 'ave', 'ct', 'pl', 'sq', 'sk', 'cd', 'mah']);

/** Whether a word is one of these abbreviations. */
export function isShortAfter(word: string): boolean {
  return SHORT_AFTER.has(word);
}

/** What follows "via" where it means "by way of". */
const BY_WAY_OF: ReadonlySet<string> = new Set(
  `zoom skype teams whatsapp signal facebook twitter youtube telegram viber instagram google email webex jitsi meet messenger mail internet online link sms tiktok linkedin moodle campesina`.split(
    ' ',
  ),
);

/** Whether "via" before a word means "by way of". */
export function isByWayOf(word: string): boolean {
  return BY_WAY_OF.has(word);
}
