import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeLeftovers } from '../../files/temporary-file.js';
import { writeAtomically } from '../../files/write-atomically.js';
import { NewsletterError, errorMessage } from '../../model/error.js';
import type { PublishTarget } from '../../model/settings/publish.js';
import { buildStale, readBuiltMessage } from '../../send/message/built-message.js';
import { readManifest, type BuildManifest } from './build-manifest.js';
import type { Workspace } from '../workspace/open-workspace.js';
import { keepPublicBuild, listKeptBuilds, webName, webOutputs, type KeptBuild } from './kept-builds.js';
import { runPublishCommand, writtenCommand, type PublishCommand } from './publish-command.js';
import {
  ChangedFile,
  compareFolder,
  copyToFolder,
  type FilesOff,
  type FolderChanges,
  type WebFiles,
} from './publish-folder.js';
import { staleness } from './stale-build.js';
import { filesOff, planTakeDown, takeDown, type TakenDown } from './take-down.js';
import { outFolder } from './write-build.js';

export interface PublishRequest {
  readonly issue: string;
  /** Says what would be done, and writes nothing. */
  readonly dryRun: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Called with the command's output, unchanged. */
  readonly onOutput: (text: string) => void;
}

/** What was published, or would be. */
export type PublishedIssue = {
  readonly issue: string;
  readonly files: number;
  readonly bytes: number;
  /** The page's address, if there is a public one. */
  readonly url: string | undefined;
  /** What an earlier build had made public and is off now, by its name below the page. */
  readonly takenDown: readonly string[];
  /**
   * Whether an earlier build did not say which item a file belongs to, so that everything that this one lacks is off.
   */
  readonly unknownItems: boolean;
} & (
  | ({ readonly kind: 'folder'; readonly folder: string } & FolderChanges)
  | { readonly kind: 'command'; readonly command: string }
  | { readonly kind: 'serve' }
);

const WEB_FOLDER = 'web';
const RECORD = 'published.json';

/** A build that is about to become public, and what it takes down. */
interface Publication {
  readonly request: PublishRequest;
  readonly workspace: Workspace;
  readonly target: PublishTarget;
  readonly web: WebFiles;
  readonly plan: TakenDown;
  /** Everything that is off, including what was taken down before, because it may still be where it is published. */
  readonly off: FilesOff;
}

/**
 * Publishes the web edition of the current build: to a folder, or through a command. Only the files that the build
 * names below `web/` are published, and each is compared with the manifest on the way. The record beside the issue then
 * lets `serve` show this build. Of earlier builds, what belongs to items that are not in this one is taken down: where
 * it was published, and in the copies that are kept for `serve`.
 *
 * @throws NewsletterError `configuration-invalid`, `build-missing`, `build-stale`, `publish-failed`.
 */
export async function publishIssue(workspace: Workspace, request: PublishRequest): Promise<PublishedIssue> {
  const { root, publish: target } = workspace.configuration;
  const { issue } = request;
  if (target === undefined) throw nowhereToPublish();
  const { hash } = await readBuiltMessage(root, issue);
  const stale = await staleness(workspace, issue);
  if (stale !== undefined) throw buildStale(issue, stale);
  const earlier = (await listKeptBuilds(root, issue)).filter((build) => build.hash !== hash);
  const prepare = (folder: string, manifest: BuildManifest): Publication => ({
    request,
    workspace,
    target,
    web: webFilesOf(folder, manifest),
    plan: planTakeDown(earlier, manifest),
    off: allTakenDown(earlier, manifest),
  });
  if (request.dryRun) {
    const built = outFolder(root, issue);
    const manifest = readManifest(built);
    if (manifest === undefined) throw buildStale(issue, 'its manifest cannot be read');
    return describe(prepare(built, manifest));
  }
  const kept = await keepPublicBuild(root, issue, hash);
  if (kept === undefined) throw buildStale(issue, 'it was changed while it was read');
  const published = await publishFiles(prepare(kept.folder, kept.manifest));
  await writeRecord(root, issue, hash, request.now());
  await takeDownKept(issue, earlier, kept.manifest);
  return published;
}

function nowhereToPublish(): NewsletterError {
  return new NewsletterError('configuration-invalid', {
    message: 'newsletter.yaml does not say where the web edition is published.',
    expected:
      'publish: { folder: /var/www/newsletter }, or publish: { command: "rsync -r …" }, or a publicUrl under which newsletter serve shows it',
    help: 'Add one of them to newsletter.yaml (docs/publishing.md shows each).',
  });
}

function webFilesOf(folder: string, manifest: BuildManifest): WebFiles {
  const files = webOutputs(manifest).map((output) => ({ ...output, path: webName(output) }));
  return { from: path.join(folder, WEB_FOLDER), files };
}

function allTakenDown(earlier: readonly KeptBuild[], newest: BuildManifest): FilesOff {
  const off = new Map<string, Set<string>>();
  for (const output of earlier.flatMap(({ manifest }) => filesOff(manifest, newest))) {
    const name = webName(output);
    off.set(name, (off.get(name) ?? new Set()).add(output.sha256));
  }
  return off;
}

function facts({ workspace: { configuration }, request: { issue }, web: { files }, plan }: Publication) {
  return {
    issue,
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    url: configuration.publicUrl === undefined ? undefined : `${configuration.publicUrl}/${issue}/`,
    takenDown: plan.names,
    unknownItems: plan.unknownItems,
  };
}

/** A folder may hold what was taken down from the kept copies before, or lack what is off in them. */
function folderOutcome(publication: Publication, folder: string, changes: FolderChanges): PublishedIssue {
  const told = facts(publication);
  const takenDown = [...new Set([...told.takenDown, ...changes.takenDown])].sort();
  return { ...told, kind: 'folder', folder, ...changes, takenDown };
}

async function describe(publication: Publication): Promise<PublishedIssue> {
  const { target, request, web, off } = publication;
  if (target.kind === 'serve') return { ...facts(publication), kind: 'serve' };
  if (target.kind === 'command') {
    return { ...facts(publication), kind: 'command', command: writtenCommand(target.command) };
  }
  const folder = path.join(target.folder, request.issue);
  return folderOutcome(publication, folder, await compareFolder(web, folder, off));
}

async function publishFiles(publication: Publication): Promise<PublishedIssue> {
  const { target, request, web, off } = publication;
  if (target.kind === 'serve') return { ...facts(publication), kind: 'serve' };
  if (target.kind === 'folder') {
    const folder = path.join(target.folder, request.issue);
    return folderOutcome(publication, folder, await copy(web, folder, request.issue, off));
  }
  await publishThroughCommand(publication, target.command);
  return { ...facts(publication), kind: 'command', command: writtenCommand(target.command) };
}

async function publishThroughCommand(
  { workspace, request, web, off }: Publication,
  command: PublishCommand,
): Promise<void> {
  const { issue, environment, signal, onOutput } = request;
  // A separate folder, so that the command does not get what else may lie beside a build.
  const temporary = await mkdtemp(path.join(tmpdir(), 'newsletter-publish-'));
  try {
    const webFolder = path.join(temporary, issue);
    await copy(web, webFolder, issue, new Map());
    const takenDownFile = off.size === 0 ? undefined : path.join(temporary, 'taken-down.txt');
    if (takenDownFile !== undefined) {
      await writeFile(takenDownFile, [...off.keys()].map((name) => `${name}\n`).join(''));
    }
    const { root } = workspace.configuration;
    const run = { workspace: root, issue, webFolder, takenDownFile, environment, signal, onOutput };
    await runPublishCommand(command, run);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function copy(web: WebFiles, folder: string, issue: string, off: FilesOff): Promise<FolderChanges> {
  try {
    return await copyToFolder(web, folder, off);
  } catch (error) {
    if (error instanceof ChangedFile) throw buildStale(issue, error.message);
    throw new NewsletterError(
      'publish-failed',
      {
        message: `The web edition cannot be copied to ${folder}: ${errorMessage(error)}`,
        expected: 'a folder that you may write to, on a disk with room',
        help: 'Correct that, and publish again: it goes on where it stopped. The page itself comes last, so readers see the earlier one until then.',
      },
      error,
    );
  }
}

/** Serve no longer shows any of it, but a backup, or another program's server, would. */
async function takeDownKept(issue: string, earlier: readonly KeptBuild[], newest: BuildManifest): Promise<void> {
  try {
    await takeDown(earlier, newest);
  } catch (error) {
    throw new NewsletterError(
      'publish-failed',
      {
        message: `The issue is published, but what was taken down cannot be removed from data/public/${issue}/: ${errorMessage(error)}`,
        expected: 'a folder data/public that you may write to',
        help: 'Correct that, and publish again: it removes what is left.',
      },
      error,
    );
  }
}

async function writeRecord(root: string, issue: string, buildHash: string, now: Date): Promise<void> {
  const file = path.join(root, 'issues', issue, RECORD);
  const record = { issue, buildHash, publishedAt: now.toISOString() };
  removeLeftovers(path.dirname(file));
  await writeAtomically(file, `${JSON.stringify(record, undefined, 2)}\n`);
}
