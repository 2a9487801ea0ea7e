import { PDFDict, PDFName, PDFNumber, PDFRawStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import { Allowance, BeyondBounds, BOUNDS } from './bounds.js';
import { dimensionsIn } from '../clean/embedded-pictures.js';
import { dictOf, nameIn, partsOf, reachableFrom, valueOf } from './pdf-objects.js';
import { measurePicture, pictureFilterOf, unpacked } from './unpack.js';

/** Text readers unpack what is under these keys, whatever it claims to be. */
const READING_KEYS =
  'Contents ToUnicode Encoding UseCMap FontFile FontFile2 FontFile3 CIDToGIDMap CharProcs Pattern Shading Function'.split(
    ' ',
  );

/** A picture among the operators of a page. */
const INLINE_PICTURE = /\bBI\s[^]{0,400}?\sID\s/g;
const WIDTH = /\/W(?:idth)?\s+(\d+)/;
const HEIGHT = /\/H(?:eight)?\s+(\d+)/;

function refusePixels(width: number, height: number): void {
  if (width * height > BOUNDS.picturePixels) throw new BeyondBounds('too-large-picture');
}

function numberIn(dict: PDFDict, key: string): number {
  const value = valueOf(dict, key);
  return value instanceof PDFNumber ? value.asNumber() : 0;
}

function refuseInlinePixels(bytes: Uint8Array): void {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!content.includes('BI')) return;
  for (const [orders] of content.toString('latin1').matchAll(INLINE_PICTURE)) {
    refusePixels(Number(WIDTH.exec(orders)?.[1] ?? 0), Number(HEIGHT.exec(orders)?.[1] ?? 0));
  }
}

/** Returns what is read as text or as operators under one of these keys: a stream, several of them, or some by name. */
function readIn(dict: PDFDict, context: PDFContext): readonly (PDFObject | undefined)[] {
  return READING_KEYS.flatMap((key) => {
    const value = valueOf(dict, key);
    if (value === undefined || value instanceof PDFRawStream) return [value];
    return partsOf(value).map((part) => context.lookup(part));
  });
}

/** Returns the streams that claim to be pictures and are not read as anything else, such as the content of a page. */
function picturesIn(objects: readonly PDFObject[], context: PDFContext): ReadonlySet<PDFObject> {
  const pictures = new Set(
    objects.filter((object) => object instanceof PDFRawStream && nameIn(object.dict, 'Subtype') === 'Image'),
  );
  for (const object of objects) {
    const dict = dictOf(object);
    for (const read of dict === undefined ? [] : readIn(dict, context)) {
      if (read !== undefined) pictures.delete(read);
    }
  }
  return pictures;
}

const MAX_OF_PICTURE = { packed: BOUNDS.streamBytes, picture: BOUNDS.pictureBytes };

async function measureOnePicture(stream: PDFRawStream, onStep: (bytes: number) => void): Promise<void> {
  refusePixels(numberIn(stream.dict, 'Width'), numberIn(stream.dict, 'Height'));
  await measurePicture(stream, MAX_OF_PICTURE, onStep);
  if (pictureFilterOf(stream.dict) === undefined) return;
  // For painting, the size that the picture itself states counts.
  const { width, height } = dimensionsIn(unpacked(stream, BOUNDS.streamBytes));
  refusePixels(width, height);
}

/** Refuses large pictures that the signs of a font are drawn with. */
function refuseLargeSigns(font: PDFDict, context: PDFContext): void {
  if (valueOf(font, 'CharProcs') === undefined) return;
  for (const object of reachableFrom(valueOf(font, 'Resources'), context)) {
    if (!(object instanceof PDFRawStream)) continue;
    const isShading = object.dict.has(PDFName.of('ShadingType'));
    const size = isShading
      ? unpacked(object, BOUNDS.streamBytes).length
      : numberIn(object.dict, 'Width') * numberIn(object.dict, 'Height');
    if (size > BOUNDS.signPixels) throw new BeyondBounds('too-large-picture');
  }
}

/**
 * Unpacks every stream of a document once, each within its own bound and all within theirs.
 *
 * @throws BeyondBounds when one swells.
 */
export async function measureStreams(context: PDFContext): Promise<void> {
  const left = new Allowance(BOUNDS.documentBytes, 'too-swollen');
  const leftForPictures = new Allowance(BOUNDS.allPicturesBytes, 'too-swollen');
  const objects = [...reachableFrom(context.trailerInfo.Root, context)];
  const pictures = picturesIn(objects, context);
  for (const object of objects) {
    if (object instanceof PDFDict) refuseLargeSigns(object, context);
    if (!(object instanceof PDFRawStream)) continue;
    if (pictures.has(object))
      await measureOnePicture(object, (bytes) => {
        leftForPictures.take(bytes);
      });
    else if (pictureFilterOf(object.dict) !== undefined) throw new Error('A picture stands where words are read.');
    else
      refuseInlinePixels(
        unpacked(object, BOUNDS.streamBytes, (bytes) => {
          left.take(bytes);
        }),
      );
  }
}
