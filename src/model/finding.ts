/** The families of rules; a rule's id is `family/rule`. */
export const RULE_FAMILIES = [
  'file',
  'front-matter',
  'house-style',
  'confidentiality',
  'picture',
  'link',
  'timeliness',
  'duplicate',
  'language',
  'edition',
  'issue',
] as const;

export type RuleFamily = (typeof RULE_FAMILIES)[number];
/** `family/rule`, as it is written. */
export type RuleName = `${RuleFamily}/${string}`;

declare const defined: unique symbol;

/** The id of a rule that `defineRule` made: a finding without its rule does not compile. */
export type RuleId = string & { readonly [defined]: true };

/** `error` blocks the build, `warning` asks somebody to look, `info` only tells. */
export type Severity = 'error' | 'warning' | 'info';

/** A position in a file; line and column count from 1. */
export interface SourceLocation {
  /** Relative to the workspace, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A remark about a file, written for the person who can fix it. */
export interface Finding extends SourceLocation {
  readonly ruleId: RuleId;
  readonly severity: Severity;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What would have been right. */
  readonly expected: string;
  /** What was found; masked for `confidentiality/*` rules. */
  readonly actual: string;
  /** What to do about it. */
  readonly help: string;
  /** The finding is about the file as a whole, such as its name; line and column then mean nothing. */
  readonly wholeFile?: true;
}

/** The most severe first. */
export const SEVERITY_RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Compares two strings by code unit, so that the order is the same on every machine and in every locale. */
export function compareStrings(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Compares findings by file, line, column, severity and rule, so that every print of them has the same order. */
export function compareFindings(left: Finding, right: Finding): number {
  return (
    compareStrings(left.file, right.file) ||
    left.line - right.line ||
    left.column - right.column ||
    SEVERITY_RANK[left.severity] - SEVERITY_RANK[right.severity] ||
    compareStrings(left.ruleId, right.ruleId)
  );
}

/** Says whether any of the findings blocks a build. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}

/** Counts findings by severity. */
export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[finding.severity] += 1;
  return counts;
}
