import { expect, test } from 'vitest';
import { build } from '../support/app/build-fixture.js';
import { workspaceWith } from '../support/checked-issue.js';
import { contributionText } from '../support/workspace-fixture.js';

test.each([
  ['[words](Https://www.example.org/Report)', 'https://www.example.org/Report'],
  ['[words](HTTPS://www.example.org/Report)', 'https://www.example.org/Report'],
  ['[words](hTTps://WWW.example.org/Report)', 'https://www.example.org/Report'],
  ['[words](HTTP://www.example.org/Report)', 'http://www.example.org/Report'],
  ['<HTTPS://www.example.org/Report>', 'https://www.example.org/Report'],
  ['[words][1]\n\n[1]: Https://www.example.org/Report', 'https://www.example.org/Report'],
  ['[words](https:/www.example.org/Report)', 'https://www.example.org/Report'],
  ['[words](https:\\www.example.org/Report)', 'https://www.example.org/Report'],
  ['[words](https:\\\\\\\\www.example.org/Report)', 'https://www.example.org/Report'],
  ['[words](MAILTO:info@example.org)', 'mailto:info@example.org'],
  ['[words](Mailto:info@example.org?Subject=Hi)', 'mailto:info@example.org?Subject=Hi'],
  ['<MAILTO:info@example.org>', 'mailto:info@example.org'],
])('%s keeps its address in every edition', async (link, address) => {
  const workspace = workspaceWith(
    { 'lefoe/a.md': contributionText('title: A', `See ${link}`) },
    { 'issues/2020-12/editorial.md': `See ${link}` },
  );
  const built = await build(workspace);
  const page = built.files.find((file) => file.path === 'web/index.html')?.content;
  for (const html of [built.email.html, page?.kind === 'text' ? page.text : '']) {
    expect(html.split(`href="${address}"`)).toHaveLength(3);
  }
  expect(built.email.text.toLowerCase()).toContain(address.replace('mailto:', '').toLowerCase());
});
