import { expect, test } from 'vitest';
import { checkContributions, foundBy, stateOf } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const check = (link: string) => checkContributions({ 'lefoe/a.md': contributionText('title: A', `Write ${link}.`) });

test.each([
  ['[us](mailto:info@lefoe.at,press@lefoe.at)', 'several addresses'],
  ['[us](mailto:info@lefoe.at;press@lefoe.at)', 'several addresses'],
  ['[us](mailto:info@lefoe.at%2Cpress@lefoe.at)', 'several addresses'],
  ['[us](mailto:info@lefoe.at%0D%0Abcc:a@example.org)', 'several addresses'],
  ['[us](mailto:info@lefoe.at?cc=press@lefoe.at)', '"cc"'],
  ['[us](mailto:info@lefoe.at?BCC=press@lefoe.at)', '"bcc"'],
  ['[us](mailto:info@lefoe.at?subject=Hi&to=press@lefoe.at)', '"to"'],
  ['[us](mailto:?to=press@lefoe.at)', 'no e-mail address'],
  ['[us](MAILTO:info@lefoe.at?in-reply-to=x)', '"in-reply-to"'],
  ['[us](mailto:info@lefoe.at?%63c=press@lefoe.at)', '"cc"'],
  ['[us](mailto:info@lefoe.at?subject=A%0D%0ABcc:x@example.org)', 'line break'],
  ['[us](mailto:info@lefoe.at?subject=A%0AB)', 'line break'],
  ['[us](mailto:info@lefoe.at?body=A%00B)', 'invisible character'],
  ['[us](mailto:info@lefoe.at?subject=50%)', '% in this link'],
  ['[us](mailto:info@lefoe.at?subject=%FF)', '% in this link'],
  ['[us](mailto:info@lefoe.at?subject=A&Subject=B)', 'twice'],
  ['[us](mailto:info@lefoe.at&subject=A)', 'no complete e-mail address'],
  ['[us](mailto:info@lefoe)', 'no complete e-mail address'],
  ['[us](<mailto:LEFÖ info@lefoe.at>)', 'no complete e-mail address'],
  ['[us](info@lefoe.at)', 'without its beginning'],
])('%s is refused', async (link, words) => {
  const checked = await check(link);
  expect(foundBy('link/malformed', checked)).toMatchObject([{ line: 5, severity: 'error' }]);
  expect(foundBy('link/malformed', checked)[0]?.message).toContain(words);
  expect(stateOf('lefoe/a.md', checked)).toBe('refused');
});

test.each([
  '[us](mailto:info@lefoe.at)',
  '[us](MAILTO:info@lefoe.at?subject=A%20question)',
  '[us](mailto:info@lefoe.at?Subject=Prijava%20%C5%A1kole&BODY=Ime%3A%0D%0AGrad%3A)',
  '[us](mailto:info%2Bnews@lefoe.at)',
  '[us](mailto:ińfo@łefoe.pl?subject=Zażółć)',
  '<info@lefoe.at>',
])('%s is nothing to remark on', async (link) => {
  expect(foundBy('link/malformed', await check(link))).toEqual([]);
});
