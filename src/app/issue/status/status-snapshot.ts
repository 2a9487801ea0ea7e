import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { removeLeftovers } from '../../../files/temporary-file.js';
import { writeAtomicallySync } from '../../../files/write-atomically-sync.js';
import type { IssueStatus } from '../../../model/issue/issue-status.js';
import { documentCacheFolder, pictureCacheFolder, statusCacheFolder } from '../../workspace/cache-folders.js';
import { earlierSettingsFiles } from '../../../workspace/issue/earlier-settings.js';
import { earlierIssueFolders } from '../../../workspace/issue/locate-issue.js';
import { packageFolder, sourcesDigest } from '../../workspace/package-files.js';

/** Only smaller files are read to see whether they changed; for the others, size and time must be enough. */
const MAX_HASHED_BYTES = 32 * 1024 * 1024;
const MAX_LEVELS = 6;

/** What a remembered status depends on, and the status itself. */
interface Snapshot {
  readonly fingerprint: string;
  /** Absolute path of the contributions' folder, which `newsletter.yaml` may name. */
  readonly contributions: string;
  readonly status: IssueStatus;
}

function snapshotFile(root: string, issue: string): string {
  return path.join(statusCacheFolder(root), `${issue}.json`);
}

function fileFingerprint(file: string): string {
  const status = statSync(file, { throwIfNoEntry: false });
  if (status === undefined) return 'none';
  if (!status.isFile() || status.size > MAX_HASHED_BYTES) return `${String(status.size)} ${String(status.mtimeMs)}`;
  return createHash('sha256').update(readFileSync(file)).digest('base64');
}

function folderFingerprint(folder: string, level = 0, counts: (name: string) => boolean = () => true): string[] {
  if (level > MAX_LEVELS || !existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return [`${file}/`, ...folderFingerprint(file, level + 1, counts)];
    if (!counts(entry.name)) return [];
    // A member's link is not followed, so only the fact that it is one counts. The secretariat's own links, in the
    // issue's folder itself, may lead to a file on a share.
    return [`${file} ${entry.isFile() || level === 0 ? fileFingerprint(file) : 'special'}`];
  });
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** Of earlier issues only texts are compared, and `issue.yaml` says which of them were in. */
function earlierFingerprint(root: string, issue: string, contributions: string): string[] {
  return earlierIssueFolders(root, { id: issue, contributions }).flatMap((folder) => [
    `${folder.settingsFile} ${fileFingerprint(folder.settingsFile)}`,
    ...folderFingerprint(folder.contributions, 1, (name) => /\.(md|markdown)$/i.test(name)),
  ]);
}

/**
 * Fingerprints what the rules about the issue's folder compare it with: other issues, and copies of the files that are
 * read.
 */
function surroundingsFingerprint(root: string, issue: string): string[] {
  const names = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []).join('/');
  return [
    ...[...earlierSettingsFiles(root, issue).values()].map((file) => `${file} ${fileFingerprint(file)}`),
    `issues ${names(path.join(root, 'issues'))}`,
    `workspace ${names(root)}`,
  ];
}

/** Lists what is known about pictures and attached files, by the names of their records. */
function knownRecords(root: string): string[] {
  return [pictureCacheFolder(root), documentCacheFolder(root)].flatMap((folder) =>
    existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [],
  );
}

/** Returns one hash over the content of every file that the status of an issue depends on. */
export function statusFingerprint(root: string, issue: string, contributions: string): string {
  const folder = path.join(root, 'issues', issue);
  const settings = [
    ...['newsletter.yaml', 'members.yaml', '.env', 'house-style.yaml', 'templates/house-style.yaml'].map((name) =>
      path.join(root, name),
    ),
    path.join(packageFolder(), 'templates', 'house-style.yaml'),
  ];
  const covered = contributions.startsWith(folder + path.sep) && !isLink(contributions);
  const parts = [
    sourcesDigest(),
    ...settings.map((file) => `${file} ${fileFingerprint(file)}`),
    ...folderFingerprint(folder),
    ...(covered ? [] : folderFingerprint(contributions, 1)),
    ...earlierFingerprint(root, issue, contributions),
    ...surroundingsFingerprint(root, issue),
    ...knownRecords(root),
  ];
  return createHash('sha256').update(parts.sort().join('\n')).digest('base64');
}

function isSnapshot(value: unknown): value is Snapshot {
  return (
    typeof value === 'object' &&
    value !== null &&
    'fingerprint' in value &&
    'contributions' in value &&
    'status' in value
  );
}

/** Returns the remembered status of an issue if nothing that it depends on has changed. */
export function recallStatus(root: string, issue: string): IssueStatus | undefined {
  const file = snapshotFile(root, issue);
  if (!existsSync(file)) return undefined;
  try {
    const snapshot: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (!isSnapshot(snapshot)) return undefined;
    return statusFingerprint(root, issue, snapshot.contributions) === snapshot.fingerprint
      ? snapshot.status
      : undefined;
  } catch {
    // A half-written file, or one of another version, counts as missing.
    return undefined;
  }
}

/** Remembers a status; if it cannot be written, the next call only takes longer. */
export function rememberStatus(root: string, issue: string, snapshot: Snapshot): void {
  const file = snapshotFile(root, issue);
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    removeLeftovers(path.dirname(file));
    writeAtomicallySync(file, JSON.stringify(snapshot));
  } catch {
    return;
  }
}
