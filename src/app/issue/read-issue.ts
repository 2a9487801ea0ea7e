import path from 'node:path';
import { sha256Hex } from '../../files/sha256.js';
import { readContributions, type ContributionFolder } from '../../contributions/read-contributions.js';
import { readEditorial, type ReadEditorial } from '../../contributions/editorial.js';
import type { Finding } from '../../model/finding.js';
import type { InputFile } from '../../model/issue/input-file.js';
import { readIssueSettings, type ReadIssueSettings } from '../../workspace/issue/issue-settings-file.js';
import { CONFIGURATION_FILE, relativeToWorkspace } from '../../workspace/locate.js';
import { issueFolder, locateIssue, type IssueFolder } from '../../workspace/issue/locate-issue.js';
import { readWorkspaceFile } from '../../workspace/read-file.js';
import {
  HOUSE_STYLE_FILE,
  readHouseStyle,
  type HouseStyleTexts,
  type ReadHouseStyle,
} from '../../workspace/settings/house-style-file.js';
import { MEMBERS_FILE, readRegistry, type Registry } from '../../workspace/registry.js';
import { shippedHouseStyleFile } from '../builds/build-inputs.js';
import type { CheckMemory } from './check/check-memory.js';
import { compiledHouseStyleFile } from '../workspace/package-files.js';
import type { Workspace } from '../workspace/open-workspace.js';

/** What an issue is made from, read and not yet judged; contributions are read on request. */
export interface IssueMaterial {
  readonly folder: IssueFolder;
  readonly registry: Registry;
  readonly settings: ReadIssueSettings;
  readonly houseStyle: ReadHouseStyle;
  /** SHA-256 of the shipped house style, which no list of inputs names. */
  readonly shippedHouseStyle: string;
  readonly editorial: ReadEditorial;
  readonly collection: ContributionFolder;
  /** The findings about `newsletter.yaml`. */
  readonly configurationFindings: readonly Finding[];
  /** The files of the secretariat that were read. */
  readonly inputs: readonly InputFile[];
}

/** Describes bytes that were read as an input. */
export function toInputFile(root: string, file: string, bytes: Buffer): InputFile {
  return { path: relativeToWorkspace(root, file), sha256: sha256Hex(bytes) };
}

function shippedHouseStyle(root: string): Omit<HouseStyleTexts, 'own'> {
  const compiled = compiledHouseStyleFile();
  return {
    shipped: readWorkspaceFile(shippedHouseStyleFile(root))?.toString('utf8') ?? '',
    compiled: compiled === undefined ? undefined : readWorkspaceFile(compiled)?.toString('utf8'),
  };
}

function registryOf(text: string | undefined, memory: CheckMemory | undefined): Registry {
  if (text === undefined) return readRegistry(text);
  const registry = memory?.registries.recall(text) ?? readRegistry(text);
  memory?.registries.remember(text, registry);
  return registry;
}

function settingsOf(
  root: string,
  folder: IssueFolder,
  text: string | undefined,
  memory: CheckMemory | undefined,
): ReadIssueSettings {
  if (text === undefined) return readIssueSettings(root, folder, text);
  const key = JSON.stringify([folder.path, text]);
  const settings = memory?.settings.recall(key) ?? readIssueSettings(root, folder, text);
  memory?.settings.remember(key, settings);
  return settings;
}

/**
 * Reads an issue: its settings, letter and contributions, and the registry.
 *
 * @throws NewsletterError `issue-missing`, `file-unreadable`.
 */
export function readIssue(workspace: Workspace, issue: string | undefined, memory?: CheckMemory): IssueMaterial {
  const { configuration } = workspace;
  const { root } = configuration;
  const folder = issueFolder(configuration, locateIssue(root, issue));
  const files = {
    configuration: path.join(root, CONFIGURATION_FILE),
    members: path.join(root, MEMBERS_FILE),
    houseStyle: path.join(root, HOUSE_STYLE_FILE),
    settings: folder.settingsFile,
    editorial: folder.editorialFile,
  };
  const members = readWorkspaceFile(files.members);
  const houseStyle = readWorkspaceFile(files.houseStyle);
  const settings = readWorkspaceFile(files.settings);
  const editorial = readWorkspaceFile(files.editorial);
  const shipped = shippedHouseStyle(root);
  const registry = registryOf(members?.toString('utf8'), memory);
  const collection = readContributions(root, folder.contributions, registry.members, memory?.texts);
  const written = [
    [files.configuration, readWorkspaceFile(files.configuration)],
    [files.members, members],
    [files.houseStyle, houseStyle],
    [files.settings, settings],
    [files.editorial, editorial],
  ] as const;
  return {
    folder,
    registry,
    settings: settingsOf(root, folder, settings?.toString('utf8'), memory),
    houseStyle: readHouseStyle({ ...shipped, own: houseStyle?.toString('utf8') }),
    shippedHouseStyle: sha256Hex(shipped.shipped),
    editorial: readEditorial(relativeToWorkspace(root, folder.editorialFile), editorial),
    collection,
    configurationFindings: workspace.findings,
    inputs: written.flatMap(([file, bytes]) => (bytes === undefined ? [] : [toInputFile(root, file, bytes)])),
  };
}
