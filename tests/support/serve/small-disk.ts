import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

/** A small disk of its own, until the tests of the file end; `undefined` where nothing may be mounted. */
export function smallDisk(megabytes: number): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-disk-'));
  afterAll(() => {
    spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  const options = ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'tmpfs', folder];
  return spawnSync('mount', options).status === 0 ? folder : undefined;
}

/** The same folder once more, in which nothing can be written; `undefined` where nothing may be mounted. */
export function readOnlyView(folder: string): string | undefined {
  const view = mkdtempSync(path.join(tmpdir(), 'newsletter-view-'));
  afterAll(() => {
    spawnSync('umount', ['-l', view]);
    rmSync(view, { recursive: true, force: true });
  });
  if (spawnSync('mount', ['--bind', folder, view]).status !== 0) return undefined;
  return spawnSync('mount', ['-o', 'remount,bind,ro', view]).status === 0 ? view : undefined;
}

/** Fills what is left of a disk, to the last byte. */
export async function fillUp(file: string): Promise<void> {
  for (let size = 65_536; size >= 1; size = Math.floor(size / 2)) {
    let isRoom = true;
    while (isRoom) {
      isRoom = await appendFile(file, Buffer.alloc(size)).then(
        () => true,
        () => false,
      );
    }
  }
}
