import type { Rule } from '../../rule.js';

/** The rules of the family `language`. */
export const LANGUAGE_RULES: readonly Rule[] = [];
