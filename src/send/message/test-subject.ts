import type { MessageTemplate } from '../../model/issue/edition.js';

const MARK = '[Test]';
const SUBJECT = /^Subject: /i;
const ENCODED_WORD = /^=\?utf-8\?([bq])\?([^?]*)\?=/i;

/** The template with `[Test]` before its subject, so that nobody takes a copy for the issue; once, however often it is asked. */
export function markAsTest(template: MessageTemplate): MessageTemplate {
  return { ...template, headers: template.headers.map((field) => (SUBJECT.test(field) ? markSubject(field) : field)) };
}

function markSubject(field: string): string {
  const written = field.replace(SUBJECT, '');
  if (decodeStart(written).toLowerCase().startsWith(MARK.toLowerCase())) return field;
  // The mark is ASCII and stays on a line of its own, so that what follows keeps its folds and its encoded-words; the
  // space between is shown, since only one between two encoded-words is not (RFC 2047 §6.2).
  return `Subject: ${MARK}\r\n ${written}`;
}

/** What a header field says at its beginning: its first encoded-word (RFC 2047), or the text as it is. */
function decodeStart(written: string): string {
  const [, encoding, text = ''] = ENCODED_WORD.exec(written) ?? [];
  if (encoding === undefined) return written;
  if (encoding.toLowerCase() === 'b') return Buffer.from(text, 'base64').toString('utf8');
  const octets = text
    .replace(/_/g, ' ')
    .replace(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(octets, 'latin1').toString('utf8');
}
