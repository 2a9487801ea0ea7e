import { composeIssue } from '../../compose/compose-issue.js';
import type { EmailEdition, OutputFile } from '../../model/issue/edition.js';
import { compareFindings, compareStrings, type Finding } from '../../model/finding.js';
import type { InputFile } from '../../model/issue/input-file.js';
import type { Issue } from '../../model/issue/issue.js';
import { renderEditions } from '../../render/render-editions.js';
import { platformInNumbers } from '../../workspace/registry.js';
import { digestOfInputs, templateFolders, templateInputs } from './build-inputs.js';
import { clientSupportFile, compiledTemplatesFile, compiledValuesFolder } from '../workspace/package-files.js';
import { checkIssue, type CheckedIssue } from '../issue/check/check-issue.js';
import type { CheckMemory } from '../issue/check/check-memory.js';
import type { Workspace } from '../workspace/open-workspace.js';

/** What to build. */
export interface BuildRequest {
  readonly issue: string | undefined;
  /** The memory of a long-running process. */
  readonly memory?: CheckMemory | undefined;
  readonly onProgress: (step: string, done: number, of: number) => void;
}

/** An issue in all its editions, in memory, with all findings. */
export interface BuiltIssue {
  readonly checked: CheckedIssue;
  /** The findings of the check and of the editions, in order. */
  readonly findings: readonly Finding[];
  readonly issue: Issue;
  readonly email: EmailEdition;
  /** The web edition's files. */
  readonly files: readonly OutputFile[];
  /** Every file that the build was made from, ordered by path. */
  readonly inputs: readonly InputFile[];
  readonly inputsDigest: string;
}

/**
 * Builds an issue in memory from the items that pass, whatever the findings about the others. Writing is a separate
 * step, so that a preview and receipts work despite errors.
 *
 * @throws NewsletterError `issue-missing`, `file-unreadable`, `template-invalid`.
 */
export async function buildIssue(workspace: Workspace, request: BuildRequest): Promise<BuiltIssue> {
  const { configuration } = workspace;
  const checked = await checkIssue(workspace, { ...request, pictures: 'decode', keepPassing: true });
  const { material, pictures } = checked;
  const issue = composeIssue({
    id: checked.issue,
    settings: checked.settings,
    defaults: configuration,
    contributions: checked.passing,
    pictures: pictures.byFile,
    documents: checked.documents.byFile,
    letter: material.editorial.letter,
    logos: pictures.logos,
    logo: pictures.logo,
    platform: platformInNumbers(material.registry.members),
  });
  const folders = templateFolders(configuration.root);
  const inputs = [...checked.inputs, ...templateInputs(folders)].sort((left, right) =>
    compareStrings(left.path, right.path),
  );
  const inputsDigest = digestOfInputs(inputs, configuration);
  request.onProgress('editions', 0, 1);
  const editions = await renderEditions(issue, {
    configuration,
    templateFolders: folders,
    inputsDigest,
    compiledTemplates: compiledTemplatesFile(),
    compiledValues: compiledValuesFolder(),
    clientSupport: clientSupportFile(),
  });
  request.onProgress('editions', 1, 1);
  return {
    checked,
    findings: [...checked.findings, ...editions.findings].sort(compareFindings),
    issue,
    email: editions.email,
    files: editions.files,
    inputs,
    inputsDigest,
  };
}
