import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { sha256Hex } from '../../files/sha256.js';
import { readIfThere } from '../../files/read-if-there.js';
import { writeAtomically } from '../../files/write-atomically.js';
import type { ManifestOutput } from './build-manifest.js';

/** The web edition of a build: its files relative to their folder. */
export interface WebFiles {
  /** Absolute. */
  readonly from: string;
  readonly files: readonly ManifestOutput[];
}

/** What a copy would change, or has changed. */
export interface FolderChanges {
  /** Files that are new or have another content; relative, the page last. */
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  /** Files that an earlier build put there and that are off now, to be removed. */
  readonly takenDown: readonly string[];
  /** Files that are not of this build: an earlier one's pictures, which mails may show, or somebody else's files. */
  readonly left: readonly string[];
}

/** What earlier builds put there and is off now: the SHA-256 of each content, by name. */
export type FilesOff = ReadonlyMap<string, ReadonlySet<string>>;

/** A file of a build is not what its manifest says. */
export class ChangedFile extends Error {}

const PAGE = 'index.html';

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** Compares a folder with the web edition that should be in it; changes nothing. */
export async function compareFolder({ files }: WebFiles, folder: string, off: FilesOff): Promise<FolderChanges> {
  const changed: string[] = [];
  const unchanged: string[] = [];
  // The page comes last, so that a reader who opens it finds everything that it names.
  const ordered = [...files].sort((left, right) => Number(left.path === PAGE) - Number(right.path === PAGE));
  for (const file of ordered) {
    const there = await readIfThere(path.join(folder, file.path));
    (there !== undefined && sha256Hex(there) === file.sha256 ? unchanged : changed).push(file.path);
  }
  const names = new Set(files.map((file) => file.path));
  const others = (await filesBelow(folder)).filter((name) => !names.has(name));
  const takenDown: string[] = [];
  const left: string[] = [];
  for (const name of others) ((await isOff(folder, name, off)) ? takenDown : left).push(name);
  return { changed, unchanged, takenDown, left };
}

/** Says whether a file is as an earlier build put it there; a file that somebody changed since is theirs. */
async function isOff(folder: string, name: string, off: FilesOff): Promise<boolean> {
  const hashes = off.get(name);
  const bytes = hashes === undefined ? undefined : await readIfThere(path.join(folder, name));
  return bytes !== undefined && hashes?.has(sha256Hex(bytes)) === true;
}

/**
 * Copies what differs into a folder: each file is first written beside its place and then renamed, the page last. Then
 * it removes what is off, but only files that are unchanged since an earlier build put them there.
 *
 * @throws ChangedFile when a file is not what the manifest says; it is then not copied.
 */
export async function copyToFolder(web: WebFiles, folder: string, off: FilesOff): Promise<FolderChanges> {
  const changes = await compareFolder(web, folder, off);
  const hashes = new Map(web.files.map((file) => [file.path, file.sha256]));
  for (const name of changes.changed) {
    const bytes = await readFile(path.join(web.from, name));
    if (sha256Hex(bytes) !== hashes.get(name)) throw new ChangedFile(`${name} is not the file that was built`);
    const target = path.join(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    await writeAtomically(target, bytes);
  }
  for (const name of changes.takenDown) await rm(path.join(folder, name), { force: true });
  return changes;
}
