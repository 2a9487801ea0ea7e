import { createHash, sign } from 'node:crypto';
import type { MessageTemplate } from '../../model/issue/edition.js';
import { NewsletterError } from '../../model/error.js';
import { prepareBodyHash } from './body-hash.js';
import { relaxedField } from './canonical.js';
import type { DkimKey, DkimKeys } from './keys.js';

/**
 * These are named once more than they occur (RFC 6376 §5.4.2), so that nobody can add a second one, which a mail
 * program might show instead of ours.
 */
const OVERSIGNED = [
  ...['From', 'Subject', 'To', 'Cc', 'Date', 'Message-ID', 'Reply-To'],
  // A second one would let somebody else's address receive what a reader's click sends (RFC 8058 §6).
  ...['List-Unsubscribe', 'List-Unsubscribe-Post'],
];
const OVERSIGNED_MIME = ['MIME-Version', 'Content-Type', 'Content-Transfer-Encoding'];
const LINE_LIMIT = 76;

/** Signs the messages of one template. */
export interface DkimSigner {
  /**
   * The DKIM-Signature fields of one message, one per key, each with its line end. The signatures are made on libuv's
   * thread pool.
   *
   * @param personal header fields that stand before those of the template.
   * @param body the encoded pieces, one per segment of the template.
   * @throws NewsletterError `dkim-key-unusable`; then the message must not leave.
   */
  sign(personal: readonly string[], body: readonly Uint8Array[]): Promise<string>;
}

/** The part of a signature's field that is the same for all messages with the same fields. */
interface FieldStart {
  readonly written: string;
  readonly canonical: string;
}

/** Prepares what all messages of the template share. */
export function prepareSigner({ domain, keys }: DkimKeys, template: MessageTemplate): DkimSigner {
  // From the bottom up, since the last of several fields with one name is signed first (RFC 6376 §5.4.2).
  const shared = template.headers.map(relaxedField).reverse();
  const sharedNames = template.headers.map(nameOf).reverse();
  const sharedText = withLineEnds(shared);
  const hashBody = prepareBodyHash(template.body);
  const starts = new Map<string, FieldStart>();

  function startOf(key: DkimKey, personalNames: readonly string[]): FieldStart {
    const place = `${key.selector} ${personalNames.join(':')}`;
    const known = starts.get(place) ?? fieldStart(key, domain, [...sharedNames, ...personalNames]);
    starts.set(place, known);
    return known;
  }

  async function signWith(key: DkimKey, names: readonly string[], fields: string, bodyHash: string): Promise<string> {
    const { written, canonical } = startOf(key, names);
    const signature = await signOnThreadPool(key, Buffer.from(`${fields}${canonical}${bodyHash}; b=`, 'utf8'));
    if (signature.length !== key.signatureLength) throw signingFailed();
    const encoded = signature.toString('base64').replace(/.{72}(?=.)/g, '$&\r\n ');
    return `${written}${bodyHash};\r\n b=${encoded}\r\n`;
  }

  return {
    async sign(personal, body) {
      const names = personal.map(nameOf).reverse();
      const fields = sharedText + withLineEnds(personal.map(relaxedField).reverse());
      const bodyHash = hashBody(body);
      const signatures = await Promise.all(keys.map((key) => signWith(key, names, fields, bodyHash)));
      return signatures.join('');
    },
  };
}

/** The field up to its body hash: with every field of the message, and some once more. */
function fieldStart(key: DkimKey, domain: string, names: readonly string[]): FieldStart {
  const signed = [...names, ...OVERSIGNED, ...OVERSIGNED_MIME];
  const written =
    `DKIM-Signature: v=1; a=${key.algorithm}-sha256; c=relaxed/relaxed;\r\n` +
    ` d=${domain};\r\n s=${key.selector};\r\n${foldNames(signed)};\r\n bh=`;
  return { written, canonical: relaxedField(written) };
}

function foldNames(names: readonly string[]): string {
  let line = ` h=${names[0] ?? ''}`;
  const lines: string[] = [];
  for (const name of names.slice(1)) {
    line += ':';
    if (line.length + name.length >= LINE_LIMIT) {
      lines.push(line);
      line = ' ';
    }
    line += name;
  }
  return [...lines, line].join('\r\n');
}

/** RSA signs the fields; Ed25519 signs their SHA-256 (RFC 8463 §3). */
function signOnThreadPool({ algorithm, privateKey }: DkimKey, fields: Buffer): Promise<Buffer> {
  const rsa = algorithm === 'rsa';
  const data = rsa ? fields : createHash('sha256').update(fields).digest();
  return new Promise((resolve, reject) => {
    sign(rsa ? 'sha256' : null, data, privateKey, (error, signature) => {
      if (error === null) resolve(signature);
      else reject(signingFailed(error));
    });
  });
}

function withLineEnds(fields: readonly string[]): string {
  return fields.map((field) => `${field}\r\n`).join('');
}

function nameOf(field: string): string {
  return field.slice(0, field.indexOf(':')).trimEnd();
}

function signingFailed(cause?: unknown): NewsletterError {
  return new NewsletterError(
    'dkim-key-unusable',
    {
      message: 'A message could not be signed with the DKIM key, so it was not sent.',
      expected: 'a key that signs every message',
      help: 'Run the same command again: it goes on where it stopped. If it stops again, make a new key as docs/sending.md shows.',
    },
    cause,
  );
}
