import type { Rule } from '../../rule.js';
import { linkForm } from './link-form.js';

/** The rules of the family `link`. */
export const LINK_RULES: readonly Rule[] = [linkForm];
