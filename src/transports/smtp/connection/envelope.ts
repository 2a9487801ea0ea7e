import type { MessageTemplate } from '../../../model/issue/edition.js';
import type { NewsletterError } from '../../../model/error.js';
import type { OutgoingMessage } from '../../../model/send/outgoing-message.js';
import type { SmtpServer } from './mail-server.js';
import { limitWords, sizeWords } from '../../../model/text/amounts/size-words.js';
import { fieldNeedsUtf8, returnPathNeedsUtf8, returnPathUnusable, tooLarge } from '../answers/smtp-errors.js';
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

/** Why a message cannot be taken: for what is its reader's alone, or for what every message of the send has. */
export type EnvelopeFault =
  | { readonly whose: 'reader'; readonly reason: string }
  | { readonly whose: 'everybody'; readonly stop: NewsletterError };

/** Why this server cannot take this message at all; `undefined` where nothing speaks against it. */
export function envelopeFault(
  message: OutgoingMessage,
  data: WireData,
  offered: Extensions,
  server: SmtpServer,
): EnvelopeFault | undefined {
  const { from, to } = message.envelope;
  if (BREAKS_OUT.test(from)) return { whose: 'everybody', stop: returnPathUnusable() };
  if (to === '' || BREAKS_OUT.test(to)) return ofReader('the address holds a sign that no address may have');
  if (!(offered.smtpUtf8 && offered.eightBitMime)) {
    const need = smtpUtf8Need(message);
    if (need?.whose === 'everybody') return { whose: 'everybody', stop: need.stop(server) };
    if (need?.whose === 'reader') {
      return ofReader(
        'the address has letters beyond a-z before the @, and the mail server takes none such (it offers no SMTPUTF8)',
      );
    }
  }
  if (data.eightBit && !offered.eightBitMime)
    return ofReader('the message has bytes that the mail server does not take (no 8BITMIME)');
  return sizeFault(message, data, offered, server);
}

function sizeFault(
  { template }: OutgoingMessage,
  { size }: WireData,
  { sizeLimit }: Extensions,
  server: SmtpServer,
): EnvelopeFault | undefined {
  if (sizeLimit === undefined || size <= sizeLimit) return undefined;
  const detail = `${sizeWords(size)}, where it takes ${limitWords(sizeLimit)}`;
  return sharedSize(template) > sizeLimit
    ? { whose: 'everybody', stop: tooLarge(server, detail) }
    : ofReader(`the message is too large for the mail server: ${detail}`);
}

/** Octets that no message of this template goes below. */
function sharedSize({ headers, body }: MessageTemplate): number {
  const texts = [...headers, ...body.filter((segment) => typeof segment === 'string')];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text, 'utf8'), 0);
}

function ofReader(reason: string): EnvelopeFault {
  return { whose: 'reader', reason };
}

/** MAIL and RCPT with the parameters that the server offers. A failure alone is worth a notice, with headers only. */
export function envelopeCommands(message: OutgoingMessage, data: WireData, server: Extensions): EnvelopeCommands {
  const { from, to } = message.envelope;
  const parameters = [
    ...(server.size ? [`SIZE=${String(data.size)}`] : []),
    ...(data.eightBit ? ['BODY=8BITMIME'] : []),
    ...(smtpUtf8Need(message) === undefined ? [] : ['SMTPUTF8']),
    ...(server.dsn ? ['RET=HDRS', ...envelopeId(message.deliveryId)] : []),
  ];
  return {
    mail: [`MAIL FROM:<${from}>`, ...parameters].join(' '),
    recipient: `RCPT TO:<${to}>${server.dsn ? ' NOTIFY=FAILURE' : ''}`,
  };
}

/** Whose address asks for SMTPUTF8, and for one of ours, what to say where it is not offered. */
export type SmtpUtf8Need =
  | { readonly whose: 'reader' }
  | { readonly whose: 'everybody'; readonly stop: (server: SmtpServer) => NewsletterError };

/** RFC 6531 §3.4: also where only a header field, such as Reply-To, has such an address. */
export function smtpUtf8Need({ envelope, headers, template }: OutgoingMessage): SmtpUtf8Need | undefined {
  const field = template.headers.find(isNonAscii);
  if (field !== undefined) {
    return { whose: 'everybody', stop: (server) => fieldNeedsUtf8(server, field.slice(0, field.indexOf(':'))) };
  }
  if (isNonAscii(envelope.from)) return { whose: 'everybody', stop: returnPathNeedsUtf8 };
  return isNonAscii(envelope.to) || headers.some(isNonAscii) ? { whose: 'reader' } : undefined;
}

function isNonAscii(text: string): boolean {
  return NON_ASCII.test(text);
}

function envelopeId(deliveryId: string): readonly string[] {
  const id = toXtext(deliveryId);
  return id === '' || id.length > ENVELOPE_ID_LIMIT ? [] : [`ENVID=${id}`];
}

/** RFC 3461 §4: printable ASCII, with `+XX` for `+`, `=` and everything else. */
function toXtext(text: string): string {
  if (XTEXT.test(text)) return text;
  return Array.from(Buffer.from(text, 'utf8'), (byte) =>
    byte > 0x20 && byte < 0x7f && byte !== 0x2b && byte !== 0x3d
      ? String.fromCharCode(byte)
      : `+${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
}
