import { expect, test } from 'vitest';
import { checkContributions, foundBy } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const said = async (section: string, label: string) =>
  foundBy(
    'link/button-label',
    await checkContributions({
      'lefoe/a.md': contributionText(
        `title: A\nsection: ${section}\nlink:\n  url: https://example.org/\n  label: ${label}`,
      ),
    }),
  );

test.each([
  ['action', 'Sign the letter to the ministers today'],
  ['vacancy', 'Read more about the vacancy on our website'],
  ['action', 'Підпишіть листа до міністрів уже сьогодні'],
])('a long label in "%s" is a warning: %s', async (section, label) => {
  expect(await said(section, label)).toMatchObject([
    { severity: 'warning', line: 6, expected: 'at most 4 words', actual: `${String(label.split(' ').length)} words` },
  ]);
});

test.each([
  ['action', 'Sign the letter'],
  ['action', 'Apply now – it helps'],
  ['vacancy', 'About the vacancy, PDF'],
  ['member-news', 'Read about the report on the website of PICUM'],
])('passes in "%s": %s', async (section, label) => {
  expect(await said(section, label)).toEqual([]);
});
