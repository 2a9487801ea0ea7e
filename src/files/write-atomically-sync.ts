import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { temporaryName } from './temporary-file.js';

export interface AtomicWriteSyncOptions {
  /** Permissions of the file, less the umask. */
  readonly mode?: number;
}

/**
 * Writes like `writeAtomically`, for synchronous stages. A power failure may lose the new bytes, so it is only for what
 * can be made again.
 */
export function writeAtomicallySync(
  file: string,
  content: string | Uint8Array,
  options: AtomicWriteSyncOptions = {},
): void {
  const temporary = temporaryName(file);
  try {
    writeFileSync(temporary, content, { ...options, flag: 'wx' });
    renameSync(temporary, file);
  } catch (error) {
    removeIfPossible(temporary);
    throw error;
  }
}

/** Cleaning up must not hide the error that made it necessary. */
export function removeIfPossible(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // Its folder does not exist or is read-only, so the file was never written.
  }
}
