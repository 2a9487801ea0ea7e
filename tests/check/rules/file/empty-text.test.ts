import { expect, test } from 'vitest';
import { checkContributions, placesOf, stateOf } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const check = (body: string) => checkContributions({ 'lefoe/a.md': contributionText('title: A\nsummary: B', body) });

test.each(['', '   \n\n  ', '<!-- to be written -->', '[a]: https://example.org'])('%j is no text', async (body) => {
  const checked = await check(body);
  expect(placesOf('file/empty-text', checked)).toEqual(['lefoe/a.md:4:1']);
  expect(stateOf('lefoe/a.md', checked)).toBe('refused');
});

test.each(['.', '`code`', '- a', '> a', '| a |\n|---|', '你好'])('%j is a text', async (body) => {
  expect(placesOf('file/empty-text', await check(body))).toEqual([]);
});
