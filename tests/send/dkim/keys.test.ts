import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { NewsletterError } from '../../../src/model/error.js';
import { readDkimKeys } from '../../../src/send/dkim/keys.js';
import { isSameRecord } from '../../../src/send/dkim/record.js';
import {
  bothKeys,
  ed25519Pem,
  keyPlace,
  rsaPem,
  signingConfiguration,
  writeKeyFile,
} from '../../support/send/dkim/signing-keys.js';

const RSA = rsaPem();

async function errorOf(reading: Promise<unknown>): Promise<NewsletterError> {
  const error: unknown = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof NewsletterError)) throw new Error('No error for a person came.');
  for (const text of [error.message, error.expected, error.help]) expect(text).toMatch(/^(?!.*undefined).+/s);
  expect([error.message, error.expected, error.help].join()).not.toContain('-----BEGIN');
  return error;
}

const encrypted = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' },
  }).privateKey;
const publicHalf = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' }).toString();
const pssKey = (): string =>
  generateKeyPairSync('rsa-pss', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();

describe('DKIM keys', () => {
  test('are not there where none is set', async () => {
    expect(await readDkimKeys(signingConfiguration([]))).toBeUndefined();
  });

  test('come with the records that belong into DNS', async () => {
    const { keys, warnings } = await bothKeys();
    expect(warnings).toEqual([]);
    expect(keys.map(({ record }) => record.name)).toEqual([
      'r2020._domainkey.example.org',
      'e2020._domainkey.example.org',
    ]);
    const [rsa, ed25519] = keys.map(({ record }) => record);
    if (rsa === undefined || ed25519 === undefined) throw new Error('Two keys were read.');
    expect(rsa.value).toMatch(/^v=DKIM1; k=rsa; p=MII[\w+/=]{380,}$/);
    expect(ed25519.value).toMatch(/^v=DKIM1; k=ed25519; p=[\w+/]{43}=$/);
    expect(isSameRecord(rsa, rsa.value.replace('v=DKIM1; k=rsa; ', '').replace('+', ' +'))).toBe(true);
    expect(isSameRecord(ed25519, ed25519.value.replaceAll('; ', ' ;'))).toBe(true);
    for (const other of [
      ed25519.value,
      `${rsa.value.slice(0, -6)}AAAA==`,
      `${rsa.value}; h=sha1`,
      '',
      'p=',
      'v=spf1 -all',
    ]) {
      expect(isSameRecord(rsa, other)).toBe(false);
    }
  });

  test.each([
    ['of 1024 bits', rsaPem(1024), /too short: 1024 bits/],
    ['protected by a passphrase', encrypted(), /passphrase/],
    ['public', publicHalf(), /public key/],
    ['of another kind', ed25519Pem(), /another kind \(ed25519\)/],
    ['for another way of signing', pssKey(), /another kind \(rsa-pss\)/],
    ['a certificate', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n', /certificate/],
    ['cut off', RSA.slice(0, 600), /no private key/],
    ['empty', '', /no private key/],
    ['no text', Buffer.from([0, 255, 1, 254]), /no private key/],
  ])('are refused when %s', async (_, content, message) => {
    const error = await errorOf(readDkimKeys(signingConfiguration([keyPlace(writeKeyFile(content))])));
    expect(error).toMatchObject({ code: 'dkim-key-unusable', exitCode: 4 });
    expect(error.message).toMatch(message);
    expect(error.message).toContain('NEWSLETTER_DKIM_KEY');
  });

  test('are refused where there is no file, or the key itself instead of its path', async () => {
    for (const path of [`${writeKeyFile('')}.missing`, '/', RSA]) {
      const error = await errorOf(readDkimKeys(signingConfiguration([keyPlace(path)])));
      expect(error.code).toBe('dkim-key-unusable');
    }
  });

  test('are refused when the second key is an RSA key too, or stands alone', async () => {
    const rsa = keyPlace(writeKeyFile(RSA));
    const second = keyPlace(writeKeyFile(RSA), 'ed25519');
    expect((await errorOf(readDkimKeys(signingConfiguration([rsa, second])))).message).toMatch(/ED25519.*another kind/);
    const alone = keyPlace(writeKeyFile(ed25519Pem()), 'ed25519');
    expect((await errorOf(readDkimKeys(signingConfiguration([alone])))).code).toBe('environment-invalid');
  });

  test('need a selector each, and not the same', async () => {
    const file = writeKeyFile(RSA);
    const without = { ...keyPlace(file), selector: undefined };
    expect((await errorOf(readDkimKeys(signingConfiguration([without])))).message).toMatch(/under which name/);
    const pair = [keyPlace(file, 'rsa', 'one'), keyPlace(writeKeyFile(ed25519Pem()), 'ed25519', 'one')];
    expect((await errorOf(readDkimKeys(signingConfiguration(pair)))).code).toBe('configuration-invalid');
  });

  test.each([
    ['example.org', 'news@example.org', true],
    ['example.org', 'news@mail.example.org', true],
    ['xn--bcher-kva.example', 'news@bücher.example', true],
    ['other.example', 'news@example.org', false],
    ['mail.example.org', 'news@example.org', false],
    ['ample.org', 'news@example.org', false],
    ['org', 'news@example.org', false],
    ['', 'news@example.org', false],
  ])('of the domain %j sign for %s: %s', async (domain, sender, fine) => {
    const reading = readDkimKeys(signingConfiguration([keyPlace(writeKeyFile(RSA))], domain, sender));
    if (fine) expect((await reading)?.domain).toBe(domain);
    else expect((await errorOf(reading)).message).toMatch(/DMARC/);
  });

  test.skipIf(process.platform === 'win32')('are used but remarked on when everybody can read the file', async () => {
    const keys = await readDkimKeys(signingConfiguration([keyPlace(writeKeyFile(RSA, 0o644))]));
    expect(keys?.warnings).toHaveLength(1);
    expect(keys?.warnings[0]?.help).toMatch(/^Run: chmod 600 /);
  });
});
