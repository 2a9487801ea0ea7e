import { open, type FileHandle } from 'node:fs/promises';
import { isMissing } from '../files/error-code.js';
import { foreignDatabase, newerDatabase, noDatabase } from './database-errors.js';
import { LOG } from './database-file.js';
import { MIGRATIONS } from './migrations.js';

/** Marks a SQLite file as ours ("nwsl"). */
export const APPLICATION_ID = 0x6e77736c;

/** The layout of a database file (https://sqlite.org/fileformat2.html#the_database_header). */
const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;
/** After the header follows the page that lists the tables: a leaf (13) with one cell for each table and index. */
const PAGE_KIND_AT = 100;
const LEAF = 13;
const CELLS_AT = 103;
const LOOKED_AT = 105;

/** The layout of the log beside it (https://sqlite.org/fileformat2.html#walformat). */
const LOG_HEADER = 32;
const LOG_PAGE_SIZE_AT = 8;
const FRAME_HEADER = 24;
const LOG_SALT_AT = 16;
const FRAME_SALT_AT = 8;
const SALT = 8;

/**
 * Refuses a file that is not our database, by its bytes alone: opening it with SQLite could already merge its log, or
 * leave files beside it. An empty file becomes a new database, as it does in SQLite.
 *
 * @throws NewsletterError `database-foreign`; `database-unusable` for a file that SQLite did not write, or
 *   that a later version of this program wrote.
 */
export async function requireOurs(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size === 0) return;
    const page = await readAt(file, 0, LOOKED_AT);
    if (!page.subarray(0, MAGIC.length).equals(MAGIC) || page.length < LOOKED_AT) throw noDatabase(path);
    requireOurPage(applicationId(page) === APPLICATION_ID ? page : ((await latestInLog(path + LOG)) ?? page), path);
  } finally {
    await file.close();
  }
}

function requireOurPage(page: Buffer, path: string): void {
  const version = page.readUInt32BE(USER_VERSION_AT);
  if (applicationId(page) === APPLICATION_ID) {
    if (version > MIGRATIONS.length) throw newerDatabase(path, version, MIGRATIONS.length);
    return;
  }
  const isNew =
    applicationId(page) === 0 && version === 0 && page[PAGE_KIND_AT] === LEAF && page.readUInt16BE(CELLS_AT) === 0;
  if (!isNew) throw foreignDatabase(path);
}

function applicationId(page: Buffer): number {
  return page.readUInt32BE(APPLICATION_ID_AT);
}

/** Reads the newest first page from the log: a database that was new at a power failure may exist only there. */
async function latestInLog(path: string): Promise<Buffer | undefined> {
  const log = await openUnlessMissing(path);
  if (log === undefined) return undefined;
  try {
    const header = await readAt(log, 0, LOG_HEADER);
    if (header.length < LOG_HEADER) return undefined;
    const salt = header.subarray(LOG_SALT_AT, LOG_SALT_AT + SALT);
    const step = FRAME_HEADER + header.readUInt32BE(LOG_PAGE_SIZE_AT);
    let latest: Buffer | undefined;
    for (let at = LOG_HEADER; ; at += step) {
      const frame = await readAt(log, at, FRAME_HEADER + LOOKED_AT);
      // Frames with another salt are left over from earlier.
      if (frame.length < FRAME_HEADER + LOOKED_AT || !frame.subarray(FRAME_SALT_AT, FRAME_SALT_AT + SALT).equals(salt))
        return latest;
      if (frame.readUInt32BE(0) === 1) latest = frame.subarray(FRAME_HEADER);
    }
  } finally {
    await log.close();
  }
}

async function openUnlessMissing(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
