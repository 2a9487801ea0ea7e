import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { errorCode } from '../files/error-code.js';

/** One mail as it lies in a mailbox, not yet looked at. */
export type RawMail = {
  /** The path, beginning as it was given; `-` for standard input. */
  readonly file: string;
  /** Its place in a file of several mails, counted from 1; absent where a file holds one. */
  readonly place: number | undefined;
} & (
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** `reason` is for a person. */
  | { readonly kind: 'unreadable'; readonly reason: string }
);

/**
 * How much of one mail is looked at, in bytes. Its header and the parts of a report stand before what it quotes or
 * attaches, so that of a longer mail the beginning is enough.
 */
export const MAIL_LIMIT = 4 * 1024 * 1024;

/** The beginning of a mail that is still being read; what passes the limit is let go. */
export class MailStart {
  readonly #chunks: Buffer[] = [];
  #length = 0;

  add(chunk: Buffer): void {
    const kept = chunk.subarray(0, MAIL_LIMIT - this.#length);
    if (kept.length === 0) return;
    // A copy, so that a few bytes do not hold on to all that was read with them.
    this.#chunks.push(Buffer.from(kept));
    this.#length += kept.length;
  }

  bytes(): Buffer {
    return Buffer.concat(this.#chunks, this.#length);
  }
}

/** What opening a file came to. */
export type OpenedFile =
  | { readonly kind: 'file'; readonly handle: FileHandle }
  /** Moved or removed since it was listed, as mail programs do. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Opens a file for reading only: never through a symbolic link, and nothing that would wait for another program. */
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

/** The beginning of a file. */
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
