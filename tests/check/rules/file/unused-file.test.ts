import { expect, test } from 'vitest';
import { checkContributions, foundBy, placesOf } from '../../../support/checked-issue.js';
import { picture } from '../../../support/assets/pictures/picture-fixture.js';
import { contributionText } from '../../../support/workspace-fixture.js';

test.each([
  ['hotline.docx', 'ends in .md'],
  ['hotline.txt', 'ends in .md'],
  ['hotline.pages', 'export it as PDF'],
  ['photo.heic', 'as JPEG'],
  ['photo.jpg', 'Name it in the front matter'],
  ['slides.pptx', 'export it as PDF'],
  ['report.pdf', '"publication:"'],
  ['drawing.svg', 'as PNG'],
  ['data.csv', 'Take it away'],
])('%s, which no text names, is remarked on', async (name, help) => {
  const checked = await checkContributions({ [`lefoe/${name}`]: 'x', 'lefoe/a.md': contributionText() });
  expect(placesOf('file/not-used', checked)).toEqual([`lefoe/${name}:1:1`]);
  expect(foundBy('file/not-used', checked)[0]).toMatchObject({ severity: 'warning' });
  expect(foundBy('file/not-used', checked)[0]?.help).toContain(help);
});

test('a picture of a text that is excluded is no stray', async () => {
  const checked = await checkContributions(
    {
      'lefoe/a.md': contributionText('title: A\nimage: { file: one.jpg, alt: B, credit: D, consent: not-needed }'),
      'lefoe/b.md': contributionText('title: C\nimage: { file: two.jpg, alt: B, credit: D, consent: not-needed }'),
      'lefoe/one.jpg': await picture('jpeg'),
      'lefoe/two.jpg': await picture('jpeg'),
    },
    { 'issues/2020-12/issue.yaml': 'title: A\ndate: 2020-12-18\nitems:\n  lefoe/a.md: { exclude: later }\n' },
  );
  expect(foundBy('file/not-used', checked)).toEqual([]);
});

test.each([
  'title: A\npicture: our house 1.png',
  'title: A\nBild: our house 1.png',
  'title: A\nimage: our house 1.png',
  'title: A\nphoto: "our house 1.png"',
  'title: A\nimages:\n  - our house 1.png',
  'title: A\nimages:\n  - datei: ./our house 1.png',
  'title - A\nimage - our house 1.png',
  'title:A\nimage: { src: our house 1.png }',
])('a picture under a wrong key is no stray: %j', async (lines) => {
  const checked = await checkContributions({
    'lefoe/a.md': contributionText(lines),
    'lefoe/our house 1.png': await picture('png'),
  });
  expect(foundBy('file/not-used', checked)).toEqual([]);
  expect(checked.findings.filter(({ file }) => file.endsWith('a.md'))).not.toEqual([]);
});

test.each([
  '![](our house 1.png)',
  '![A house](our%20house%201.png)',
  '[A house](our house 1.png)',
  '[A house](<our house 1.png>)',
])('nor is one that stands in the text: %s', async (body) => {
  const checked = await checkContributions({
    'lefoe/a.md': contributionText('title: A', body),
    'lefoe/our house 1.png': await picture('png'),
  });
  expect(foundBy('file/not-used', checked)).toEqual([]);
});

test('nor is one that a text names which cannot be read', async () => {
  const checked = await checkContributions({
    'lefoe/a.md': Buffer.from(contributionText('title: Réunion\nimage: our house 1.png'), 'latin1'),
    'lefoe/our house 1.png': await picture('png'),
  });
  expect(foundBy('file/not-used', checked)).toEqual([]);
});

test.each(['Please put our house 1.png beside it.', 'Photo: our house 1.png', 'xour house 1.png'])(
  'words of the text name no picture: %s',
  async (body) => {
    const checked = await checkContributions({
      'lefoe/a.md': contributionText('title: A', body),
      'lefoe/our house 1.png': await picture('png'),
    });
    expect(foundBy('file/not-used', checked)).toHaveLength(1);
  },
);
