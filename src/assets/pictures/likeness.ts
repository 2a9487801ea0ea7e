import type { Sharp } from 'sharp';

/** Pixels: the width of the e-mail's column on a plain screen. */
export const COLUMN_WIDTH = 552;
/** Pixels: pictures are compared as wide as the column; with no more than 360 lines, SSIM reduces them no further. */
const COMPARED = { width: COLUMN_WIDTH, height: 360 } as const;
/** SSIM slides a window of 11 × 11 pixels over both pictures. */
const WINDOW = 11;

/** The pixels of a picture, as sharp takes and gives them. */
export interface Pixels {
  readonly data: Buffer;
  readonly info: { readonly width: number; readonly height: number; readonly channels: 1 | 2 | 3 | 4 };
}

/** How alike another encoding of the same pixels is: 1 where nothing differs. */
export type Likeness = (encoded: Buffer) => Promise<number>;

/** Opens pixels for the next step. */
export async function openPixels({ data, info }: Pixels): Promise<Sharp> {
  const { default: sharp } = await import('sharp');
  const { width, height, channels } = info;
  return sharp(data, { raw: { width, height, channels } });
}

async function reduced(pixels: Pixels): Promise<Pixels> {
  const picture = (await openPixels(pixels)).resize({ ...COMPARED, fit: 'inside', withoutEnlargement: true });
  return picture.toColourspace('srgb').ensureAlpha().raw().toBuffer({ resolveWithObject: true });
}

/**
 * Prepares to compare encodings with the pixels they were made from, by SSIM (Wang et al. 2004) on their luma.
 *
 * @returns undefined for a picture that is too small to be compared.
 */
export async function likenessTo(original: Pixels): Promise<Likeness | undefined> {
  const [{ default: sharp }, { ssim }, before] = await Promise.all([
    import('sharp'),
    import('@blazediff/ssim'),
    reduced(original),
  ]);
  const { width, height } = before.info;
  if (width < WINDOW || height < WINDOW) return undefined;
  return async (encoded) => {
    // Decoded whole first: sharp would else let the JPEG library reduce it, which does that in another way.
    const after = await reduced(await sharp(encoded).raw().toBuffer({ resolveWithObject: true }));
    return ssim(before.data, after.data, undefined, width, height);
  };
}
