import { expect, test } from 'vitest';
import { checkContributions, foundBy } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const RULE = 'file/repeated-title';
const check = (body: string, frontMatter = 'title: A new hotline') =>
  checkContributions({ 'lefoe/a.md': contributionText(frontMatter, body) });

test.each([
  ['# A new hotline\n\nText.', 5],
  ['## A New Hotline!\n\nText.', 5],
  ['**A new hotline**\n\nText.', 5],
  ['A new hotline\n===\n\nText.', 5],
  ['A line first.\n\n### A new hotline\n\nText.', 7],
])('%j repeats the title', async (body, line) => {
  expect(foundBy(RULE, await check(body))).toMatchObject([{ severity: 'warning', line }]);
});

test('the title in its own language counts as well', async () => {
  const checked = await check('# Гаряча лінія\n\nText.', 'title: A hotline\ntitleOriginal: Гаряча лінія');
  expect(foundBy(RULE, checked)).toHaveLength(1);
});

test.each([
  '## How to reach it\n\nText.',
  'A new hotline is open.',
  '## First\n\n## A new hotline',
  '**A new hotline** is open.',
  '## A new hotline in Vienna\n\nText.',
])('%j is nothing to remark on', async (body) => {
  expect(foundBy(RULE, await check(body))).toEqual([]);
});
