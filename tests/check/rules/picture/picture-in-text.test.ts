import { expect, test } from 'vitest';
import { checkContributions, foundBy, placesOf } from '../../../checked-issue.js';
import { picture } from '../../../assets/pictures/picture-fixture.js';
import { contributionText } from '../../../workspace-fixture.js';

const check = async (body: string) =>
  checkContributions({
    'lefoe/a.md': contributionText(
      'title: A\nimages:\n  - { file: one two.jpg, alt: B, credit: D, consent: not-needed }',
      body,
    ),
    'lefoe/one two.jpg': await picture('jpeg'),
  });

test.each([
  ['Text ![a](https://example.org/x.gif)', '7:6', 'another web site'],
  ['Text ![a](//example.org/x.gif)', '7:6', 'another web site'],
  ['Text ![a](data:image/gif;base64,xx)', '7:6', 'another web site'],
  ['Text ![a](three.jpg)', '7:6', 'not in the front matter'],
  ['Text\n![a][b]\n\n[b]: https://example.org/x.gif', '8:1', 'another web site'],
  ['![a][b]\n\n[b]: https://example.org/x.gif\n[b]: <one two.jpg>', '7:1', 'another web site'],
])('%j is found', async (body, place, words) => {
  const checked = await check(body);
  expect(placesOf('picture/in-text', checked)).toEqual([`lefoe/a.md:${place}`]);
  expect(foundBy('picture/in-text', checked)[0]?.message).toContain(words);
});

test.each(['Text ![a](one%20two.jpg)', 'Text ![a](<one two.jpg>)', '![a][b]\n\n[b]: <one two.jpg>', '`![a](x.gif)`'])(
  '%j is nothing to remark on',
  async (body) => {
    const checked = await check(body);
    expect(placesOf('picture/in-text', checked)).toEqual([]);
    expect(placesOf('link/malformed', checked)).toEqual([]);
  },
);
