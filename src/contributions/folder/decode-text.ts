import { isUtf8 } from 'node:buffer';
import type { Finding } from '../../model/finding.js';
import { notUtf8 } from '../../model/text/not-utf-8.js';
import { defineRule } from '../../model/rule.js';
import { fileFinding } from '../file-findings.js';

/** A file that is no text. */
export const nulBytes = defineRule({
  id: 'file/nul-bytes',
  severity: 'error',
  why: 'Bytes of value 0 do not occur in text: the file is something else, perhaps a document that was renamed.',
  wrong: 'hotline.docx renamed to hotline.md',
  right: 'The text of the document, copied into a new file hotline.md.',
});

export type DecodedText =
  | { readonly kind: 'text'; readonly text: string }
  /** The probable text, so that everything that is wrong with it can be reported at once; it is never published. */
  | { readonly kind: 'guess'; readonly text: string; readonly lettersAreSure: boolean; readonly finding: Finding }
  | { readonly kind: 'unread'; readonly finding: Finding };

/** Returns the line of an offset, counted from 1. */
function lineOf(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let index = bytes.indexOf(0x0a); index !== -1 && index < offset; index = bytes.indexOf(0x0a, index + 1))
    line += 1;
  return line;
}

/**
 * Returns the first line that is not UTF-8. UTF-8 never splits a character over a line break, so each line can be
 * judged alone.
 */
function firstBrokenLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
  return 1;
}

/** Returns the text with `\n` as line ends, composed letters (NFC) and no byte-order mark. */
function tidied(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
}

/** A sequence of such letters is a word in another script, not our letters with accents. */
const CYRILLIC_WORD = /[\xc0-\xff]{4}/g;
const MIN_CYRILLIC_WORDS = 3;

/** 0x80 to 0x9f of Windows-1252; several versions of Node.js decode these as control characters. */
const WINDOWS_1252 = Array.from('€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ');

function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[\x80-\x9f]/g, (sign) => WINDOWS_1252[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** Guesses the text of bytes that are not UTF-8. */
function probableText(bytes: Buffer): { readonly text: string; readonly encoding: string } {
  const loose = bytes.toString('utf8');
  const broken = loose.match(/\ufffd/g)?.length ?? 0;
  // This is UTF-8 in which a few letters were damaged.
  if ((loose.match(/[^\x00-\x7f\ufffd]/g)?.length ?? 0) > broken) return { text: loose, encoding: 'UTF-8, damaged' };
  const isCyrillic = (bytes.toString('latin1').match(CYRILLIC_WORD)?.length ?? 0) >= MIN_CYRILLIC_WORDS;
  const encoding = isCyrillic ? 'Windows-1251' : 'Windows-1252';
  return { text: isCyrillic ? new TextDecoder(encoding).decode(bytes) : decodeWindows1252(bytes), encoding };
}

function guess(file: string, line: number, actual: string, text: string, lettersAreSure: boolean): DecodedText {
  const finding = notUtf8({ file, line, column: 1 }, actual);
  const note = ' The other messages are about the text as it probably reads: letters with accents may differ in them.';
  return {
    kind: 'guess',
    text: tidied(text),
    lettersAreSure,
    finding: lettersAreSure ? finding : { ...finding, help: finding.help + note },
  };
}

/** No text holds a NUL byte, whatever its encoding. */
const isBinary = (text: string) => /[\0]/.test(text);

/** Decodes UTF-8 with or without its mark; line ends become `\n`, letters are composed (NFC). */
export function decodeText(file: string, bytes: Buffer): DecodedText {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') {
    const text = new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes);
    return isBinary(text)
      ? { kind: 'unread', finding: notUtf8({ file, line: 1, column: 1 }, 'UTF-16') }
      : guess(file, 1, 'UTF-16', text, true);
  }
  if (!isUtf8(bytes)) {
    const { text, encoding } = probableText(bytes);
    const line = firstBrokenLine(bytes);
    const actual = `another encoding, perhaps ${encoding}`;
    return isBinary(text)
      ? { kind: 'unread', finding: notUtf8({ file, line, column: 1 }, actual) }
      : guess(file, line, actual, text, false);
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    const finding = fileFinding(file, nulBytes, {
      line: lineOf(bytes, nul),
      message: 'There are bytes in this file that no text has.',
      expected: 'a text file',
      actual: 'a byte of value 0',
      help: 'This may be a document of another program that was renamed. Copy its text into a new .md file.',
    });
    return { kind: 'unread', finding };
  }
  return { kind: 'text', text: tidied(bytes.toString('utf8')) };
}
