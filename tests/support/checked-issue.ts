import { expect } from 'vitest';
import { checkIssue, type CheckedIssue } from '../../src/app/issue/check/check-issue.js';
import { RULE_REGISTRY } from '../../src/app/issue/check/rule-registry.js';
import { openWorkspace, type Workspace } from '../../src/app/workspace/open-workspace.js';
import type { ContributionState } from '../../src/model/issue/contribution.js';
import type { Finding } from '../../src/model/finding.js';
import type { DefinedRule } from '../../src/model/rule.js';
import { CONTRIBUTIONS, createWorkspace, ISSUE, type FixtureWorkspace } from './workspace-fixture.js';

/** Opens a fixture as a command would, in an empty environment. */
export function open(fixture: FixtureWorkspace): Workspace {
  return openWorkspace({ workspace: fixture.root, from: fixture.root, environment: {} });
}

/** Checks the issue of a fixture. */
export async function check(fixture: FixtureWorkspace): Promise<CheckedIssue> {
  const checked = await checkIssue(open(fixture), {
    issue: ISSUE,
    pictures: 'decode',
    keepPassing: true,
    onProgress: () => undefined,
  });
  checked.findings.forEach(expectRegistered);
  return checked;
}

const RULES = new Map<string, DefinedRule>(RULE_REGISTRY.map((rule) => [rule.id, rule]));

/** Whatever a workspace has in it: a finding comes from a rule that there is, and has one of its severities. */
function expectRegistered({ ruleId, severity }: Finding): void {
  const rule = RULES.get(ruleId);
  // What the secretariat allows is shown as info.
  const severities = [...(rule?.severities ?? []), ...(rule?.mayBeAllowed === true ? ['info'] : [])];
  expect(severities, ruleId).toContain(severity);
}

/** A workspace with these contributions, by path below the contributions' folder. */
export function workspaceWith(
  contributions: Readonly<Record<string, string | Uint8Array>>,
  others: Readonly<Record<string, string | Uint8Array>> = {},
): FixtureWorkspace {
  const dropped = Object.entries(contributions).map(
    ([name, content]) => [`${CONTRIBUTIONS}/${name}`, content] as const,
  );
  return createWorkspace({ ...Object.fromEntries(dropped), ...others });
}

/** Checks an issue of these contributions. */
export function checkContributions(
  contributions: Readonly<Record<string, string | Uint8Array>>,
  others: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<CheckedIssue> {
  return check(workspaceWith(contributions, others));
}

/** What a rule found, each in full sentences; the files below the contributions' folder. */
export function foundBy(ruleId: string, { findings }: CheckedIssue): readonly Finding[] {
  const found = findings.filter((finding) => finding.ruleId === ruleId);
  found.forEach(expectComplete);
  return found.map((finding) => ({ ...finding, file: finding.file.replace(`${CONTRIBUTIONS}/`, '') }));
}

/** Where a rule found something, as `file:line:column`. */
export function placesOf(ruleId: string, checked: CheckedIssue): readonly string[] {
  return foundBy(ruleId, checked).map(({ file, line, column }) => `${file}:${String(line)}:${String(column)}`);
}

/** The state of a contribution after the check. */
export function stateOf(name: string, { contributions }: CheckedIssue): ContributionState | undefined {
  return contributions.find(({ file }) => file === `${CONTRIBUTIONS}/${name}`)?.state;
}

/** A finding must tell a person everything. */
export function expectComplete(finding: Finding): void {
  for (const text of [finding.message, finding.expected, finding.actual, finding.help]) {
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/undefined|NaN|\[object|null/);
  }
  expect(finding.line).toBeGreaterThanOrEqual(1);
  expect(finding.column).toBeGreaterThanOrEqual(1);
}
