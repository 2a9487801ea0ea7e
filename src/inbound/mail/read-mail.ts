import { readAddress } from '../../subscribers/addresses.js';
import { addressParser, parseMime, type Email } from '../../mime/read-mime.js';
import { textOfHtml } from './html-text.js';
import { declareCharset, isMisread } from './undeclared-charset.js';

/** A part of a report that is meant for programs (RFC 6522). */
export interface ReportPart {
  readonly kind: 'delivery-status' | 'feedback-report';
  readonly text: string;
}

/** The parts of a mail that are read. What it forwards or quotes as an attachment does not count. */
export interface Mail {
  readonly subject: string;
  /** The address of the writer, as the mail says. */
  readonly from: string | undefined;
  /** The name beside that address; empty when there is none. */
  readonly fromName: string;
  /** Every address that it was sent or delivered to. */
  readonly recipients: readonly string[];
  /** Its text part, including quotations; for a mail with only HTML, what its writer wrote in it. */
  readonly text: string;
  /** Whether files are attached, such as a scan. */
  readonly hasFiles: boolean;
  /** When the last mail server accepted it, which its sender cannot choose. */
  readonly receivedAt: Date | undefined;
  /** When it was written, by the writer's clock. */
  readonly writtenAt: Date | undefined;
  readonly reports: readonly ReportPart[];
  /** The header of the first mail that is attached, as a report attaches the one that came back; nothing else of it. */
  readonly copiedHeader: string | undefined;
  /** Returns the first header field with a name; the name is in lower case. */
  readonly header: (name: string) => string | undefined;
}

const REPORT_KINDS: Readonly<Record<string, ReportPart['kind']>> = {
  'message/delivery-status': 'delivery-status',
  // RFC 6533: the same, with addresses that are not ASCII.
  'message/global-delivery-status': 'delivery-status',
  'message/feedback-report': 'feedback-report',
};

/** A mail, or its header alone, as an attachment (RFC 3462 §2, RFC 6532 §3.7, RFC 6533 §6.3). */
const COPY = /^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/(?:rfc822|global)-headers)$/;

/** More than any real mail has. */
const PARSER_BOUNDS = {
  maxNestingDepth: 64,
  maxHeadersSize: 512 * 1024,
  forceRfc822Attachments: true,
};
/** Fields that name whom a mail was written to, or into whose mailbox it was delivered. */
const RECIPIENT_FIELDS = new Set(['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to']);
/**
 * How many lines are read after the header. What a person has to say is in the first ones, and the parser takes time
 * for each line of the pictures that follow.
 */
const LINE_LIMIT = 500;
/** The limit for a report, whose parts may follow a long text for people, or list many recipients. */
const REPORT_LINE_LIMIT = 20_000;
const REPORT_TYPE = /message\/(?:global-)?(?:delivery-status|feedback-report)/i;
const FIELD_LIMIT = 20_000;
const RECIPIENT_LIMIT = 200;
const NAME_LIMIT = 200;
/** Attached by programs, not by people: signatures, cards. */
const SIGNATURE = /pkcs7|pgp-signature|pgp-keys|vcard/i;
const REPORT_LIMIT = 256 * 1024;

/** Reads a mail (RFC 5322, 2045-2049); `undefined` for bytes that are not a mail. */
export async function readMail(bytes: Uint8Array): Promise<Mail | undefined> {
  const email = await parse(bytes);
  if (email === undefined) return undefined;
  const headers = new Map<string, string>();
  for (const { key, value } of email.headers) if (!headers.has(key)) headers.set(key, value);
  if (!['from', 'to', 'subject', 'date', 'received', 'return-path'].some((name) => headers.has(name))) return undefined;
  return {
    subject: (email.subject ?? '').slice(0, FIELD_LIMIT),
    from: addressesOf(headers.get('from') ?? '')[0],
    fromName: (email.from?.name ?? '').slice(0, NAME_LIMIT),
    recipients: email.headers
      .filter(({ key }) => RECIPIENT_FIELDS.has(key))
      .slice(0, RECIPIENT_LIMIT)
      .flatMap(({ value }) => addressesOf(value))
      .slice(0, RECIPIENT_LIMIT),
    text: textOf(email),
    hasFiles: email.attachments.some(
      ({ disposition, mimeType }) => disposition === 'attachment' && !SIGNATURE.test(mimeType),
    ),
    // The newest Received field comes first (RFC 5321 §4.4); its time follows the last semicolon.
    receivedAt: readTime(headers.get('received')?.split(';').at(-1)),
    writtenAt: readTime(headers.get('date')),
    reports: email.attachments.flatMap(({ mimeType, content }) => {
      const kind = REPORT_KINDS[mimeType];
      return kind === undefined ? [] : [{ kind, text: decode(content) }];
    }),
    copiedHeader: copiedHeader(email),
    header: (name) => headers.get(name),
  };
}

function copiedHeader(email: Email): string | undefined {
  const copy = email.attachments.find(({ mimeType }) => COPY.test(mimeType));
  return copy === undefined ? undefined : decode(copy.content).split(/\r?\n\r?\n/, 1)[0];
}

async function parse(bytes: Uint8Array): Promise<Email | undefined> {
  try {
    const email = await parseMime(whatMatters(bytes), PARSER_BOUNDS);
    if (!isMisread([email.subject ?? '', email.text ?? '', email.html ?? ''])) return email;
    const declared = declareCharset(whatMatters(bytes));
    return declared === undefined ? email : await parseMime(declared, PARSER_BOUNDS);
  } catch {
    // The parser throws only for a mail that exceeds its bounds.
    return undefined;
  }
}

function textOf(email: Email): string {
  const text = email.text ?? '';
  return text.trim() === '' && email.html !== undefined ? textOfHtml(email.html) : text;
}

/** Returns the header and the beginning of what follows it. */
function whatMatters(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const headerEnd = /\n\r?\n/.exec(text)?.index ?? 0;
  const limit = REPORT_TYPE.test(text) ? REPORT_LINE_LIMIT : LINE_LIMIT;
  let end = headerEnd;
  for (let line = 0; line < limit; line += 1) {
    end = text.indexOf('\n', end) + 1;
    if (end === 0) return bytes;
  }
  return bytes.subarray(0, end);
}

function addressesOf(field: string): readonly string[] {
  return addressParser(field.slice(0, FIELD_LIMIT), { flatten: true }).flatMap(({ address }) => {
    const reading = readAddress(address ?? '');
    return reading.kind === 'valid' ? [reading.address] : [];
  });
}

function readTime(written: string | undefined): Date | undefined {
  const milliseconds = Date.parse((written ?? '').trim().slice(0, 100));
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds);
}

function decode(content: ArrayBuffer | Uint8Array | string): string {
  if (typeof content === 'string') return content.slice(0, REPORT_LIMIT);
  const bytes = content instanceof Uint8Array ? content : new Uint8Array(content);
  return new TextDecoder().decode(bytes.subarray(0, REPORT_LIMIT));
}
