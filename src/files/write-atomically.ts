import { link, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { errorCode } from './error-code.js';
import { temporaryName } from './temporary-file.js';

/** Text is written as UTF-8; pieces are written one after the other. */
export type FileContent = string | Uint8Array | readonly Uint8Array[];

export interface AtomicWriteOptions {
  /** Permissions of the file, less the umask. */
  readonly mode?: number;
  /** Waits until the bytes are on the disk before they get the name, for files that must survive a power failure. */
  readonly durable?: boolean;
}

/**
 * Writes a file whole or not at all: nobody ever reads half of it, and until the end everybody reads the earlier one.
 * If two processes write the same file at once, the later one wins. A failure leaves nothing behind.
 */
export async function writeAtomically(
  file: string,
  content: FileContent,
  options: AtomicWriteOptions = {},
): Promise<void> {
  const temporary = temporaryName(file);
  try {
    await writeNew(temporary, content, options);
    await rename(temporary, file);
  } catch (error) {
    await removeIfPossible(temporary);
    throw error;
  }
}

/**
 * Writes a new file, but never over an existing one.
 *
 * @returns whether it was written; `false` when somebody else's file has the name.
 */
export async function createAtomically(
  file: string,
  content: FileContent,
  options: AtomicWriteOptions = {},
): Promise<boolean> {
  const temporary = temporaryName(file);
  try {
    await writeNew(temporary, content, options);
    return await linkNew(temporary, file);
  } finally {
    await removeIfPossible(temporary);
  }
}

/** Waits until the names in a folder are on the disk, because syncing a file does not sync its name. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeNew(file: string, content: FileContent, options: AtomicWriteOptions): Promise<void> {
  const handle = await open(file, 'wx', options.mode);
  try {
    if (typeof content === 'string' || content instanceof Uint8Array) await handle.writeFile(content);
    else await writePieces(handle, content);
    if (options.durable === true) await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writePieces(handle: FileHandle, pieces: readonly Uint8Array[]): Promise<void> {
  const total = pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
  const { bytesWritten } = await handle.writev(pieces);
  if (bytesWritten !== total) throw new Error(`wrote ${String(bytesWritten)} of ${String(total)} bytes`);
}

async function linkNew(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Cleaning up must not hide the error that made it necessary. */
async function removeIfPossible(file: string): Promise<void> {
  await rm(file, { force: true }).catch(() => undefined);
}
