import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';

/** Why a dropped file was not read. */
export type Refusal = 'missing' | 'outside' | 'link' | 'hard-link' | 'not-a-file' | 'too-large' | 'unreadable';

export type SafeRead =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly size: number | undefined };

function refused(refusal: Refusal, size?: number): SafeRead {
  return { kind: 'refused', refusal, size };
}

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Whether the file that was opened is the one that lies inside the folder. A folder on the way can be exchanged for a
 * link and back again between two looks, so the name alone proves nothing: the file at its resolved name must be the
 * same one.
 */
function isInside(realRoot: string, file: string, opened: Stats): boolean {
  const real = realpathSync(file);
  if (!real.startsWith(realRoot.endsWith(path.sep) ? realRoot : realRoot + path.sep)) return false;
  const found = lstatSync(real);
  return found.dev === opened.dev && found.ino === opened.ino;
}

function readAll(descriptor: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let length = 0;
  while (length < size) {
    const count = readSync(descriptor, bytes, length, size - length, null);
    if (count === 0) break;
    length += count;
  }
  return bytes.subarray(0, length);
}

/**
 * Reads a dropped file without ever following a link or leaving the contributions' folder, and without
 * reading more than the bound, whatever happens to the file meanwhile.
 *
 * @param realRoot the contributions' folder, with every link in its own path resolved.
 * @param mostBytes the size up to which the file is read.
 */
export function readSafely(realRoot: string, file: string, mostBytes: number): SafeRead {
  let descriptor: number | undefined;
  try {
    // O_NONBLOCK: opening a pipe must not wait for somebody who writes into it.
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const status = fstatSync(descriptor);
    if (!status.isFile()) return refused('not-a-file');
    if (status.nlink > 1) return refused('hard-link');
    if (!isInside(realRoot, file, status)) return refused('outside');
    if (status.size > mostBytes) return refused('too-large', status.size);
    return { kind: 'bytes', bytes: readAll(descriptor, status.size) };
  } catch (error) {
    switch (errorCode(error)) {
      case 'ENOENT':
        return refused('missing');
      case 'ELOOP':
      case 'EMLINK':
        return refused('link');
      case 'ENXIO':
      case 'EISDIR':
        return refused('not-a-file');
      default:
        return refused('unreadable');
    }
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
