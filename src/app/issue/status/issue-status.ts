import type { IssueStatus } from '../../../model/issue/issue-status.js';
import { instantOf } from '../../../model/text/dates/zoned-time.js';
import { locateWorkspace } from '../../../workspace/locate.js';
import { issueFolder, locateIssue } from '../../../workspace/issue/locate-issue.js';
import type { WorkspaceRequest } from '../../workspace/open-workspace.js';
import { recallStatus, rememberStatus, statusFingerprint } from './status-snapshot.js';

/** A status, and the time that is left. */
export interface CurrentStatus extends IssueStatus {
  /** Milliseconds until the deadline: negative after it, `undefined` without one. */
  readonly untilDeadline: number | undefined;
}

async function computeStatus(request: WorkspaceRequest, root: string, issue: string): Promise<IssueStatus> {
  const { openWorkspace } = await import('../../workspace/open-workspace.js');
  const { checkIssue } = await import('../check/check-issue.js');
  const { contributorStatuses, silentMembers } = await import('./contributor-status.js');
  const workspace = openWorkspace(request);
  const { contributions } = issueFolder(workspace.configuration, issue);
  // Taken before anything is read: if a file changes in the meantime, the memory becomes void and the status is never
  // wrong.
  const fingerprint = statusFingerprint(root, issue, contributions);
  const checked = await checkIssue(workspace, {
    issue,
    pictures: 'cached',
    keepPassing: false,
    onProgress: () => undefined,
  });
  const { members } = checked.material.registry;
  const dropped = { reports: checked.contributions, filesNotIn: checked.filesNotIn };
  const status: IssueStatus = {
    issue,
    title: checked.settings.title,
    deadline: checked.settings.deadline,
    timezone: checked.settings.timezone ?? 'UTC',
    contributors: contributorStatuses(members, dropped),
    silent: silentMembers(members, dropped),
    findings: checked.findings,
  };
  rememberStatus(root, issue, { fingerprint, contributions, status });
  return status;
}

/**
 * Returns the status of an issue. If no file has changed since the last call, nothing is read again, because people run
 * this command most often.
 *
 * @throws NewsletterError `workspace-missing`, `issue-missing`, and those of `openWorkspace`.
 */
export async function issueStatus(
  request: WorkspaceRequest & { readonly issue: string | undefined; readonly now: Date },
): Promise<CurrentStatus> {
  const root = locateWorkspace(request.workspace, request.from);
  const issue = locateIssue(root, request.issue);
  const status = recallStatus(root, issue) ?? (await computeStatus(request, root, issue));
  const { deadline, timezone } = status;
  const untilDeadline = deadline === undefined ? undefined : instantOf(deadline, timezone) - request.now.getTime();
  return { ...status, untilDeadline };
}
