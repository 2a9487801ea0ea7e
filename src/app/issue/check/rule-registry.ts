import { ONLINE_RULES } from '../../../check/online/online-rules.js';
import { RULES } from '../../../check/rules/index.js';
import { READING_RULES } from '../../../contributions/reading-rules.js';
import { compareStrings } from '../../../model/finding.js';
import type { DefinedRule } from '../../../model/rule.js';
import { savedAsUtf8 } from '../../../model/text/not-utf-8.js';
import { EDITION_RULES } from '../../../render/edition-rules.js';
import { WORKSPACE_RULES } from '../../../workspace/workspace-rules.js';
import { YAML_RULES } from '../../../yaml/yaml-rules.js';
import { PDF_RULES } from './pdf-findings.js';
import { PICTURE_RULES } from './picture-findings.js';

const REGISTERED = [
  savedAsUtf8,
  ...Object.values(YAML_RULES['front-matter']),
  ...Object.values(YAML_RULES.issue),
  ...WORKSPACE_RULES,
  ...READING_RULES,
  ...PICTURE_RULES,
  ...PDF_RULES,
  ...RULES,
  ...ONLINE_RULES,
  ...EDITION_RULES,
] as const satisfies readonly DefinedRule[];

/** The id of a rule that there is: what `explain` knows, and what a finding can name. */
export type RegisteredRuleId = (typeof REGISTERED)[number]['id'];

/** A rule that there is. */
export type RegisteredRule = DefinedRule & { readonly id: RegisteredRuleId };

/** Every rule there is, ordered by id. Each room lists its own; a test finds one that no list names. */
export const RULE_REGISTRY: readonly RegisteredRule[] = [...REGISTERED].sort((left, right) =>
  compareStrings(left.id, right.id),
);
