import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { sha256Hex } from '../../files/sha256.js';
import { isMissing } from '../../files/error-code.js';
import { temporaryName } from '../../files/temporary-file.js';
import { MANIFEST_FILE, readManifest, type BuildManifest, type ManifestOutput } from './build-manifest.js';
import { outFolder } from './write-build.js';

/**
 * An issue can be built again after it was sent or published. So the web editions of those builds are kept in
 * `data/public/<issue>/<build>/`: delivered mails keep their pictures, and later changes stay a draft.
 */

/** A build whose web edition is kept. */
export interface KeptBuild {
  /**
   * SHA-256 of its message. A boundary inside the message depends on every input, so the hash identifies the whole
   * build.
   */
  readonly hash: string;
  /** Absolute. */
  readonly folder: string;
  readonly manifest: BuildManifest;
}

const WEB = 'web/';
const MESSAGE = 'message.json';
const HASH = /^[0-9a-f]{64}$/;

/** Returns the outputs of a build that are its web edition. */
export function webOutputs(manifest: Pick<BuildManifest, 'outputs'>): readonly ManifestOutput[] {
  return manifest.outputs.filter((output) => output.path.startsWith(WEB));
}

/** Returns the path of a web output below the page, such as `pictures/door-552.jpg`. */
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

/** Lists every build of an issue of which something is kept. */
export async function listKeptBuilds(root: string, issue: string): Promise<readonly KeptBuild[]> {
  const names = await readdir(folderOf(root, issue, '')).catch(() => []);
  return names.filter((name) => HASH.test(name)).flatMap((hash) => readKept(root, issue, hash) ?? []);
}

/** Returns a kept build, without what was taken down. If it is not kept yet and still in `out/`, it is kept now. */
export async function findKeptBuild(root: string, issue: string, hash: string): Promise<KeptBuild | undefined> {
  return readKept(root, issue, hash) ?? (await keepFromOut(root, issue, hash));
}

/**
 * Keeps the whole web edition of a build while it is still in `out/`. That includes what was taken down from it before,
 * because a person makes this build public now.
 *
 * @returns `undefined` when it was built again or changed before it could be kept.
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
    // A copy that is damaged, or lacks what was taken down, is removed first, because no folder can be renamed over
    // another one.
    await rm(kept, { recursive: true, force: true });
    await rename(temporary, kept);
  } catch (error) {
    // Another process may have kept the same build in the meantime, or a file of the build is missing.
    const keptMeanwhile = readKept(root, issue, hash);
    if (keptMeanwhile !== undefined) return keptMeanwhile;
    if (isMissing(error)) return undefined;
    throw error;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return readKept(root, issue, hash);
}

/** @returns `false` when a file is not what the manifest says. */
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
