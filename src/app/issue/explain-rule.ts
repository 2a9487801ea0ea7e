import { ONLINE_RULES } from '../../check/online/online-rules.js';
import { READING_RULES } from '../../check/reading-rules.js';
import { RULES } from '../../check/rules/index.js';
import { NewsletterError } from '../../model/error.js';
import { compareStrings } from '../../model/finding.js';
import type { RuleText } from '../../model/rule.js';
import { suggest } from '../../model/text/suggestion.js';
import { EDITION_RULES } from '../../render/edition-rules.js';

/** Every rule there is, ordered by id. */
export function listRules(): readonly RuleText[] {
  return [...RULES, ...READING_RULES, ...ONLINE_RULES, ...EDITION_RULES]
    .map(({ id, why, wrong, right }) => ({ id, why, wrong, right }))
    .sort((left, right) => compareStrings(left.id, right.id));
}

/**
 * The explanation of one rule.
 *
 * @throws {NewsletterError} `rule-missing`
 */
export function explainRule(id: string): RuleText {
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
