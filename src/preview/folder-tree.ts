import { createHash } from 'node:crypto';
import { readdirSync, statSync, type BigIntStats, type Dirent } from 'node:fs';
import path from 'node:path';
import type { WatchedPaths } from '../app/issue/status/watched-paths.js';

/** What lies in the watched places at one moment. */
export interface FolderTree {
  /** Every folder that there is, to be watched. */
  readonly folders: ReadonlySet<string>;
  /** Changes with every file that comes, goes or is written. */
  readonly fingerprint: string;
}

/** Deeper than any member's folder; deeper folders are not watched. */
const MAX_LEVELS = 8;

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Gone, or not yet there; its parent says when it comes.
    return [];
  }
}

function statusOf(file: string): BigIntStats | undefined {
  try {
    return statSync(file, { bigint: true, throwIfNoEntry: false });
  } catch {
    // A link that leads in a circle, or a folder that is not ours to look into.
    return undefined;
  }
}

function describe(file: string): string {
  const status = statusOf(file);
  if (status === undefined) return `${file} none`;
  return `${file} ${String(status.ino)} ${String(status.size)} ${String(status.mtimeNs)} ${String(status.ctimeNs)}`;
}

function isFolder(folder: string): boolean {
  return statusOf(folder)?.isDirectory() === true;
}

/** Walks through the watched places, without opening a file. */
export function readFolderTree(places: WatchedPaths): FolderTree {
  const folders = new Set<string>();
  const lines: string[] = [];
  const walk = (folder: string, level: number) => {
    if (level > MAX_LEVELS || folders.has(folder)) return;
    folders.add(folder);
    lines.push(folder);
    for (const entry of entriesOf(folder)) {
      const inner = path.join(folder, entry.name);
      if (entry.isDirectory()) walk(inner, level + 1);
      else lines.push(describe(inner));
    }
  };
  for (const folder of places.folders) {
    if (isFolder(folder)) walk(folder, 0);
    // So that its coming is noticed.
    else if (isFolder(path.dirname(folder))) folders.add(path.dirname(folder));
  }
  for (const file of places.files) {
    lines.push(describe(file));
    folders.add(path.dirname(file));
  }
  const fingerprint = createHash('sha256').update(lines.sort().join('\n')).digest('base64');
  return { folders, fingerprint };
}
