import { BOUNDS } from '../../../../src/assets/pdf/measure/bounds.js';
import { deflated, onePage, stream } from './pdf-fixture.js';

const BEYOND = 1.1;
/** The entries of a picture. */
export const IMAGE = (width = 9, height = 9) =>
  `/Type /XObject /Subtype /Image /Width ${String(width)} /Height ${String(height)} /ColorSpace /DeviceGray /BitsPerComponent 8 `;

const spaces = (bytes: number) => deflated(' '.repeat(Math.ceil(bytes)));

/** A page whose dictionary, or the font on it, is changed. */
function changed(from: string, to: string, others: readonly string[] = []): Buffer {
  return Buffer.from(onePage('', others).toString('latin1').replace(from, to), 'latin1');
}

const withContents = (...streams: readonly string[]) =>
  changed('/Contents 4 0 R', `/Contents [${streams.map((_, index) => `${String(index + 6)} 0 R`).join(' ')}]`, streams);
/** A page with pictures. */
export const withPictures = (...pictures: readonly string[]) =>
  changed(
    '/Font <<',
    `/XObject << ${pictures.map((_, index) => `/I${String(index)} ${String(index + 6)} 0 R`).join(' ')} >> /Font <<`,
    pictures,
  );
/** A page whose font has more entries. */
export const withFont = (entries: string, others: readonly string[] = []) =>
  changed('/BaseFont /Helvetica', `/BaseFont /Helvetica ${entries}`, others);
/** A page with packed objects. */
export const packed = (content: string, count = 1, first = 4) =>
  onePage('', [deflated(content, `/Type /ObjStm /N ${String(count)} /First ${String(first)} `)]);

/** Streams that go together beyond what a document may have, none of them beyond its own bound. */
function together(bound: number, each: number, make: (bytes: number) => string): readonly string[] {
  const one = make(each * 0.9);
  return Array.from({ length: Math.ceil((bound * BEYOND) / (each * 0.9)) }, () => one);
}

/** A page that has the form `I0`, and draws what it is told to. */
function drawing(form: string, orders: string): Buffer {
  const file = withPictures(form, stream(orders)).toString('latin1');
  return Buffer.from(file.replace('/Contents 4 0 R', '/Contents 7 0 R'), 'latin1');
}

/** One page, many times in the tree of pages. */
export function samePage(times: number, bytes: number): Buffer {
  const file = withContents(spaces(bytes)).toString('latin1');
  return Buffer.from(file.replace('/Kids [3 0 R]', `/Kids [${'3 0 R '.repeat(times)}]`), 'latin1');
}

/** A table of a font, for a number of codes. */
export const ranges = (codes: number) =>
  stream(
    `begincmap 1 beginbfrange <00000000> <${Math.ceil(codes).toString(16).padStart(8, '0')}> <0041> endbfrange endcmap`,
  );

/** Each file is a tenth beyond one bound, and harmless for every step after that bound. */
export const BEYOND_BOUNDS: readonly (readonly [string, string, () => Buffer])[] = [
  ['the content of a page', 'too-swollen', () => withContents(spaces(BOUNDS.streamBytes * BEYOND))],
  [
    'a picture',
    'too-swollen',
    () => withPictures(deflated('\0'.repeat(Math.ceil(BOUNDS.pictureBytes * BEYOND)), IMAGE())),
  ],
  [
    'a picture that is read as the content of a page',
    'too-swollen',
    () => withContents(deflated(' '.repeat(Math.ceil(BOUNDS.streamBytes * BEYOND)), IMAGE())),
  ],
  ['all streams', 'too-swollen', () => withContents(...together(BOUNDS.documentBytes, BOUNDS.streamBytes, spaces))],
  [
    'all pictures',
    'too-swollen',
    () => {
      const picture = (bytes: number) => deflated('\0'.repeat(Math.ceil(bytes)), IMAGE());
      return withPictures(...together(BOUNDS.allPicturesBytes, BOUNDS.pictureBytes, picture));
    },
  ],
  ['packed objects', 'too-swollen', () => packed(`9 0 ${' '.repeat(Math.ceil(BOUNDS.objectBytes * BEYOND))}`)],
  [
    'parts of packed objects',
    'too-many-parts',
    () => packed(`9 0 [${'1 '.repeat(Math.ceil(BOUNDS.objectParts * BEYOND))}]`),
  ],
  ['pixels', 'too-large-picture', () => withPictures(stream('', IMAGE(Math.ceil(BOUNDS.picturePixels * BEYOND), 1)))],
  [
    'pixels of a picture among the orders of a page',
    'too-large-picture',
    () => withContents(stream(`BI /W ${String(Math.ceil(BOUNDS.picturePixels * BEYOND))} /H 1 ID x EI`)),
  ],
  [
    'what a page draws, by a drawing in it',
    'too-often-drawn',
    () =>
      drawing(
        deflated(' '.repeat(1_000_000), '/Type /XObject /Subtype /Form /BBox [0 0 9 9] '),
        '/I0 Do '.repeat(Math.ceil((BOUNDS.drawnBytes * BEYOND) / 1_000_000)),
      ),
  ],
  [
    'what all pages draw, the same one many times',
    'too-often-drawn',
    () => samePage(Math.ceil((BOUNDS.drawnBytes * BEYOND) / 1_000_000), 1_000_000),
  ],
  ['texts', 'too-often-drawn', () => withContents(deflated('() Tj '.repeat(Math.ceil(BOUNDS.drawnTexts * BEYOND))))],
  [
    'one long text',
    'too-often-drawn',
    () => withContents(deflated(`(${'a'.repeat(Math.ceil(BOUNDS.drawnTexts * 8 * BEYOND))}) Tj`)),
  ],
  ['a code of a font', 'too-large-font', () => withFont(`/LastChar ${String(Math.ceil(BOUNDS.fontCode * BEYOND))}`)],
  ['codes of a table', 'too-large-font', () => withFont('/ToUnicode 6 0 R', [ranges(BOUNDS.fontCodes * BEYOND)])],
];
