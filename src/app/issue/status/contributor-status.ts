import type { ContributionReport } from '../../../model/issue/contribution.js';
import type { ContributorStatus, IssueStatus } from '../../../model/issue/issue-status.js';
import { SECRETARIAT, type Member } from '../../../model/issue/member.js';

/** A file that is not a contribution, such as a Word file. */
export interface FileNotIn {
  /** Relative to the workspace. */
  readonly file: string;
  /** The member's id, `secretariat`, or the folder's name when nobody owns it. */
  readonly member: string;
}

/** Everything that was dropped for an issue. */
export interface DroppedForIssue {
  readonly reports: readonly ContributionReport[];
  readonly filesNotIn: readonly FileNotIn[];
}

/**
 * Lists everybody who contributed: the secretariat, the members in the order of the registry, and folders that belong
 * to nobody.
 */
export function contributorStatuses(
  members: readonly Member[],
  { reports, filesNotIn }: DroppedForIssue,
): readonly ContributorStatus[] {
  const known = [
    { id: SECRETARIAT, name: 'Secretariat', country: undefined },
    ...members.map(({ id, name, country }) => ({ id, name, country })),
  ];
  const ids = new Set(known.map(({ id }) => id));
  const unknown = [...new Set([...reports, ...filesNotIn].map(({ member }) => member))]
    // Skipped files beside the members' folders belong to nobody.
    .filter((member) => member !== '' && !ids.has(member))
    .map((folder) => ({ id: folder, name: folder, country: undefined }));
  return [...known, ...unknown]
    .map((who) => ({
      ...who,
      contributions: reports.filter(({ member }) => member === who.id),
      filesNotIn: filesNotIn.filter(({ member }) => member === who.id).map(({ file }) => file),
    }))
    .filter((who) => who.contributions.length + who.filesNotIn.length > 0);
}

/** Lists members and associates who sent nothing; a file that cannot be read as a contribution counts as something. */
export function silentMembers(
  members: readonly Member[],
  { reports, filesNotIn }: DroppedForIssue,
): IssueStatus['silent'] {
  const contributed = reports.filter(({ state }) => state !== 'passed-over');
  const heard = new Set([...contributed, ...filesNotIn].map(({ member }) => member));
  return members.filter(({ id }) => !heard.has(id)).map(({ id, name, country }) => ({ id, name, country }));
}
