import type { Rule } from '../../engine/rule.js';
import { houseStyleCapitals } from './capitals.js';
import { headingInCapitals } from './heading-in-capitals.js';
import { houseStyleLength } from './length.js';
import { houseStylePressRelease } from './press-release.js';
import { houseStyleWord } from './word.js';

/** The rules of the family `house-style`. */
export const HOUSE_STYLE_RULES = [
  houseStyleWord,
  houseStyleLength,
  houseStyleCapitals,
  headingInCapitals,
  houseStylePressRelease,
] as const satisfies readonly Rule[];
