import { PDFStreamWriter, type PDFContext } from '@cantoo/pdf-lib';
import type { DocumentRefusal, DocumentRemoval, DocumentText } from '../../../model/issue/pictures/attached-pdf.js';
import { parseBounded } from '../measure/bounded-parser.js';
import { BeyondBounds } from '../measure/bounds.js';
import { cleanCopy } from './clean-copy.js';
import { MetadataRemains } from './clean-stream.js';
import { dangerIn } from '../read/inspect.js';
import { measureDrawing } from '../measure/measure-drawing.js';
import { measureFonts } from '../measure/measure-fonts.js';
import { measureStreams } from '../measure/measure-streams.js';
import { readPages } from '../read/read-pages.js';
import { wordsBesidePages } from '../read/read-words.js';

/** In practice PDF readers look for the end mark in these last bytes. */
const LAST_BYTES = 1024;

/** An attached file that was inspected and written again, or why that was impossible. */
export type SafeDocument =
  | {
      readonly kind: 'safe';
      readonly bytes: Uint8Array;
      readonly text: DocumentText;
      readonly removals: readonly DocumentRemoval[];
    }
  | { readonly kind: 'refused'; readonly reason: DocumentRefusal };

function refused(reason: DocumentRefusal): SafeDocument {
  return { kind: 'refused', reason };
}

/** A truncated file would be published with missing pages, and nobody would notice. */
function isWhole(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(-LAST_BYTES).includes('%%EOF');
}

/** Readers unpack and draw as much as a file tells them to, so everything is measured before. */
async function measure(context: PDFContext): Promise<void> {
  await measureStreams(context);
  measureFonts(context);
  measureDrawing(context);
}

async function writeAnew(bytes: Uint8Array): Promise<SafeDocument> {
  const context = await parseBounded(bytes);
  const danger = dangerIn(context);
  if (danger !== undefined) return refused(danger);
  const copied = cleanCopy(context);
  await measure(copied.context);
  const written = await PDFStreamWriter.forContext(copied.context, Infinity).serializeToBuffer();
  const pages = await readPages(written);
  if (pages.pages.length === 0) return refused('damaged');
  const text = { ...pages, ...wordsBesidePages(copied.context) };
  return { kind: 'safe', bytes: written, text, removals: copied.removals };
}

/**
 * Makes a PDF safe to publish. Everything that it can do is inspected first. Then it is written again with only what
 * its pages need, and its words are read from the result, so that what was checked is what is published.
 */
export async function makeDocumentSafe(bytes: Uint8Array): Promise<SafeDocument> {
  if (!isWhole(bytes)) return refused('damaged');
  try {
    return await writeAnew(bytes);
  } catch (error) {
    if (error instanceof BeyondBounds) return refused(error.reason);
    // For any other fault, its author's program has to write it again.
    return refused(error instanceof MetadataRemains ? 'metadata' : 'damaged');
  }
}
