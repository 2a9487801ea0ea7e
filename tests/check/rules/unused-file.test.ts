import { expect, test } from 'vitest';
import { checkContributions, foundBy, placesOf } from '../../checked-issue.js';
import { picture } from '../../assets/pictures/picture-fixture.js';
import { contributionText } from '../../workspace-fixture.js';

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
