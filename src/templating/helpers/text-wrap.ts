import { displayWidth, hasWideCharacters } from './display-width.js';

/** The longest line of the plain-text edition. */
export const TEXT_WIDTH = 76;

/** Breaks a word of wide characters, which are written without spaces; other long words stay whole. */
function breakWord(word: string, width: number): readonly string[] {
  if (displayWidth(word) <= width || !hasWideCharacters(word)) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && displayWidth(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** The space between two words, except before the number of a link, which stays with its word. */
const BETWEEN_WORDS = /[ \t]+(?!\[\d{1,3}\])/;

function wrapLine(line: string, width: number): readonly string[] {
  const words = line.split(BETWEEN_WORDS).filter((word) => word !== '');
  const lines: string[] = [];
  let current = '';
  for (const word of words.flatMap((whole) => breakWord(whole, width))) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && displayWidth(longer) > width) {
      lines.push(current);
      current = word;
    } else {
      current = longer;
    }
  }
  return [...lines, current];
}

/** Wraps text to lines. Line breaks stay, and a word that is longer than a line (a URL) is never broken. */
export function wrapText(text: string, width: number = TEXT_WIDTH): string {
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line, Math.max(width, 10)))
    .join('\n');
}

/** Puts one text before the first line and another before the following ones that are not empty. */
export function prefixLines(text: string, first: string, following: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : line === '' ? following.trimEnd() : following + line))
    .join('\n');
}

/** Wraps a text with a hanging indent after a mark, such as `- ` or `> `. */
export function wrapBehind(mark: string, text: string): string {
  const width = displayWidth(mark);
  return prefixLines(wrapText(text, TEXT_WIDTH - width), mark, ' '.repeat(width));
}

/** Writes a heading with a line of signs under it, as long as its longest line. */
export function underline(text: string, sign: string): string {
  const lines = wrapText(text);
  const width = Math.max(...lines.split('\n').map(displayWidth));
  return `${lines}\n${sign.repeat(Math.min(width, TEXT_WIDTH))}`;
}
