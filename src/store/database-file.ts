import { mkdir, open, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isMissing } from '../files/error-code.js';
import { databaseMounted, databaseLinked, logWithoutDatabase } from './database-errors.js';

/**
 * SQLite keeps these files beside a database, under its name: changes that are not yet copied into it, and an index of
 * them.
 */
export const LOG = '-wal';
const LOG_INDEX = '-shm';

/** Makes the file before SQLite opens it, because SQLite gives its own files the same permissions. */
export async function makeDatabaseFile(filePath: string): Promise<void> {
  await mkdir(path.dirname(filePath), { recursive: true, mode: 0o700 });
  const file = await open(filePath, 'a', 0o600);
  try {
    // An empty file that somebody else made, for example with `touch`, may have any permissions.
    if ((await file.stat()).size === 0) await file.chmod(0o600);
  } finally {
    await file.close();
  }
}

/**
 * Refuses a database that another program may have open under another name. Each name has its own log beside it, so
 * neither program sees what the other writes, and both send to the same people. Nothing is written.
 *
 * @throws NewsletterError `database-linked` for a file with several names, for one that is mounted by itself, and for a
 *   log whose database is gone.
 */
export async function requireOneName(filePath: string): Promise<void> {
  // SQLite puts its files beside the target of a symbolic link.
  const place = (await unlessMissing(realpath(filePath))) ?? filePath;
  // The log is read first: a database that is being made has its first page before it has a log.
  const log = await unlessMissing(stat(place + LOG));
  const index = await unlessMissing(stat(place + LOG_INDEX));
  const file = await unlessMissing(stat(place));
  for (const [name, status] of [
    [place, file],
    [place + LOG, log],
    [place + LOG_INDEX, index],
  ] as const) {
    if (status?.isFile() === true && status.nlink > 1) throw databaseLinked(name);
  }
  if (log !== undefined && log.size > 0 && (file?.size ?? 0) === 0) throw logWithoutDatabase(place, place + LOG);
  if (file?.isFile() === true && isMountPoint(await readMounts(), place)) throw databaseMounted(place);
}

/** Reads what is mounted for this process; empty where the system does not say it in this way. */
async function readMounts(): Promise<string> {
  try {
    return await readFile('/proc/self/mountinfo', 'utf8');
  } catch {
    return '';
  }
}

/**
 * Says whether something is mounted at exactly this path.
 *
 * @param mounts the text of `/proc/self/mountinfo` (proc_pid_mountinfo(5)). The fifth field is the mount point; spaces
 *   and the like are three octal digits after a backslash.
 */
export function isMountPoint(mounts: string, filePath: string): boolean {
  return mounts.split('\n').some((line) => {
    const written = line.split(' ')[4] ?? '';
    const point = written.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 8)));
    return point === filePath;
  });
}

async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
