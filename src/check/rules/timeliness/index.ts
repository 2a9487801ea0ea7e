import type { Rule } from '../../rule.js';

/** The rules of the family `timeliness`. */
export const TIMELINESS_RULES: readonly Rule[] = [];
