import type { KeyObject } from 'node:crypto';

/** A TXT record with the public half of a key (RFC 6376 §3.6.1, RFC 8463 §4). */
export interface DkimRecord {
  /** Its name in DNS, such as `news2020._domainkey.example.org`. */
  readonly name: string;
  /** Its text, such as `v=DKIM1; k=rsa; p=…`. */
  readonly value: string;
}

/** Octets before the key itself in an Ed25519 key's SubjectPublicKeyInfo (RFC 8410 §10.1). */
const ED25519_PREFIX = 12;

/** The record that lets others verify what the key signs. */
export function dkimRecord(publicKey: KeyObject, selector: string, domain: string): DkimRecord {
  const encoded = publicKey.export({ type: 'spki', format: 'der' });
  const rsa = publicKey.asymmetricKeyType === 'rsa';
  const key = rsa ? encoded : encoded.subarray(ED25519_PREFIX);
  const value = `v=DKIM1; k=${rsa ? 'rsa' : 'ed25519'}; p=${key.toString('base64')}`;
  return { name: `${selector}._domainkey.${domain}`, value };
}

/**
 * Whether a record as it was found in DNS lets others verify what the key signs. Blanks and the order of tags do not
 * matter; a record may leave out its version and, for RSA, the kind of key (RFC 6376 §3.6.1).
 */
export function isSameRecord(record: DkimRecord, found: string): boolean {
  const ours = readTags(record.value);
  const theirs = readTags(found);
  return (
    (theirs.get('v') ?? 'DKIM1') === 'DKIM1' &&
    (theirs.get('k') ?? 'rsa') === ours.get('k') &&
    (theirs.get('h') ?? 'sha256').split(':').includes('sha256') &&
    theirs.get('p') === ours.get('p')
  );
}

function readTags(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(';').map((tag) => {
      const equals = tag.indexOf('=');
      return [tag.slice(0, Math.max(equals, 0)).trim(), tag.slice(equals + 1).replace(/\s/g, '')];
    }),
  );
}
