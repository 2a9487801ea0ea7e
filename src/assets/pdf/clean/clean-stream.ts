import type { PDFRawStream } from '@cantoo/pdf-lib';
import { BOUNDS, type Allowance } from '../measure/bounds.js';
import { jpeg2000WithoutMetadata, jpegWithoutMetadata } from './embedded-pictures.js';
import { nameIn } from '../measure/pdf-objects.js';
import { pictureFilterOf, unpacked } from '../measure/unpack.js';

/** The file holds metadata that cannot be removed. */
export class MetadataRemains extends Error {}

const FILTERS_OF_PICTURES: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array | undefined>> = {
  DCTDecode: jpegWithoutMetadata,
  JPXDecode: jpeg2000WithoutMetadata,
};

const MARKS_OF_XMP = ['<?xpacket', '<x:xmpmeta', '<rdf:RDF'];

function unpackedWithin(stream: PDFRawStream, left: Allowance): Uint8Array {
  return unpacked(stream, BOUNDS.streamBytes, (bytes) => {
    left.take(bytes);
  });
}

function refuseXmp(stream: PDFRawStream, left: Allowance): void {
  if (nameIn(stream.dict, 'Subtype') === 'Image') return;
  const unpackedBytes = unpackedWithin(stream, left);
  const bytes = Buffer.from(unpackedBytes.buffer, unpackedBytes.byteOffset, unpackedBytes.length);
  if (MARKS_OF_XMP.some((mark) => bytes.includes(mark))) throw new MetadataRemains();
}

/** The bytes of a stream to write, and the filters for reading them. */
export interface CleanStream {
  readonly contents: Uint8Array;
  /** `undefined` when they stay as they were. */
  readonly filter: string | undefined;
}

/**
 * Returns the content of a stream without metadata: pictures lose what cameras and programs wrote into them.
 *
 * @param left how many bytes all streams of the document together may still unpack to.
 * @throws MetadataRemains when there is metadata that cannot be removed.
 */
export function cleanStream(stream: PDFRawStream, left: Allowance): CleanStream {
  const filter = pictureFilterOf(stream.dict);
  const clean = filter === undefined ? undefined : FILTERS_OF_PICTURES[filter];
  if (filter === undefined || clean === undefined) {
    refuseXmp(stream, left);
    return { contents: stream.contents, filter: undefined };
  }
  const contents = clean(unpackedWithin(stream, left));
  if (contents === undefined) throw new MetadataRemains();
  return { contents, filter };
}
