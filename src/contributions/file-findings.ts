import type { Finding, RuleId, RuleName, Severity } from '../model/finding.js';
import { createFinding, type DefinedRule } from '../model/rule.js';

/** What a finding about a file says, and where in it; its first line unless it says otherwise. */
export interface FileWords {
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  readonly help: string;
}

/** A finding whose file is not known yet. */
export interface FindingWithoutFile extends FileWords {
  readonly ruleId: RuleId;
  readonly severity: Severity;
}

/** Adds its file to a finding; it is at the first line unless it says otherwise. */
export function findingIn(file: string, { severity, ...finding }: FindingWithoutFile): Finding {
  return { severity, line: 1, column: 1, ...finding, file };
}

/** A finding about a file, from its rule. */
export function fileFinding<S extends Severity>(
  file: string,
  rule: DefinedRule<RuleName, S>,
  words: FileWords & { readonly severity?: NoInfer<S> },
): Finding {
  return findingIn(file, createFinding(rule, words));
}
