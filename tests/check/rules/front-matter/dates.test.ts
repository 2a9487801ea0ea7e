import { expect, test } from 'vitest';
import { checkContributions, foundBy, placesOf } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const check = (frontMatter: string) =>
  checkContributions({ 'lefoe/a.md': contributionText(`title: A\n${frontMatter}`) });

test.each([
  ['date: 2202-12-01', '3:1'],
  ['date: 1989-12-31', '3:1'],
  ['deadline: 2031-01-01', '3:1'],
  ['embargo: 1020-12-01', '3:1'],
  ['event:\n  start: 2101-01-25', '4:3'],
  ['events:\n  - start: 2021-01-25\n    end: 2121-01-26', '5:5'],
  ['event:\n  start: 2021-01-25\n  end: 2021-01-24', '5:3'],
  ['event:\n  start: 2021-01-25T10:00\n  end: 2021-01-25T09:59', '5:3'],
  ['events:\n  - start: 2021-01-25\n  - start: 2021-01-26\n    end: 2021-01-25T23:59', '6:5'],
])('%j is found', async (frontMatter, place) => {
  expect(placesOf('front-matter/dates', await check(frontMatter))).toEqual([`lefoe/a.md:${place}`]);
});

test.each([
  'date: 1990-01-01',
  'date: 2030-12-31',
  'event: { start: 2021-01-25, end: 2021-01-25 }',
  'event: { start: 2021-01-25T10:00, end: 2021-01-25 }',
  'event: { start: 2021-01-25, end: 2021-01-25T00:00 }',
  'event: { start: 2021-01-25T10:00, end: 2021-01-25T10:00 }',
  'event: { start: 2021-12-31 23:00, end: 2022-01-01 01:00 }',
])('%j is nothing to remark on', async (frontMatter) => {
  const checked = await check(frontMatter);
  expect(placesOf('front-matter/dates', checked)).toEqual([]);
  expect(checked.contributions[0]?.title).toBe('A');
});

test.each(['2021-02-29', '2020-13-01', '2020-12-1', '01.12.2020', 'December', '2020-00-10'])(
  '%s is no day',
  async (day) => {
    expect(foundBy('front-matter/value', await check(`date: "${day}"`))).toMatchObject([
      { line: 3, column: 1, severity: 'error', actual: `"${day}"` },
    ]);
  },
);
