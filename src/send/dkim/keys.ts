import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { wireAddress } from '../../mime/addresses.js';
import type { Configuration, DkimConfiguration } from '../../model/settings/configuration.js';
import { NewsletterError, type ErrorText } from '../../model/error.js';
import { dkimRecord, type DkimRecord } from './record.js';

/** A private key that signs, and the place in DNS of its public half. */
export interface DkimKey {
  readonly algorithm: 'rsa' | 'ed25519';
  readonly selector: string;
  readonly privateKey: KeyObject;
  /** Octets of a signature. */
  readonly signatureLength: number;
  readonly record: DkimRecord;
}

/** All keys with which each message is signed. */
export interface DkimKeys {
  /** Of the signature: lower case, A-labels. */
  readonly domain: string;
  readonly keys: readonly DkimKey[];
  /** Warnings for people; the keys work nevertheless. */
  readonly warnings: readonly ErrorText[];
}

type KeyLocation = DkimConfiguration['keys'][number];

const MIN_RSA_BITS = 2048;
/** Verifiers need not understand longer keys (RFC 8301 §3.2). */
const MAX_RSA_BITS = 4096;
const HOW_TO_MAKE = 'docs/sending.md shows how to make a key, and what to put into DNS.';

/**
 * The keys that the configuration names, each tried out; `undefined` where there are none, so that messages leave
 * unsigned.
 *
 * @throws NewsletterError `dkim-key-unusable` for a bad key or a domain that is not the sender's; `configuration-invalid`
 * for a missing selector; `environment-invalid` for an Ed25519 key alone, since few verify it yet.
 */
export async function readDkimKeys(
  configuration: Pick<Configuration, 'dkim' | 'sender'>,
): Promise<DkimKeys | undefined> {
  const { domain, keys: places } = configuration.dkim;
  const [first] = places;
  if (first === undefined) return undefined;
  if (first.algorithm !== 'rsa') throw secondKeyAlone(first);
  requireAlignment(domain, configuration.sender.address);
  const selectors = places.map(requireSelector);
  if (new Set(selectors).size !== selectors.length) throw sameSelector();
  const keys = await Promise.all(places.map((place) => readKey(place, requireSelector(place), domain)));
  const warnings = await Promise.all(places.map(requireClosedFile));
  return { domain, keys, warnings: warnings.flat() };
}

async function readKey(place: KeyLocation, selector: string, domain: string): Promise<DkimKey> {
  const privateKey = parseKey(place, await readPem(place));
  const type = privateKey.asymmetricKeyType;
  if (type !== place.algorithm) throw unusable(place, `is a key of another kind (${type ?? 'unknown'})`);
  const bits = privateKey.asymmetricKeyDetails?.modulusLength ?? 0;
  if (type === 'rsa' && bits < MIN_RSA_BITS) throw unusable(place, `is too short: ${String(bits)} bits`);
  if (type === 'rsa' && bits > MAX_RSA_BITS)
    throw unusable(place, `is longer than mail servers verify: ${String(bits)} bits`);
  const publicKey = createPublicKey(privateKey);
  tryOut(place, privateKey, publicKey);
  return {
    algorithm: place.algorithm,
    selector,
    privateKey,
    signatureLength: type === 'rsa' ? Math.ceil(bits / 8) : 64,
    record: dkimRecord(publicKey, selector, domain),
  };
}

async function readPem(place: KeyLocation): Promise<string> {
  if (place.path.includes('-----BEGIN')) throw unusable(place, 'is the key itself, where the path of its file belongs');
  try {
    return await readFile(place.path, 'utf8');
  } catch (error) {
    throw unusable(place, 'cannot be read', error);
  }
}

function parseKey(place: KeyLocation, pem: string): KeyObject {
  if (/-----BEGIN ENCRYPTED|Proc-Type: 4,ENCRYPTED/.test(pem)) throw unusable(place, 'is protected by a passphrase');
  if (/-----BEGIN (?:RSA )?PUBLIC KEY/.test(pem))
    throw unusable(place, 'is a public key; the private one belongs here');
  if (pem.includes('-----BEGIN CERTIFICATE')) throw unusable(place, 'is a certificate; a private key belongs here');
  try {
    return createPrivateKey(pem);
  } catch (error) {
    throw unusable(place, 'is no private key in PEM form', error);
  }
}

/** A key may be well-formed and yet not work. */
function tryOut(place: KeyLocation, privateKey: KeyObject, publicKey: KeyObject): void {
  const digest = place.algorithm === 'rsa' ? 'sha256' : null;
  const data = Buffer.from('newsletter');
  let works: boolean;
  try {
    works = verify(digest, data, publicKey, sign(digest, data, privateKey));
  } catch (error) {
    throw unusable(place, 'cannot sign', error);
  }
  if (!works) throw unusable(place, 'makes signatures that are not right');
}

async function requireClosedFile({ path, variable }: KeyLocation): Promise<readonly ErrorText[]> {
  if (process.platform === 'win32') return [];
  const { mode } = await stat(path);
  if ((mode & 0o004) === 0) return [];
  return [
    {
      message: `Everybody on this computer can read the DKIM key that ${variable} names, and sign in your name.`,
      expected: 'a file that only its owner can read',
      help: `Run: chmod 600 ${path}`,
    },
  ];
}

function requireSelector(place: KeyLocation): string {
  if (place.selector !== undefined) return place.selector;
  const key = place.algorithm === 'rsa' ? 'selector' : 'ed25519Selector';
  throw new NewsletterError('configuration-invalid', {
    message: `${place.variable} names a key for DKIM, but newsletter.yaml does not say under which name it stands in DNS.`,
    expected: `\`dkim:\` in newsletter.yaml with \`${key}:\`, such as news2020`,
    help: `Add it, or take ${place.variable} away to send unsigned. ${HOW_TO_MAKE}`,
  });
}

function sameSelector(): NewsletterError {
  return new NewsletterError('configuration-invalid', {
    message: 'The two DKIM keys have the same selector in newsletter.yaml, but one name in DNS holds one key.',
    expected: 'a `selector` and an `ed25519Selector` that differ, such as news2020 and news2020e',
    help: 'Choose another `ed25519Selector` under `dkim:`, and put the second key into DNS under that name.',
  });
}

function secondKeyAlone(place: KeyLocation): NewsletterError {
  return new NewsletterError('environment-invalid', {
    message: `${place.variable} is set, but NEWSLETTER_DKIM_KEY is not: many mail servers would take the messages for unsigned.`,
    expected: 'an RSA key in NEWSLETTER_DKIM_KEY, with the Ed25519 key as a second one',
    help: HOW_TO_MAKE,
  });
}

/** DMARC counts only a signature whose domain is aligned with that of From (RFC 9989). */
function requireAlignment(domain: string, senderAddress: string): void {
  const from = wireAddress(senderAddress).split('@').at(-1)?.toLowerCase() ?? '';
  if (domain.includes('.') && (from === domain || from.endsWith(`.${domain}`))) return;
  throw new NewsletterError('dkim-key-unusable', {
    message: `Messages from ${from} cannot be signed for ${domain === '' ? 'this domain' : `the domain ${domain}`}: DMARC would not count the signature.`,
    expected: `\`dkim.domain\` in newsletter.yaml as the sender's domain ${from}, or one above it`,
    help: 'Correct `dkim.domain`, or leave it out: then it is the domain of `sender.address`.',
  });
}

function unusable(place: KeyLocation, what: string, cause?: unknown): NewsletterError {
  const shown = place.path.includes('-----BEGIN') ? 'What stands there' : `The file ${place.path}`;
  return new NewsletterError(
    'dkim-key-unusable',
    {
      message: `Messages cannot be signed with the key in ${place.variable}. ${shown} ${what}.`,
      expected:
        place.algorithm === 'rsa'
          ? `the path of a PEM file with a private RSA key of ${String(MIN_RSA_BITS)} to ${String(MAX_RSA_BITS)} bits, without a passphrase`
          : 'the path of a PEM file with a private Ed25519 key, without a passphrase',
      help: HOW_TO_MAKE,
    },
    cause,
  );
}
