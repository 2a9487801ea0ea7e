import type { LanguageWords } from '../../check-language.js';
import { BULGARIAN_PLACES } from './bulgarian.js';
import { BUILDINGS } from './buildings.js';
import { CZECH_PLACES } from './czech.js';
import { DUTCH_PLACES } from './dutch.js';
import { ENGLISH_PLACES } from './english.js';
import { FRENCH_PLACES } from './french.js';
import { GERMAN_PLACES } from './german.js';
import { ITALIAN_PLACES } from './italian.js';
import { POLISH_PLACES } from './polish.js';
import { QUARTERS } from './quarters.js';
import { ROMANIAN_PLACES } from './romanian.js';
import { SERBIAN_PLACES } from './serbian.js';
import { SPANISH_PLACES } from './spanish.js';
import { UKRAINIAN_PLACES } from './ukrainian.js';
import { YARDS } from './yards.js';

/** The words that tell where a shelter is. Only looked up in texts that speak of one. */
export const PLACE_WORDS: readonly LanguageWords[] = [
  ENGLISH_PLACES,
  DUTCH_PLACES,
  GERMAN_PLACES,
  FRENCH_PLACES,
  SPANISH_PLACES,
  ITALIAN_PLACES,
  ROMANIAN_PLACES,
  POLISH_PLACES,
  CZECH_PLACES,
  SERBIAN_PLACES,
  BULGARIAN_PLACES,
  UKRAINIAN_PLACES,
  QUARTERS,
  BUILDINGS,
  YARDS,
];
