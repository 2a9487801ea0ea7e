import type { ReadContribution } from '../../model/issue/contribution.js';
import type { Finding, Severity } from '../../model/finding.js';
import { createFinding } from '../../model/rule.js';
import type { CheckContext, IssueOverview, IssueRule, RuleFinding, Rule, TextRule } from './rule.js';
import { textOfContribution } from './file-texts.js';
import type { CheckedText } from '../text/text-run.js';

/** Findings, and the words among them that must never be repeated. */
export interface RuleFindings {
  readonly findings: readonly Finding[];
  readonly secrets: readonly string[];
}

function toFound(ruleFindings: readonly (readonly [Rule, RuleFinding<Severity>])[]): RuleFindings {
  return {
    findings: ruleFindings.map(([rule, ruleFinding]): Finding => {
      const {
        severity = rule.severities[0],
        file,
        line,
        column,
        message,
        expected,
        actual,
        help,
        wholeFile,
      } = ruleFinding;
      const finding = createFinding(rule, { severity, file, line, column, message, expected, actual, help });
      return wholeFile === undefined ? finding : { ...finding, wholeFile };
    }),
    secrets: ruleFindings.flatMap(([, { secret }]) => secret ?? []),
  };
}

/** Runs the rules about one contribution and its words. */
export function checkContribution(
  rules: readonly Rule[],
  contribution: ReadContribution,
  context: CheckContext,
): RuleFindings {
  const text = textOfContribution(contribution, context);
  const ruleFindings = rules.flatMap((rule): (readonly [Rule, RuleFinding<Severity>])[] => {
    if (rule.kind === 'issue') return [];
    const found = rule.kind === 'text' ? rule.check(text, context) : rule.check(contribution, context);
    return [...found].map((ruleFinding) => [rule, ruleFinding] as const);
  });
  return toFound(ruleFindings.filter(([{ family }]) => contribution.lettersAreSure || family !== 'language'));
}

/** Runs the rules about words over a text that is no contribution. */
export function checkText(rules: readonly Rule[], text: CheckedText, context: CheckContext): RuleFindings {
  const own = rules.filter((rule): rule is TextRule => rule.kind === 'text');
  return toFound(
    own.flatMap((rule) => [...rule.check(text, context)].map((ruleFinding) => [rule, ruleFinding] as const)),
  );
}

/** Runs the rules about the issue as a whole. */
export function checkOverview(rules: readonly Rule[], overview: IssueOverview, context: CheckContext): RuleFindings {
  const own = rules.filter((rule): rule is IssueRule => rule.kind === 'issue');
  return toFound(
    own.flatMap((rule) => [...rule.check(overview, context)].map((ruleFinding) => [rule, ruleFinding] as const)),
  );
}
