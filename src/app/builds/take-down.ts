import { rm } from 'node:fs/promises';
import path from 'node:path';
import { writeAtomically } from '../../files/write-atomically.js';
import { MANIFEST_FILE, type BuildManifest, type ItemOutputs, type ManifestOutput } from './build-manifest.js';
import { webName, webOutputs, type KeptBuild } from './kept-builds.js';

/**
 * Decides which files of an earlier build may stay public, and which may not because their item is no longer in the
 * newest build. Nobody may see what was taken down, so if a build does not say whose a file is, the file is off.
 */

/**
 * Says whether a file that only an earlier build has is off: it holds something of an item that the newest build lacks.
 * The replaced files of an item that stays are not off, because delivered mails still show them.
 */
export function isTakenDown(output: ManifestOutput, earlier: BuildManifest, newest: BuildManifest): boolean {
  if (earlier.items === undefined || newest.items === undefined) return true;
  return goneItems(earlier.items, newest.items).some(({ outputs }) => outputs.includes(output.path));
}

/** Returns the items that only the earlier build has. */
function goneItems(earlier: readonly ItemOutputs[], newest: readonly ItemOutputs[]): readonly ItemOutputs[] {
  const files = new Set(newest.map(({ file }) => file));
  return earlier.filter(({ file }) => !files.has(file));
}

/** Returns the web files of an earlier build that are off now, including those that were taken down before. */
export function filesOff(earlier: BuildManifest, newest: BuildManifest): readonly ManifestOutput[] {
  const there = new Set(newest.outputs.map((output) => output.path));
  return [
    ...webOutputs(earlier).filter((output) => isTakenDown(output, earlier, newest)),
    ...(earlier.takenDown ?? []),
  ].filter((output) => !there.has(output.path));
}

/** What is no longer public. */
export interface TakenDown {
  /** Names below the page, such as `pictures/door-552.jpg`. */
  readonly names: readonly string[];
  /**
   * Whether an earlier build did not say which items its files belong to, so that everything that is not in the newest
   * build is off.
   */
  readonly unknownItems: boolean;
}

/** Plans what publishing a build takes down that earlier ones made public; changes nothing. */
export function planTakeDown(earlier: readonly KeptBuild[], newest: BuildManifest): TakenDown {
  const news = earlier.flatMap(({ manifest }) => {
    const before = new Set((manifest.takenDown ?? []).map((output) => output.path));
    return filesOff(manifest, newest).filter((output) => !before.has(output.path));
  });
  const unknownItems = earlier.some(
    ({ manifest }) => manifest.items === undefined && filesOff(manifest, newest).length > 0,
  );
  return { names: [...new Set(news.map(webName))].sort(), unknownItems };
}

/** Says whether an earlier build certainly shows no item that the newest lacks. */
function hasOnlyItemsOf(newest: BuildManifest, earlier: BuildManifest): boolean {
  if (earlier.items === undefined || newest.items === undefined) return false;
  return goneItems(earlier.items, newest.items).length === 0;
}

/**
 * Returns the pages and calendars that the newest build has in another form, of a build that shows an item too many.
 */
function replacedFiles(earlier: BuildManifest, newest: BuildManifest): readonly ManifestOutput[] {
  const hashes = new Map(newest.outputs.map((output) => [output.path, output.sha256]));
  return webOutputs(earlier).filter(({ path: file, sha256 }) => (hashes.get(file) ?? sha256) !== sha256);
}

/**
 * Removes from the disk what is off in the kept copies of earlier builds, so that no backup and no other server shows
 * it: files of items that the newest build lacks, and pages that still mention them. The names of removed files stay
 * known.
 */
export async function takeDown(earlier: readonly KeptBuild[], newest: BuildManifest): Promise<void> {
  for (const { folder, manifest } of earlier) {
    if (hasOnlyItemsOf(newest, manifest)) continue;
    const off = filesOff(manifest, newest);
    const gone = new Set([...off, ...replacedFiles(manifest, newest)].map((output) => output.path));
    // The files first: if the program is killed in between, the manifest still lists what to remove.
    for (const file of gone) await rm(path.join(folder, file), { force: true });
    const outputs = manifest.outputs.filter((output) => !gone.has(output.path));
    const takenDown = [...new Map(off.map((output) => [output.path, output])).values()];
    await writeAtomically(path.join(folder, MANIFEST_FILE), JSON.stringify({ ...manifest, outputs, takenDown }));
  }
}
