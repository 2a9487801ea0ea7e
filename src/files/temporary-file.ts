import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { sha256Hex } from './sha256.js';
import { isProcessAlive } from './process-alive.js';

/** In a container every process may get the same number as the one before, so a number alone does not identify it. */
let runMark: string | undefined;

function ownRun(): string {
  runMark ??= randomBytes(4).toString('hex');
  return runMark;
}

const TEMPORARY = /^\..+\.([0-9a-f]{6})-(\d+)-([0-9a-f]{8})-[0-9a-f]{8}\.tmp$/;

/** The rest of a long name is left out, because a file system allows 255 bytes. */
const MAX_NAME_CHARACTERS = 50;

/** A process number is unique on one computer only, and a workspace may be on a shared disk. */
function hostMark(): string {
  return sha256Hex(hostname()).slice(0, 6);
}

/**
 * Returns a hidden name beside a file, under which its new bytes can be written first. No other process and no other
 * call gets the same name, and it says which process it belongs to.
 */
export function temporaryName(file: string): string {
  const mark = `${hostMark()}-${String(process.pid)}-${ownRun()}-${randomBytes(4).toString('hex')}`;
  const name = Array.from(path.basename(file)).slice(0, MAX_NAME_CHARACTERS).join('');
  return path.join(path.dirname(file), `.${name}.${mark}.tmp`);
}

/**
 * Removes the temporary files of a folder whose process was killed before it could rename them. Files of other
 * computers stay, because nobody here knows whether they are still being written. Files that cannot be removed stay as
 * well.
 */
export function removeLeftovers(folder: string): void {
  for (const name of namesIn(folder)) {
    if (!isLeftover(name)) continue;
    try {
      rmSync(path.join(folder, name), { force: true });
    } catch {
      // It does no harm, and the next call tries again.
    }
  }
}

function isLeftover(name: string): boolean {
  const [, host, pid, run] = TEMPORARY.exec(name) ?? [];
  if (host !== hostMark()) return false;
  return Number(pid) === process.pid ? run !== ownRun() : !isProcessAlive(Number(pid));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
