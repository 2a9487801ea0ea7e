import { ALBANIAN } from './albanian.js';
import { ARABIC } from './arabic.js';
import { BELARUSIAN } from './belarusian.js';
import { BULGARIAN } from './bulgarian.js';
import type { CheckLanguage } from './check-language.js';
import { CZECH } from './czech.js';
import { DANISH } from './danish.js';
import { DUTCH } from './dutch.js';
import { ENGLISH } from './english.js';
import { ESTONIAN } from './estonian.js';
import { FINNISH } from './finnish.js';
import { FRENCH } from './french.js';
import { GERMAN } from './german.js';
import { GREEK } from './greek.js';
import { HUNGARIAN } from './hungarian.js';
import { ITALIAN } from './italian.js';
import { LATVIAN } from './latvian.js';
import { LITHUANIAN } from './lithuanian.js';
import { MACEDONIAN } from './macedonian.js';
import { NORWEGIAN } from './norwegian.js';
import { POLISH } from './polish.js';
import { PORTUGUESE } from './portuguese.js';
import { ROMANIAN } from './romanian.js';
import { RUSSIAN } from './russian.js';
import { SERBIAN } from './serbian.js';
import { SLOVENIAN } from './slovenian.js';
import { SPANISH } from './spanish.js';
import { SWEDISH } from './swedish.js';
import { TURKISH } from './turkish.js';
import { UKRAINIAN } from './ukrainian.js';

/** All languages. Their words are looked up in every text, because members quote and mix languages. */
export const LANGUAGES: readonly CheckLanguage[] = [
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
  NORWEGIAN,
  PORTUGUESE,
  HUNGARIAN,
  LITHUANIAN,
  LATVIAN,
  GREEK,
  ALBANIAN,
  ARABIC,
  SLOVENIAN,
];
