import { chmodSync, lstatSync } from 'node:fs';
import path from 'node:path';

const OTHERS = 0o077;
const OWNER_ONLY = 0o700;

/** Returns the mode of the owner's own folder with this name. A link is somebody's choice, and is left alone. */
function modeOf(folder: string): number | undefined {
  const status = lstatSync(folder, { throwIfNoEntry: false });
  return status?.isDirectory() === true && status.uid === process.geteuid?.() ? status.mode : undefined;
}

/**
 * Makes `data/` accessible only to its owner, because it holds readers' addresses and the keys. A checkout or a copy
 * may have left it open.
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
  // Some disks have no permissions, and still report success.
  return ((modeOf(folder) ?? OTHERS) & OTHERS) === 0;
}
