import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { removeLeftovers } from '../../files/temporary-file.js';
import { writeAtomicallySync } from '../../files/write-atomically-sync.js';
import type { IssueStatus } from '../../model/issue/issue-status.js';
import { documentCacheFolder, pictureCacheFolder, statusCacheFolder } from '../workspace/cache-folders.js';
import { earlierSettingsFiles } from '../../workspace/earlier-settings.js';
import { earlierIssueFolders } from '../../workspace/locate-issue.js';
import { packageFolder, sourcesDigest } from '../workspace/package-files.js';

/** Only what is this small is read to see whether it changed; of the rest size and time have to do. */
const MAX_HASHED_BYTES = 32 * 1024 * 1024;
const MAX_LEVELS = 6;

/** What a remembered status hangs on, and the status itself. */
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
    // A link of a member is not followed: that it is one is all that counts. The secretariat's own, in the issue's
    // folder itself, may lead to a file on a share.
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

/** What the rules about the issue's folder compare it with: other issues, and copies of the files that are read. */
function surroundingsFingerprint(root: string, issue: string): string[] {
  const names = (folder: string) => (existsSync(folder) ? readdirSync(folder) : []).join('/');
  return [
    ...[...earlierSettingsFiles(root, issue).values()].map((file) => `${file} ${fileFingerprint(file)}`),
    `issues ${names(path.join(root, 'issues'))}`,
    `workspace ${names(root)}`,
  ];
}

/** What is known of pictures and attached files, by the names of their records. */
function knownRecords(root: string): string[] {
  return [pictureCacheFolder(root), documentCacheFolder(root)].flatMap((folder) =>
    existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [],
  );
}

/** One hash over the content of every file that the status of an issue hangs on. */
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

/** The remembered status of an issue, where nothing that it hangs on has changed. */
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
    // Half-written or of another version: as good as none.
    return undefined;
  }
}

/** Remembers a status; where that cannot be written, the next one just takes longer. */
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
