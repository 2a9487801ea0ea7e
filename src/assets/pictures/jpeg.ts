import type { JpegOptions } from 'sharp';
import { COLUMN_WIDTH, likenessTo, openPixels, type Pixels } from './likeness.js';

/** How alike a JPEG has to be, by SSIM, and the qualities among which it is looked for, from small to large. */
export interface JpegAim {
  readonly likeness: number;
  readonly qualities: readonly number[];
}

/** Below the first of them smooth skies fall into squares; above the last only grain is gained. */
const QUALITIES = [63, 66, 69, 72, 76];
/** A rendition for fine screens: as it is compared, every pixel stands for four of it. */
const FINE: JpegAim = { likeness: 0.98, qualities: QUALITIES };
/** A rendition for plain screens is compared pixel by pixel, where grain counts that nobody sees. */
const PLAIN: JpegAim = { likeness: 0.95, qualities: QUALITIES };
/** Drawings have lines and letters, around which a JPEG leaves shadows. */
export const DRAWING: JpegAim = { likeness: 0.99, qualities: [76, 80, 84, 87, 90] };

/** What a photo has to be like in a width; a logo or a small picture is narrower than the column, and has few bytes. */
export function aimFor(width: number): JpegAim {
  if (width < COLUMN_WIDTH) return DRAWING;
  return width === COLUMN_WIDTH ? PLAIN : FINE;
}

/** With the table of the JPEG standard, a picture as alike is some 4 % smaller than with mozjpeg's own. */
const MOZJPEG: JpegOptions = { mozjpeg: true, quantisationTable: 0 };

/**
 * Encodes pixels as the smallest JPEG that is alike enough, or in the best of the qualities where none is, or where the
 * picture is too small to tell. The smallest is tried first, because it mostly is enough; then the rest is halved.
 */
export async function encodeJpeg(pixels: Pixels, { likeness, qualities }: JpegAim): Promise<Buffer> {
  const encode = async (index: number) => {
    const picture = await openPixels(pixels);
    return picture.jpeg({ ...MOZJPEG, quality: qualities[index] ?? 100 }).toBuffer();
  };
  const best = qualities.length - 1;
  const likenessOf = await likenessTo(pixels);
  if (likenessOf === undefined) return encode(best);
  let enough: Buffer | undefined;
  for (let low = 0, tried = 0, high = best; low < high; tried = Math.floor((low + high) / 2)) {
    const attempt = await encode(tried);
    if ((await likenessOf(attempt)) >= likeness) {
      enough = attempt;
      high = tried;
    } else low = tried + 1;
  }
  return enough ?? encode(best);
}
