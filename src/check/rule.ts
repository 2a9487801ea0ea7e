import type { Contribution, PassedOverFile, ReadContribution } from '../model/contribution.js';
import type { Finding, Place, RuleId, Severity } from '../model/finding.js';
import type { IssueSettings } from '../model/issue-settings.js';
import type { Member } from '../model/member.js';

/** What a rule may know; none of it can be changed, and nothing else is looked at. */
export interface CheckContext {
  /** The issue's name, `2020-12`. */
  readonly issue: string;
  /** The issue's date: every "now" of a check. */
  readonly date: string;
  /** Of the contributions' folder, relative to the workspace. */
  readonly contributionsFolder: string;
  readonly settings: IssueSettings;
  /** `issue.yaml`, relative to the workspace, and where its values stand. */
  readonly settingsFile: string;
  readonly settingsPlaces: ReadonlyMap<string, { readonly line: number; readonly column: number }>;
  readonly members: readonly Member[];
  /** Names the folder of the member that was probably meant. */
  readonly suggestFolder: (folder: string) => string | undefined;
  /** All that were dropped and are not excluded. */
  readonly contributions: readonly Contribution[];
  /** Keys of everything that was dropped, excluded or not. */
  readonly keys: readonly string[];
  readonly passedOver: readonly PassedOverFile[];
  /** Files that are neither contribution nor named by one. */
  readonly unusedFiles: readonly { readonly file: string; readonly picture: boolean }[];
}

/** What a rule says; the rule's id is added by `runRules`. */
export interface Remark extends Place {
  readonly severity: Severity;
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  readonly help: string;
}

interface RuleText {
  readonly id: RuleId;
  /** Why there is such a rule, for `explain` and for whoever reads its file. */
  readonly why: string;
}

/** Looks at one contribution at a time. */
export interface ContributionRule extends RuleText {
  readonly kind: 'contribution';
  check(contribution: ReadContribution, context: CheckContext): Iterable<Remark>;
}

/** Looks at the issue as a whole. */
export interface IssueRule extends RuleText {
  readonly kind: 'issue';
  check(context: CheckContext): Iterable<Remark>;
}

export type Rule = ContributionRule | IssueRule;

/** The place of a front-matter value, or of the nearest key above it that is written. */
export function placeInFrontMatter(contribution: ReadContribution, path: string): Place {
  for (let known = path; known !== ''; known = known.slice(0, Math.max(0, known.lastIndexOf('.')))) {
    const place = contribution.places.get(known);
    if (place !== undefined) return { file: contribution.file, ...place };
  }
  return { file: contribution.file, line: 1, column: 1 };
}

/** The place of a node of the Markdown. */
export function placeOfNode(
  contribution: ReadContribution,
  node: { readonly position?: { readonly start: { readonly line: number; readonly column: number } } | undefined },
): Place {
  const start = node.position?.start;
  return { file: contribution.file, line: start?.line ?? 1, column: start?.column ?? 1 };
}

/** The place of a value in `issue.yaml`. */
export function placeInSettings(context: CheckContext, path: string): Place {
  return { file: context.settingsFile, ...(context.settingsPlaces.get(path) ?? { line: 1, column: 1 }) };
}

/** Runs rules over an issue and gives each remark the id of its rule. */
export function runRules(rules: readonly Rule[], context: CheckContext): readonly Finding[] {
  const read = context.contributions.filter((contribution) => contribution.kind === 'read');
  return rules.flatMap((rule) => {
    const remarks =
      rule.kind === 'issue'
        ? [...rule.check(context)]
        : read.flatMap((contribution) => [...rule.check(contribution, context)]);
    return remarks.map((remark): Finding => ({ ruleId: rule.id, ...remark }));
  });
}
