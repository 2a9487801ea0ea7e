import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Issue } from '../../../src/model/issue/issue.js';
import { issue, item, parseMarkdown, render } from '../../support/render/issue-fixture.js';
import { findBarriers, neededWidth } from '../../support/browser/barriers.js';
import { browserOfTests, skippedWithoutChromium } from '../../support/browser/chromium.js';
import { AROUND, HARD_ITEMS } from '../../support/browser/hard-issue.js';

const manyItems = Array.from({ length: 200 }, (_, index) =>
  item({
    id: `n-${String(index)}`,
    title: `Title number ${String(index)}`,
    body: parseMarkdown('Many words. '.repeat(60)),
  }),
);

const CASES = {
  hard: issue(HARD_ITEMS, AROUND),
  'right to left': issue(HARD_ITEMS, { ...AROUND, language: 'ar' }),
  shortened: issue(manyItems, AROUND),
  empty: issue([], { letter: undefined }),
} satisfies Record<string, Issue>;
const NAMES = ['hard', 'right to left', 'shortened', 'empty'] as const;

describe.skipIf(skippedWithoutChromium('tests/render/email/hard-email.browser'))(
  'an e-mail that is hard to show',
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-hard-email-'));
    const fileOf = (name: string) => path.join(folder, `${name}.html`);
    const browser = browserOfTests();
    let page: Page;

    beforeAll(async () => {
      page = await browser.context.newPage();
      for (const name of NAMES) {
        const { email } = await render(CASES[name], { publicUrl: 'https://news.example.org' });
        writeFileSync(fileOf(name), email.html);
      }
    });
    afterAll(() => {
      rmSync(folder, { recursive: true, force: true });
    });

    async function show(name: string, width: number): Promise<void> {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(pathToFileURL(fileOf(name)).href);
    }

    const looks = NAMES.flatMap((name) => (['light', 'dark'] as const).map((scheme) => ({ name, scheme })));

    test.each(looks)('$name, $scheme: no barrier, nothing sideways', async ({ name, scheme }) => {
      await page.emulateMedia({ colorScheme: scheme });
      for (const width of [320, 768, 1280]) {
        await show(name, width);
        expect(await neededWidth(page), `${String(width)} px`).toBeLessThanOrEqual(width);
        expect(await findBarriers(page), `${String(width)} px`).toEqual([]);
      }
    });

    test.each(NAMES)('%s: holds without any style sheet', async (name) => {
      await show(name, 320);
      await page.evaluate(`for (const sheet of document.querySelectorAll('style')) sheet.remove()`);
      expect(await neededWidth(page)).toBeLessThanOrEqual(320);
    });

    test.each(NAMES)('%s: keeps all its words where text is twice as large', async (name) => {
      await show(name, 640);
      const clipped = await page.evaluate(`(() => {
      const all = [...document.body.querySelectorAll('*')];
      const sizes = all.map((element) => getComputedStyle(element)).map(({ fontSize, lineHeight }) => [fontSize, lineHeight]);
      all.forEach((element, index) => {
        const [size, height] = sizes[index].map(Number.parseFloat);
        if (size > 0) element.style.fontSize = size * 2 + 'px';
        if (height > 0 && size > 0) element.style.lineHeight = height * 2 + 'px';
      });
      return all
        .filter((element) => ['hidden', 'clip'].includes(getComputedStyle(element).overflowX))
        .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
        .map((element) => element.outerHTML.slice(0, 100));
    })()`);
      expect(clipped).toEqual([]);
      expect(await neededWidth(page)).toBeLessThanOrEqual(640);
    });

    test('says in words what each picture shows, where pictures are off', async () => {
      await show('hard', 320);
      const pictures = await page.evaluate(`[...document.images].map((image) => {
      const { width, height } = image.getBoundingClientRect();
      return { loaded: image.naturalWidth > 0, alt: image.alt, width, height, size: Number.parseFloat(getComputedStyle(image).fontSize) };
    })`);
      const shown = z
        .array(
          z.object({ loaded: z.boolean(), alt: z.string(), width: z.number(), height: z.number(), size: z.number() }),
        )
        .parse(pictures);
      expect(shown.map(({ alt }) => alt)).toEqual([
        'La Strada International',
        'An open door',
        'An open door',
        'Emblem',
      ]);
      for (const { loaded, height, size } of shown) {
        expect(loaded).toBe(false);
        // A line of text has room: no fixed height cuts the words off, and none is tiny.
        expect(height).toBeGreaterThanOrEqual(size);
        expect(size).toBeGreaterThanOrEqual(13);
      }
    });

    test('runs from right to left where the language does', async () => {
      await show('right to left', 768);
      const wrong = await page.evaluate(`[...document.body.querySelectorAll('td, p, li, h1, h2, h3, h4')]
      .filter((element) => element.closest('[dir="ltr"], [dir="auto"], [style*="display:none"]') === null)
      .filter((element) => getComputedStyle(element).direction !== 'rtl')
      .map((element) => element.outerHTML.slice(0, 120))`);
      expect(wrong).toEqual([]);
      const first = await page.evaluate(
        `[...document.body.children].find((child) => child.getAttribute('role') === 'article').getAttribute('dir')`,
      );
      expect(first).toBe('rtl');
    });
  },
);
