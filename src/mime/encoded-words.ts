/** RFC 2047 encoded-words. */

/** The longest encoded-word (RFC 2047 §2). */
const WORD_LIMIT = 75;
const Q_OPENING = '=?utf-8?q?';
const B_OPENING = '=?utf-8?b?';
const CLOSING = '?=';

/** Octets that stand for themselves in a phrase (RFC 2047 §5 rule 3), the strictest of the three places. */
const PLAIN_OCTET = /^[A-Za-z0-9!*+\-/]$/;

/**
 * Writes text as encoded-words of at most 75 characters, none of which splits a character.
 *
 * @param text what to encode; U+FFFD replaces half characters.
 * @param column how many characters precede it on its line: the first word leaves room for them, so that no line
 *   exceeds 76.
 */
export function encodedWords(text: string, column: number): readonly string[] {
  const characters = Array.from(text);
  const octets = Buffer.byteLength(text, 'utf8');
  const plain = characters.filter((character) => PLAIN_OCTET.test(character) || character === ' ').length;
  // Q needs three characters for an octet that is not plain, B four for three octets of any kind.
  const useQ = plain + (octets - plain) * 3 <= (octets * 4) / 3;
  return useQ ? words(characters, column, Q_OPENING, qText) : words(characters, column, B_OPENING, bText);
}

function words(
  characters: readonly string[],
  column: number,
  opening: string,
  encode: (text: string) => string,
): readonly string[] {
  const result: string[] = [];
  let chunk = '';
  for (const character of characters) {
    const limit = result.length === 0 ? WORD_LIMIT - column : WORD_LIMIT;
    if (chunk !== '' && opening.length + encode(chunk + character).length + CLOSING.length > limit) {
      result.push(opening + encode(chunk) + CLOSING);
      chunk = '';
    }
    chunk += character;
  }
  if (chunk !== '') result.push(opening + encode(chunk) + CLOSING);
  return result;
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
