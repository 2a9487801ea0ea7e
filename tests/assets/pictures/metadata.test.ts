import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { buildIssue } from '../../../src/app/builds/build-issue.js';
import { writeBuild } from '../../../src/app/builds/write-build.js';
import { foundBy, open, workspaceWith } from '../../support/checked-issue.js';
import { contributionText, ISSUE } from '../../support/workspace-fixture.js';
import {
  drawingWithTraces,
  gifWithTraces,
  photoWithTraces,
  pictureWithTraces,
  PLANTED,
  tracesIn,
} from '../../support/assets/pictures/planted.js';

async function buildWith(pictures: Readonly<Record<string, Buffer>>) {
  const images = Object.keys(pictures).map(
    (file) => `  - { file: ${file}, alt: Two colours side by side, credit: Somebody, consent: not-needed }`,
  );
  const workspace = workspaceWith({
    ...Object.fromEntries(Object.entries(pictures).map(([name, bytes]) => [`lefoe/${name}`, bytes])),
    'lefoe/a.md': contributionText(
      `title: Pictures of a meeting\nimages:\n${images.join('\n')}`,
      `![In the text](${Object.keys(pictures)[0] ?? ''})`,
    ),
  });
  const built = await buildIssue(open(workspace), { issue: ISSUE, onProgress: () => undefined });
  const out = workspace.path('out');
  writeBuild(built, out);
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return { workspace, built, files };
}

describe('no byte that was planted into a picture comes out', () => {
  test('the pictures do carry it', async () => {
    const found = new Set(
      [await photoWithTraces(), await drawingWithTraces()].flatMap((bytes) => [
        ...tracesIn(bytes),
        ...(bytes.includes('zTXt') ? ['PLANTED-TEXT'] : []),
      ]),
    );
    expect([...PLANTED].filter((planted) => !found.has(planted))).toEqual([]);
    const { exif, xmp } = await sharp(await photoWithTraces()).metadata();
    expect([exif?.includes('PLANTED-SERIAL-0815'), xmp?.includes('PLANTED-XMP')]).toEqual([true, true]);
    expect(tracesIn(Buffer.from(Buffer.from('xxPLANTED-SERIAL-0815xx').toString('base64')))).not.toEqual([]);
  });

  test('into any file of a build: pictures, pages, the message, the manifest', async () => {
    const { files, workspace } = await buildWith({
      'photo.jpg': await photoWithTraces(1200, 600),
      'small.jpg': await photoWithTraces(),
      'drawing.png': await drawingWithTraces(),
      'moving.gif': await gifWithTraces(),
      'photo.webp': await pictureWithTraces('webp'),
      'scan.tiff': await pictureWithTraces('tiff'),
    });
    const names = files.map((file) => path.relative(workspace.path('out'), file));
    expect(names).toContain('message.json');
    const pictures = files.filter((file) => /\.(jpg|png)$/.test(file));
    expect(pictures.length).toBeGreaterThanOrEqual(3);
    for (const file of files) expect([file, tracesIn(readFileSync(file))]).toEqual([file, []]);
    for (const file of pictures) {
      const { exif, xmp, iptc, icc, comments } = await sharp(file).metadata();
      expect([exif, xmp, iptc, icc, comments]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    }
  });

  test('a picture consists of its pixels and nothing else', async () => {
    const { files } = await buildWith({
      'photo.jpg': await photoWithTraces(),
      'drawing.png': await drawingWithTraces(),
    });
    for (const file of files.filter((one) => /\.(jpg|png)$/.test(one))) {
      const bytes = readFileSync(file);
      if (file.endsWith('.png'))
        expect(chunksOf(bytes)).toEqual(expect.not.arrayContaining(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'iCCP']));
      else
        expect(segmentsOf(bytes).filter((marker) => marker === 0xfe || (marker > 0xe0 && marker <= 0xef))).toEqual([]);
    }
  });
});

function chunksOf(png: Buffer): readonly string[] {
  const types: string[] = [];
  for (let offset = 8; offset < png.length; offset += 12 + png.readUInt32BE(offset)) {
    types.push(png.toString('latin1', offset + 4, offset + 8));
  }
  return types;
}

function segmentsOf(jpeg: Buffer): readonly number[] {
  const markers: number[] = [];
  for (let offset = 2; jpeg[offset + 1] !== 0xda; offset += 2 + jpeg.readUInt16BE(offset + 2)) {
    markers.push(jpeg[offset + 1] ?? 0);
  }
  return markers;
}

describe('colours', () => {
  async function colourOf(bytes: Buffer): Promise<readonly number[]> {
    const { built } = await buildWith({ 'photo.png': bytes });
    const copied = built.files.flatMap(({ content }) => (content.kind === 'copy' ? [content.from] : []));
    const pixel = await sharp(copied[0])
      .extract({ left: 2, top: 2, width: 1, height: 1 })
      .removeAlpha()
      .raw()
      .toBuffer();
    return [...pixel];
  }
  const plain = { create: { width: 640, height: 640, channels: 3, background: { r: 200, g: 100, b: 50 } } } as const;

  test('a wide profile is turned into sRGB', async () => {
    // The same numbers mean a stronger red in Display P3.
    const wide = await sharp(plain).withIccProfile('p3').png().toBuffer();
    const inProfile = await sharp(wide).metadata();
    expect(inProfile.icc).toBeDefined();
    const [red = 0, green = 0, blue = 0] = await colourOf(wide);
    expect(Math.abs(red - 200) + Math.abs(green - 100) + Math.abs(blue - 50)).toBeLessThanOrEqual(6);
  });

  test('sixteen bits, greys and palettes come out as they look', async () => {
    const deep = await sharp(plain).toColourspace('rgb16').png().toBuffer();
    const grey = await sharp(plain).toColourspace('grey16').png().toBuffer();
    const palette = await sharp(plain).png({ palette: true }).toBuffer();
    expect((await sharp(deep).metadata()).depth).toBe('ushort');
    for (const bytes of [deep, palette]) {
      const [red = 0, green = 0, blue = 0] = await colourOf(bytes);
      expect(Math.abs(red - 200) + Math.abs(green - 100) + Math.abs(blue - 50)).toBeLessThanOrEqual(12);
    }
    const [red, green, blue] = await colourOf(grey);
    expect(red).toBe(green);
    expect(green).toBe(blue);
  });
});

test('without a finding', async () => {
  const { built } = await buildWith({ 'photo.jpg': await photoWithTraces() });
  expect(foundBy('picture/converted', built.checked)).toEqual([]);
});
