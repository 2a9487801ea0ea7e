import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { RunningPreview } from '../../src/preview/server.js';
import { copyDecember, DECEMBER } from '../support/cli/december.js';
import { startFixturePreview } from '../support/preview/running-preview.js';
import { findBarriers, neededWidth } from '../support/browser/barriers.js';
import { browserOfTests, skippedWithoutChromium } from '../support/browser/chromium.js';

const CONTRIBUTION = path.join('issues', DECEMBER, 'contributions', 'lefoe', 'rest-expert-meeting.md');
const BROKEN_TEMPLATE = path.join('templates', 'email', 'parts', 'masthead.mjml.hbs');

/** Resolves when the page shows another version than it does now. */
async function afterChange(page: Page, change: () => void): Promise<void> {
  const before = z.string().parse(await page.evaluate('document.documentElement.dataset.version'));
  change();
  await page.waitForSelector(`html:not([data-version="${before}"])`, { state: 'attached' });
}

describe.skipIf(skippedWithoutChromium('tests/preview/preview.browser'))('the preview in a browser', () => {
  const browser = browserOfTests();
  let preview: RunningPreview;
  let root: string;
  beforeAll(async () => {
    root = copyDecember();
    preview = await startFixturePreview(root);
  });

  const change = (words: string) => {
    writeFileSync(path.join(root, CONTRIBUTION), `${readFileSync(path.join(root, CONTRIBUTION), 'utf8')}\n${words}\n`);
  };

  test.each(['light', 'dark'] as const)('reads well at every width, for everybody, in %s', async (colorScheme) => {
    const page = await browser.context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      for (const address of ['/', '/?edition=web&scheme=dark', '/?edition=text&pictures=off']) {
        await page.goto(preview.url + address);
        expect(await neededWidth(page), `${String(width)} px wide`).toBeLessThanOrEqual(width);
        expect(await findBarriers(page), `${address}, ${String(width)} px wide`).toEqual([]);
      }
    }
    expect(asked.filter((address) => !address.startsWith(preview.url) && !address.startsWith('data:'))).toEqual([]);
    await page.close();
  });

  test('is worked by keyboard alone, and traps nobody', async () => {
    const page = await browser.context.newPage();
    await page.goto(preview.url);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('input[name=edition]:checked').getAttribute('value')).toBe('desktop');
    await page.waitForSelector('#device.desktop');
    await page.keyboard.press('Tab');
    const isSeen = 'getComputedStyle(document.activeElement.nextElementSibling).outlineStyle';
    expect(await page.evaluate(isSeen)).toBe('solid');
    await page.keyboard.press('ArrowRight');
    await page.waitForSelector('iframe#frame[src*="/dark/email.html"]');
    // Through the frame and its links, and out again to what stands beside it.
    for (let presses = 0; presses < 400; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate('document.activeElement.localName')) === 'summary') break;
    }
    expect(await page.evaluate('document.activeElement.localName')).toBe('summary');
    await page.close();
  });

  test('shows a change where the reader is, without loading the page again', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${preview.url}/?edition=desktop`);
    await page.waitForLoadState('networkidle');
    await page.evaluate('window.sameDocument = true');
    const milliseconds: number[] = [];
    for (const words of ['first', 'second', 'third', 'fourth', 'fifth']) {
      const frame = await (await page.waitForSelector('#frame')).contentFrame();
      const last = `[...document.querySelectorAll('h2,h3')].find((one) => one.textContent.includes('Calendar'))`;
      await frame?.evaluate(`(${last} ?? document.body.lastElementChild).scrollIntoView()`);
      const before = z.number().parse(await frame?.evaluate('scrollY'));
      expect(before).toBeGreaterThan(1000);
      const started = performance.now();
      await afterChange(page, () => {
        change(`A ${words} word that was added.`);
      });
      milliseconds.push(performance.now() - started);
      const changed = await (await page.waitForSelector('#frame')).contentFrame();
      expect(await changed?.evaluate('document.body.textContent')).toContain(`A ${words} word`);
      const after = z.number().parse(await changed?.evaluate('scrollY'));
      // The item above has grown by its new lines at most.
      expect(Math.abs(after - before)).toBeLessThan(120);
    }
    expect(await page.evaluate('window.sameDocument')).toBe(true);
    const sorted = [...milliseconds].sort((left, right) => left - right);
    process.stderr.write(`Preview: from change to screen ${(sorted[2] ?? NaN).toFixed(0)} ms (median of 5)\n`);
    await page.close();
  });

  test('keeps what was unfolded and where the keyboard is, and says what is broken until it is fixed', async () => {
    const page = await browser.context.newPage();
    await page.goto(preview.url);
    await page.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    await afterChange(page, () => {
      change('One more.');
    });
    expect(await page.locator('details[open]').count()).toBe(1);
    expect(await page.evaluate('document.activeElement.localName')).toBe('summary');
    const template = path.join(root, BROKEN_TEMPLATE);
    const whole = readFileSync(template, 'utf8');
    await afterChange(page, () => {
      writeFileSync(template, '{{#if}}');
    });
    expect(await page.locator('#banner').textContent()).toContain('masthead.mjml.hbs');
    expect(await page.locator('#frame').count()).toBe(1);
    expect(await findBarriers(page)).toEqual([]);
    await afterChange(page, () => {
      rmSync(template);
      writeFileSync(template, whole);
    });
    expect(await page.locator('#banner').textContent()).not.toContain('masthead');
    await page.close();
  });

  test('says when nobody follows any more', async () => {
    const page = await browser.context.newPage();
    const own = await startFixturePreview(root);
    await page.goto(own.url);
    await own.close();
    expect(await (await page.waitForSelector('#lost p')).textContent()).toContain('may be old');
    await page.close();
  });
});
