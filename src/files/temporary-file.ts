import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { sha256Hex } from './sha256.js';
import { isProcessAlive } from './process-alive.js';

/** In a container every process may have the number of the one before it, so a number alone does not tell which it was. */
let runMark: string | undefined;

function ownRun(): string {
  runMark ??= randomBytes(4).toString('hex');
  return runMark;
}

const TEMPORARY = /^\..+\.([0-9a-f]{6})-(\d+)-([0-9a-f]{8})-[0-9a-f]{8}\.tmp$/;

/** The rest of a long name is left out: a file system takes 255 bytes. */
const MAX_NAME_CHARACTERS = 50;

/** A process number means something on one computer only, and a workspace may lie on a shared disk. */
function hostMark(): string {
  return sha256Hex(hostname()).slice(0, 6);
}

/**
 * A name beside a file under which its new bytes can be written first. It is hidden, no other process and no other call
 * gets the same one, and it says whose it is.
 */
export function temporaryName(file: string): string {
  const mark = `${hostMark()}-${String(process.pid)}-${ownRun()}-${randomBytes(4).toString('hex')}`;
  const name = Array.from(path.basename(file)).slice(0, MAX_NAME_CHARACTERS).join('');
  return path.join(path.dirname(file), `.${name}.${mark}.tmp`);
}

/**
 * Removes the temporary files of a folder whose process was killed before it could rename them. Those of other computers
 * stay, since nobody here knows whether they are being written; what cannot be removed stays as well.
 */
export function removeLeftovers(folder: string): void {
  for (const name of namesIn(folder)) {
    if (!isLeftover(name)) continue;
    try {
      rmSync(path.join(folder, name), { force: true });
    } catch {
      // It harms nobody: the next one tries again.
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
