import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { collectContributions, type Collection } from '../collect/collect.js';
import { readEditorial, type ReadEditorial } from '../collect/editorial.js';
import { NewsletterError } from '../model/error.js';
import type { Finding } from '../model/finding.js';
import type { InputFile } from '../model/input-file.js';
import { readIssueSettings, type ReadIssueSettings } from '../workspace/issue-settings-file.js';
import { CONFIGURATION_FILE, relativeToWorkspace } from '../workspace/locate.js';
import { issueFolder, locateIssue, type IssueFolder } from '../workspace/locate-issue.js';
import { MEMBERS_FILE, readRegistry, type Registry } from '../workspace/registry.js';
import type { Workspace } from './open-workspace.js';

/** What an issue is made from, read and not yet judged; contributions are read when they are asked for. */
export interface IssueMaterial {
  readonly folder: IssueFolder;
  readonly registry: Registry;
  readonly settings: ReadIssueSettings;
  readonly editorial: ReadEditorial;
  readonly collection: Collection;
  /** What there is to remark about `newsletter.yaml`. */
  readonly configurationFindings: readonly Finding[];
  /** The files of the secretariat that were read. */
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
  return {
    folder,
    registry,
    settings: readIssueSettings(root, folder, settings?.toString('utf8')),
    editorial: readEditorial(relativeToWorkspace(root, folder.editorialFile), editorial),
    collection,
    configurationFindings: workspace.findings,
    inputs: written.flatMap(([file, bytes]) => (bytes === undefined ? [] : [asInput(root, file, bytes)])),
  };
}
