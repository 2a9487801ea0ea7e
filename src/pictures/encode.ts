import type { Sharp } from 'sharp';
import type { PictureRendition } from '../model/picture.js';

/** A picture with more pixels than this is refused: decoding it could take all memory. */
const MOST_PIXELS = 60_000_000;

/** An encoded picture, in memory. */
export interface EncodedPicture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
  readonly mediaType: PictureRendition['mediaType'];
}

async function encode(picture: Sharp, format: 'jpeg' | 'png'): Promise<EncodedPicture> {
  const encoder =
    format === 'jpeg'
      ? picture.flatten({ background: '#ffffff' }).jpeg({ quality: 80, mozjpeg: true })
      : picture.png({ compressionLevel: 9, palette: true, quality: 90, effort: 7 });
  const { data, info } = await encoder.toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height, mediaType: `image/${format}` };
}

/**
 * Encodes a picture anew in each width, upright, in sRGB and without any metadata (sharp writes none unless asked).
 * A picture with transparency stays PNG; one that came as PNG or GIF stays so where that is the smaller file.
 *
 * @throws what sharp throws for bytes that are no whole picture.
 */
export async function encodePicture(bytes: Buffer, widths: readonly number[]): Promise<readonly EncodedPicture[]> {
  // Loaded here alone: with every picture in the cache nobody waits for it.
  const { default: sharp } = await import('sharp');
  const open = () => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
  const metadata = await open().metadata();
  const upright = metadata.autoOrient;
  const transparent = metadata.hasAlpha && !(await open().stats()).isOpaque;
  const drawn = metadata.format === 'png' || metadata.format === 'gif';
  const fitting = [...new Set(widths.map((width) => Math.min(width, upright.width)))];
  const encoded: EncodedPicture[] = [];
  for (const width of fitting) {
    const sized = open().autoOrient().resize({ width }).toColourspace('srgb');
    const png = transparent || drawn ? await encode(sized.clone(), 'png') : undefined;
    const jpeg = transparent ? undefined : await encode(sized.clone(), 'jpeg');
    const smaller = png !== undefined && (jpeg === undefined || png.bytes.length <= jpeg.bytes.length) ? png : jpeg;
    if (smaller !== undefined) encoded.push(smaller);
  }
  return encoded;
}
