import { readFile } from 'node:fs/promises';

/** The largest and the smallest number of connections that are open at once. */
const MAX_CONNECTIONS = 2000;
const MIN_CONNECTIONS = 50;
/** Files that the program needs beside them: the database, pictures, mail. */
const RESERVED_FILES = 200;

/**
 * How many connections this process can have open. Where it may open fewer files, the system itself would turn new ones
 * away, and nobody could choose which go.
 */
export async function connectionLimit(): Promise<number> {
  const files = openFilesLimit(await readFile('/proc/self/limits', 'utf8').catch(() => ''));
  return Math.max(MIN_CONNECTIONS, Math.min(MAX_CONNECTIONS, files - RESERVED_FILES));
}

/**
 * How many files a process may open.
 *
 * @param limits as in `/proc/self/limits` (proc_pid_limits(5)); Infinity where it does not say so.
 */
export function openFilesLimit(limits: string): number {
  const written = /^Max open files\s+(\d+)/m.exec(limits)?.[1];
  return written === undefined ? Infinity : Number(written);
}
