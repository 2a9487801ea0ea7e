import type { ContributionReport } from '../model/contribution.js';
import { SECRETARIAT, type Member } from '../model/member.js';
import type { ContributorStatus, IssueStatus } from '../model/issue-status.js';

/** Whether something came that is, or was meant to be, a contribution. */
function counts(report: ContributionReport): boolean {
  return report.state !== 'passed-over';
}

/** Those of whom something came: the secretariat, the registry in its order, and folders that belong to nobody. */
export function contributorStatuses(
  members: readonly Member[],
  reports: readonly ContributionReport[],
): readonly ContributorStatus[] {
  const known = [
    { id: SECRETARIAT, name: 'Secretariat', country: undefined },
    ...members.map(({ id, name, country }) => ({ id, name, country })),
  ];
  const ids = new Set(known.map(({ id }) => id));
  const unknown = [...new Set(reports.map(({ member }) => member))]
    // What was passed over beside the members' folders is nobody's.
    .filter((member) => member !== '' && !ids.has(member))
    .map((folder) => ({ id: folder, name: folder, country: undefined }));
  return [...known, ...unknown]
    .map((who) => ({ ...who, contributions: reports.filter(({ member }) => member === who.id) }))
    .filter(({ contributions }) => contributions.length > 0);
}

/** Members and associates of whom nothing came. */
export function silentMembers(
  members: readonly Member[],
  reports: readonly ContributionReport[],
): IssueStatus['silent'] {
  const heard = new Set(reports.filter(counts).map(({ member }) => member));
  return members.filter(({ id }) => !heard.has(id)).map(({ id, name, country }) => ({ id, name, country }));
}
