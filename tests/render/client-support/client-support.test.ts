import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/model/finding.js';
import { clientSupportFindings } from '../../../src/render/client-support/client-support-findings.js';
import { condenseClientSupport, loadClientSupport } from '../../../src/render/client-support/support-data.js';
import { expectComplete } from '../../support/checked-issue.js';
import { full } from '../../support/render/full-issue.js';
import { issue, item, parseMarkdown, render, TEMPLATES } from '../../support/render/issue-fixture.js';
import { parseHtml } from '../../../src/html/page.js';

const require = createRequire(import.meta.url);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'newsletter-support-'));
  writeFileSync(path.join(folder, 'support.json'), condenseClientSupport(require('caniemail/caniemail.json')));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function support() {
  return loadClientSupport(path.join(folder, 'support.json'));
}

/** What is found in a page, with nothing accepted beside the given features. */
function find(html: string, accepted: readonly string[] = [], what = issue([item()])): readonly Finding[] {
  const own = mkdtempSync(path.join(folder, 'templates-'));
  const list = accepted.map((feature) => `  - { feature: ${feature}, reason: a reason }\n`).join('');
  writeFileSync(path.join(own, 'client-support.yaml'), list === '' ? 'accepted: []\n' : `accepted:\n${list}`);
  mkdirSync(path.join(own, 'email/parts'), { recursive: true });
  writeFileSync(path.join(own, 'email/parts/own.mjml.hbs'), '<p>\n  <b style="clip-path: none">x</b>\n</p>\n');
  const findings = clientSupportFindings(what, parseHtml(html), [own], support());
  findings.forEach(expectComplete);
  return findings;
}

/** The features that were found, by what the help tells to accept. */
function features(html: string, accepted: readonly string[] = []): readonly string[] {
  return find(html, accepted).map(({ help }) => /accept "([^"]+)"/.exec(help)?.[1] ?? '');
}

describe('what mail programs lack', () => {
  test('is found in tags, attributes and styles', () => {
    expect(features('<div style="display:grid">x</div>')).toEqual(['css-display-grid']);
    expect(features('<p style="background-image:linear-gradient(red,blue)">x</p>')).toContain('css-linear-gradient');
    expect(features('<video src="a.mp4"></video>')).toContain('html-video');
    expect(features('<img src="a.webp" alt="x">')).toContain('image-webp');
    expect(features('<style>p::first-letter{color:red}</style>', ['html-style', 'css-selector-type'])).toEqual([
      'css-pseudo-element-first-letter',
    ]);
  });

  test('is told with who lacks it', () => {
    const [finding] = find('<div style="display:grid">x</div>');
    expect(finding).toMatchObject({ ruleId: 'edition/client-support', severity: 'warning', actual: 'display:grid' });
    expect(finding?.message).toMatch(/Outlook \(.*on Windows.*\)/);
    expect(finding?.message).not.toContain('Thunderbird');
  });

  test('is nothing where every program knows what is used', () => {
    expect(find('<table><tr><td style="color:#fff;padding:4px">x</td></tr></table>')).toEqual([]);
  });

  test('is nothing where a plainer value stands before it', () => {
    expect(features('<p style="width:10px;width:calc(1px + 2px)">x</p>')).not.toContain('css-unit-calc');
    expect(features('<p style="width:calc(1px + 2px)">x</p>')).toContain('css-unit-calc');
  });

  test('does not count for those who never get as far', () => {
    const accepted = ['html-style', 'css-selector-type', 'css-at-media'];
    const [within] = find('<style>@media (min-width:1px){p{border-radius:4px}}</style>', accepted);
    // Outlook on Windows lacks both, and looks into no @media.
    expect(within).toBeUndefined();
    expect(find('<style>p{border-radius:4px}</style>', accepted)).toHaveLength(1);
  });

  test('leaves out what only Outlook is shown', () => {
    expect(features('<!--[if mso]><video></video><![endif]--><p>x</p>')).toEqual([]);
    expect(features('<!--[if !mso]><!--><video></video><!--<![endif]-->')).toContain('html-video');
  });

  test('is accepted with a reason, and a name that nobody knows is an error', () => {
    expect(features('<div style="display:grid">x</div>', ['css-display-grid'])).toEqual([]);
    expect(() => find('<p>x</p>', ['css-border-radiu'])).toThrow(/css-border-radiu/);
  });

  test('is told with the line of the template that has it', () => {
    expect(find('<p><b style="clip-path: none">x</b></p>')[0]).toMatchObject({
      file: 'templates/email/parts/own.mjml.hbs',
      line: 2,
      column: 13,
    });
  });

  test('is told with the line of the contribution that has it', () => {
    const what = issue([item({ body: parseMarkdown('One.\n\n> Two words.') })]);
    const html = '<h3 id="lefoe-permits">A</h3><p>One.</p><blockquote style="mask-image:none">Two words.</blockquote>';
    expect(find(html, [], what)).toMatchObject([
      { file: 'issues/2020-12/contributions/lefoe/permits.md', line: 3, column: 1 },
    ]);
  });

  test('is nothing that ours did not accept, in an issue with everything', async () => {
    const everything = item({
      id: 'everything',
      section: 'international',
      body: parseMarkdown(
        '> Said.\n\n`code`, ~~gone~~, *so*, **very**\n\n```\nlines\n```\n\n1. one\n   - two\n\n---\n\n## A heading\n\n<office@example.org>',
      ),
    });
    const issues = [full, issue([everything]), issue([item()], { language: 'en', letter: undefined })];
    for (const what of issues) {
      for (const publicUrl of [undefined, 'https://news.example.org']) {
        const { email } = await render(what, { publicUrl });
        const found = clientSupportFindings(what, parseHtml(email.html), [TEMPLATES], support());
        expect(found.map(({ message, file, line }) => `${file}:${String(line)} ${message}`)).toEqual([]);
      }
    }
  });
});
