import { createRequire } from 'node:module';
import path from 'node:path';
import type { DocumentPage, DocumentText } from '../../../model/issue/pictures/attached-pdf.js';

/** A newsletter's attachment is a report, not a library. */
export const MAX_PAGES = 300;
const MAX_CHARACTERS = 1_000_000;
/** A line begins a paragraph if it is further below the one before than this many times its height. */
const PARAGRAPH_GAP = 1.9;

/** A piece of text on a page, as pdf.js returns it. */
interface TextPiece {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly height: number;
  /** Its last number is the distance from the bottom of the page. */
  readonly transform: readonly number[];
}

interface Line {
  readonly text: string;
  readonly bottom: number;
  readonly height: number;
}

function linesOf(pieces: readonly TextPiece[]): readonly Line[] {
  const lines: Line[] = [];
  let text = '';
  let first: TextPiece | undefined;
  const end = () => {
    const trimmed = text.replace(/\s+/g, ' ').trim();
    if (trimmed !== '') lines.push({ text: trimmed, bottom: first?.transform[5] ?? 0, height: first?.height ?? 0 });
    text = '';
    first = undefined;
  };
  for (const piece of pieces) {
    if (piece.str.trim() !== '') first ??= piece;
    text += piece.str;
    if (piece.hasEOL) end();
  }
  end();
  return lines;
}

/** Joins lines that follow each other closely into one paragraph; a line break is kept as `\n`. */
function paragraphsOf(lines: readonly Line[]): readonly string[] {
  const paragraphs: string[][] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const gap = before === undefined ? Infinity : before.bottom - line.bottom;
    const follows = gap >= 0 && gap <= PARAGRAPH_GAP * Math.max(line.height, before?.height ?? 0, 1);
    if (follows) paragraphs.at(-1)?.push(line.text);
    else paragraphs.push([line.text]);
    before = line;
  }
  return paragraphs.map((paragraph) => paragraph.join('\n').normalize('NFC'));
}

function folderOfPdfjs(name: string): string {
  const main = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
  return `${path.join(path.dirname(main), name)}${path.sep}`;
}

/**
 * Reads the words of every page.
 *
 * @throws Error of pdf.js for a file that it cannot read.
 */
export async function readPages(bytes: Uint8Array): Promise<Pick<DocumentText, 'pages' | 'complete'>> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    // pdf.js takes the bytes away from the caller.
    data: new Uint8Array(bytes),
    cMapUrl: folderOfPdfjs('cmaps'),
    standardFontDataUrl: folderOfPdfjs('standard_fonts'),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const pages: DocumentPage[] = [];
    let characters = 0;
    const last = Math.min(document.numPages, MAX_PAGES);
    for (let number = 1; number <= last && characters <= MAX_CHARACTERS; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const paragraphs = paragraphsOf(linesOf(items.flatMap((item) => ('str' in item ? [item] : []))));
      pages.push({ number, paragraphs });
      characters += paragraphs.reduce((sum, { length }) => sum + length, 0);
      page.cleanup();
    }
    return { pages, complete: pages.length === document.numPages };
  } finally {
    await task.destroy();
  }
}
