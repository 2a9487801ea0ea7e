import type { ContributionReport, ContributionState, PassedOverFile } from '../../model/issue/contribution.js';
import type { ContributionSummary } from '../../model/issue/contribution-summary.js';
import { compareStrings, type Finding } from '../../model/finding.js';
import { SECRETARIAT } from '../../model/issue/member.js';

function stateOf(summary: ContributionSummary, findings: readonly Finding[]): ContributionState {
  if (summary.excluded) return 'excluded';
  if (summary.content === undefined || findings.some(({ severity }) => severity === 'error')) return 'refused';
  return findings.some(({ severity }) => severity === 'warning') ? 'warned' : 'in';
}

/** Returns the source of a file: the member's id, `secretariat`, or the folder's name where nobody owns it. */
export function memberOf({ contributor, folder }: Pick<ContributionSummary, 'contributor' | 'folder'>): string {
  if (contributor === undefined) return folder;
  return contributor.kind === 'secretariat' ? SECRETARIAT : contributor.member.id;
}

/** Returns the state of everything that was dropped, ordered by file. */
export function reportContributions(
  summaries: readonly ContributionSummary[],
  passedOver: readonly PassedOverFile[],
  findings: readonly Finding[],
): readonly ContributionReport[] {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = byFile.get(finding.file);
    if (own === undefined) byFile.set(finding.file, [finding]);
    else own.push(finding);
  }
  const reports = summaries.map((summary): ContributionReport => ({
    file: summary.file,
    member: memberOf(summary),
    title: summary.content?.title,
    section: summary.content?.section,
    state: stateOf(summary, byFile.get(summary.file) ?? []),
  }));
  const others = passedOver.map((one): ContributionReport => ({
    file: one.file,
    member: memberOf(one),
    title: undefined,
    section: undefined,
    state: 'passed-over',
  }));
  return [...reports, ...others].sort((left, right) => compareStrings(left.file, right.file));
}
