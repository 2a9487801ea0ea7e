import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { full } from './full-issue.js';
import { render, webFile } from './issue-fixture.js';

describe('the web edition', () => {
  it('passes html-validate', async () => {
    const page = webFile(await render(full, { publicUrl: 'https://news.example.org' }), 'web/index.html');
    const report = await new HtmlValidate({ extends: ['html-validate:recommended'] }).validateString(page);
    expect(
      report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
    ).toEqual([]);
  });

  it('has no slot, no token, no script and no way to unsubscribe somebody', async () => {
    const page = webFile(await render(full, { publicUrl: 'https://news.example.org' }), 'web/index.html');
    expect(page).not.toMatch(/nlslot|nsubscribe|<script|\/u\//);
  });

  it('names its own address only where it has one', async () => {
    expect(webFile(await render(full), 'web/index.html')).not.toMatch(/canonical|og:/);
    const page = webFile(await render(full, { publicUrl: 'https://news.example.org' }), 'web/index.html');
    expect(page).toContain('<link rel="canonical" href="https://news.example.org/2020-12/">');
    expect(page).toContain('<meta property="og:title"');
  });

  it('brings every rendition of its pictures, each once', async () => {
    const { files } = await render(full);
    const copies = files.filter(({ content }) => content.kind === 'copy').map(({ path }) => path);
    expect([...copies].sort()).toEqual([
      'web/pictures/door-1104.jpg',
      'web/pictures/door-552.jpg',
      'web/pictures/emblem-240.jpg',
      'web/pictures/table-1104.jpg',
      'web/pictures/table-552.jpg',
    ]);
  });
});
