import {
  sectionOf,
  type Contribution,
  type ContributionReport,
  type ContributionState,
} from '../model/contribution.js';
import { compareFindings, compareStrings, type Finding } from '../model/finding.js';
import { SECRETARIAT } from '../model/member.js';
import { RULES } from './rules/index.js';
import { runRules, type CheckContext } from './rule.js';

/** Checks an issue by every rule; what was found while reading comes first into the same, ordered list. */
export function applyRules(context: CheckContext): readonly Finding[] {
  const fromReading = context.contributions.flatMap((contribution) => contribution.findings);
  return [...fromReading, ...runRules(RULES, context)].sort(compareFindings);
}

function stateOf(contribution: Contribution, excluded: boolean, findings: readonly Finding[]): ContributionState {
  if (excluded) return 'excluded';
  const own = findings.filter(({ file }) => file === contribution.file);
  if (contribution.kind === 'unread' || own.some(({ severity }) => severity === 'error')) return 'refused';
  return own.some(({ severity }) => severity === 'warning') ? 'warned' : 'in';
}

function memberOf(contribution: Contribution): string {
  const { contributor, folder } = contribution;
  if (contributor === undefined) return folder;
  return contributor.kind === 'secretariat' ? SECRETARIAT : contributor.member.id;
}

/**
 * Says of everything that was dropped what became of it.
 *
 * @param all excluded contributions included.
 */
export function reportContributions(
  all: readonly Contribution[],
  context: CheckContext,
  findings: readonly Finding[],
): readonly ContributionReport[] {
  const items = context.settings.items ?? {};
  const reports = all.map((contribution): ContributionReport => {
    const settings = items[contribution.key];
    const written = contribution.kind === 'read' ? contribution.frontMatter.title : undefined;
    return {
      file: contribution.file,
      member: memberOf(contribution),
      title: settings?.title ?? written,
      section: contribution.kind === 'read' ? sectionOf(contribution, settings) : undefined,
      state: stateOf(contribution, settings?.exclude !== undefined, findings),
    };
  });
  const passedOver = context.passedOver.map(({ file, folder }): ContributionReport => ({
    file,
    member: folder,
    title: undefined,
    section: undefined,
    state: 'passed-over',
  }));
  return [...reports, ...passedOver].sort((left, right) => compareStrings(left.file, right.file));
}
