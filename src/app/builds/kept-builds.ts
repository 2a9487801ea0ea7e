import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256Hex } from '../../files/sha256.js';
import { isMissing } from '../../files/error-code.js';
import { temporaryName } from '../../files/temporary-file.js';
import { MANIFEST_FILE, readManifest, type BuildManifest, type ManifestOutput } from './build-manifest.js';
import { outFolder } from './write-build.js';

/**
 * Because a build can be made anew after it was sent or published, the web editions of those builds are kept in
 * `data/public/<issue>/<build>/`: mails that are out keep their pictures, and what was written since stays a draft.
 */

/** A build whose web edition is kept. */
export interface KeptBuild {
  /** SHA-256 of its message; a boundary inside the message hangs on every input, so it names the whole build. */
  readonly hash: string;
  /** Absolute. */
  readonly folder: string;
  readonly manifest: BuildManifest;
}

const WEB = 'web/';
const MESSAGE = 'message.json';
const HASH = /^[0-9a-f]{64}$/;

/** What of a build is its web edition. */
export function webOutputs(manifest: Pick<BuildManifest, 'outputs'>): readonly ManifestOutput[] {
  return manifest.outputs.filter((output) => output.path.startsWith(WEB));
}

/** The path of an output of the web edition below the page, such as `pictures/door-552.jpg`. */
export function webName(output: ManifestOutput): string {
  return output.path.slice(WEB.length);
}

function folderOf(root: string, issue: string, hash: string): string {
  return path.join(root, 'data', 'public', issue, hash);
}

function readKept(root: string, issue: string, hash: string): KeptBuild | undefined {
  const folder = folderOf(root, issue, hash);
  const manifest = readManifest(folder);
  return manifest?.issue === issue ? { hash, folder, manifest } : undefined;
}

/** Every build of an issue of which something is kept. */
export async function listKeptBuilds(root: string, issue: string): Promise<readonly KeptBuild[]> {
  const names = await readdir(folderOf(root, issue, '')).catch(() => []);
  return names.filter((name) => HASH.test(name)).flatMap((hash) => readKept(root, issue, hash) ?? []);
}

/** A build as it is kept, without what was taken down; kept just now where it was not yet and still lies in `out/`. */
export async function findKeptBuild(root: string, issue: string, hash: string): Promise<KeptBuild | undefined> {
  return readKept(root, issue, hash) ?? (await keepFromOut(root, issue, hash));
}

/**
 * Keeps the whole web edition of a build while it still lies in `out/`: also what was taken down from it before, since a
 * person makes this build public now.
 *
 * @returns `undefined` where it was made anew or changed before it could be kept.
 */
export async function keepPublicBuild(root: string, issue: string, hash: string): Promise<KeptBuild | undefined> {
  const known = readKept(root, issue, hash);
  if (known !== undefined && known.manifest.takenDown === undefined) return known;
  return keepFromOut(root, issue, hash);
}

async function keepFromOut(root: string, issue: string, hash: string): Promise<KeptBuild | undefined> {
  const built = outFolder(root, issue);
  const manifest = readManifest(built);
  const message = manifest?.outputs.find((output) => output.path === MESSAGE);
  if (manifest?.issue !== issue || message?.sha256 !== hash) return undefined;
  const kept = folderOf(root, issue, hash);
  const temporary = temporaryName(kept);
  try {
    if (!(await copyWhole(manifest, built, temporary))) return undefined;
    const known = readKept(root, issue, hash);
    if (known !== undefined && known.manifest.takenDown === undefined) return known;
    // A copy that is damaged, or lacks what was taken down, makes room: no folder can be renamed over another one.
    await rm(kept, { recursive: true, force: true });
    await rename(temporary, kept);
  } catch (error) {
    // Another process may have kept the same just now; or a file of the build is gone.
    const keptMeanwhile = readKept(root, issue, hash);
    if (keptMeanwhile !== undefined) return keptMeanwhile;
    if (isMissing(error)) return undefined;
    throw error;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return readKept(root, issue, hash);
}

/** @returns `false` where a file is not what the manifest says. */
async function copyWhole(manifest: BuildManifest, from: string, to: string): Promise<boolean> {
  for (const output of webOutputs(manifest)) {
    const bytes = await readFile(path.join(from, output.path));
    if (sha256Hex(bytes) !== output.sha256) return false;
    const target = path.join(to, output.path);
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    await writeFile(target, bytes);
  }
  await writeFile(path.join(to, MANIFEST_FILE), JSON.stringify(manifest));
  return true;
}
