import { expect, test } from 'vitest';
import { checkContributions, foundBy } from '../../../support/checked-issue.js';
import { picture } from '../../../support/assets/pictures/picture-fixture.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const check = async (width: number, height: number, format: 'jpeg' | 'png' = 'jpeg') =>
  checkContributions({
    'lefoe/a.md': contributionText('title: A\nimage:\n  file: one.jpg\n  alt: B\n  credit: D\n  consent: not-needed'),
    'lefoe/one.jpg': await picture(format, width, height),
  });

test.each([
  [180, 120, 'warning'],
  [599, 400, 'warning'],
  [320, 900, 'warning'],
  [100, 100, 'warning'],
  [99, 300, 'error'],
  [40, 30, 'error'],
  [1, 1, 'error'],
] as const)('%i × %i pixels are too few: %s', async (width, height, severity) => {
  const [found] = foundBy('picture/small', await check(width, height));
  expect(found).toMatchObject({ severity, line: 4, actual: `${String(width)} × ${String(height)} pixels` });
  expect(found?.expected).toContain('600 pixels');
});

test.each([
  [600, 400, 'jpeg'],
  [640, 200, 'png'],
  [1200, 90, 'jpeg'],
  [3000, 2000, 'jpeg'],
] as const)('%i × %i pixels are enough', async (width, height, format) => {
  expect(foundBy('picture/small', await check(width, height, format))).toEqual([]);
});
