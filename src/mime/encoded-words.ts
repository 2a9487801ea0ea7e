/** RFC 2047 encoded-words. */

/** The longest encoded-word (RFC 2047 §2). */
const WORD_LIMIT = 75;
const Q_OPENING = '=?utf-8?q?';
const B_OPENING = '=?utf-8?b?';
const CLOSING = '?=';
/** Characters of a word around what it encodes. */
const ENVELOPE = B_OPENING.length + CLOSING.length;

/** Octets that stand for themselves in a phrase (RFC 2047 §5 rule 3), the strictest of the three places. */
const PLAIN_OCTET = /^[A-Za-z0-9!*+\-/]$/;

/**
 * Writes text as encoded-words of at most 75 characters, none of which splits a character.
 *
 * Every base64 word but the last holds a multiple of three octets, so that none but the last is padded: GMime 3.2
 * (Geary, Balsa, notmuch) joins the words before it decodes them, and drops what follows the first `=`.
 *
 * @param text what to encode; U+FFFD takes the place of half characters.
 * @param column how many characters stand before it on its line: the first word leaves room for them, so that no line passes 76.
 */
export function encodedWords(text: string, column: number): readonly string[] {
  const characters = Array.from(text);
  const octets = Buffer.byteLength(text, 'utf8');
  const plain = characters.filter((character) => PLAIN_OCTET.test(character) || character === ' ').length;
  // Q needs three characters for an octet that is not plain, B four for three octets of any kind.
  const useQ = plain + (octets - plain) * 3 <= (octets * 4) / 3;
  const words: string[] = [];
  for (let start = 0; start < characters.length;) {
    const room = (words.length === 0 ? WORD_LIMIT - column : WORD_LIMIT) - ENVELOPE;
    const taken = useQ ? fitQ(characters, start, room) : fitB(characters, start, room);
    // One character goes as Q where no cut of base64 would do: Q has no padding, and cuts between all characters.
    const end = taken ?? start + 1;
    const piece = characters.slice(start, end).join('');
    words.push(useQ || taken === undefined ? Q_OPENING + qText(piece) + CLOSING : B_OPENING + bText(piece) + CLOSING);
    start = end;
  }
  return words;
}

/** Where a Q word that begins at `start` ends: after at least one character, and as many as there is room for. */
function fitQ(characters: readonly string[], start: number, room: number): number {
  let length = 0;
  for (let index = start; index < characters.length; index += 1) {
    length += qText(characters[index] ?? '').length;
    if (length > room) return Math.max(index, start + 1);
  }
  return characters.length;
}

/** The same for base64, at the last multiple of three octets, or at the end; `undefined` where there is none in the room. */
function fitB(characters: readonly string[], start: number, room: number): number | undefined {
  const maxOctets = Math.floor(room / 4) * 3;
  let octets = 0;
  let end: number | undefined;
  for (let index = start; index < characters.length; index += 1) {
    octets += Buffer.byteLength(characters[index] ?? '', 'utf8');
    if (octets > maxOctets) return end;
    if (octets % 3 === 0) end = index + 1;
  }
  return characters.length;
}

function bText(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

function qText(text: string): string {
  let encoded = '';
  for (const octet of Buffer.from(text, 'utf8')) {
    const character = String.fromCharCode(octet);
    if (character === ' ') encoded += '_';
    else if (PLAIN_OCTET.test(character)) encoded += character;
    else encoded += `=${octet.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}
