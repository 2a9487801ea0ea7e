import { cpSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { HtmlValidate } from 'html-validate/node';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { temporaryFolder } from '../support/cli/december.js';
import { runNewsletter } from '../support/cli/run-newsletter.js';
import { findBarriers } from '../support/browser/barriers.js';
import { browserOfTests, skippedWithoutChromium } from '../support/browser/chromium.js';

const ISSUES = ['2020-11', '2020-12'] as const;
const OFFICES = [
  { office: 'without a public address', environment: {} },
  { office: 'with a public address', environment: { NEWSLETTER_PUBLIC_URL: 'https://news.example.org' } },
] as const;
const FILES = ['email.html', 'web/index.html'] as const;

const withoutChromium = skippedWithoutChromium('tests/render/samples.browser');

/** What a browser does that enlarges text alone: letters and lines of a fixed height grow, boxes do not. */
const DOUBLE_TEXT = `(() => {
  const sizes = [...document.body.querySelectorAll('*')].map((element) => [element, getComputedStyle(element)]);
  const wanted = sizes.map(([element, style]) => [element, 2 * parseFloat(style.fontSize), 2 * parseFloat(style.lineHeight)]);
  for (const [element, size, line] of wanted) {
    element.style.setProperty('font-size', size + 'px', 'important');
    if (!Number.isNaN(line)) element.style.setProperty('line-height', line + 'px', 'important');
  }
})()`;

/** Elements with words of their own that are cut off, but for those that are hidden from everybody or can be scrolled. */
const CUT_OFF = `[...document.body.querySelectorAll('*')].filter((element) => {
  const style = getComputedStyle(element);
  const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
  const cuts = ['hidden', 'clip'].includes(style.overflowX) || ['hidden', 'clip'].includes(style.overflowY);
  return words && cuts && element.checkVisibility() && element.clientWidth > 1 &&
    (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
}).map((element) => element.outerHTML.slice(0, 120))`;

async function sidewaysOf(page: Page): Promise<number> {
  return z.number().parse(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
}

describe.each(OFFICES)('the sample issues $office', ({ environment }) => {
  let root: string;
  beforeAll(async () => {
    root = temporaryFolder();
    for (const name of ['issues', 'members.yaml', 'newsletter.yaml']) {
      cpSync(name, path.join(root, name), { recursive: true });
    }
    for (const issue of ISSUES) {
      const { code, stdout, stderr } = await runNewsletter(['build', issue], { from: root, environment });
      if (code !== 0) throw new Error(`${issue}: ${stdout}${stderr}`);
    }
  });

  test.each(ISSUES)(
    '%s: both editions are valid HTML, the e-mail but for attributes that old programs need',
    async (issue) => {
      for (const file of FILES) {
        const rules = file === 'email.html' ? { 'no-deprecated-attr': 'off' as const } : {};
        const validator = new HtmlValidate({ extends: ['html-validate:standard'], rules });
        const { results } = await validator.validateFile(path.join(root, 'out', issue, file));
        const problems = results.flatMap(({ messages }) =>
          messages.map(({ ruleId, line }) => `${file}:${String(line)} ${ruleId}`),
        );
        expect(problems).toEqual([]);
      }
    },
  );

  describe.skipIf(withoutChromium)('in a browser', () => {
    const browser = browserOfTests();
    const cases = ISSUES.flatMap((issue) => FILES.map((file) => ({ issue, file })));

    test.each(cases)(
      '$issue, $file: at 320 px, and with text at 200 %, nothing is cut off or pushed aside',
      async (one) => {
        const page = await browser.context.newPage();
        await page.goto(pathToFileURL(path.join(root, 'out', one.issue, one.file)).href);
        await page.setViewportSize({ width: 320, height: 800 });
        expect(await sidewaysOf(page)).toBeLessThanOrEqual(0);
        expect(await page.evaluate(CUT_OFF)).toEqual([]);
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.evaluate(DOUBLE_TEXT);
        expect(await sidewaysOf(page)).toBeLessThanOrEqual(0);
        expect(await page.evaluate(CUT_OFF)).toEqual([]);
        await page.close();
      },
    );

    test.each(cases)(
      '$issue, $file: has no barrier at any width, by day and by night, and asks nobody',
      async (one) => {
        const page = await browser.context.newPage();
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          for (const width of [320, 768, 1280]) {
            await page.setViewportSize({ width, height: 900 });
            await page.goto(pathToFileURL(path.join(root, 'out', one.issue, one.file)).href);
            expect(await findBarriers(page), `${colorScheme}, ${String(width)} px`).toEqual([]);
          }
        }
        expect(asked.filter((address) => !/^(file|data):/.test(address))).toEqual([]);
        await page.close();
      },
    );

    test.each(cases)('$issue, $file: nothing is lost with pictures off', async (one) => {
      const page = await browser.context.newPage();
      const address = pathToFileURL(path.join(root, 'out', one.issue, one.file)).href;
      await page.goto(address);
      const words = await page.evaluate('document.body.innerText');
      await page.route('**/*', (route) =>
        route.request().resourceType() === 'image' ? route.abort() : route.continue(),
      );
      await page.goto(address);
      expect(await page.evaluate('document.body.innerText')).toBe(words);
      const described = await page.evaluate(
        `[...document.images].map((image) => image.alt.trim() !== '' || image.closest('[aria-hidden=true], [role=presentation]') !== null)`,
      );
      expect(described).not.toContain(false);
      expect(described).not.toEqual([]);
      await page.close();
    });
  });
});
