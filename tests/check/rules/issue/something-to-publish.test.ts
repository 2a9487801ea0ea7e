import { expect, test } from 'vitest';
import { checkContributions, foundBy } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

test('an issue without a contribution is an error, which says where one would lie', async () => {
  const found = foundBy('issue/empty', await checkContributions({}));
  expect(found).toMatchObject([{ severity: 'error', file: 'issues/2020-12/issue.yaml', line: 1, column: 1 }]);
  expect(found[0]?.expected).toContain('issues/2020-12/contributions/secretariat/');
});

test('an issue of which all is excluded has nothing to publish', async () => {
  const settings = 'title: A\ndate: 2020-12-18\nitems:\n  lefoe/a.md: { exclude: later }\n';
  const checked = await checkContributions(
    { 'lefoe/a.md': contributionText() },
    { 'issues/2020-12/issue.yaml': settings },
  );
  expect(foundBy('issue/empty', checked)).toHaveLength(1);
});

test('one contribution is enough', async () => {
  expect(foundBy('issue/empty', await checkContributions({ 'lefoe/a.md': contributionText() }))).toEqual([]);
});
