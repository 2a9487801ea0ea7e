import { BULGARIAN } from './bulgarian.js';
import { CZECH } from './czech.js';
import { DEMONYMS } from './words/demonyms.js';
import { DUTCH } from './dutch.js';
import { ENGLISH } from './english.js';
import { ESTONIAN, FINNISH } from './finnish.js';
import { FRENCH } from './french.js';
import { FURTHER } from './words/further.js';
import { GERMAN } from './german.js';
import { ITALIAN } from './italian.js';
import type { LanguageWords } from './check-language.js';
import { DANISH, SWEDISH } from './danish.js';
import { POLISH } from './polish.js';
import { PUBLIC_LINES } from './words/public-lines.js';
import { ROMANIAN } from './romanian.js';
import { BELARUSIAN, RUSSIAN } from './russian.js';
import { SPANISH } from './spanish.js';
import { TOLD_CIRCUMSTANCES } from './words/told-circumstances.js';
import { TOLD_PERSONS } from './words/told-persons.js';
import { TURKISH } from './turkish.js';
import { UKRAINIAN } from './ukrainian.js';
import { MACEDONIAN, SERBIAN } from './serbian.js';

/** The lists of all languages. All are looked up in every text, because members quote and mix languages. */
export const ALL_LANGUAGES: readonly LanguageWords[] = [
  ENGLISH,
  DUTCH,
  GERMAN,
  FRENCH,
  SPANISH,
  ITALIAN,
  ROMANIAN,
  POLISH,
  CZECH,
  SERBIAN,
  MACEDONIAN,
  BULGARIAN,
  UKRAINIAN,
  RUSSIAN,
  BELARUSIAN,
  TURKISH,
  FINNISH,
  ESTONIAN,
  DANISH,
  SWEDISH,
  FURTHER,
  DEMONYMS,
  PUBLIC_LINES,
  TOLD_PERSONS,
  TOLD_CIRCUMSTANCES,
];
