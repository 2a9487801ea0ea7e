import { decodePDFRawStream, PDFArray, PDFName, PDFRawStream, type PDFDict } from '@cantoo/pdf-lib';
import { jpeg2000WithoutMetadata, jpegWithoutMetadata } from './embedded-pictures.js';
import { nameIn, nameOf, valueOf } from './pdf-objects.js';

/** Metadata that stands where it cannot be taken out. */
export class MetadataRemains extends Error {}

const FILTERS_OF_PICTURES: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array | undefined>> = {
  DCTDecode: jpegWithoutMetadata,
  DCT: jpegWithoutMetadata,
  JPXDecode: jpeg2000WithoutMetadata,
};

const MARKS_OF_XMP = ['<?xpacket', '<x:xmpmeta', '<rdf:RDF'];

function filtersOf(dict: PDFDict): readonly string[] {
  const written = valueOf(dict, 'Filter');
  const filters = written instanceof PDFArray ? written.asArray() : [written];
  return filters.flatMap((filter) => nameOf(dict.context.lookup(filter)) ?? []);
}

/** The bytes of a stream after some of its filters. */
function decoded(stream: PDFRawStream, filters: readonly string[]): Uint8Array {
  if (filters.length === 0) return stream.contents;
  const dict = stream.dict.clone(stream.dict.context);
  dict.set(PDFName.of('Filter'), dict.context.obj([...filters]));
  if (filters.length !== filtersOf(stream.dict).length) dict.delete(PDFName.of('DecodeParms'));
  return decodePDFRawStream(PDFRawStream.of(dict, stream.contents)).decode();
}

function refuseXmp(stream: PDFRawStream, filters: readonly string[]): void {
  if (nameIn(stream.dict, 'Subtype') === 'Image') return;
  const bytes = Buffer.from(decoded(stream, filters));
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
 * @throws MetadataRemains where there is some that cannot be taken out.
 */
export function cleanStream(stream: PDFRawStream): CleanStream {
  const filters = filtersOf(stream.dict);
  const last = filters.at(-1);
  const clean = last === undefined ? undefined : FILTERS_OF_PICTURES[last];
  if (last === undefined || clean === undefined) {
    refuseXmp(stream, filters);
    return { contents: stream.contents, filter: undefined };
  }
  const contents = clean(decoded(stream, filters.slice(0, -1)));
  if (contents === undefined) throw new MetadataRemains();
  return { contents, filter: last };
}
