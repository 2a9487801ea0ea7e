import { expect, test } from 'vitest';
import { buildIssue } from '../../../src/app/builds/build-issue.js';
import { checkIssue } from '../../../src/app/issue/check/check-issue.js';
import { check, foundBy, open, placesOf, workspaceWith } from '../../support/checked-issue.js';
import { contributionText, ISSUE } from '../../support/workspace-fixture.js';
import { HERE, serve } from '../../support/check/online/web-sites.js';

test('nothing is fetched unless it was asked for; then every link, where it stands', async () => {
  const sites = await serve({ '/gone': 404 });
  const site = `http://www.example.org:${String(sites.port)}`;
  const workspace = workspaceWith(
    {
      'lefoe/a.md': contributionText(
        `title: A\nlink: { label: The law, url: "${site}/law" }`,
        `[The report](${site}/gone?utm_source=x) and <mailto:a@example.org>.`,
      ),
      'lefoe/b.md': contributionText('title: B', `[Left out](${site}/excluded)`),
    },
    {
      'issues/2020-12/editorial.md': `Look at [our report](${site}/gone).\n`,
      'issues/2020-12/issue.yaml': 'title: A\ndate: 2020-12-18\nitems:\n  lefoe/b.md: { exclude: later }\n',
    },
  );
  await check(workspace);
  await buildIssue(open(workspace), { issue: ISSUE, onProgress: () => undefined });
  expect(sites.requests).toEqual([]);

  const online = await checkIssue(open(workspace), {
    issue: ISSUE,
    pictures: 'decode',
    keepPassing: false,
    online: HERE,
    onProgress: () => undefined,
  });
  expect(new Set(sites.requests)).toEqual(
    new Set(['HEAD www.example.org/gone', 'GET www.example.org/gone', 'HEAD www.example.org/law']),
  );
  expect(placesOf('link/dead', online)).toEqual(['lefoe/a.md:6:1', 'issues/2020-12/editorial.md:1:9']);
  expect(foundBy('link/dead', online)).toMatchObject([{ severity: 'warning' }, { severity: 'warning' }]);
});
