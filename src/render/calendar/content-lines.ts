/** RFC 5545 §3.1: no line is longer than 75 octets, its line end not counted. */
const MAX_OCTETS = 75;

/** A property with its parameters, such as `DTSTART;VALUE=DATE`, and its value as it is to stand there. */
export type ContentLine = readonly [property: string, value: string];

/** Writes plain text as a value of type TEXT (RFC 5545 §3.3.11): on one line, and of control characters none. */
export function textValue(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]+/g, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim()
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

/** Folds a line between characters; each further piece begins with a blank that counts. */
function foldLine(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character, 'utf8');
    if (octets + size > MAX_OCTETS) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
}

/** Writes content lines: folded, each ended by CRLF. */
export function writeContentLines(lines: readonly ContentLine[]): string {
  return lines.map(([property, value]) => `${foldLine(`${property}:${value}`)}\r\n`).join('');
}
