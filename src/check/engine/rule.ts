import type { PassedOverFile, ReadContribution } from '../../model/issue/contribution.js';
import type { ContributionSummary, TextSketch } from '../../model/issue/contribution-summary.js';
import type { RuleName, SourceLocation, Severity } from '../../model/finding.js';
import type { IssueSettings } from '../../model/issue/issue-settings.js';
import type { Member } from '../../model/issue/member.js';
import { defineRule, type DefinedRule, type RuleDefinition } from '../../model/rule.js';
import type { PreparedHouseStyle } from '../detect/house-style.js';
import type { LanguageDetector } from '../detect/language/language-detector.js';
import type { CheckedText } from '../text/text-run.js';

/** What every rule may know before a contribution is looked at; none of it can be changed. */
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
  readonly houseStyle: PreparedHouseStyle;
  /** Names the folder of the member that was probably meant. */
  readonly suggestFolder: (folder: string) => string | undefined;
}

/** A text that stood in an earlier issue. */
export interface EarlierText {
  readonly issue: string;
  /** Relative to the workspace. */
  readonly file: string;
  readonly sketch: TextSketch;
}

/** The values by which readers tell an earlier issue from this one. */
export interface EarlierSettings {
  readonly issue: string;
  /** Its `issue.yaml`, relative to the workspace. */
  readonly file: string;
  readonly values: { readonly number?: string; readonly title?: string; readonly subject?: string };
}

/** A folder below `issues/` whose name is none of an issue. */
export interface MisnamedFolder {
  readonly name: string;
  /** The name that was probably meant, where the name tells. */
  readonly meant: string | undefined;
  /** Whether an issue of that name is there already. */
  readonly taken: boolean;
}

/** A file of another name than the one that is read. */
export interface SettingsCopy {
  readonly file: string;
  /** The name of the file that is read. */
  readonly of: string;
  /** Whether a sync program made it. */
  readonly conflict: boolean;
}

/** What can be said of an issue once everything was looked at. */
export interface IssueOverview {
  /** All that were dropped and are not excluded. */
  readonly contributions: readonly ContributionSummary[];
  /** Keys of everything that was dropped, excluded or not. */
  readonly keys: readonly string[];
  readonly passedOver: readonly PassedOverFile[];
  /** What readers met in the issues just before this one. */
  readonly earlierTexts: readonly EarlierText[];
  /** What earlier issues said of themselves, newest first. */
  readonly earlierSettings: readonly EarlierSettings[];
  /** Folders below `issues/` that look like an issue and are not named like one. */
  readonly misnamedIssues: readonly MisnamedFolder[];
  /** Records of a send or a publication beside this issue that are those of another one. */
  readonly copiedRecords: readonly { readonly file: string; readonly issue: string }[];
  /** Files that look like a copy of one that the secretariat writes. */
  readonly settingsCopies: readonly SettingsCopy[];
  /** Absent where no text leaves a doubt about its language. */
  readonly detectLanguage: LanguageDetector | undefined;
  /** Files that are neither contribution nor named by one. */
  readonly unusedFiles: readonly { readonly file: string; readonly picture: boolean }[];
}

/** What a rule says; the rule's id is added where the rule is run. */
export interface RuleFinding<S extends Severity = never> extends SourceLocation {
  /** Only where it is not the first one of the rule. */
  readonly severity?: S;
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  readonly help: string;
  /** Whether the file as a whole is meant, and none of its lines. */
  readonly wholeFile?: true;
  /** What was found, in every way in which it is written, where it must never be repeated anywhere. */
  readonly secret?: string | readonly string[];
}

/** Looks at one contribution at a time. */
export interface ContributionRule<Id extends RuleName = RuleName> extends DefinedRule<Id> {
  readonly kind: 'contribution';
  readonly check: (contribution: ReadContribution, context: CheckContext) => Iterable<RuleFinding<Severity>>;
}

/** Looks at words, wherever they stand: contributions, the letter, `issue.yaml`. */
export interface TextRule<Id extends RuleName = RuleName> extends DefinedRule<Id> {
  readonly kind: 'text';
  readonly check: (text: CheckedText, context: CheckContext) => Iterable<RuleFinding<Severity>>;
}

/** Looks at the issue as a whole. */
export interface IssueRule<Id extends RuleName = RuleName> extends DefinedRule<Id> {
  readonly kind: 'issue';
  readonly check: (overview: IssueOverview, context: CheckContext) => Iterable<RuleFinding<Severity>>;
}

export type Rule = ContributionRule | TextRule | IssueRule;

/** What a rule is defined by, and how it looks at something. */
export type CheckDefinition<Id extends RuleName, S extends Severity, Subject> = RuleDefinition<Id, S> & {
  readonly check: (subject: Subject, context: CheckContext) => Iterable<RuleFinding<NoInfer<S>>>;
};

/** Defines a rule that looks at one contribution at a time. */
export function contributionRule<const Id extends RuleName, const S extends Severity>(
  definition: CheckDefinition<Id, S, ReadContribution>,
): ContributionRule<Id> {
  return { ...defineRule(definition), kind: 'contribution', check: definition.check };
}

/** Defines a rule that looks at words, wherever they stand. */
export function textRule<const Id extends RuleName, const S extends Severity>(
  definition: CheckDefinition<Id, S, CheckedText>,
): TextRule<Id> {
  return { ...defineRule(definition), kind: 'text', check: definition.check };
}

/** Defines a rule that looks at the issue as a whole. */
export function issueRule<const Id extends RuleName, const S extends Severity>(
  definition: CheckDefinition<Id, S, IssueOverview>,
): IssueRule<Id> {
  return { ...defineRule(definition), kind: 'issue', check: definition.check };
}

/** The place of a front-matter value, or of the nearest key above it that is written. */
export function placeInFrontMatter(contribution: ReadContribution, path: string): SourceLocation {
  for (let known = path; known !== ''; known = known.slice(0, Math.max(0, known.lastIndexOf('.')))) {
    const place = contribution.places.get(known);
    if (place !== undefined) return { file: contribution.file, ...place };
  }
  return { file: contribution.file, line: 1, column: 1 };
}

/** Whether a value of the front matter was refused when it was read; then its own finding says what is to be done. */
export function isRefusedAt(contribution: ReadContribution, path: string): boolean {
  const place = contribution.places.get(path);
  return place !== undefined && contribution.refusedLines.includes(place.line);
}

/** The place of a node of the Markdown. */
export function placeOfNode(
  contribution: ReadContribution,
  node: { readonly position?: { readonly start: { readonly line: number; readonly column: number } } | undefined },
): SourceLocation {
  const start = node.position?.start;
  return { file: contribution.file, line: start?.line ?? 1, column: start?.column ?? 1 };
}

/** The place of a value in `issue.yaml`. */
export function placeInSettings(context: CheckContext, path: string): SourceLocation {
  return { file: context.settingsFile, ...(context.settingsPlaces.get(path) ?? { line: 1, column: 1 }) };
}
