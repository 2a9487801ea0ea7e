import { expect, test } from 'vitest';
import { checkContributions, foundBy, placesOf, stateOf } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

test('the same title and text is found in the later file, whatever its punctuation', async () => {
  const checked = await checkContributions({
    'open-gate/b.md': contributionText('title: A new hotline', 'It is open, day and night.'),
    'lefoe/a.md': contributionText('title: "A NEW hotline!"', 'It is **open**: day\nand night'),
  });
  expect(placesOf('duplicate/exact', checked)).toEqual(['open-gate/b.md:1:1']);
  expect(foundBy('duplicate/exact', checked)[0]?.actual).toContain('lefoe/a.md');
  expect(stateOf('lefoe/a.md', checked)).toBe('in');
});

test('another title or another text is another item', async () => {
  const checked = await checkContributions({
    'lefoe/a.md': contributionText('title: One', 'Text.'),
    'lefoe/b.md': contributionText('title: Two', 'Text.'),
    'lefoe/c.md': contributionText('title: One', 'Another text.'),
  });
  expect(placesOf('duplicate/exact', checked)).toEqual([]);
});

test('excluding one of the two is enough', async () => {
  const checked = await checkContributions(
    { 'lefoe/a.md': contributionText(), 'open-gate/b.md': contributionText() },
    { 'issues/2020-12/issue.yaml': 'title: A\ndate: 2020-12-18\nitems:\n  lefoe/a.md: { exclude: came twice }\n' },
  );
  expect(placesOf('duplicate/exact', checked)).toEqual([]);
  expect(stateOf('open-gate/b.md', checked)).toBe('in');
});

test.each([
  ['report.md', 'report (1).md'],
  ['report.md', 'report-2.md'],
  ['report.md', 'report 2.md'],
  ['report.md', 'Copy of report.md'],
  ['report.md', 'report - Kopie.md'],
  ['report.md', 'Kopie von report.md'],
  ['report.md', 'report copy.md'],
  ['report.md', 'a-copy-of-report.md'],
  ['звіт.md', 'звіт — копія.md'],
  ['report.md', 'copie-report.md'],
])('of exact doubles %s stays, and %s is the one too many', async (original, copy) => {
  const checked = await checkContributions({
    [`lefoe/${original}`]: contributionText(),
    [`lefoe/${copy}`]: contributionText(),
  });
  expect(placesOf('duplicate/exact', checked)).toEqual([`lefoe/${copy}:1:1`]);
});

test('a title that speaks of copies, or a year behind it, makes no copy of a file', async () => {
  const checked = await checkContributions({
    'lefoe/copyright.md': contributionText(),
    'lefoe/report-2020.md': contributionText(),
  });
  expect(placesOf('duplicate/exact', checked)).toEqual(['lefoe/report-2020.md:1:1']);
});
