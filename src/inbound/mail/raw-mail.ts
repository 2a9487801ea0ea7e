import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { errorCode } from '../../files/error-code.js';

/** One mail in a mailbox, not parsed yet. */
export type RawMail = {
  /** The path, beginning as it was entered; `-` for standard input. */
  readonly file: string;
  /** Its position in a file of several mails, counted from 1; `undefined` when a file holds one. */
  readonly place: number | undefined;
  /**
   * What tells this mail from the others of its mailbox, whenever it is read: a name that does not change with its
   * flags, a number of the server, or a hash of its bytes.
   */
  readonly identity: string;
} & (
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** Larger than is read from a server: only its header, for a person. `size` in bytes, as the server says. */
  | { readonly kind: 'too-large'; readonly header: Uint8Array; readonly size: number }
  /** `reason` is for a person. */
  | { readonly kind: 'unreadable'; readonly reason: string }
);

/**
 * How much of one mail is read, in bytes. Its header and the parts of a report come before what it quotes or attaches,
 * so the beginning of a longer mail is enough.
 */
export const MAIL_LIMIT = 4 * 1024 * 1024;

/** The beginning of a mail that is still being read; what exceeds the limit is dropped. */
export class MailStart {
  readonly #chunks: Buffer[] = [];
  #length = 0;

  add(chunk: Buffer): void {
    const kept = chunk.subarray(0, MAIL_LIMIT - this.#length);
    if (kept.length === 0) return;
    // A copy, so that a few bytes do not keep the whole chunk in memory.
    this.#chunks.push(Buffer.from(kept));
    this.#length += kept.length;
  }

  bytes(): Buffer {
    return Buffer.concat(this.#chunks, this.#length);
  }
}

/** The result of opening a file. */
export type OpenedFile =
  | { readonly kind: 'file'; readonly handle: FileHandle }
  /** Moved or removed since it was listed, as mail programs do. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Opens a file for reading only. It never follows a symbolic link, and never waits for another program. */
export async function openMailFile(path: string): Promise<OpenedFile> {
  try {
    const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    if ((await handle.stat()).isFile()) return { kind: 'file', handle };
    await handle.close();
    return { kind: 'unreadable', reason: 'it is no file' };
  } catch (error) {
    const code = errorCode(error) ?? 'unknown';
    if (code === 'ENOENT') return { kind: 'gone' };
    return { kind: 'unreadable', reason: UNREADABLE_WORDS[code] ?? `it cannot be read (${code})` };
  }
}

/** Reads the beginning of a file. */
export async function readBeginning(handle: FileHandle, limit: number): Promise<Buffer> {
  const { size } = await handle.stat();
  const bytes = Buffer.alloc(Math.min(limit, size));
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

/** Why a file cannot be read, in words. */
export const UNREADABLE_WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  ENOTDIR: 'it is not there',
  EACCES: 'you are not allowed to read it',
  EPERM: 'you are not allowed to read it',
  ELOOP: 'it is a link to another place',
};
