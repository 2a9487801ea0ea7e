import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { PreparedPicture } from '../../../src/model/issue/pictures/picture.js';
import { PICTURE_WIDTHS, preparePictures, type PicturePreparation } from '../../../src/assets/pictures/prepare.js';
import { createWorkspace, type FixtureWorkspace } from '../../support/workspace-fixture.js';
import { halves, picture } from '../../support/assets/pictures/picture-fixture.js';

/** Prepares one picture as it would be dropped. */
async function prepare(
  bytes: Buffer,
  { workspace = createWorkspace(), mode = 'decode' }: { workspace?: FixtureWorkspace; mode?: 'decode' | 'cached' } = {},
): Promise<PicturePreparation> {
  workspace.write('dropped.jpg', bytes);
  const source = {
    absolutePath: workspace.path('dropped.jpg'),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    widths: PICTURE_WIDTHS,
  };
  const [outcome] = await preparePictures([source], workspace.path('cache'), mode, () => undefined);
  return outcome ?? { kind: 'unknown' };
}

async function prepared(bytes: Buffer): Promise<PreparedPicture> {
  const outcome = await prepare(bytes);
  if (outcome.kind !== 'prepared') throw new Error(`The picture is ${outcome.kind}.`);
  return outcome.picture;
}

/** The colour of a pixel, as the strongest of its three parts. */
async function colourAt(file: string, left: number, top: number): Promise<'red' | 'blue'> {
  const pixel = await sharp(file).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer();
  return (pixel[0] ?? 0) > (pixel[2] ?? 0) ? 'red' : 'blue';
}

const EXIF = {
  IFD0: { Artist: 'Anna Secret', Copyright: 'Secret' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
};

describe('a prepared picture', () => {
  test('is upright, and free of EXIF, GPS, XMP and colour profiles', async () => {
    const dropped = await halves(400, 200)
      .jpeg()
      .withMetadata({ orientation: 6, exif: EXIF, icc: 'p3' })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Secret place</x:xmpmeta>')
      .toBuffer();
    expect((await sharp(dropped).metadata()).orientation).toBe(6);
    for (const marker of ['Exif', 'Anna Secret', 'Secret place', 'ICC_PROFILE'])
      expect(dropped.includes(marker)).toBe(true);

    const { renditions } = await prepared(dropped);
    expect(renditions.map(({ width, height }) => [width, height])).toEqual([[200, 400]]);
    const [{ cachedAt }] = renditions;
    // Turned a quarter to the right, the left half comes to lie on top.
    expect([await colourAt(cachedAt, 100, 50), await colourAt(cachedAt, 100, 350)]).toEqual(['red', 'blue']);
    const bytes = readFileSync(cachedAt);
    for (const marker of ['Exif', 'GPS', 'Secret', 'ICC_PROFILE', 'adobe', 'xmp'])
      expect(bytes.includes(marker)).toBe(false);
    expect(await sharp(bytes).metadata()).not.toHaveProperty('exif');
    expect((await sharp(bytes).metadata()).orientation).toBeUndefined();
  });

  test('says of itself what it is', async () => {
    const { renditions } = await prepared(await picture('jpeg', 3000, 1500));
    for (const { cachedAt, width, height, bytes, sha256, name, mediaType } of renditions) {
      const content = readFileSync(cachedAt);
      expect(await sharp(content).metadata()).toMatchObject({
        width,
        height,
        format: mediaType.slice('image/'.length),
      });
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
      expect(name.startsWith(sha256.slice(0, 20))).toBe(true);
    }
  });

  test.each([
    [3000, [552, 1104]],
    [1104, [552, 1104]],
    [1103, [552, 1103]],
    [552, [552]],
    [300, [300]],
    [1, [1]],
  ])('%i pixels wide, it comes in the widths %j: never enlarged', async (width, widths) => {
    const { renditions } = await prepared(await picture('jpeg', width, 10));
    expect(renditions.map((rendition) => rendition.width)).toEqual(widths);
  });

  test('with transparency it stays PNG, and transparent', async () => {
    const dropped = await sharp({ create: { width: 60, height: 30, channels: 4, background: '#d0000080' } })
      .png()
      .toBuffer();
    const [rendition] = (await prepared(dropped)).renditions;
    expect(rendition.mediaType).toBe('image/png');
    expect((await sharp(rendition.cachedAt).stats()).isOpaque).toBe(false);
  });

  test('the same picture gives the same bytes', async () => {
    const dropped = await picture('jpeg', 800, 400);
    const hashes = async () => (await prepared(dropped)).renditions.map(({ sha256 }) => sha256);
    expect(await hashes()).toEqual(await hashes());
  });
});

describe('what is no whole picture', () => {
  test.each([
    ['a JPEG that was cut off', async () => (await picture('jpeg', 600, 400)).subarray(0, 900)],
    ['a PNG that was cut off', async () => (await picture('png', 600, 400)).subarray(0, 200)],
    ['a text', () => Promise.resolve(Buffer.from('Just text.'))],
    ['nothing', () => Promise.resolve(Buffer.alloc(0))],
    [
      'an SVG',
      () => Promise.resolve(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9999999" height="9999999"/>')),
    ],
  ])('%s is said to be unreadable, also by the cache', async (_, make) => {
    const workspace = createWorkspace();
    const bytes = await make();
    const outcome = await prepare(bytes, { workspace });
    expect(outcome.kind).toBe('unreadable');
    expect(await prepare(bytes, { workspace, mode: 'cached' })).toEqual(outcome);
  });

  test('a picture of too many pixels is not decoded', async () => {
    const dropped = await sharp({ create: { width: 10_000, height: 6_001, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    expect((await prepare(dropped)).kind).toBe('unreadable');
  });

  test('a picture that changed after it was checked is not taken', async () => {
    const workspace = createWorkspace({ 'dropped.jpg': await picture('jpeg') });
    const source = { absolutePath: workspace.path('dropped.jpg'), sha256: 'of other bytes', widths: [100] };
    const [outcome] = await preparePictures([source], workspace.path('cache'), 'decode', () => undefined);
    expect(outcome?.kind).toBe('unreadable');
  });
});

describe('the cache', () => {
  const state = (folder: string) => readdirSync(folder).map((name) => [name, statSync(`${folder}/${name}`).mtimeMs]);

  test('is used the second time: nothing is decoded or written again', async () => {
    const workspace = createWorkspace();
    const bytes = await picture('jpeg', 800, 400);
    const first = await prepare(bytes, { workspace });
    const before = state(workspace.path('cache'));
    rmSync(workspace.path('dropped.jpg'));
    const source = {
      absolutePath: workspace.path('dropped.jpg'),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      widths: PICTURE_WIDTHS,
    };
    const [second] = await preparePictures([source], workspace.path('cache'), 'decode', () => undefined);
    expect(second).toEqual(first);
    expect(state(workspace.path('cache'))).toEqual(before);
    expect(before.some(([name]) => String(name).endsWith('.tmp'))).toBe(false);
  });

  test('that lost or cut a file makes it again', async () => {
    const workspace = createWorkspace();
    const bytes = await picture('jpeg', 800, 400);
    const first = await prepare(bytes, { workspace });
    if (first.kind !== 'prepared') throw new Error(first.kind);
    const [narrow, wide] = first.picture.renditions;
    const whole = readFileSync(narrow.cachedAt);
    writeFileSync(narrow.cachedAt, whole.subarray(0, 10));
    rmSync(wide?.cachedAt ?? '');
    expect(await prepare(bytes, { workspace })).toEqual(first);
    expect(readFileSync(narrow.cachedAt).equals(whole)).toBe(true);
  });

  test('that somebody wrote rubbish into is not believed', async () => {
    const workspace = createWorkspace();
    const bytes = await picture('jpeg', 100, 50);
    const first = await prepare(bytes, { workspace });
    for (const name of readdirSync(workspace.path('cache')).filter((one) => one.endsWith('.json'))) {
      workspace.write(`cache/${name}`, '[{"name":"../../secret","width":1');
    }
    expect(await prepare(bytes, { workspace, mode: 'cached' })).toEqual({ kind: 'unknown' });
    expect(await prepare(bytes, { workspace })).toEqual(first);
  });

  test('decodes nothing where only it was asked', async () => {
    expect(await prepare(await picture('jpeg'), { mode: 'cached' })).toEqual({ kind: 'unknown' });
  });
});
