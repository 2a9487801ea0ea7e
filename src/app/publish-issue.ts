import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { NewsletterError } from '../model/error.js';
import type { PublishTarget } from '../model/publish.js';
import { buildStale, readBuiltMessage } from '../send/built-message.js';
import { readManifest } from './build-manifest.js';
import type { Workspace } from './open-workspace.js';
import { keepPublicBuild } from './public-editions.js';
import { runPublishCommand, writtenCommand } from './publish-command.js';
import { ChangedFile, compareFolder, copyToFolder, type FolderChanges, type WebFiles } from './publish-folder.js';
import { staleness } from './stale-build.js';
import { outFolder } from './write-build.js';

export interface PublishRequest {
  readonly issue: string;
  /** Says what would be done, and writes nothing. */
  readonly dryRun: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** What the command says, as it says it. */
  readonly onOutput: (text: string) => void;
}

/** What was published, or would be. */
export type PublishedIssue = {
  readonly issue: string;
  readonly files: number;
  readonly bytes: number;
  /** The page's address, where there is a public one. */
  readonly url: string | undefined;
} & (
  | ({ readonly kind: 'folder'; readonly folder: string } & FolderChanges)
  | { readonly kind: 'command'; readonly command: string }
);

const WEB = 'web/';
const RECORD = 'published.json';

/**
 * Brings the web edition of the present build to where the public reads it: to a folder, or through a command. Nothing
 * but the files that the build names below `web/` is handed on, each compared with the manifest on the way. The record
 * beside the issue lets `serve` show this build from then on.
 *
 * @throws {NewsletterError} `configuration-invalid`, `build-missing`, `build-stale`, `publish-failed`
 */
export async function publishIssue(workspace: Workspace, request: PublishRequest): Promise<PublishedIssue> {
  const { root, publish: target } = workspace.configuration;
  const { issue } = request;
  if (target === undefined) throw nowhereToPublish();
  const { hash } = await readBuiltMessage(root, issue);
  const stale = await staleness(workspace, issue);
  if (stale !== undefined) throw buildStale(issue, stale);
  const built = webFilesOf(issue, outFolder(root, issue));
  if (request.dryRun) return describe(workspace, request, target, built);
  const kept = await keepPublicBuild(root, issue, hash);
  if (kept === undefined) throw buildStale(issue, 'it was changed while it was read');
  const published = await publishFiles(workspace, request, target, webFilesOf(issue, kept));
  await writeRecord(root, issue, hash, request.now());
  return published;
}

function nowhereToPublish(): NewsletterError {
  return new NewsletterError('configuration-invalid', {
    message: 'newsletter.yaml does not say where the web edition is published.',
    expected: 'publish: { folder: /var/www/newsletter }, or publish: { command: "rsync -r …" }',
    help: 'Add one of the two to newsletter.yaml (docs/publishing.md shows both).',
  });
}

function webFilesOf(issue: string, folder: string): WebFiles {
  const manifest = readManifest(folder);
  if (manifest === undefined) throw buildStale(issue, 'its manifest cannot be read');
  const files = manifest.outputs
    .filter((output) => output.path.startsWith(WEB))
    .map((output) => ({ ...output, path: output.path.slice(WEB.length) }));
  return { from: path.join(folder, WEB), files };
}

function facts({ configuration }: Workspace, { issue }: PublishRequest, { files }: WebFiles) {
  return {
    issue,
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    url: configuration.publicUrl === undefined ? undefined : `${configuration.publicUrl}/${issue}/`,
  };
}

async function describe(
  workspace: Workspace,
  request: PublishRequest,
  target: PublishTarget,
  web: WebFiles,
): Promise<PublishedIssue> {
  const told = facts(workspace, request, web);
  if (target.kind === 'command') return { ...told, kind: 'command', command: writtenCommand(target.command) };
  const folder = path.join(target.folder, request.issue);
  return { ...told, kind: 'folder', folder, ...(await compareFolder(web, folder)) };
}

async function publishFiles(
  workspace: Workspace,
  request: PublishRequest,
  target: PublishTarget,
  web: WebFiles,
): Promise<PublishedIssue> {
  const told = facts(workspace, request, web);
  const { issue } = request;
  if (target.kind === 'folder') {
    const folder = path.join(target.folder, issue);
    return { ...told, kind: 'folder', folder, ...(await copy(web, folder, issue)) };
  }
  // A folder of its own: what else may lie beside a build is not handed to the command.
  const temporary = await mkdtemp(path.join(tmpdir(), 'newsletter-publish-'));
  try {
    const webFolder = path.join(temporary, issue);
    await copy(web, webFolder, issue);
    const { environment, signal, onOutput } = request;
    const { root } = workspace.configuration;
    await runPublishCommand(target.command, { workspace: root, issue, webFolder, environment, signal, onOutput });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return { ...told, kind: 'command', command: writtenCommand(target.command) };
}

async function copy(web: WebFiles, folder: string, issue: string): Promise<FolderChanges> {
  try {
    return await copyToFolder(web, folder);
  } catch (error) {
    if (error instanceof ChangedFile) throw buildStale(issue, error.message);
    throw new NewsletterError(
      'publish-failed',
      {
        message: `The web edition cannot be copied to ${folder}: ${error instanceof Error ? error.message : String(error)}`,
        expected: 'a folder that you may write to, on a disk with room',
        help: 'Mend that, and publish again: it goes on where it stopped. The page itself comes last, so readers see the earlier one until then.',
      },
      error,
    );
  }
}

async function writeRecord(root: string, issue: string, buildHash: string, now: Date): Promise<void> {
  const file = path.join(root, 'issues', issue, RECORD);
  const record = { issue, buildHash, publishedAt: now.toISOString() };
  await writeFile(`${file}.tmp`, `${JSON.stringify(record, undefined, 2)}\n`);
  await rename(`${file}.tmp`, file);
}
