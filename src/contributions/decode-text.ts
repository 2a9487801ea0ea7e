import { isUtf8 } from 'node:buffer';
import type { Finding } from '../model/finding.js';
import { notUtf8 } from '../model/text/not-utf-8.js';
import { fileFinding } from './file-findings.js';

export type DecodedText =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'unread'; readonly finding: Finding };

/** How many line breaks stand before an offset, counted from line 1. */
function lineOf(bytes: Buffer, offset: number): number {
  let line = 1;
  for (let index = bytes.indexOf(0x0a); index !== -1 && index < offset; index = bytes.indexOf(0x0a, index + 1))
    line += 1;
  return line;
}

/** The first line that is not UTF-8; UTF-8 never splits a character over a line break, so lines can be judged alone. */
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

function unread(file: string, line: number, actual: string): DecodedText {
  return { kind: 'unread', finding: notUtf8({ file, line, column: 1 }, actual) };
}

/** Bytes to text: UTF-8 with or without its mark, line ends as `\n`, letters and accents joined (NFC). */
export function decodeText(file: string, bytes: Buffer): DecodedText {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe' || mark === 'feff') return unread(file, 1, 'UTF-16');
  if (!isUtf8(bytes)) return unread(file, firstBrokenLine(bytes), 'another encoding, perhaps Windows-1252');
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    const finding = fileFinding(file, {
      ruleId: 'file/nul-bytes',
      line: lineOf(bytes, nul),
      message: 'There are bytes in this file that no text has.',
      expected: 'a text file',
      actual: 'a byte of value 0',
      help: 'This may be a document of another program that was renamed. Copy its text into a new .md file.',
    });
    return { kind: 'unread', finding };
  }
  const text = bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
  return { kind: 'text', text: text.normalize('NFC') };
}
