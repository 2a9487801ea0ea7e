import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../../files/error-code.js';
import { sha256Hex } from '../../files/sha256.js';
import { NewsletterError } from '../../model/error.js';
import { beginsMbox, MboxReader } from './mbox.js';
import { MAIL_LIMIT, MailStart, openMailFile, readBeginning, UNREADABLE_WORDS, type RawMail } from './raw-mail.js';

/** A path that somebody named, and what was found there. */
export interface MailboxPath {
  /** The path as it was entered. */
  readonly given: string;
  readonly absolute: string;
  readonly kind: 'standard-input' | 'maildir' | 'folder' | 'file';
}

/** Standard input, as a path. */
export const STANDARD_INPUT = '-';

const CHUNK = 256 * 1024;
/** How often a folder is listed again, because mail programs rename what they have read. */
const ROUNDS = 3;

/**
 * Finds out what is at a path.
 *
 * @throws NewsletterError `file-unreadable` when nothing can be read there, or there are no mails.
 */
export async function inspectPath(given: string, absolute: string): Promise<MailboxPath> {
  if (given === STANDARD_INPUT) return { given, absolute: given, kind: 'standard-input' };
  try {
    const found = await lstat(absolute);
    if (found.isSymbolicLink()) throw unreadable(given, UNREADABLE_WORDS['ELOOP'] ?? '');
    if (!found.isDirectory()) {
      const opened = await openMailFile(absolute);
      if (opened.kind !== 'file') throw unreadable(given, opened.kind === 'gone' ? 'it is not there' : opened.reason);
      await opened.handle.close();
      return { given, absolute, kind: 'file' };
    }
    const inside = await readdir(absolute, { withFileTypes: true });
    const isMaildir = inside.some((entry) => entry.isDirectory() && (entry.name === 'new' || entry.name === 'cur'));
    if (isMaildir) return { given, absolute, kind: 'maildir' };
    if (!inside.some(({ name }) => isEml(name))) throw unreadable(given, 'there are no mails in it');
    return { given, absolute, kind: 'folder' };
  } catch (error) {
    if (error instanceof NewsletterError) throw error;
    const code = errorCode(error) ?? 'unknown';
    throw unreadable(given, UNREADABLE_WORDS[code] ?? code, error);
  }
}

function unreadable(given: string, why: string, cause?: unknown): NewsletterError {
  return new NewsletterError(
    'file-unreadable',
    {
      message: `${JSON.stringify(given)} cannot be read as a mailbox: ${why}.`,
      expected:
        'a Maildir (a folder with "new" and "cur"), an mbox file, .eml files, a folder of them, or - for standard input',
      help: 'Check the path, or export the mailbox once more; docs/mailbox.md says how.',
    },
    cause,
  );
}

function isEml(name: string): boolean {
  return /\.eml$/i.test(name);
}

/** Yields every mail of a mailbox, one after the other, and changes nothing there. */
export async function* readMails(
  filePath: MailboxPath,
  standardInput: AsyncIterable<Uint8Array>,
): AsyncGenerator<RawMail> {
  if (filePath.kind === 'standard-input') yield* readStream(filePath.given, standardInput);
  else if (filePath.kind === 'file') yield* readFile(filePath);
  else if (filePath.kind === 'folder') yield* readFolders(filePath, [''], isEml);
  else yield* readFolders(filePath, ['new', 'cur'], (name) => !name.startsWith('.'));
}

async function* readFile({ given, absolute }: MailboxPath): AsyncGenerator<RawMail> {
  if (isEml(given)) {
    const mail = await readOneMail({ file: given, identity: path.basename(given) }, absolute);
    if (mail !== undefined) yield mail;
    return;
  }
  const opened = await openMailFile(absolute);
  if (opened.kind !== 'file') throw unreadable(given, opened.kind === 'gone' ? 'it is not there' : opened.reason);
  yield* readStream(given, opened.handle.createReadStream({ highWaterMark: CHUNK }));
}

/** Yields one mail, or the mails of an mbox. */
async function* readStream(file: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RawMail> {
  let beginning = Buffer.alloc(0);
  let mbox: MboxReader | undefined;
  let single: MailStart | undefined;
  let place = 0;
  const numbered = (bytes: Uint8Array): RawMail => ({
    file,
    place: (place += 1),
    identity: sha256Hex(bytes),
    kind: 'bytes',
    bytes,
  });
  for await (const chunk of chunks) {
    if (mbox !== undefined) {
      for (const bytes of mbox.add(chunk)) yield numbered(bytes);
    } else if (single !== undefined) {
      single.add(Buffer.from(chunk));
    } else {
      beginning = Buffer.concat([beginning, chunk]);
      // Standard input may come in small pieces, but the first line is needed to decide.
      if (beginning.length < 1024 && !beginning.includes(0x0a)) continue;
      if (beginsMbox(beginning)) {
        mbox = new MboxReader();
        for (const bytes of mbox.add(beginning)) yield numbered(bytes);
      } else {
        single = new MailStart();
        single.add(beginning);
      }
    }
  }
  if (mbox !== undefined) for (const bytes of mbox.end()) yield numbered(bytes);
  else if (beginning.length > 0) {
    const bytes = single?.bytes() ?? beginning;
    yield { file, place: undefined, identity: sha256Hex(bytes), kind: 'bytes', bytes };
  }
}

/** Yields every mail in some folders of a path. Names are compared without the flags that a mail program changes. */
async function* readFolders(
  { given, absolute }: MailboxPath,
  folders: readonly string[],
  accept: (name: string) => boolean,
): AsyncGenerator<RawMail> {
  const seen = new Set<string>();
  for (let round = 1; round <= ROUNDS; round += 1) {
    let missed = false;
    for (const folder of folders) {
      for (const name of await listFiles(path.join(absolute, folder), accept)) {
        const key = name.replace(/:2,[^:]*$/, '');
        if (seen.has(key)) continue;
        const file = path.join(given, folder, name);
        const mail = await readOneMail({ file, identity: key }, path.join(absolute, folder, name));
        if (mail !== undefined) {
          seen.add(key);
          yield mail;
        } else if (round < ROUNDS) missed = true;
        else {
          yield { file, place: undefined, identity: key, kind: 'unreadable', reason: 'it was moved while it was read' };
        }
      }
    }
    if (!missed) return;
  }
}

async function listFiles(folder: string, accept: (name: string) => boolean): Promise<readonly string[]> {
  try {
    if (!(await lstat(folder)).isDirectory()) return [];
    const entries = await readdir(folder, { withFileTypes: true });
    // Links are skipped, and so is everything else that is not a file.
    return entries.flatMap((entry) => (entry.isFile() && accept(entry.name) ? [entry.name] : [])).sort();
  } catch (error) {
    const code = errorCode(error) ?? 'unknown';
    if (code === 'ENOENT') return [];
    throw unreadable(folder, UNREADABLE_WORDS[code] ?? code, error);
  }
}

/** Reads the beginning of a file that holds one mail; `undefined` when it no longer exists. */
async function readOneMail(named: Pick<RawMail, 'file' | 'identity'>, absolute: string): Promise<RawMail | undefined> {
  const opened = await openMailFile(absolute);
  if (opened.kind === 'gone') return undefined;
  if (opened.kind === 'unreadable') return { ...named, place: undefined, kind: 'unreadable', reason: opened.reason };
  try {
    return { ...named, place: undefined, kind: 'bytes', bytes: await readBeginning(opened.handle, MAIL_LIMIT) };
  } finally {
    await opened.handle.close();
  }
}
