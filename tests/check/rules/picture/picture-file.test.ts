import { expect, test } from 'vitest';
import { checkContributions, foundBy, placesOf, stateOf } from '../../../support/checked-issue.js';
import { picture } from '../../../support/assets/pictures/picture-fixture.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const FRONT_MATTER =
  'title: A\nimages:\n  - { file: one.jpg, alt: B, credit: D, consent: given }\n  - { file: two.jpg, alt: C, credit: D, consent: given }';

test('a picture that is not there is found where it is declared', async () => {
  const checked = await checkContributions({
    'lefoe/a.md': contributionText(FRONT_MATTER),
    'lefoe/one.jpg': await picture('jpeg'),
    'lefoe/TWO.jpg': await picture('jpeg'),
  });
  expect(placesOf('picture/file', checked)).toEqual(['lefoe/a.md:5:7']);
  expect(foundBy('picture/file', checked)[0]?.message).toContain('two.jpg');
  expect(stateOf('lefoe/a.md', checked)).toBe('refused');
});

test.each([
  ['a text', 'Just text.'],
  ['an SVG with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['nothing', ''],
  ['a PDF', '%PDF-1.7'],
])('a file named .jpg that is %s is found', async (_, content) => {
  const text = contributionText('title: A\nimage: { file: one.jpg, alt: B, credit: D, consent: not-needed }');
  const checked = await checkContributions({ 'lefoe/a.md': text, 'lefoe/one.jpg': content });
  expect(placesOf('picture/file', checked)).toEqual(['lefoe/a.md:3:10']);
  expect(checked.passing).toEqual([]);
});

test('a picture of 25 MB is taken up to the byte, not beyond', async () => {
  const text = contributionText('title: A\nimage: { file: one.jpg, alt: B, credit: D, consent: not-needed }');
  const sized = async (bytes: number) =>
    checkContributions({ 'lefoe/a.md': text, 'lefoe/one.jpg': Buffer.concat([await picture('jpeg')], bytes) });
  const within = await sized(25_000_000);
  const beyond = await sized(25_000_000 + 1);
  expect(placesOf('picture/file', within)).toEqual([]);
  expect(foundBy('picture/file', beyond)).toMatchObject([{ message: 'The picture is too large.', line: 3 }]);
});

test.each(['jpeg', 'png', 'webp', 'gif', 'tiff'] as const)('%s is taken, whatever the name says', async (format) => {
  const text = contributionText('title: A\nimage: { file: more/one.jpg, alt: B, credit: D, consent: not-needed }');
  const checked = await checkContributions({ 'lefoe/a.md': text, 'lefoe/more/one.jpg': await picture(format) });
  expect(placesOf('picture/file', checked)).toEqual([]);
  expect(placesOf('picture/unreadable', checked)).toEqual([]);
});
