import { expect, test } from 'vitest';
import { checkContributions, foundBy, placesOf } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const RULE = 'link/other-site';
const check = (body: string, frontMatter = 'title: A') =>
  checkContributions({ 'lefoe/a.md': contributionText(frontMatter, body) });

test.each([
  '[www.lefoe.at](https://www.example.org/)',
  '[lefoe.at](https://lefoe.at.example.org/login)',
  '[https://www.lefoe.at/hilfe](https://www.lefoe-at.org/hilfe)',
  '[the page lefoe.at/hilfe of our colleagues](https://example.org/)',
  '[**www.lefoe.at**](https://example.org/)',
  '[www.lefoe.at][1]\n\n[1]: https://example.org/',
  '[home.gov.uk](https://home.co.uk/)',
  '[one.github.io](https://two.github.io/)',
  '[a.gov.pl](https://a.com.pl/)',
  '[LEFOE.AT](https://example.org/lefoe.at)',
  '[info@lefoe.at](mailto:info@example.org)',
  '[info@lefoe.at](https://example.org/)',
  '[пример.рф](https://example.org/)',
  '[ec.europa.eu](https://europa.example.org/)',
  '[www.lefoe.at](https://www.google.com/url?q=https://example.org/)',
])('%s is refused', async (body) => {
  const checked = await check(`See ${body}`);
  expect(foundBy(RULE, checked)).toMatchObject([{ line: 5, severity: 'error' }]);
});

test.each([
  '[lefoe.at](https://www.lefoe.at/hilfe)',
  '[www.lefoe.at](https://shop.lefoe.at)',
  '[ec.europa.eu](https://op.europa.eu/report)',
  '[www.stoptraffick.org.uk](https://stoptraffick.org.uk/a)',
  '[пример.рф](https://xn--e1afmkfd.xn--p1ai/)',
  '[info@lefoe.at](mailto:info@lefoe.at)',
  '[lefoe.at](https://www.google.com/url?q=https://www.lefoe.at/)',
  '[youtube.com](https://youtu.be/abcdefghijk)',
  '[the report annex.zip](https://www.example.org/annex.zip)',
  '[report.pdf](https://www.example.org/report.pdf)',
  '[the law.Victims have rights](https://www.example.org/law)',
  '[prof. dr.sc. of Zagreb](https://www.example.org/a)',
  '[z.B. am 2.5.2020](https://www.example.org/a)',
  '[Decision 13512/20 of 3.12.](https://www.example.org/a)',
  '<https://www.example.org/a>',
  'www.example.org',
])('%s is nothing to remark on', async (body) => {
  expect(placesOf(RULE, await check(`See ${body}`))).toEqual([]);
});

test('the label and the source in front matter, and the letter, go the same way', async () => {
  const link = 'title: A\nlink:\n  url: https://example.org/\n  label: Read on at lefoe.at';
  expect(placesOf(RULE, await check('Text.', link))).toEqual(['lefoe/a.md:5:3']);
  const source = 'title: A\nsource:\n  title: www.lefoe.at\n  url: https://example.org/';
  expect(placesOf(RULE, await check('Text.', source))).toEqual(['lefoe/a.md:4:3']);
  const checked = await checkContributions(
    { 'lefoe/a.md': contributionText() },
    { 'issues/2020-12/editorial.md': 'Dear readers,\n\nlook at [lefoe.at](https://example.org/).\n' },
  );
  expect(placesOf(RULE, checked)).toEqual(['issues/2020-12/editorial.md:3:10']);
});
