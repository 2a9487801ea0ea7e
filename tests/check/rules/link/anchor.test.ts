import { expect, test } from 'vitest';
import { build } from '../../../support/app/build-fixture.js';
import { checkContributions, foundBy, workspaceWith } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const RULE = 'link/anchor';

async function editionsOf(body: string) {
  const built = await build(workspaceWith({ 'lefoe/a.md': contributionText('title: A', body) }));
  const page = built.files.find((file) => file.path === 'web/index.html')?.content;
  return { html: built.email.html, web: page?.kind === 'text' ? page.text : '', text: built.email.text };
}

test.each(['[a](#nowhere)', '[a](#fn-1)', '[a](#)', '[a](#what-we-as)', '[a][b]\n\n[b]: #nowhere', '[a](#top)'])(
  '%s leads nowhere, and is said',
  async (link) => {
    const checked = await checkContributions({
      'lefoe/a.md': contributionText('title: A', `## What we ask\n\nSee ${link}.`),
    });
    expect(foundBy(RULE, checked)).toMatchObject([{ severity: 'warning' }]);
    expect(foundBy(RULE, checked)[0]?.expected).toContain('#what-we-ask');
  },
);

test.each([
  ['#what-we-ask', '## What we ask'],
  ['#What-We-Ask', '## What **we** ask?'],
  ['#що-ми-просимо', '## Що ми просимо'],
  ['#%D1%89%D0%BE', '## Що'],
  ['#2020-in-figures', 'Before.\n\n### 2020: in figures'],
])('%s leads to %j in both HTML editions', async (address, heading) => {
  const body = `See [further down](${address}).\n\n${heading}\n\nText.`;
  const checked = await checkContributions({ 'lefoe/a.md': contributionText('title: A', body) });
  expect(foundBy(RULE, checked)).toEqual([]);
  const { html, web } = await editionsOf(body);
  for (const edition of [html, web]) {
    const target = /<a [^>]*?href="#([^"]+)"[^>]*>(?:<span>)?further down/.exec(edition)?.[1] ?? '';
    expect(target).not.toBe('');
    expect(edition).toContain(` id="${decodeURIComponent(target)}"`);
  }
});

test('a link that leads nowhere stays as text in every edition', async () => {
  const { html, web, text } = await editionsOf('See [further down](#nowhere).');
  for (const edition of [html, web]) {
    expect(edition).toContain('further down');
    expect(edition).not.toContain('#nowhere');
  }
  expect(text).toContain('See further down.');
});
