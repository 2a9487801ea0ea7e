import type { Rule } from '../../rule.js';
import { houseStyleLength } from './length.js';
import { houseStyleWord } from './word.js';

/** The rules of the family `house-style`. */
export const HOUSE_STYLE_RULES: readonly Rule[] = [houseStyleWord, houseStyleLength];
