import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { checkContributions, foundBy, stateOf } from '../../../support/checked-issue.js';
import { halves, picture } from '../../../support/assets/pictures/picture-fixture.js';
import { withChunks } from '../../../support/assets/pictures/planted.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const check = (bytes: Uint8Array | string, name = 'one.jpg') =>
  checkContributions({
    'lefoe/a.md': contributionText(`title: A\nimage: { file: ${name}, alt: Two colours, credit: C, consent: given }`),
    [`lefoe/${name}`]: bytes,
  });

const brand = (name: string) => Buffer.from(`\0\0\0\x18ftyp${name}\0\0\0\0mif1miaf`, 'latin1');

describe('a picture is what its bytes say', () => {
  test.each<readonly [string, string | Buffer, string, RegExp]>([
    ['an SVG named .png', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'SVG', /export it as PNG/],
    [
      'an SVG with a declaration',
      '\ufeff<?xml version="1.0"?>\n<!-- x -->\n<!DOCTYPE svg>\n<svg>',
      'SVG',
      /export it as PNG/,
    ],
    ['a photo of an iPhone', brand('heic'), 'HEIC', /export it as JPEG/],
    ['another photo of a telephone', brand('heix'), 'HEIC', /Most Compatible/],
    ['a photo with only the general brand', brand('mif1'), 'HEIC', /export it as JPEG/],
    ['an AVIF', brand('avif'), 'AVIF', /save it as JPEG/],
    ['a Word document', 'PK\x03\x04', 'another kind', /save it as JPEG/],
  ])('%s is refused, with what to do', async (_, bytes, actual, help) => {
    const checked = await check(bytes, 'one.png');
    const [finding] = foundBy('picture/file', checked);
    expect(finding).toMatchObject({ severity: 'error', line: 3 });
    expect(finding?.actual).toContain(actual);
    expect(finding?.help).toMatch(help);
    expect(stateOf('lefoe/a.md', checked)).toBe('refused');
    expect(checked.pictures.byFile.size).toBe(0);
  });

  test('a real AVIF is known', async () => {
    const checked = await check(await halves(40, 20).avif().toBuffer());
    expect(foundBy('picture/file', checked)[0]?.actual).toContain('AVIF');
  });

  test('another name by capital letters only is told', async () => {
    const checked = await checkContributions({
      'lefoe/a.md': contributionText(
        'title: A\nimage: { file: meeting.JPG, alt: Two colours, credit: C, consent: given }',
      ),
      'lefoe/Meeting.jpg': await picture('jpeg'),
    });
    expect(foundBy('picture/file', checked)[0]?.help).toContain('"Meeting.jpg"');
  });
});

describe('what is changed is said', () => {
  async function moving(format: 'gif' | 'webp'): Promise<Buffer> {
    const frames = await Promise.all([
      halves(40, 20).png().toBuffer(),
      picture('png', 40, 20),
      halves(40, 20).negate().png().toBuffer(),
    ]);
    return sharp(frames, { join: { animated: true } })
      .toFormat(format)
      .toBuffer();
  }

  const cases: readonly (readonly [string, () => Promise<Buffer>, RegExp])[] = [
    ['an animated GIF', () => moving('gif'), /it moved/],
    ['an animated WebP', () => moving('webp'), /it moved/],
    [
      'an animated PNG',
      async () => withChunks(await picture('png'), [['acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])]]),
      /it moved/,
    ],
    ['a photo from a print shop', () => halves(40, 20).toColourspace('cmyk').jpeg().toBuffer(), /colours of print/],
  ];

  test.each(cases)('%s', async (_, make, words) => {
    const checked = await check(await make());
    const found = foundBy('picture/converted', checked);
    expect(found).toMatchObject([{ severity: 'info', file: 'lefoe/a.md', line: 3 }]);
    expect(found[0]?.message).toMatch(words);
    expect(checked.pictures.byFile.size).toBe(1);
    const [prepared] = checked.pictures.byFile.values();
    const { pages, space } = await sharp(prepared?.renditions[0].cachedAt).metadata();
    expect([pages, space]).toEqual([undefined, 'srgb']);
    const pixel = await sharp(prepared?.renditions[0].cachedAt)
      .extract({ left: 2, top: 2, width: 1, height: 1 })
      .removeAlpha()
      .raw()
      .toBuffer();
    expect(pixel[0]).toBeGreaterThan(120);
    expect(pixel[2]).toBeLessThan(90);
  });

  test('from the cache as well', async () => {
    const bytes = await moving('gif');
    const files = {
      'lefoe/a.md': contributionText(
        'title: A\nimages:\n  - { file: a.gif, alt: Two colours, credit: C, consent: given }\n  - { file: b.gif, alt: Two colours, credit: C, consent: given }',
      ),
      'lefoe/a.gif': bytes,
      'lefoe/b.gif': bytes,
    };
    expect(foundBy('picture/converted', await checkContributions(files)).map(({ line }) => line)).toEqual([4, 5]);
  });
});
