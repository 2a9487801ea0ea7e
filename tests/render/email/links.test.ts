import { expect, test } from 'vitest';
import { elementsNamed, parseHtml } from '../../../src/html/page.js';
import { issue, item, parseMarkdown, render } from '../../support/render/issue-fixture.js';

const BODY = parseMarkdown('See [the *report*](https://example.org/r) and <https://example.org/plain>.');

test('the words of every link stand in a span, whose colour KMail leaves alone, in light and dark', async () => {
  const news = item({ body: BODY, link: { url: 'https://example.org/more', label: 'All of it' } });
  const { html } = (await render(issue([news]), { publicUrl: 'https://news.example.org' })).email;
  const page = parseHtml(html);
  const links = elementsNamed(page, 'a').filter(({ condition }) => condition === undefined);
  expect(links.length).toBeGreaterThan(6);
  for (const { tagEnd, contentEnd } of links) {
    expect(html.slice(tagEnd, contentEnd)).toMatch(/^\s*(?:<span\b[^]*<\/span>|<img [^>]*>)\s*$/);
  }
  expect(html).toContain('<span>the <em>report</em></span>');
  const sheet = html.slice(html.indexOf('<style'), html.lastIndexOf('</style>'));
  expect(sheet).toMatch(/\ba span\{color:#[0-9a-f]{6};text-decoration:underline\}/);
  expect(sheet.slice(sheet.indexOf('prefers-color-scheme:dark'))).toMatch(/\.g a span\{color:#[0-9a-f]{6}!important\}/);
});
