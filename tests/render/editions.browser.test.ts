import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { HtmlValidate } from 'html-validate/node';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { buildDecember, DECEMBER } from '../support/cli/december.js';
import { findBarriers, neededWidth } from '../support/browser/barriers.js';
import { browserOfTests, skippedWithoutChromium } from '../support/browser/chromium.js';

let folder: string;
beforeAll(async () => {
  folder = path.join(await buildDecember(), 'out', DECEMBER);
});

/** The pictures of a page that did not load, once all have been asked for. */
async function findBrokenPictures(page: Page): Promise<readonly unknown[]> {
  const broken: unknown = await page.evaluate(`Promise.all([...document.images].map(async (image) => {
    image.loading = 'eager';
    return image.decode().then(() => [], () => [image.currentSrc || image.src]);
  })).then((addresses) => addresses.flat())`);
  return z.array(z.unknown()).parse(broken);
}

describe.skipIf(skippedWithoutChromium('tests/render/editions.browser'))('in a browser', () => {
  const browser = browserOfTests();

  const looks = ['email.html', 'web/index.html'].flatMap((file) =>
    (['light', 'dark'] as const).map((scheme) => ({ file, scheme })),
  );

  test.each(looks)('$file in $scheme reads well at every width, for everybody, and asks nobody', async (look) => {
    const page = await browser.context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.emulateMedia({ colorScheme: look.scheme, reducedMotion: 'reduce' });
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(pathToFileURL(path.join(folder, look.file)).href);
      expect(await findBrokenPictures(page)).toEqual([]);
      expect(await page.locator('img').count()).toBeGreaterThan(0);
      expect(await neededWidth(page), `${String(width)} px wide`).toBeLessThanOrEqual(width);
      expect(await findBarriers(page), `${String(width)} px wide`).toEqual([]);
    }
    expect(asked.filter((address) => !/^(file|data):/.test(address))).toEqual([]);
    await page.close();
  });

  test('both editions show another look in the dark', async () => {
    const page = await browser.context.newPage();
    for (const file of ['email.html', 'web/index.html']) {
      const backgrounds = new Set<unknown>();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.goto(pathToFileURL(path.join(folder, file)).href);
        backgrounds.add(await page.evaluate('getComputedStyle(document.body).backgroundColor'));
      }
      expect(backgrounds.size, file).toBe(2);
    }
    await page.close();
  });
});

describe('the web edition', () => {
  test('is valid HTML', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
    const { results } = await validator.validateFile(path.join(folder, 'web', 'index.html'));
    const problems = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line }) => `${String(line)}: ${ruleId}: ${message}`),
    );
    expect(problems).toEqual([]);
  });

  test('carries no script that runs, and no address to load from but its own', () => {
    const html = readFileSync(path.join(folder, 'web', 'index.html'), 'utf8');
    expect(html.match(/<script[^>]*>/gi)).toEqual(['<script type="application/ld+json">']);
    expect(html).not.toMatch(/(?:src|srcset)="(?:https?:)?\/\//);
  });
});
