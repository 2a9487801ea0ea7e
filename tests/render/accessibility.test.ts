import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issue, item, parseMarkdown, picture, render } from './issue-fixture.js';

const BROWSER = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

const columns = Array.from({ length: 12 }, (_, index) => `Column ${String(index)}`);
const hard = issue(
  [
    item({
      pictures: [picture()],
      titleOriginal: 'Ein Titel',
      title: `A title of many words ${'and more '.repeat(30)}`,
      body: parseMarkdown(
        `A word: ${'w'.repeat(200)}\n\n|${columns.join('|')}|\n|${columns.map(() => '--').join('|')}|\n|${columns.join('|')}|\n\n` +
          `- one\n  - two\n    - three\n\n> said\n\nA note.[^1] \`code\`\n\n[^1]: There.\n\n${'[a link](https://example.org/) '.repeat(30)}`,
      ),
      sample: true,
      link: { url: 'https://example.org/', label: 'Read on' },
    }),
    item({
      id: 'ar',
      language: 'ar',
      title: 'حقوق الإنسان',
      body: parseMarkdown('كل شخص حر.'),
      section: 'opinion',
      author: 'A',
    }),
    item({ id: 'pub', section: 'publication', publication: { kind: 'report', author: 'Staff' } }),
    item({ id: 'act', section: 'action', link: { url: 'https://example.org/', label: 'Sign the letter' } }),
    item({
      id: 'event',
      section: 'event',
      events: [{ start: '2021-01-25', title: 'One', url: 'https://example.org/' }],
    }),
  ],
  {
    lead: item({ id: 'lead-item', pictures: [picture()], section: 'statement' }),
    funders: [{ name: 'A fund', logo: picture().prepared, alt: 'Emblem', text: 'Text.', example: true }],
  },
);

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

// Without a Chromium these are skipped, which in CI is a failure of the machine.
describe.skipIf(BROWSER === undefined && process.env['CI'] !== 'true')('in a real Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'newsletter-pages-'));
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: BROWSER ?? '/usr/bin/chromium', args: FLAGS });
    const editions = await render(hard);
    mkdirSync(join(folder, 'web'));
    writeFileSync(join(folder, 'email.html'), editions.email.html);
    for (const { path, content } of editions.files) {
      if (content.kind !== 'text') continue;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content.text);
    }
  });

  afterAll(async () => {
    await browser.close();
  });

  const pages = ['email.html', 'web/index.html'];
  const cases = pages.flatMap((page) =>
    [320, 768, 1280].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ page, width, scheme }))),
  );

  it.each(cases)(
    '$page at $width px, $scheme, has no accessibility fault and does not scroll sideways',
    async (one) => {
      const tab = await browser.newPage({ viewport: { width: one.width, height: 800 }, colorScheme: one.scheme });
      const requests: string[] = [];
      tab.on('request', (request) => requests.push(request.url()));
      await tab.goto(pathToFileURL(join(folder, one.page)).href);
      await tab.evaluate(AXE);
      const violations = await tab.evaluate<readonly AxeViolation[]>(
        `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((result) => result.violations)`,
      );
      const width = await tab.evaluate<number>('document.documentElement.scrollWidth');
      await tab.close();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' … ')}`),
      ).toEqual([]);
      expect(width).toBe(one.width);
      expect(requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
    },
  );
});
