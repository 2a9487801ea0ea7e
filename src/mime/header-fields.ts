import { NewsletterError } from '../model/error.js';
import { wireAddress } from './addresses.js';
import { encodedWords } from './encoded-words.js';

/**
 * Header fields of RFC 5322: whole, folded with CRLF inside, without a line end. Text with a control character is
 * refused and not corrected, so that no value can ever begin a header field of its own.
 */

/** Where lines are folded (RFC 5322 §2.1.1). */
const FOLD_LIMIT = 78;
/** The longest line that is allowed at all, in octets. */
const LINE_LIMIT = 998;
/** Folds come before single spaces, so that unfolding returns the text and no line is blank. */
const FOLDS = /(?<=[^ ]) (?=[^ ])/;
const CONTROL = /[\x00-\x1f\x7f-\x9f\u2028\u2029]/;
const NON_ASCII = /[^\x00-\x7f]/;
const ATOMS = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]+(?: [A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]+)*$/;

/** A mailbox as a header names it. */
export interface NamedMailbox {
  readonly name: string | undefined;
  readonly address: string;
}

/**
 * Writes a field whose value already has the form of its grammar (ASCII, or UTF-8 in an address), folded at spaces.
 *
 * @throws NewsletterError `unexpected` when the name or value would break out of the field, or of a line.
 */
export function headerField(name: string, value: string): string {
  return fold(fieldStart(name) + refuseControls(name, value).trim());
}

/** Writes a field that is never folded: List-Unsubscribe, because folding it has broken signers and mail programs. */
export function unfoldedHeaderField(name: string, value: string): string {
  const field = fieldStart(name) + refuseControls(name, value).trim();
  if (Buffer.byteLength(field, 'utf8') > LINE_LIMIT) throw tooLong(name, 'is longer than a line of a message may be');
  return field;
}

/** Writes a field of free text, such as Subject: unchanged if it is ASCII, otherwise as encoded-words. */
export function unstructuredField(name: string, text: string): string {
  const value = refuseControls(name, text).trim();
  const start = fieldStart(name);
  const plain =
    !NON_ASCII.test(value) && !value.includes('=?') && value.split(FOLDS).every((word) => word.length < 900);
  return plain ? fold(start + value) : start + encodedWords(value, start.length).join('\r\n ');
}

/** Writes a field that names one mailbox, such as From or To (RFC 5322 §3.4), with an IDN domain as A-label. */
export function mailboxField(name: string, mailbox: NamedMailbox): string {
  const start = fieldStart(name);
  const address = wireAddress(refuseControls(name, mailbox.address));
  if (!/^[^\s<>,;"()]+$/.test(address))
    throw refusal(name, 'has no address, or one with characters that no address has');
  const shown = refuseControls(name, mailbox.name ?? '').trim();
  if (shown === '') return requireLines(start + address);
  const lines = phrase(shown, start.length);
  const last = lines.at(-1) ?? '';
  const column = last.length + (lines.length === 1 ? start.length : 1);
  const separator = column + address.length + 3 > FOLD_LIMIT ? '\r\n ' : ' ';
  return requireLines(`${start}${lines.join('\r\n ')}${separator}<${address}>`);
}

/** Writes a name as atoms, as a quoted string, or as encoded-words: the first form that can hold it. */
function phrase(name: string, column: number): readonly string[] {
  const short = name.length <= 60 && !NON_ASCII.test(name) && !name.includes('=?');
  if (!short) return encodedWords(name, column);
  return [ATOMS.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`];
}

/**
 * Writes a parameter of Content-Type or Content-Disposition that begins with `; `: as a quoted string, or in RFC 2231's
 * extended and continued form if it is long or not ASCII.
 */
export function contentTypeParameter(name: string, value: string): string {
  refuseControls(name, value);
  if (!NON_ASCII.test(value) && value.length <= 60) {
    return `; ${name}=${/^[A-Za-z0-9._+-]+$/.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`}`;
  }
  const pieces = percentPieces(value, 50);
  if (pieces.length === 1) return `; ${name}*=utf-8''${pieces[0] ?? ''}`;
  return pieces.map((piece, index) => `; ${name}*${String(index)}*=${index === 0 ? "utf-8''" : ''}${piece}`).join('');
}

/** Encodes with RFC 2231's percent signs, cut between characters; U+FFFD replaces half characters. */
function percentPieces(value: string, limit: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of Buffer.from(value, 'utf8').toString('utf8')) {
    const encoded = encodeURIComponent(character).replace(/['()*!]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
    if (piece !== '' && piece.length + encoded.length > limit) {
      pieces.push(piece);
      piece = '';
    }
    piece += encoded;
  }
  return [...pieces, piece];
}

function fieldStart(name: string): string {
  if (!/^[!-9;-~]{1,60}$/.test(name)) throw refusal(name, 'is no name of a header field');
  return `${name}: `;
}

function refuseControls(name: string, value: string): string {
  if (CONTROL.test(value)) throw refusal(name, 'holds a line break or another control character');
  return value;
}

function refusal(name: string, what: string): NewsletterError {
  return unusable(name, what, 'one line of text without control characters');
}

function tooLong(name: string, what: string): NewsletterError {
  return unusable(
    name,
    what,
    `at most ${String(LINE_LIMIT)} characters without a space, the name of the field included`,
  );
}

function unusable(name: string, what: string, expected: string): NewsletterError {
  return new NewsletterError('unexpected', {
    message: `The header field ${JSON.stringify(name.slice(0, 60))} ${what}, so the message was not made.`,
    expected,
    help: 'Correct the text that goes into this header field, then build and send again.',
  });
}

function fold(field: string): string {
  if (field.length <= FOLD_LIMIT) return field;
  const [first = '', second, ...others] = field.split(FOLDS);
  // The field's name never stands alone on its line, because some programs take such a field for an empty one.
  let folded = second === undefined ? first : `${first} ${second}`;
  let column = folded.length;
  for (const word of others) {
    const wrap = column + 1 + word.length > FOLD_LIMIT;
    folded += wrap ? `\r\n ${word}` : ` ${word}`;
    column = wrap ? word.length + 1 : column + 1 + word.length;
  }
  return requireLines(folded);
}

/** Returns a folded field, unless one of its lines is longer than RFC 5322 §2.1.1 allows. */
function requireLines(field: string): string {
  if (field.length <= FOLD_LIMIT) return field;
  const long = field.split('\r\n').some((line) => Buffer.byteLength(line, 'utf8') > LINE_LIMIT);
  if (long) throw tooLong(field.slice(0, field.indexOf(':')), 'has a word longer than a line of a message may be');
  return field;
}
