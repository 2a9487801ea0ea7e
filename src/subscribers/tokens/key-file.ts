import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readIfThere } from '../../files/read-if-there.js';
import { createAtomically, syncFolder } from '../../files/write-atomically.js';
import { NewsletterError } from '../../model/error.js';

/** A key that signs tokens. Tokens carry its id, so that older mails still work after a new key was put before it. */
export interface TokenKey {
  readonly id: string;
  readonly secret: string;
}

/** The workspace's keys. */
export interface Keys {
  /** The first key signs; all keys verify. */
  readonly tokenKeys: readonly [TokenKey, ...TokenKey[]];
  /** Hashes addresses for suppressions; it never rotates. */
  readonly suppressionKey: string;
}

export const SECRET_LENGTH = 32;
export const KEY_ID = /^[A-Za-z0-9_-]{1,16}$/;

/**
 * Reads the keys of a file; `undefined` when there is none.
 *
 * @throws NewsletterError `key-unusable`.
 */
export async function readKeyFile(filePath: string): Promise<Keys | undefined> {
  let bytes: Buffer | undefined;
  try {
    bytes = await readIfThere(filePath);
  } catch (error) {
    throw fileUnusable(filePath, 'cannot be read', error);
  }
  return bytes === undefined ? undefined : parseKeys(bytes.toString('utf8'), filePath);
}

/**
 * Makes a file of new keys (0600). If another command was faster, its keys are used.
 *
 * @throws NewsletterError `key-unusable`.
 */
export async function makeKeyFile(filePath: string): Promise<Keys> {
  let text: string;
  try {
    await writeNewKeys(filePath);
    text = await readFile(filePath, 'utf8');
  } catch (error) {
    throw fileUnusable(filePath, 'cannot be made', error);
  }
  return parseKeys(text, filePath);
}

/** Makes new keys that are not stored. */
export function makeKeysOfNoFile(filePath: string): Keys {
  return parseKeys(newKeyFile(), filePath);
}

/**
 * Writes the file whole or not at all, and never over an existing one: two commands may start at once in a new
 * workspace.
 */
async function writeNewKeys(filePath: string): Promise<void> {
  const folder = path.dirname(filePath);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await createAtomically(filePath, newKeyFile(), { mode: 0o600, durable: true });
  // The folder is synced before anybody is written to the database: after a power failure there must be no people
  // without keys.
  await syncFolder(folder);
}

function newKeyFile(): string {
  return [
    '# Keys of this newsletter. Keep a copy in a safe place: without this file the unsubscribe links in mails that',
    '# were sent stop working, and addresses that must not be mailed are no longer recognised.',
    `token ${randomBytes(3).toString('hex')} ${randomBytes(32).toString('base64url')}`,
    `suppression ${randomBytes(32).toString('base64url')}`,
    '',
  ].join('\n');
}

function parseKeys(text: string, filePath: string): Keys {
  const lines = text.split(/\r?\n/).map((line) => line.trim().split(/\s+/));
  const tokenKeys = lines.flatMap(([word, id = '', secret = '']) =>
    word === 'token' && KEY_ID.test(id) && secret.length >= SECRET_LENGTH ? [{ id, secret }] : [],
  );
  const suppressionKey = lines.find(([word]) => word === 'suppression')?.[1] ?? '';
  const [first, ...others] = tokenKeys;
  if (first === undefined || suppressionKey.length < SECRET_LENGTH) throw fileUnusable(filePath, 'is not whole');
  return { tokenKeys: [first, ...others], suppressionKey };
}

function fileUnusable(filePath: string, what: string, cause?: unknown): NewsletterError {
  return new NewsletterError(
    'key-unusable',
    {
      message: `The file of keys ${filePath} ${what}.`,
      expected: 'a file that this program made, with a line "token …" and a line "suppression …"',
      help: 'Restore data/keys from your backup. Only if nobody was ever on the list: remove it, and a new one is made.',
    },
    cause,
  );
}
