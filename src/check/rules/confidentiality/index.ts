import type { Rule } from '../../rule.js';

/** The rules of the family `confidentiality`. */
export const CONFIDENTIALITY_RULES: readonly Rule[] = [];
