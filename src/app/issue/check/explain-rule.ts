import { NewsletterError } from '../../../model/error.js';
import type { RuleText } from '../../../model/rule.js';
import { suggest } from '../../../model/text/suggestion.js';
import { RULE_REGISTRY, type RegisteredRuleId } from './rule-registry.js';

/** What is said of a rule that there is. */
export interface ExplainedRule extends RuleText {
  readonly id: RegisteredRuleId;
}

/** Every rule there is, ordered by id. */
export function listRules(): readonly ExplainedRule[] {
  return RULE_REGISTRY.map(({ id, why, wrong, right }) => ({ id, why, wrong, right }));
}

/**
 * Returns the explanation of one rule.
 *
 * @throws NewsletterError `rule-missing`.
 */
export function explainRule(id: string): ExplainedRule {
  const rules = listRules();
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule !== undefined) return rule;
  const ids = rules.map((candidate) => candidate.id);
  const meant = suggest(id, ids);
  throw new NewsletterError('rule-missing', {
    message: `There is no rule "${id}".`,
    expected: 'the id of a rule, such as front-matter/value',
    help:
      meant === undefined
        ? 'Run "newsletter explain" without an id: it lists all of them.'
        : `Did you mean "${meant}"?`,
  });
}
