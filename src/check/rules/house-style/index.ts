import type { Rule } from '../../rule.js';

/** The rules of the family `house-style`. */
export const HOUSE_STYLE_RULES: readonly Rule[] = [];
