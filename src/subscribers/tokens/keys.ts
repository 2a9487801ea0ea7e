import { createHmac } from 'node:crypto';
import path from 'node:path';
import { sha256Hex } from '../../files/sha256.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { NewsletterError } from '../../model/error.js';
import type { Queries } from '../../store/database.js';
import {
  KEY_ID,
  makeKeyFile,
  makeKeysOfNoFile,
  readKeyFile,
  SECRET_LENGTH,
  type Keys,
  type TokenKey,
} from './key-file.js';
export type { Keys, TokenKey };

/** The part of the configuration that says where keys come from. */
export type KeySource = Pick<Configuration, 'root' | 'secrets'>;

/** What a database shows about the keys that it was written with. */
type KeyTrace =
  /** It holds no people, so any keys are right. */
  | { readonly kind: 'none' }
  /** It holds people but no hash of an address: a missing file is noticed, but a wrong one cannot be. */
  | { readonly kind: 'hidden' }
  | { readonly kind: 'hash'; readonly addressKey: string; readonly addressHash: string };

/**
 * Opens the keys. Token keys come from `NEWSLETTER_TOKEN_KEY` and then from `data/keys`; the suppression key comes from
 * `data/keys`. That file is made (0600) only while the database holds no people: with other keys, an import could bring
 * erased people back, and the links in all earlier mails would be void.
 *
 * @param query the database that the keys belong to; left out when there is none yet.
 * @throws NewsletterError `environment-invalid` for a bad NEWSLETTER_TOKEN_KEY; `key-unusable` for a file that is bad,
 *   missing, or of another database.
 */
export async function openKeys(source: KeySource, query?: Queries): Promise<Keys> {
  const written = source.secrets.tokenKey?.trim() ?? '';
  const fromEnvironment = written === '' ? undefined : readTokenKeys(written);
  const file = await openKeyFile(path.join(source.root, 'data', 'keys'), query);
  return fromEnvironment === undefined ? file : { ...file, tokenKeys: withOlder(fromEnvironment, file.tokenKeys) };
}

/**
 * Opens the keys for a trial, which leaves no file behind: where `openKeys` would make a file, the keys are not stored.
 *
 * @throws NewsletterError as `openKeys`.
 */
export async function openKeysForTrial(source: KeySource, query: Queries): Promise<Keys> {
  return openKeyFile(path.join(source.root, 'data', 'keys'), query, makeKeysOfNoFile);
}

/** Returns the keyed hash of an address, by which a suppression knows an address that is no longer stored. */
export function hashAddress(keys: Keys, addressKey: string): string {
  return createHmac('sha256', keys.suppressionKey).update(`suppression\0${addressKey}`).digest('base64url');
}

async function openKeyFile(
  filePath: string,
  query: Queries | undefined,
  makeKeys: (filePath: string) => Keys | Promise<Keys> = makeKeyFile,
): Promise<Keys> {
  // Read before the file: of two commands that start at once, the one that writes people first has made the keys by
  // then.
  const trace = query === undefined ? undefined : await readKeyTrace(query);
  const keys = await readKeyFile(filePath);
  if (trace === undefined || trace.kind === 'none') return keys ?? makeKeys(filePath);
  if (keys === undefined) throw keysMissing(filePath);
  if (trace.kind === 'hash' && hashAddress(keys, trace.addressKey) !== trace.addressHash) throw keysOfAnother(filePath);
  return keys;
}

/** One row is enough, because every subscriber's hash was made with the same key. */
async function readKeyTrace(query: Queries): Promise<KeyTrace> {
  const known = await query
    .selectFrom('subscribers')
    .select(['address_key as addressKey', 'address_hash as addressHash'])
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (known !== undefined) return { kind: 'hash', ...known };
  const suppressed = await query.selectFrom('suppressions').select('address_hash').limit(1).executeTakeFirst();
  const sent = suppressed ?? (await query.selectFrom('sends').select('id').limit(1).executeTakeFirst());
  return { kind: sent === undefined ? 'none' : 'hidden' };
}

function keysMissing(filePath: string): NewsletterError {
  return notTheKeys(
    `The file of keys ${filePath} is missing, and the database knows people already.`,
    'Restore data/keys from your backup, or copy it from the workspace in which this database was made.',
  );
}

function keysOfAnother(filePath: string): NewsletterError {
  return notTheKeys(
    `The file of keys ${filePath} does not belong to this database.`,
    'Restore data/keys and the database from one backup, or let NEWSLETTER_DATABASE_URL name the database of these keys.',
  );
}

function notTheKeys(message: string, help: string): NewsletterError {
  const without =
    'With other keys the unsubscribe links in mails that were sent stop working, and an import can bring back people who asked never to be mailed.';
  return new NewsletterError('key-unusable', {
    message,
    expected: 'the file of keys with which this database was made',
    help: `${help} ${without}`,
  });
}

/** The file's keys still verify: they may have signed mails before the environment had a key. */
function withOlder(first: Keys['tokenKeys'], older: Keys['tokenKeys']): Keys['tokenKeys'] {
  const ids = new Set(first.map(({ id }) => id));
  return [...first, ...older.filter(({ id }) => !ids.has(id))];
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
  // Without an id, it gets one that depends only on the secret and reveals nothing about it.
  return { id: named ? id : sha256Hex(`key id\0${secret}`).slice(0, 6), secret };
}

function tokenKeyInvalid(): NewsletterError {
  return new NewsletterError('environment-invalid', {
    message: 'The environment variable NEWSLETTER_TOKEN_KEY is not usable as a key.',
    expected: `a secret of at least ${String(SECRET_LENGTH)} characters, or several with commas between, each perhaps with an id of its own before it, as in 2021:…`,
    help: 'Set it to a long random secret, or remove it: then the key in data/keys is used.',
  });
}
