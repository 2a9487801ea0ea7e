import { createHash, createHmac, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configuration } from '../model/configuration.js';
import { NewsletterError } from '../model/error.js';

/** A key that signs tokens; tokens carry its id, so that older mails work after a new key was put before it. */
export interface TokenKey {
  readonly id: string;
  readonly secret: string;
}

/** The workspace's keys. */
export interface Keys {
  /** The first signs; all verify. */
  readonly tokenKeys: readonly [TokenKey, ...TokenKey[]];
  /** Hashes addresses for suppressions; never rotates. */
  readonly suppressionKey: string;
}

/** Which part of the configuration says where keys come from. */
export type KeySource = Pick<Configuration, 'root' | 'secrets'>;

const SECRET_LENGTH = 32;
const KEY_ID = /^[A-Za-z0-9_-]{1,16}$/;

/**
 * The keys: tokens' from `NEWSLETTER_TOKEN_KEY` or else `data/keys`, the suppressions' from `data/keys`, which is made
 * (0600) where there is none.
 *
 * @throws NewsletterError `environment-invalid` for a bad NEWSLETTER_TOKEN_KEY, `key-unusable` for a bad file.
 */
export async function openKeys(source: KeySource): Promise<Keys> {
  const written = source.secrets.tokenKey?.trim() ?? '';
  const fromEnvironment = written === '' ? undefined : readTokenKeys(written);
  const path = join(source.root, 'data', 'keys');
  const file = readKeyFile(await readOrMakeKeyFile(path), path);
  return { tokenKeys: fromEnvironment ?? file.tokenKeys, suppressionKey: file.suppressionKey };
}

/** The keyed hash of an address's key: how a suppression knows an address that is no longer stored. */
export function hashAddress(keys: Keys, addressKey: string): string {
  return createHmac('sha256', keys.suppressionKey).update(`suppression\0${addressKey}`).digest('base64url');
}

function readTokenKeys(written: string): Keys['tokenKeys'] {
  const [first, ...others] = written.split(',').map((entry) => readTokenKey(entry.trim()));
  if (first === undefined) throw tokenKeyInvalid();
  const keys: Keys['tokenKeys'] = [first, ...others];
  if (new Set(keys.map((key) => key.id)).size !== keys.length) throw tokenKeyInvalid();
  return keys;
}

function readTokenKey(entry: string): TokenKey {
  const colon = entry.indexOf(':');
  const id = entry.slice(0, Math.max(colon, 0));
  const named = KEY_ID.test(id) && entry.length - colon - 1 >= SECRET_LENGTH;
  const secret = named ? entry.slice(colon + 1) : entry;
  if (secret.length < SECRET_LENGTH) throw tokenKeyInvalid();
  // Without an id, one that stays the same as long as the secret does, and tells nothing of it.
  return { id: named ? id : createHash('sha256').update(`key id\0${secret}`).digest('hex').slice(0, 6), secret };
}

function tokenKeyInvalid(): NewsletterError {
  return new NewsletterError('environment-invalid', {
    message: 'The environment variable NEWSLETTER_TOKEN_KEY is not usable as a key.',
    expected: `a secret of at least ${String(SECRET_LENGTH)} characters, or several with commas between, each perhaps with an id of its own before it, as in 2021:…`,
    help: 'Set it to a long random secret, or remove it: then the key in data/keys is used.',
  });
}

async function readOrMakeKeyFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw keysUnusable(path, 'cannot be read', error);
  }
  try {
    await makeKeyFile(path);
    return await readFile(path, 'utf8');
  } catch (error) {
    throw keysUnusable(path, 'cannot be made', error);
  }
}

/** Whole or not at all, and never over another's: two commands may start at once in a new workspace. */
async function makeKeyFile(path: string): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(newKeyFile());
      await file.sync();
    } finally {
      await file.close();
    }
    await link(temporary, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(temporary, { force: true });
  }
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

function readKeyFile(text: string, path: string): Keys {
  const lines = text.split(/\r?\n/).map((line) => line.trim().split(/\s+/));
  const tokenKeys = lines.flatMap(([word, id = '', secret = '']) =>
    word === 'token' && KEY_ID.test(id) && secret.length >= SECRET_LENGTH ? [{ id, secret }] : [],
  );
  const suppressionKey = lines.find(([word]) => word === 'suppression')?.[1] ?? '';
  const [first, ...others] = tokenKeys;
  if (first === undefined || suppressionKey.length < SECRET_LENGTH) throw keysUnusable(path, 'is not whole');
  return { tokenKeys: [first, ...others], suppressionKey };
}

function keysUnusable(path: string, what: string, cause?: unknown): NewsletterError {
  return new NewsletterError(
    'key-unusable',
    {
      message: `The file of keys ${path} ${what}.`,
      expected: 'a file that this program made, with a line "token …" and a line "suppression …"',
      help: 'Restore data/keys from your backup. Only if nothing was ever sent and nobody ever left: remove it, and a new one is made.',
    },
    cause,
  );
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
