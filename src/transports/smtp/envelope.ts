import type { OutgoingMessage } from '../../model/outgoing-message.js';
import type { Extensions } from './extensions.js';
import type { WireData } from './wire-data.js';

/** The commands that lead to the data, without line ends. */
export interface EnvelopeCommands {
  readonly mail: string;
  readonly recipient: string;
}

/** What an address may not hold, since it would end the command or its own brackets. */
const BREAKS_OUT = /[\x00-\x20\x7f<>]/;
const NON_ASCII = /[^\x00-\x7f]/;
/** What stands for itself in xtext (RFC 3461 §4). */
const XTEXT = /^[!-*,-<>-~]*$/;
/** RFC 3461 §4.4. */
const ENVELOPE_ID_LIMIT = 100;

/** Why this server cannot take this message at all; `undefined` where nothing speaks against it. */
export function envelopeProblem(message: OutgoingMessage, data: WireData, server: Extensions): string | undefined {
  const { from, to } = message.envelope;
  if (BREAKS_OUT.test(from)) return 'the sender’s address holds a sign that no address may have';
  if (to === '' || BREAKS_OUT.test(to)) return 'the address holds a sign that no address may have';
  if (needsUtf8(message) && !(server.smtpUtf8 && server.eightBitMime)) {
    return 'the address has letters beyond a-z before the @, and the mail server takes none such (it offers no SMTPUTF8)';
  }
  if (data.eightBit && !server.eightBitMime)
    return 'the message has bytes that the mail server does not take (no 8BITMIME)';
  if (server.sizeLimit !== undefined && data.size > server.sizeLimit) {
    return `the message is too large for the mail server: ${kilobytes(data.size)} KB, where it takes ${kilobytes(server.sizeLimit)} KB`;
  }
  return undefined;
}

/** MAIL and RCPT with the parameters that the server offers. A failure alone is worth a notice, with headers only. */
export function envelopeCommands(message: OutgoingMessage, data: WireData, server: Extensions): EnvelopeCommands {
  const { from, to } = message.envelope;
  const parameters = [
    ...(server.size ? [`SIZE=${String(data.size)}`] : []),
    ...(data.eightBit ? ['BODY=8BITMIME'] : []),
    ...(needsUtf8(message) ? ['SMTPUTF8'] : []),
    ...(server.dsn ? ['RET=HDRS', ...envelopeId(message.deliveryId)] : []),
  ];
  return {
    mail: [`MAIL FROM:<${from}>`, ...parameters].join(' '),
    recipient: `RCPT TO:<${to}>${server.dsn ? ' NOTIFY=FAILURE' : ''}`,
  };
}

/** RFC 6531 §3.4: also where only a header field, such as Reply-To, has such an address. */
function needsUtf8({ envelope, headers, template }: OutgoingMessage): boolean {
  const isNonAscii = (text: string) => NON_ASCII.test(text);
  return (
    isNonAscii(envelope.from) ||
    isNonAscii(envelope.to) ||
    [headers, template.headers].some((fields) => fields.some(isNonAscii))
  );
}

function envelopeId(deliveryId: string): readonly string[] {
  const id = asXtext(deliveryId);
  return id === '' || id.length > ENVELOPE_ID_LIMIT ? [] : [`ENVID=${id}`];
}

/** RFC 3461 §4: printable ASCII, with `+XX` for `+`, `=` and everything else. */
function asXtext(text: string): string {
  if (XTEXT.test(text)) return text;
  return Array.from(Buffer.from(text, 'utf8'), (byte) =>
    byte > 0x20 && byte < 0x7f && byte !== 0x2b && byte !== 0x3d
      ? String.fromCharCode(byte)
      : `+${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
}

function kilobytes(octets: number): string {
  return String(Math.ceil(octets / 1024));
}
