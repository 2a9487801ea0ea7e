import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Configuration, DkimConfiguration } from '../../../../src/model/settings/configuration.js';
import { readDkimKeys, type DkimKeys } from '../../../../src/send/dkim/keys.js';

const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-dkim-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let written = 0;

/** Writes a file that only its owner can read, and gives its path. */
export function writeKeyFile(content: string | Buffer, mode = 0o600): string {
  const file = path.join(folder, `key-${String((written += 1))}.pem`);
  writeFileSync(file, content);
  chmodSync(file, mode);
  return file;
}

/** A new RSA key as PEM. */
export function rsaPem(bits = 2048): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** A new Ed25519 key as PEM. */
export function ed25519Pem(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** What a workspace says of a key file. */
export function keyPlace(
  file: string,
  algorithm: 'rsa' | 'ed25519' = 'rsa',
  selector: string | undefined = algorithm === 'rsa' ? 'r2020' : 'e2020',
): DkimConfiguration['keys'][number] {
  const variable = algorithm === 'rsa' ? 'NEWSLETTER_DKIM_KEY' : 'NEWSLETTER_DKIM_ED25519_KEY';
  return { algorithm, variable, path: file, selector };
}

/** The part of a configuration that signs for a sender at example.org. */
export function signingConfiguration(
  keys: DkimConfiguration['keys'],
  domain = 'example.org',
  address = 'news@example.org',
): Pick<Configuration, 'dkim' | 'sender'> {
  return { dkim: { domain, keys }, sender: { name: 'La Strada International', address } };
}

/** Two new keys of a sender at example.org. */
export function bothPlaces(): DkimConfiguration['keys'] {
  return [keyPlace(writeKeyFile(rsaPem())), keyPlace(writeKeyFile(ed25519Pem()), 'ed25519')];
}

/** The same, read. */
export async function bothKeys(places = bothPlaces()): Promise<DkimKeys> {
  const keys = await readDkimKeys(signingConfiguration(places));
  if (keys === undefined) throw new Error('There were keys.');
  return keys;
}

/** DNS as far as verifiers of these keys ask for it: nothing leaves this machine. */
export function dnsOf({ keys }: DkimKeys) {
  const records = new Map(keys.map(({ record }) => [record.name, record.value]));
  return (name: string, type: string): Promise<string[][]> => {
    const value = records.get(name.replace(/\.$/, ''));
    if (type === 'TXT' && value !== undefined) return Promise.resolve([[value]]);
    return Promise.reject(Object.assign(new Error(`nothing at ${name}`), { code: 'ENOTFOUND' }));
  };
}
