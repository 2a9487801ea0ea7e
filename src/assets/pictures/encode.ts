import type { Metadata, Sharp } from 'sharp';
import {
  TAKEN_PICTURE_TYPES,
  type PictureConversion,
  type PictureRendition,
} from '../../model/issue/pictures/picture.js';
import { aimFor, DRAWING, encodeJpeg, type JpegAim } from './jpeg.js';

/** A picture with more pixels is refused, because decoding it could use all memory. */
const MAX_PIXELS = 60_000_000;
/** A picture that is only a line has no use, and its renditions would have no limit. */
const MAX_SIDE = 30_000;

/** An encoded picture, in memory. */
export interface EncodedPicture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly mediaType: PictureRendition['mediaType'];
}

/** A picture in all its widths, and what had to change in it. */
export interface EncodedPictures {
  readonly encoded: readonly EncodedPicture[];
  readonly conversions: readonly PictureConversion[];
}

async function asPng(picture: Sharp): Promise<EncodedPicture> {
  const encoder = picture.png({ compressionLevel: 9, palette: true, quality: 90, effort: 7 });
  const { data, info } = await encoder.toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height, mediaType: 'image/png' };
}

async function asJpeg(picture: Sharp, aim: JpegAim): Promise<EncodedPicture> {
  const pixels = await picture.flatten({ background: '#ffffff' }).raw().toBuffer({ resolveWithObject: true });
  const { width, height } = pixels.info;
  return { bytes: await encodeJpeg(pixels, aim), width, height, mediaType: 'image/jpeg' };
}

/** The better of two encodings of a drawing: as PNG its lines and letters are exact, which may cost twice the bytes. */
function ofDrawing(png: EncodedPicture, jpeg: EncodedPicture): EncodedPicture {
  return png.bytes.length <= 2 * jpeg.bytes.length ? png : jpeg;
}

/** The chunk that marks an animated PNG comes before its pixels; sharp does not look for it. */
function isMovingPng(bytes: Buffer): boolean {
  const control = bytes.indexOf('acTL', 8, 'latin1');
  const pixels = bytes.indexOf('IDAT', 8, 'latin1');
  return control !== -1 && control < pixels;
}

function conversionsOf(bytes: Buffer, { format, pages = 1, space }: Metadata): PictureConversion[] {
  const moves = format === 'png' ? isMovingPng(bytes) : pages > 1 && format !== 'tiff';
  return [
    ...(moves ? (['animation'] as const) : []),
    ...(pages > 1 && format === 'tiff' ? (['several-pages'] as const) : []),
    ...(space === 'cmyk' ? (['cmyk'] as const) : []),
  ];
}

/** sharp opens far more formats than we accept: SVG drawings, for example, can load other files. */
function refuseOtherFormats({ format, width, height }: Metadata): void {
  if (!TAKEN_PICTURE_TYPES.some((taken) => taken === format)) throw new Error('pictures of this kind are not taken');
  if (width > MAX_SIDE || height > MAX_SIDE) throw new Error(`a side is longer than ${String(MAX_SIDE)} pixels`);
}

/**
 * Encodes a picture again in each width, upright, in sRGB and without any metadata (sharp writes none unless asked). A
 * picture with transparency stays PNG; one that came as PNG or GIF stays so unless a JPEG has less than half the bytes.
 *
 * @throws Error of sharp for bytes that are not a complete picture.
 */
export async function encodePicture(bytes: Buffer, widths: readonly number[]): Promise<EncodedPictures> {
  // Loaded here, so that no command waits for it when every picture is in the cache.
  const { default: sharp } = await import('sharp');
  const open = () => sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
  const metadata = await open().metadata();
  refuseOtherFormats(metadata);
  const upright = metadata.autoOrient;
  const transparent = metadata.hasAlpha && !(await open().stats()).isOpaque;
  const drawn = metadata.format === 'png' || metadata.format === 'gif';
  const fitting = [...new Set(widths.map((width) => Math.min(width, upright.width)))];
  const encoded: EncodedPicture[] = [];
  for (const width of fitting) {
    const sized = open().autoOrient().resize({ width }).toColourspace('srgb');
    if (transparent) encoded.push(await asPng(sized));
    else if (drawn) encoded.push(ofDrawing(await asPng(sized.clone()), await asJpeg(sized, DRAWING)));
    else encoded.push(await asJpeg(sized, aimFor(width)));
  }
  return { encoded, conversions: conversionsOf(bytes, metadata) };
}
