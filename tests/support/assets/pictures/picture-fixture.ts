import sharp, { type Sharp } from 'sharp';

/** A picture of two colours: the left half red, the right half blue. */
export function halves(width: number, height: number): Sharp {
  const left = { create: { width: Math.ceil(width / 2), height, channels: 3, background: '#d00000' } } as const;
  return sharp({ create: { width, height, channels: 3, background: '#0000d0' } }).composite([
    { input: left, left: 0, top: 0 },
  ]);
}

/** A picture in a format; wide enough that nothing is said of its size. */
export function picture(format: 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff', width = 640, height = 320): Promise<Buffer> {
  return halves(width, height).toFormat(format).toBuffer();
}
