/**
 * Quoted-printable (RFC 2045 §6.7) for UTF-8 text. Every line is at most 76 characters with its soft break, and no line
 * starts with `.`, `From ` or `--`. So no line can meet SMTP's dot-stuffing, mbox or a MIME boundary, by chance or by
 * intent, and the hashed bytes are the bytes on the wire.
 */

/** Characters before the `=` of a soft line break, so that the whole line stays within 76. */
const LINE_LIMIT = 75;
const SOFT_BREAK = '=\r\n';

/** Where a run of text lies: at the start or end of its body part, or beside a slot. */
export interface RunPlace {
  /** Whether the run opens its body part; otherwise a slot precedes it. */
  readonly startsPart: boolean;
  /** Whether the run closes its body part; otherwise a slot follows it. */
  readonly endsPart: boolean;
}

/** Encodes a whole text; any line break becomes CRLF. */
export function encodeQuotedPrintable(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(encodeLine)
    .join('\r\n');
}

/**
 * Encodes one run of a text that is cut at its slots. Beside a slot the run carries a soft line break, so that `run +
 * encodeSlotValue(value) + run` decodes to the text with the value inserted, whatever the value's length.
 */
export function encodeQuotedPrintableRun(text: string, place: RunPlace): string {
  return `${place.startsPart ? '' : SOFT_BREAK}${encodeQuotedPrintable(text)}${place.endsPart ? '' : SOFT_BREAK}`;
}

/** A value that needs no encoding, nor protection at the start of a line: most greetings and links. */
const PLAIN_VALUE = /^(?![.F-])[!-<>-~](?:[ -<>-~]{0,73}[!-<>-~])?$/;

/** Encodes a slot's value, which stands alone between two soft line breaks; its own line breaks become `=0D=0A`. */
export function encodeSlotValue(value: string): string {
  return PLAIN_VALUE.test(value) ? value : encodeLine(value);
}

/** Encodes text as one line of content: line breaks within it are encoded as bytes. */
function encodeLine(text: string): string {
  const characters = Array.from(text);
  let encoded = '';
  let column = 0;
  characters.forEach((character, index) => {
    const token = encodeCharacter(character, index === characters.length - 1);
    if (column + token.length > LINE_LIMIT) {
      encoded += SOFT_BREAK;
      column = 0;
    }
    const protectedToken = column === 0 ? protectLineStart(token, characters, index) : token;
    encoded += protectedToken;
    column += protectedToken.length;
  });
  return encoded;
}

/** Returns one character as itself, or as `=XX` for each of its bytes, which a soft line break never separates. */
function encodeCharacter(character: string, last: boolean): string {
  const code = character.codePointAt(0) ?? 0;
  const blank = code === 0x20 || code === 0x09;
  if (blank ? !last : code > 0x20 && code < 0x7f && character !== '=') return character;
  return encodeBytes(character);
}

function encodeBytes(character: string): string {
  let encoded = '';
  for (const byte of Buffer.from(character, 'utf8')) encoded += `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  return encoded;
}

/** Encodes a dot, the `F` of `From ` and the first hyphen of `--` at the start of a line. */
function protectLineStart(token: string, characters: readonly string[], index: number): string {
  if (token === '.') return '=2E';
  if (token === 'F' && characters.slice(index, index + 5).join('') === 'From ') return '=46';
  if (token === '-' && (characters[index + 1] ?? '-') === '-') return '=2D';
  return token;
}
