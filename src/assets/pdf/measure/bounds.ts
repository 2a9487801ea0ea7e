import type { DocumentRefusal } from '../../../model/issue/pictures/attached-pdf.js';

const MB = 1_000_000;

/**
 * What a PDF may use, on any machine. A report of 5 MB with photos on a hundred pages uses a tenth of each. The cache
 * is keyed with these numbers: after a change, every file is inspected again.
 */
export const BOUNDS = {
  /** Bytes of one stream that is not a picture, at any step of its filters. */
  streamBytes: 24 * MB,
  /** Bytes of one picture: an A4 page at 600 dpi in colour takes 100 MB. */
  pictureBytes: 128 * MB,
  /** Bytes of all streams of a document that are not pictures, counting every step of their filters. */
  documentBytes: 192 * MB,
  /** Bytes of all pictures of a document; they are never in memory together. */
  allPicturesBytes: 768 * MB,
  /** Bytes of all packed objects of a document; each of their parts takes many times as much. */
  objectBytes: 16 * MB,
  /** Words, numbers and names of all packed objects. */
  objectParts: 2_000_000,
  /** An A3 page at 600 dpi has 70 million. */
  picturePixels: 100_000_000,
  /** Bytes of everything that pages draw, counted as often as it is drawn. */
  drawnBytes: 48 * MB,
  /** Pieces of text that one page draws; a long one counts as several. */
  drawnTexts: 250_000,
  /** The same, for all pages together. */
  allDrawnTexts: 2_000_000,
  /** Pixels of a font's sign that is drawn as a picture. Text readers paint such a sign, but no other picture. */
  signPixels: 1_000_000,
  /** Drawings within drawings. */
  drawingDepth: 24,
  /** Branches of the page tree that are visited, and what one of them can hold. */
  branches: 10_000,
  /** A code in a font has at most two bytes. */
  fontCode: 0xffff,
  /** Codes in the tables of all fonts. */
  fontCodes: 2_000_000,
  /** Streams whose end is searched for in vain: each search reads the whole file. */
  lostEnds: 3,
  /** Objects after the last one that ends, for the same reason. */
  lostObjects: 50,
} as const;

/** A document that exceeds one of the bounds. It does so on every machine, so the cache may keep this result. */
export class BeyondBounds extends Error {
  constructor(readonly reason: Exclude<Extract<DocumentRefusal, `too-${string}`>, 'too-much'>) {
    super(reason);
  }
}

/** Counts what a document has used of a bound. */
export class Allowance {
  #left: number;
  readonly #reason: BeyondBounds['reason'];

  constructor(left: number, reason: BeyondBounds['reason']) {
    this.#left = left;
    this.#reason = reason;
  }

  /** @throws BeyondBounds when nothing is left. */
  take(amount: number): void {
    this.#left -= amount;
    if (!(this.#left >= 0)) throw new BeyondBounds(this.#reason);
  }
}
