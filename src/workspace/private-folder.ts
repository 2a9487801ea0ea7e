import { chmodSync, lstatSync } from 'node:fs';
import path from 'node:path';

const OTHERS = 0o077;
const OWNER_ONLY = 0o700;

/** The owner's own folder of this name; a link is a choice of somebody's, and is left alone. */
function modeOf(folder: string): number | undefined {
  const status = lstatSync(folder, { throwIfNoEntry: false });
  return status?.isDirectory() === true && status.uid === process.geteuid?.() ? status.mode : undefined;
}

/**
 * Takes every right to `data/` away from everybody but its owner: readers' addresses and the keys lie in it. A checkout or
 * a copy can have brought it along open.
 *
 * @returns whether it was open until now.
 */
export function closeDataFolder(root: string): boolean {
  const folder = path.join(root, 'data');
  if (((modeOf(folder) ?? 0) & OTHERS) === 0) return false;
  try {
    chmodSync(folder, OWNER_ONLY);
  } catch {
    return false;
  }
  // Some disks know no rights, and say that it went well.
  return ((modeOf(folder) ?? OTHERS) & OTHERS) === 0;
}
