import type { Rule } from '../../engine/rule.js';
import { bidirectionalControls } from './bidirectional-controls.js';
import { invisibleCharacters } from './invisible-characters.js';
import { lookAlikeLetters } from './look-alike-letters.js';
import { lookAlikeLink } from './look-alike-link.js';
import { otherLanguage } from './other-language.js';

/** The rules of the family `language`. */
export const LANGUAGE_RULES = [
  otherLanguage,
  lookAlikeLetters,
  lookAlikeLink,
  bidirectionalControls,
  invisibleCharacters,
] as const satisfies readonly Rule[];
