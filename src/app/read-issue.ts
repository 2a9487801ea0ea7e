import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { collectContributions, type Collection } from '../collect/collect.js';
import { readEditorial, type ReadEditorial } from '../collect/editorial.js';
import { NewsletterError } from '../model/error.js';
import { compareStrings, type Finding } from '../model/finding.js';
import type { InputFile } from '../model/input-file.js';
import { readIssueSettings, type ReadIssueSettings } from '../workspace/issue-settings-file.js';
import { CONFIGURATION_FILE, relativeToWorkspace } from '../workspace/locate.js';
import { issueFolder, locateIssue, type IssueFolder } from '../workspace/locate-issue.js';
import { MEMBERS_FILE, readRegistry, type Registry } from '../workspace/registry.js';
import type { Workspace } from './open-workspace.js';

/** Everything that an issue is made from, read and not yet judged. */
export interface IssueMaterial {
  readonly folder: IssueFolder;
  readonly registry: Registry;
  readonly settings: ReadIssueSettings;
  readonly editorial: ReadEditorial;
  readonly collection: Collection;
  /** What there is to remark about `newsletter.yaml`. */
  readonly configurationFindings: readonly Finding[];
  /** Every file that was read, ordered by path; pictures included, templates and logos not. */
  readonly inputs: readonly InputFile[];
}

/** A file of the secretariat, or `undefined` where there is none. */
export function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new NewsletterError(
      'file-unreadable',
      {
        message: `${file} cannot be read.`,
        expected: 'a file that you may read',
        help: 'Check who may read the file.',
      },
      error,
    );
  }
}

/** Names bytes that were read as an input. */
export function asInput(root: string, file: string, bytes: Buffer): InputFile {
  return { path: relativeToWorkspace(root, file), sha256: createHash('sha256').update(bytes).digest('hex') };
}

function droppedInputs(collection: Collection): InputFile[] {
  return collection.contributions.flatMap((contribution) => [
    { path: contribution.file, sha256: contribution.sha256 },
    ...(contribution.kind === 'read' ? contribution.pictures : []).flatMap((picture) =>
      picture.kind === 'found' ? [{ path: picture.file, sha256: picture.sha256 }] : [],
    ),
  ]);
}

/**
 * Reads an issue: its settings, letter and contributions, and the registry.
 *
 * @throws {NewsletterError} `issue-missing`, `file-unreadable`
 */
export function readIssue(workspace: Workspace, issue: string | undefined): IssueMaterial {
  const { configuration } = workspace;
  const { root } = configuration;
  const folder = issueFolder(configuration, locateIssue(root, issue));
  const files = {
    configuration: path.join(root, CONFIGURATION_FILE),
    members: path.join(root, MEMBERS_FILE),
    settings: folder.settingsFile,
    editorial: folder.editorialFile,
  };
  const members = readIfThere(files.members);
  const settings = readIfThere(files.settings);
  const editorial = readIfThere(files.editorial);
  const registry = readRegistry(members?.toString('utf8'));
  const collection = collectContributions(root, folder.contributions, registry.members);
  const written = [
    [files.configuration, readIfThere(files.configuration)],
    [files.members, members],
    [files.settings, settings],
    [files.editorial, editorial],
  ] as const;
  const inputs = [
    ...written.flatMap(([file, bytes]) => (bytes === undefined ? [] : [asInput(root, file, bytes)])),
    ...droppedInputs(collection),
  ];
  const byPath = new Map(inputs.map((input) => [input.path, input]));
  return {
    folder,
    registry,
    settings: readIssueSettings(root, folder, settings?.toString('utf8')),
    editorial: readEditorial(relativeToWorkspace(root, folder.editorialFile), editorial),
    collection,
    configurationFindings: workspace.findings,
    inputs: [...byPath.values()].sort((left, right) => compareStrings(left.path, right.path)),
  };
}
