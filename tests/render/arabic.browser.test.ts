import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { HtmlValidate } from 'html-validate/node';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { ARABIC } from '../support/render/arabic-issue.js';
import { render } from '../support/render/issue-fixture.js';
import { findBarriers, neededWidth } from '../support/browser/barriers.js';
import { browserOfTests, skippedWithoutChromium } from '../support/browser/chromium.js';
import { writeEditions } from '../support/browser/written-editions.js';

const FILES = ['email.html', 'web/index.html'] as const;

let folder: string;
beforeAll(async () => {
  folder = writeEditions(await render(ARABIC, { publicUrl: 'https://news.example.org' }));
});

describe.skipIf(skippedWithoutChromium('tests/render/arabic.browser'))('an issue in Arabic, in a browser', () => {
  const browser = browserOfTests();
  let page: Page;
  beforeAll(async () => {
    page = await browser.context.newPage();
    // The pictures' addresses are the newsletter's, which does not exist.
    await page.route(/^https?:/, (route) => route.abort());
  });

  const show = (file: string) => page.goto(pathToFileURL(path.join(folder, file)).href);
  const looks = FILES.flatMap((file) => (['light', 'dark'] as const).map((scheme) => ({ file, scheme })));

  test.each(looks)('$file, $scheme: no barrier, and nothing sideways', async ({ file, scheme }) => {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await show(file);
      expect(await neededWidth(page), `${String(width)} px`).toBeLessThanOrEqual(width);
      expect(await findBarriers(page), `${String(width)} px`).toEqual([]);
    }
  });

  test.each(FILES)('%s begins every line of its own language at the right', async (file) => {
    await page.setViewportSize({ width: 768, height: 900 });
    await show(file);
    const atLeft = await page.evaluate(`[...document.body.querySelectorAll('p, li, h1, h2, h3, h4, dt, dd, th, td')]
      .filter((element) => element.closest('[dir="ltr"], [dir="auto"], [style*="display:none"], .unseen') === null)
      .map((element) => [element, getComputedStyle(element)])
      .filter(([, style]) => style.direction !== 'rtl' || style.textAlign === 'left' || style.letterSpacing !== 'normal')
      .map(([element]) => element.outerHTML.slice(0, 120))`);
    expect(atLeft).toEqual([]);
  });

  test.each(FILES)('%s keeps the day with its month behind a place in Latin letters', async (file) => {
    await page.setViewportSize({ width: 768, height: 900 });
    await show(file);
    // The e-mail has the day on a line of its own, the web edition behind the place.
    const groups = file.endsWith('email.html')
      ? [
          ['LEFÖ', 'Vienna'],
          ['24', 'نوفمبر', '2020'],
        ]
      : [['LEFÖ', 'Vienna', '24', 'نوفمبر', '2020']];
    for (const group of groups) {
      const lefts = z.array(z.number()).parse(
        await page.evaluate(`(() => {
        const words = ${JSON.stringify(group)};
        const line = [...document.querySelectorAll('p')].find((p) => words.every((word) => p.textContent.includes(word)));
        const leftOf = (word) => {
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const at = node.data.indexOf(word);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + word.length);
            return range.getBoundingClientRect().left;
          }
          return Number.NaN;
        };
        return words.map(leftOf);
      })()`),
      );
      expect([...lefts].sort((one, other) => other - one)).toEqual(lefts);
    }
  });

  test.each(FILES)('%s shows an item in another language from the left', async (file) => {
    await show(file);
    const styles = z
      .array(z.tuple([z.string(), z.string()]))
      .parse(
        await page.evaluate(
          `[...document.querySelectorAll('h3[lang], h4[lang]')].map((heading) => [getComputedStyle(heading).direction, getComputedStyle(heading).textAlign.replace('start', 'left')])`,
        ),
      );
    expect(styles).toEqual([
      ['ltr', 'left'],
      ['ltr', 'left'],
    ]);
  });
});

describe('the web edition in Arabic', () => {
  test('is valid HTML', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
    const { results } = await validator.validateFile(path.join(folder, 'web', 'index.html'));
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    );
  });
});
