import { PDFArray, PDFDict, PDFNumber, PDFRawStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import { Allowance, BeyondBounds, BOUNDS } from './bounds.js';
import { reachableFrom, valueOf } from './pdf-objects.js';
import { unpacked } from './unpack.js';

/** Under these keys, numbers are codes of signs, up to which programs count. */
const KEYS_OF_CODES = ['FirstChar', 'LastChar', 'W', 'W2', 'Differences', 'Hival'];
const KEYS_OF_TABLES = ['ToUnicode', 'Encoding', 'UseCMap'];
const KEYS_OF_FILES = ['FontFile', 'FontFile2', 'FontFile3'];

const COMMENT = /%[^\r\n]*/g;
const SECTION = /begin(?:bf|cid|notdef)range([^]*?)(?:end(?:bf|cid|notdef)range|$)/g;
/** The entries of a section, in threes: the first code of a range, its last one, and what they stand for. */
const TOKEN = /<([^>]*)>|\[[^\]]*\]|[^\s<[]+/g;
/** A code has at most four bytes. */
const MAX_DIGITS = 8;

function codeOf(written: string): number {
  const digits = written.replace(/[^\dA-F]/gi, '');
  const even = digits.length % 2 === 0 ? digits : `${digits}0`;
  return parseInt(even.slice(-MAX_DIGITS), 16) || 0;
}

/** Counts the codes in the ranges of a font's table: nine letters can stand for sixteen million. */
function codesIn(bytes: Uint8Array): number {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!content.includes('range')) return 0;
  let codes = 0;
  for (const [, section = ''] of content.toString('latin1').replace(COMMENT, ' ').matchAll(SECTION)) {
    // No program writes them so, and they could be any number.
    if (section.includes('(')) return Infinity;
    const tokens = [...section.matchAll(TOKEN)].map(([, digits]) => digits);
    for (let index = 0; index + 1 < tokens.length; index += 3) {
      codes += Math.max(0, codeOf(tokens[index + 1] ?? '') - codeOf(tokens[index] ?? ''));
    }
  }
  return codes;
}

function largestCode(value: PDFObject | undefined, context: PDFContext): number {
  if (value instanceof PDFNumber) return Math.abs(value.asNumber());
  if (!(value instanceof PDFArray)) return 0;
  // Lists in it hold widths, one number for each sign.
  const numbers = value.asArray().map((one) => context.lookup(one));
  return numbers.reduce((most, one) => (one instanceof PDFNumber ? Math.max(most, Math.abs(one.asNumber())) : most), 0);
}

/** Counts what the fonts of a document ask for, as often as a font asks for it. */
class Fonts {
  readonly #codes = new Allowance(BOUNDS.fontCodes, 'too-large-font');
  readonly #bytes = new Allowance(BOUNDS.documentBytes, 'too-large-font');
  readonly #known = new Map<PDFRawStream, { readonly bytes: number; readonly codes: number }>();

  readonly #context: PDFContext;

  constructor(context: PDFContext) {
    this.#context = context;
  }

  count(dict: PDFDict): void {
    for (const key of KEYS_OF_CODES) {
      if (largestCode(valueOf(dict, key), this.#context) > BOUNDS.fontCode) throw new BeyondBounds('too-large-font');
    }
    for (const key of KEYS_OF_TABLES) this.#take(valueOf(dict, key));
    this.#takeFile(dict);
    const descendants = valueOf(dict, 'DescendantFonts');
    for (const one of descendants instanceof PDFArray ? descendants.asArray() : []) {
      const descendant = this.#context.lookup(one);
      if (descendant instanceof PDFDict) this.#takeFile(descendant);
    }
  }

  #takeFile(font: PDFDict): void {
    const descriptor = valueOf(font, 'FontDescriptor');
    if (!(descriptor instanceof PDFDict)) return;
    for (const key of KEYS_OF_FILES) this.#take(valueOf(descriptor, key));
  }

  #take(stream: PDFObject | undefined): void {
    if (!(stream instanceof PDFRawStream)) return;
    const { bytes, codes } = this.#known.get(stream) ?? this.#measure(stream);
    this.#bytes.take(bytes);
    this.#codes.take(codes);
  }

  #measure(stream: PDFRawStream) {
    const content = unpacked(stream, BOUNDS.streamBytes);
    const measured = { bytes: content.length, codes: codesIn(content) };
    this.#known.set(stream, measured);
    return measured;
  }
}

/**
 * Refuses fonts with codes that cannot exist, because programs reserve memory for each of them.
 *
 * @throws BeyondBounds when a font asks for too much.
 */
export function measureFonts(context: PDFContext): void {
  const fonts = new Fonts(context);
  for (const object of reachableFrom(context.trailerInfo.Root, context)) {
    if (object instanceof PDFDict) fonts.count(object);
    else if (object instanceof PDFRawStream) fonts.count(object.dict);
  }
}
