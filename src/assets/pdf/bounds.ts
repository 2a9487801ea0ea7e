import type { DocumentRefusal } from '../../model/issue/attached-pdf.js';

const MB = 1_000_000;

/**
 * What a PDF may ask for, whatever the machine. A report of 5 MB with photos on a hundred pages takes a tenth of each.
 * The cache is keyed with these numbers: changed, every file is looked through again.
 */
export const BOUNDS = {
  /** Bytes of one stream that is no picture, at any step of its filters. */
  streamBytes: 24 * MB,
  /** Bytes of one picture: an A4 page of 600 dpi in colour takes 100 MB. */
  pictureBytes: 128 * MB,
  /** Bytes of all streams of a document that are no pictures, every step of their filters counted. */
  documentBytes: 192 * MB,
  /** Bytes of all pictures of a document: nobody holds them together. */
  allPicturesBytes: 768 * MB,
  /** Bytes of all packed objects of a document; each of their parts takes many times as much. */
  objectBytes: 16 * MB,
  /** Words, numbers and names of all packed objects. */
  objectParts: 2_000_000,
  /** An A3 page of 600 dpi has 70 million. */
  picturePixels: 100_000_000,
  /** Bytes of all that pages draw, counted as often as it is drawn. */
  drawnBytes: 48 * MB,
  /** Pieces of text that one page draws; a long one counts as several. */
  drawnTexts: 250_000,
  /** The same, for all pages together. */
  allDrawnTexts: 2_000_000,
  /** A sign of a font that is drawn as a picture, in pixels; readers of words paint it, as they paint no other. */
  signPixels: 1_000_000,
  /** Drawings within drawings. */
  drawingDepth: 24,
  /** Branches of the tree of pages that are gone through, and what one of them can hold. */
  branches: 10_000,
  /** A code in a font has two bytes at most. */
  fontCode: 0xffff,
  /** Codes that the tables of all fonts speak of. */
  fontCodes: 2_000_000,
  /** Streams whose end has to be searched for in vain: each search goes through the whole file. */
  lostEnds: 3,
  /** Objects behind the last one that ends, for the same reason. */
  lostObjects: 50,
} as const;

/** A document that goes beyond one of the bounds: it does so on every machine, so that it is remembered. */
export class BeyondBounds extends Error {
  constructor(readonly reason: Exclude<Extract<DocumentRefusal, `too-${string}`>, 'too-much'>) {
    super(reason);
  }
}

/** Counts what a document has used of a bound. */
export class Allowance {
  constructor(
    private left: number,
    private readonly reason: BeyondBounds['reason'],
  ) {}

  /** @throws BeyondBounds where nothing is left. */
  take(amount: number): void {
    this.left -= amount;
    if (!(this.left >= 0)) throw new BeyondBounds(this.reason);
  }
}
