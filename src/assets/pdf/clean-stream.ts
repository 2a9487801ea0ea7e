import type { PDFRawStream } from '@cantoo/pdf-lib';
import { BOUNDS, type Allowance } from './bounds.js';
import { jpeg2000WithoutMetadata, jpegWithoutMetadata } from './embedded-pictures.js';
import { nameIn } from './pdf-objects.js';
import { pictureFilterOf, unpacked } from './unpack.js';

/** Metadata that stands where it cannot be taken out. */
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

/** What is to be written of a stream: its bytes, and the filters by which they are read. */
export interface CleanStream {
  readonly contents: Uint8Array;
  /** Absent where they stay as they were. */
  readonly filter: string | undefined;
}

/**
 * The content of a stream without metadata: pictures lose what cameras and programs wrote into them.
 *
 * @param left what all streams of the document together may still unpack to.
 * @throws MetadataRemains where there is some that cannot be taken out.
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
