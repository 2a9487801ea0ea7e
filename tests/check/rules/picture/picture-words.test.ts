import { describe, expect, test } from 'vitest';
import { checkContributions, foundBy, placesOf, stateOf } from '../../../support/checked-issue.js';
import { picture } from '../../../support/assets/pictures/picture-fixture.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const check = async (fields: string, name = 'open-door.jpg') =>
  checkContributions({
    'lefoe/a.md': contributionText(`title: A\nimage:\n  file: ${name}\n${fields.replace(/^/gm, '  ')}`),
    [`lefoe/${name}`]: await picture('jpeg'),
  });

const WHOLE = 'alt: An open door in a dark wall\ncredit: A. Painter\nconsent: not-needed';
const without = (key: string) =>
  WHOLE.split('\n')
    .filter((line) => !line.startsWith(key))
    .join('\n');

test('a picture of which everything is said', async () => {
  const checked = await check(WHOLE);
  expect(checked.findings.filter(({ ruleId }) => ruleId.startsWith('picture/'))).toEqual([]);
});

test.each([
  ['alt', 'picture/description'],
  ['credit', 'picture/credit'],
  ['consent', 'picture/consent'],
])('without "%s" it is refused', async (key, ruleId) => {
  for (const fields of [without(key), `${without(key)}\n${key}:`]) {
    const checked = await check(fields);
    expect(placesOf(ruleId, checked)).toEqual(['lefoe/a.md:3:1']);
    expect(foundBy(ruleId, checked)).toMatchObject([{ severity: 'error' }]);
    expect(stateOf('lefoe/a.md', checked)).toBe('refused');
  }
});

test('each of several pictures is found where it is declared', async () => {
  const checked = await checkContributions({
    'lefoe/a.md': contributionText(
      `title: A\nimages:\n  - file: a.jpg\n    alt: A door\n  - file: a.jpg\n    credit: B`,
    ),
    'lefoe/a.jpg': await picture('jpeg'),
  });
  expect(placesOf('picture/description', checked)).toEqual(['lefoe/a.md:6:5']);
  expect(placesOf('picture/credit', checked)).toEqual(['lefoe/a.md:4:5']);
  expect(placesOf('picture/consent', checked)).toEqual(['lefoe/a.md:4:5', 'lefoe/a.md:6:5']);
});

test('another consent than those two is no consent', async () => {
  const checked = await check(`${without('consent')}\nconsent: maybe`);
  expect(foundBy('front-matter/value', checked)).toHaveLength(1);
  expect(stateOf('lefoe/a.md', checked)).toBe('refused');
});

describe('a description that describes nothing', () => {
  const describedAs = async (alt: string, name?: string) =>
    placesOf('picture/description', await check(`${without('alt')}\nalt: "${alt}"`, name));

  test.each(
    'open-door.jpg|OPEN-DOOR.JPG|open-door|IMG_1234|IMG_1234.JPG|DSC00012|image|Image 3|a photo|the picture|Photo|Foto|фото|Снимка|zdjęcie|kép|WhatsApp Image 2020-12-01 at 10.00.00|Screenshot 2020-12-01 at 10.00|12345|---'.split(
      '|',
    ),
  )('%s', async (alt) => {
    expect(await describedAs(alt)).toHaveLength(1);
  });

  test.each([
    'Open door',
    'A photo of two people at a table',
    'Picture of a lighthouse',
    'Fotografie einer offenen Tür',
    'Logo of the campaign',
    'Kiosk',
  ])('%s describes something', async (alt) => {
    expect(await describedAs(alt)).toEqual([]);
  });

  test('a single word is no name only because the file has it too', async () => {
    expect(await describedAs('lighthouse', 'lighthouse.jpg')).toHaveLength(1);
    expect(await describedAs('A lighthouse', 'lighthouse.jpg')).toEqual([]);
  });
});
