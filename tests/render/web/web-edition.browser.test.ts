import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { refuseMalformed } from '../../../src/serve/security-headers.js';
import { copyDecember, DECEMBER } from '../../support/cli/december.js';
import { runNewsletter } from '../../support/cli/run-newsletter.js';
import { findBarriers, neededWidth } from '../../support/browser/barriers.js';
import { browserOfTests, skippedWithoutChromium } from '../../support/browser/chromium.js';

const PUBLIC_URL = 'https://news.example.org';

const withoutChromium = skippedWithoutChromium('tests/render/web/web-edition.browser');

describe.skipIf(withoutChromium)('the web edition under a public address, in a browser', () => {
  let web: string;
  const browser = browserOfTests();
  beforeAll(async () => {
    const root = copyDecember();
    const { code, stdout, stderr } = await runNewsletter(['build'], {
      from: root,
      environment: { NEWSLETTER_PUBLIC_URL: PUBLIC_URL },
    });
    if (code !== 0) throw new Error(`${stdout}${stderr}`);
    web = path.join(root, 'out', DECEMBER, 'web');
  });

  test.each(['light', 'dark'] as const)('reads well at every width in the %s, for everybody', async (colorScheme) => {
    const page = await browser.context.newPage();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(pathToFileURL(path.join(web, 'index.html')).href);
      expect(await neededWidth(page), `${String(width)} px wide`).toBeLessThanOrEqual(width);
      expect(await findBarriers(page), `${String(width)} px wide`).toEqual([]);
    }
    await page.close();
  });

  test('leads past the contents with the first key, and to every place that it names', async () => {
    const page = await browser.context.newPage();
    await page.goto(pathToFileURL(path.join(web, 'index.html')).href);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe('#content');
    const lost = await page.evaluate(
      `[...document.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute('href').slice(1)).filter((id) => !document.getElementById(id))`,
    );
    expect(lost).toEqual([]);
    await page.close();
  });

  test('shows itself whole under the policy with which it is served: nothing is refused', async () => {
    const page = await browser.context.newPage();
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    // What every answer of our server carries.
    const { headers } = await refuseMalformed();
    await page.route(`${PUBLIC_URL}/**`, async (route) => {
      const name = new URL(route.request().url()).pathname.replace(`/${DECEMBER}/`, '') || 'index.html';
      const type = { '.html': 'text/html; charset=utf-8', '.css': 'text/css' }[path.extname(name)] ?? 'image/jpeg';
      if (name === '/favicon.ico') return route.fulfill({ status: 204 });
      return route.fulfill({
        body: readFileSync(path.join(web, name)),
        headers: { ...Object.fromEntries(headers), 'Content-Type': type },
      });
    });
    await page.goto(`${PUBLIC_URL}/${DECEMBER}/`);
    const type = await page.evaluate(
      `JSON.parse(document.querySelector('script[type="application/ld+json"]').textContent)['@type']`,
    );
    expect(type).toBe('PublicationIssue');
    expect(await page.evaluate('getComputedStyle(document.querySelector(".masthead")).backgroundColor')).not.toBe(
      'rgba(0, 0, 0, 0)',
    );
    expect(refused).toEqual([]);
    await page.close();
  });

  test('is printed without what only helps on a screen, with the address behind each link', async () => {
    const page = await browser.context.newPage();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.goto(pathToFileURL(path.join(web, 'index.html')).href);
    for (const selector of ['.contents', '.skip', '.calendar', '.whole-calendar', '.ways']) {
      expect(await page.locator(`${selector} >> visible=true`).count(), selector).toBe(0);
    }
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)');
    const links = await page.evaluate(
      `[...document.querySelectorAll('main a[href^="http"]')].map((a) => [a.getAttribute('href'), getComputedStyle(a, '::after').content])`,
    );
    for (const [address, content] of z.array(z.tuple([z.string(), z.string()])).parse(links)) {
      expect(content).toContain(address);
    }
    await page.close();
  });

  test('fits on pages of A4', async () => {
    const page = await browser.context.newPage();
    await page.goto(pathToFileURL(path.join(web, 'index.html')).href);
    const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-print-'));
    try {
      const pdf = await page.pdf({ preferCSSPageSize: true, path: path.join(folder, 'issue.pdf') });
      const boxes = [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
      expect(boxes.length).toBeGreaterThan(2);
      for (const [, width, height] of boxes) {
        expect(Math.abs(Number(width) - 595)).toBeLessThan(2);
        expect(Math.abs(Number(height) - 842)).toBeLessThan(2);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    await page.close();
  });
});
