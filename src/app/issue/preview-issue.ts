import type { OutputFile } from '../../model/issue/edition.js';
import { NewsletterError } from '../../model/error.js';
import type { Finding } from '../../model/finding.js';
import type { IssueStatus } from '../../model/issue/issue-status.js';
import { buildIssue, type BuiltIssue } from '../builds/build-issue.js';
import { checkIssue, type CheckedIssue } from './check/check-issue.js';
import type { CheckMemory } from './check/check-memory.js';
import { contributorStatuses, silentMembers } from './status/contributor-status.js';
import { measureEdition, type EditionSizes } from './edition-sizes.js';
import { openWorkspace, type Workspace, type WorkspaceRequest } from '../workspace/open-workspace.js';

/** The current editions of an issue, in memory. */
export interface PreviewedEditions {
  /** BCP 47 tag of the issue. */
  readonly language: string;
  /** The e-mail, with sample values in its slots. */
  readonly html: string;
  readonly text: string;
  /** The web edition's files, by their path below `out/<issue>/`, including the e-mail's pictures. */
  readonly files: ReadonlyMap<string, OutputFile>;
  readonly sizes: EditionSizes;
}

/** The current state of an issue: its findings, its contributors, and its editions, or why there are none. */
export interface PreviewedIssue {
  readonly status: Pick<IssueStatus, 'issue' | 'title' | 'contributors' | 'silent'>;
  readonly findings: readonly Finding[];
  readonly outcome:
    | { readonly kind: 'editions'; readonly editions: PreviewedEditions }
    | { readonly kind: 'failed'; readonly error: NewsletterError };
}

/** What to preview, in a long-running process. */
export interface PreviewRequest {
  readonly issue: string;
  readonly memory: CheckMemory;
  readonly onProgress: (step: string, done: number, of: number) => void;
}

function statusOf(checked: CheckedIssue): PreviewedIssue['status'] {
  const { members } = checked.material.registry;
  const dropped = { reports: checked.contributions, filesNotIn: checked.filesNotIn };
  return {
    issue: checked.issue,
    title: checked.settings.title,
    contributors: contributorStatuses(members, dropped),
    silent: silentMembers(members, dropped),
  };
}

function editionsOf(built: BuiltIssue, workspace: Workspace): PreviewedEditions {
  const { html, text } = built.email;
  const files = new Map(built.files.map((file) => [file.path, file]));
  const sizes = measureEdition(html, files, workspace.configuration);
  return { language: built.issue.language, html, text, files, sizes };
}

/**
 * Builds an issue in memory for previewing. If no edition can be made, for example because of a broken template, the
 * findings about the contributions are there all the same.
 *
 * @throws NewsletterError `issue-missing`, `file-unreadable`, and those of `openWorkspace`.
 */
export async function previewIssue(request: WorkspaceRequest, options: PreviewRequest): Promise<PreviewedIssue> {
  const workspace = openWorkspace(request);
  try {
    const built = await buildIssue(workspace, options);
    const outcome = { kind: 'editions', editions: editionsOf(built, workspace) } as const;
    return { status: statusOf(built.checked), findings: built.findings, outcome };
  } catch (error) {
    if (!(error instanceof NewsletterError)) throw error;
    // What stopped the check itself stops it here again, and is for the caller.
    const checked = await checkIssue(workspace, { ...options, pictures: 'decode', keepPassing: false });
    return { status: statusOf(checked), findings: checked.findings, outcome: { kind: 'failed', error } };
  }
}
