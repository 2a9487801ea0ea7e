import type { Rule } from '../../engine/rule.js';
import { bidirectionalControls } from './bidirectional-controls.js';
import { invisibleCharacters } from './invisible-characters.js';
import { lookAlikeLetters } from './look-alike-letters.js';
import { lookAlikeLink } from './look-alike-link.js';
import { otherLanguage } from './other-language.js';

/** The rules of the family `language`. */
export const LANGUAGE_RULES: readonly Rule[] = [
  otherLanguage,
  lookAlikeLetters,
  lookAlikeLink,
  bidirectionalControls,
  invisibleCharacters,
];
