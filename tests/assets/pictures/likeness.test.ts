import { readFileSync } from 'node:fs';
import { ssim } from '@blazediff/ssim';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../../../src/files/sha256.js';
import type { PictureRendition } from '../../../src/model/issue/pictures/picture.js';
import { LOGO_WIDTHS, PICTURE_WIDTHS, preparePictures } from '../../../src/assets/pictures/prepare.js';
import { createWorkspace } from '../../support/workspace-fixture.js';
import { photo, poster } from '../../support/assets/pictures/drawn-pictures.js';

/** The renditions of a dropped picture, from narrow to wide. */
async function renditionsOf(
  bytes: Buffer,
  widths: readonly number[] = PICTURE_WIDTHS,
): Promise<readonly PictureRendition[]> {
  const workspace = createWorkspace({ dropped: bytes });
  const source = { absolutePath: workspace.path('dropped'), sha256: sha256Hex(bytes), widths };
  const [outcome] = await preparePictures([source], workspace.path('cache'), 'decode', () => undefined);
  if (outcome?.kind !== 'prepared') throw new Error(`The picture is ${outcome?.kind ?? 'missing'}.`);
  return outcome.picture.renditions;
}

async function widestOf(bytes: Buffer): Promise<PictureRendition> {
  const widest = (await renditionsOf(bytes)).at(-1);
  if (widest === undefined) throw new Error('There is no rendition.');
  return widest;
}

/** The likeness of a rendition to the dropped picture, both as small as a plain screen shows them. */
async function likeness(rendition: PictureRendition, dropped: Buffer): Promise<number> {
  const shown = async (picture: Buffer) => {
    const pixels = await sharp(picture).resize({ width: rendition.width }).removeAlpha().raw().toBuffer({
      resolveWithObject: true,
    });
    const { width, height, channels } = pixels.info;
    return sharp(pixels.data, { raw: { width, height, channels } })
      .resize({ width: 552, height: 360, fit: 'inside' })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
  };
  const [before, after] = [await shown(dropped), await shown(readFileSync(rendition.cachedAt))];
  return ssim(before.data, after.data, undefined, before.info.width, before.info.height);
}

/** The first step of a JPEG's first quantisation table: the lower the quality, the larger it is. */
function coarsenessOf({ cachedAt }: PictureRendition): number {
  const bytes = readFileSync(cachedAt);
  return bytes[bytes.indexOf(Buffer.from([0xff, 0xdb])) + 5] ?? NaN;
}

const photoAsJpeg = (grain: number) => photo(grain).jpeg({ quality: 95 }).toBuffer();

describe('the size of a picture follows from how alike it is', () => {
  test('a photo is as like its original as the bounds say, in each width', async () => {
    const dropped = await photoAsJpeg(10);
    const [plain, fine] = await renditionsOf(dropped);
    if (plain === undefined || fine === undefined) throw new Error('Two renditions were expected.');
    expect([plain.width, fine.width]).toEqual([552, 1104]);
    expect(await likeness(plain, dropped)).toBeGreaterThanOrEqual(0.95);
    expect(await likeness(fine, dropped)).toBeGreaterThanOrEqual(0.98);
  });

  test('a smooth photo, in which less can be lost, is encoded more coarsely than one with detail', async () => {
    const [smooth, detailed] = [await widestOf(await photoAsJpeg(4)), await widestOf(await photoAsJpeg(70))];
    expect(coarsenessOf(smooth)).toBeGreaterThan(coarsenessOf(detailed));
  });

  test('a photo takes at most three quarters of the bytes of one quality for all', async () => {
    const dropped = await photoAsJpeg(4);
    const { bytes } = await widestOf(dropped);
    const uniform = await sharp(dropped).resize({ width: 1104 }).jpeg({ quality: 80, mozjpeg: true }).toBuffer();
    expect(bytes).toBeLessThanOrEqual(0.75 * uniform.length);
  });

  test('the same photo gives the same bytes', async () => {
    const dropped = await photoAsJpeg(24);
    const hashes = async () => (await renditionsOf(dropped)).map(({ sha256 }) => sha256);
    expect(await hashes()).toEqual(await hashes());
  });
});

describe('a drawing', () => {
  test('with letters stays PNG, and sharp', async () => {
    const dropped = await poster().png().toBuffer();
    for (const rendition of await renditionsOf(dropped)) {
      expect(rendition.mediaType).toBe('image/png');
      expect(await likeness(rendition, dropped)).toBeGreaterThanOrEqual(0.99);
    }
  });

  test('that is a photo becomes a JPEG, and is more like it than a photo has to be', async () => {
    const dropped = await photo(10).png().toBuffer();
    const rendition = await widestOf(dropped);
    expect(rendition.mediaType).toBe('image/jpeg');
    expect(await likeness(rendition, dropped)).toBeGreaterThanOrEqual(0.985);
  });

  test('with transparency stays as it is', async () => {
    const dropped = await sharp({ create: { width: 300, height: 200, channels: 4, background: '#c8553d66' } })
      .png()
      .toBuffer();
    const [logo] = await renditionsOf(dropped, LOGO_WIDTHS);
    expect(logo).toMatchObject({ mediaType: 'image/png', width: 120 });
  });
});

describe('a picture of unusual measures', () => {
  test.each([
    [11, 11],
    [10, 400],
    [400, 10],
    [12, 20_000],
    [20_000, 12],
    [1, 1],
  ])('%i × %i is prepared, and not enlarged', async (width, height) => {
    const dropped = await photo(20, width, height).jpeg().toBuffer();
    const renditions = await renditionsOf(dropped);
    expect(renditions.at(-1)?.width).toBe(Math.min(width, 1104));
  });

  test('in greys comes out grey', async () => {
    const dropped = await photo(20).greyscale().jpeg().toBuffer();
    const rendition = await widestOf(dropped);
    const { channels } = await sharp(rendition.cachedAt).stats();
    const means = channels.map(({ mean }) => mean);
    expect(Math.max(...means) - Math.min(...means)).toBeLessThan(1);
  });
});
