import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  readSync,
  realpathSync,
  type Stats,
} from 'node:fs';
import path from 'node:path';
import { errorCode } from '../../files/error-code.js';

/** Why a dropped file was not read. */
export type Refusal = 'missing' | 'outside' | 'link' | 'hard-link' | 'not-a-file' | 'too-large' | 'unreadable';

export type SafeRead =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly size: number | undefined };

function refused(refusal: Refusal, size?: number): SafeRead {
  return { kind: 'refused', refusal, size };
}

function isBelow(realRoot: string, real: string): boolean {
  return real.startsWith(realRoot.endsWith(path.sep) ? realRoot : realRoot + path.sep);
}

/** Returns where an open file is, whatever its name leads to by now; only Linux says it. */
function placeOfOpenFile(descriptor: number): string | undefined {
  try {
    return readlinkSync(`/proc/self/fd/${String(descriptor)}`);
  } catch {
    return undefined;
  }
}

/**
 * Says whether the opened file is inside the folder. A folder in its path can be replaced by a link and back again
 * between two checks, so its name alone proves nothing. The system is asked where the open file is; where it does not
 * say, the file at the resolved name must have the same device and inode.
 */
function isInside(
  realRoot: string,
  file: string,
  opened: { readonly descriptor: number; readonly status: Stats },
): boolean {
  const place = placeOfOpenFile(opened.descriptor);
  if (place !== undefined) return isBelow(realRoot, place);
  const real = realpathSync(file);
  const found = lstatSync(real);
  return isBelow(realRoot, real) && found.dev === opened.status.dev && found.ino === opened.status.ino;
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
 * Reads a dropped file without ever following a link or leaving the contributions' folder, and never more than the
 * limit, even if the file changes meanwhile.
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
    if (!isInside(realRoot, file, { descriptor, status })) return refused('outside');
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
