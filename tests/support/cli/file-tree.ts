import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Every file below a folder, by its path relative to it, in order. */
export function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

/** The SHA-256 of every file below a folder. */
export function contentBelow(folder: string): ReadonlyMap<string, string> {
  return new Map(filesBelow(folder).map((name) => [name, sha256(readFileSync(path.join(folder, name)))]));
}

/** Content and time of every file below a folder: the same only where nobody has written any of them. */
export function traceBelow(folder: string): ReadonlyMap<string, string> {
  return new Map(
    [...contentBelow(folder)].map(([name, hash]) => [
      name,
      `${hash} ${String(statSync(path.join(folder, name)).mtimeMs)}`,
    ]),
  );
}
