import type { Token } from '../../passage/tokens.js';
import { isSingleWord } from '../../passage/single-words.js';

/** Ordinary words with which sentences begin, and which no list of names should claim. */
const isStarter = isSingleWord('sentenceStart');
/** The same of Slavic languages, in both scripts. */
const isSlavicStarter = isSingleWord('slavicSentenceStart');

/** English names that are pronouns in Slavic languages. */
const ALSO_PRONOUNS = /^(?:sam|tom|tim|kim)$/;
/** "Grâce à", "otto mesi", "cinque anni": a name only where something else follows. */
const FOLLOWED: Readonly<Record<string, RegExp>> = {
  grace: /^(?:a|au|aux)$/,
  otto: /^(?:mesi|anni|giorni|settimane)$/,
};

/** Whether a word is an ordinary one where it begins a sentence. */
export function isSentenceStarter({ word, text }: Token, next: string, english: boolean): boolean {
  if (ALSO_PRONOUNS.test(word)) return !english;
  return FOLLOWED[word]?.test(next) ?? (isSlavicStarter(word) || (isStarter(word) && !/^[\u0400-\u04ff]/.test(text)));
}
