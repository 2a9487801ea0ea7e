import { once } from 'node:events';
import { constants, createInflateRaw, inflateRawSync } from 'node:zlib';
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFRawStream, type PDFObject } from '@cantoo/pdf-lib';
import { errorCode } from '../../../files/error-code.js';
import { BeyondBounds } from './bounds.js';
import { nameOf, valueOf } from './pdf-objects.js';

/** Short names that PDF readers accept for the long ones. */
const LONG_NAMES: ReadonlyMap<string, string> = new Map([
  ['Fl', 'FlateDecode'],
  ['LZW', 'LZWDecode'],
  ['A85', 'ASCII85Decode'],
  ['AHx', 'ASCIIHexDecode'],
  ['RL', 'RunLengthDecode'],
  ['DCT', 'DCTDecode'],
  ['CCF', 'CCITTFaxDecode'],
]);

const FILTERS_OF_PICTURES: ReadonlySet<string> = new Set(['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode']);

const PIECE_BYTES = 64 * 1024;
/**
 * These bytes name the compression method. The checksum at the end is not read, because other programs ignore it too.
 */
const ZLIB_HEADER_BYTES = 2;

/** One of the filters of a stream, and its parameters. */
interface Filter {
  readonly name: string;
  readonly settings: PDFObject | undefined;
}

/** Returns the filters of a stream by their long names, in the order in which they are undone. */
function filtersOf(dict: PDFDict): readonly Filter[] {
  const all = (key: string) => {
    const value = valueOf(dict, key);
    return value instanceof PDFArray ? value.asArray().map((one) => dict.context.lookup(one)) : [value];
  };
  const settings = all('DecodeParms');
  return all('Filter').flatMap((filter, index) => {
    const name = nameOf(filter);
    return name === undefined ? [] : [{ name: LONG_NAMES.get(name) ?? name, settings: settings[index] }];
  });
}

/** Returns the picture filter that undoes the last packing of a stream, if there is one. */
export function pictureFilterOf(dict: PDFDict): string | undefined {
  const last = filtersOf(dict).at(-1)?.name;
  return last !== undefined && FILTERS_OF_PICTURES.has(last) ? last : undefined;
}

function deflatedPart(bytes: Uint8Array): Uint8Array {
  const [method = 8] = bytes;
  if ((method & 0x0f) !== 8) throw new Error('These bytes are packed in no known way.');
  return bytes.subarray(ZLIB_HEADER_BYTES);
}

function isTooLarge(error: unknown): boolean {
  return errorCode(error) === 'ERR_BUFFER_TOO_LARGE';
}

function inflated(bytes: Uint8Array, most: number): Uint8Array {
  const packed = deflatedPart(bytes);
  if (packed.length === 0) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    throw isTooLarge(error) ? new BeyondBounds('too-swollen') : error;
  }
}

/** Undoes a filter that works piece by piece, and stops when the output grows too large. */
function inPieces(bytes: Uint8Array, { name, settings }: Filter, like: PDFDict, most: number): Uint8Array {
  const dict = PDFDict.withContext(like.context);
  dict.set(PDFName.of('Filter'), PDFName.of(name));
  if (settings !== undefined) dict.set(PDFName.of('DecodeParms'), settings);
  const source = decodePDFRawStream(PDFRawStream.of(dict, bytes));
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const piece = source.getBytes(PIECE_BYTES);
    length += piece.length;
    if (length > most) throw new BeyondBounds('too-swollen');
    pieces.push(new Uint8Array(piece));
    if (piece.length < PIECE_BYTES) return Buffer.concat(pieces);
  }
}

/** Called with the number of bytes that each step produced. */
export type OnStep = (bytes: number) => void;

function undone(stream: PDFRawStream, filters: readonly Filter[], most: number, onStep: OnStep): Uint8Array {
  return filters.reduce<Uint8Array>((bytes, filter) => {
    const next = filter.name === 'FlateDecode' ? inflated(bytes, most) : inPieces(bytes, filter, stream.dict, most);
    onStep(next.length);
    return next;
  }, stream.contents);
}

/**
 * Returns the bytes of a stream, up to a picture's own filter.
 *
 * @throws BeyondBounds when a step produces more than `most`.
 */
export function unpacked(stream: PDFRawStream, most: number, onStep: OnStep = () => undefined): Uint8Array {
  const filters = filtersOf(stream.dict);
  const packings = pictureFilterOf(stream.dict) === undefined ? filters : filters.slice(0, -1);
  return undone(stream, packings, most, onStep);
}

async function inflatedLength(bytes: Uint8Array, most: number): Promise<number> {
  const inflate = createInflateRaw({ chunkSize: 4 * PIECE_BYTES, finishFlush: constants.Z_SYNC_FLUSH });
  let length = 0;
  inflate.on('data', (piece: Buffer) => {
    length += piece.length;
    if (length > most) inflate.destroy(new BeyondBounds('too-swollen'));
  });
  inflate.end(deflatedPart(bytes));
  await once(inflate, 'end');
  return length;
}

/** Unpacks a picture without keeping it in memory, because some are large. */
export async function measurePicture(
  stream: PDFRawStream,
  most: { readonly packed: number; readonly picture: number },
  onStep: OnStep,
): Promise<void> {
  const filters = filtersOf(stream.dict);
  const last = filters.at(-1);
  if (last?.name === 'FlateDecode') {
    onStep(await inflatedLength(undone(stream, filters.slice(0, -1), most.packed, onStep), most.picture));
    return;
  }
  unpacked(stream, last !== undefined && FILTERS_OF_PICTURES.has(last.name) ? most.packed : most.picture, onStep);
}
