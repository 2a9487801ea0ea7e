import { readAddress } from '../audience/addresses.js';
import { addressParser, parseMime, type Email } from '../mime/read-mime.js';

/** A part of a report that is meant for programs (RFC 6522). */
export interface ReportPart {
  readonly kind: 'delivery-status' | 'feedback-report';
  readonly text: string;
}

/** What of a mail is looked at. What it forwards or quotes as an attachment is not part of it. */
export interface Mail {
  readonly subject: string;
  /** Who wrote it, as they say. */
  readonly from: string | undefined;
  /** Every address that it was written or handed to. */
  readonly recipients: readonly string[];
  /** Its text part, with what it quotes. */
  readonly text: string;
  /** When the last mail server took it, which its sender cannot choose. */
  readonly receivedAt: Date | undefined;
  /** When it was written, by the clock of who wrote it. */
  readonly writtenAt: Date | undefined;
  readonly reports: readonly ReportPart[];
  /** The first header field of a name; the name in lower case. */
  readonly header: (name: string) => string | undefined;
}

const REPORT_KINDS: Readonly<Record<string, ReportPart['kind']>> = {
  'message/delivery-status': 'delivery-status',
  // RFC 6533: the same with addresses that are not ASCII.
  'message/global-delivery-status': 'delivery-status',
  'message/feedback-report': 'feedback-report',
};

/** More than any real mail has; a mail that passes them is no mail. */
const PARSER_BOUNDS = {
  maxNestingDepth: 64,
  maxHeadersSize: 512 * 1024,
  forceRfc822Attachments: true,
};
/** Fields that name whom a mail was written to, or into whose mailbox it was put. */
const RECIPIENT_FIELDS = new Set(['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to']);
/**
 * How many lines are looked at after the header: what a person has to say stands in the first, and the parser takes
 * its time for each line of the pictures that follow.
 */
const LINE_LIMIT = 500;
/** The same for a report, whose parts may follow many words for people, or speak of many recipients. */
const REPORT_LINE_LIMIT = 20_000;
const REPORT_TYPE = /message\/(?:global-)?(?:delivery-status|feedback-report)/i;
const FIELD_LIMIT = 20_000;
const RECIPIENT_LIMIT = 200;
const REPORT_LIMIT = 256 * 1024;

/** Reads a mail (RFC 5322, 2045-2049); `undefined` for bytes that are none. */
export async function readMail(bytes: Uint8Array): Promise<Mail | undefined> {
  let email: Email;
  try {
    email = await parseMime(whatMatters(bytes), PARSER_BOUNDS);
  } catch {
    // The parser throws for what passes its bounds, and for nothing else.
    return undefined;
  }
  const headers = new Map<string, string>();
  for (const { key, value } of email.headers) if (!headers.has(key)) headers.set(key, value);
  if (!['from', 'to', 'subject', 'date', 'received', 'return-path'].some((name) => headers.has(name))) return undefined;
  return {
    subject: (email.subject ?? '').slice(0, FIELD_LIMIT),
    from: addressesOf(headers.get('from') ?? '')[0],
    recipients: email.headers
      .filter(({ key }) => RECIPIENT_FIELDS.has(key))
      .slice(0, RECIPIENT_LIMIT)
      .flatMap(({ value }) => addressesOf(value))
      .slice(0, RECIPIENT_LIMIT),
    text: email.text ?? '',
    // The newest Received stands first (RFC 5321 §4.4); its time follows the last semicolon.
    receivedAt: readTime(headers.get('received')?.split(';').at(-1)),
    writtenAt: readTime(headers.get('date')),
    reports: email.attachments.flatMap(({ mimeType, content }) => {
      const kind = REPORT_KINDS[mimeType];
      return kind === undefined ? [] : [{ kind, text: decode(content) }];
    }),
    header: (name) => headers.get(name),
  };
}

/** The header and the beginning of what follows it. */
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
