import { expect, test } from 'vitest';
import { checkContributions, foundBy, placesOf, stateOf } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const check = (body: string) => checkContributions({ 'lefoe/a.md': contributionText('title: A', body) });

test.each([
  ['[a]()', 'leads nowhere'],
  ['[a](www.example.org)', 'no beginning'],
  ['[a](page.html)', 'inside another web site'],
  ['[a](/page)', 'inside another web site'],
  ['[a](javascript:alert(1))', 'javascript:'],
  ['[a](JaVaScRiPt:alert(1))', 'javascript:'],
  ['[a](data:text/html,x)', 'data:'],
  ['[a](file:///etc/passwd)', 'file:'],
  ['<ftp://example.org>', 'ftp:'],
  ['[a](https://localhost/)', 'no complete web site'],
  ['[a](https://)', 'inside another web site'],
  ['[a](mailto:)', 'no e-mail address'],
  ['[a](mailto:nobody)', 'no e-mail address'],
])('%s is found', async (link, words) => {
  const checked = await check(`Text, and then ${link}.`);
  expect(placesOf('link/malformed', checked)).toEqual(['lefoe/a.md:5:16']);
  expect(foundBy('link/malformed', checked)[0]?.message).toContain(words);
  expect(stateOf('lefoe/a.md', checked)).toBe('refused');
});

test('a link is found where its address stands', async () => {
  expect(placesOf('link/malformed', await check('Text [a][b].\n\n[b]: nowhere'))).toEqual(['lefoe/a.md:7:1']);
});

test.each([
  '[a](https://example.org)',
  '[a](http://example.org/?a=b#c)',
  '<https://example.org>',
  'www.example.org',
  '[a](mailto:news@example.org)',
  '[a](#below)',
  '[Пример](https://пример.рф/страница)',
  '`[a](nowhere)`',
  '\\[a](nowhere)',
  '[only brackets]',
])('%s is nothing to remark on', async (link) => {
  expect(placesOf('link/malformed', await check(`Text, and then ${link}.`))).toEqual([]);
});

test('the letter is looked at as well', async () => {
  const checked = await checkContributions(
    { 'lefoe/a.md': contributionText() },
    { 'issues/2020-12/editorial.md': 'Dear readers,\n\nlook [there](www.example.org).\n' },
  );
  expect(placesOf('link/malformed', checked)).toEqual(['issues/2020-12/editorial.md:3:6']);
});
