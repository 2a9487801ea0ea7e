import { expect, test } from 'vitest';
import { checkContributions, foundBy } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const check = (lines: string) =>
  checkContributions(
    { 'lefoe/hotline.md': contributionText() },
    { 'issues/2020-12/issue.yaml': `title: A\ndate: 2020-12-18\n${lines}\n` },
  );

test.each([
  ['items:\n  lefoe/hotlin.md: { weight: 1 }', 4, 3],
  ['items:\n  lefoe/hotline: { exclude: gone }', 4, 3],
  ['lead: lefoe/hotlines.md', 3, 1],
])('%j names nothing that came', async (lines, line, column) => {
  expect(foundBy('issue/unknown-item', await check(lines))).toMatchObject([
    { file: 'issues/2020-12/issue.yaml', line, column, severity: 'error', help: 'Did you mean "lefoe/hotline.md"?' },
  ]);
});

test.each(['lead: lefoe/hotline.md', 'items:\n  lefoe/hotline.md: { weight: 1 }', 'items:'])(
  '%j is nothing to remark on',
  async (lines) => {
    expect(foundBy('issue/unknown-item', await check(lines))).toEqual([]);
  },
);
