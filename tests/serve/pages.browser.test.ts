import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate/node';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Keys } from '../../src/subscribers/tokens/keys.js';
import { makeExpiringToken, makeToken } from '../../src/subscribers/tokens/tokens.js';
import {
  ISSUE,
  keysOf,
  LIST,
  readOutbox,
  readStates,
  serveSentIssue,
  type RunningServe,
} from '../support/serve/running-server.js';
import { findBarriers, neededWidth } from '../support/browser/barriers.js';
import { browserOfTests, skippedWithoutChromium } from '../support/browser/chromium.js';

const ENGLISH = readFileSync('templates/locales/en.yaml', 'utf8');

/** Anna, and one for each look to be erased. */
const READERS = ['anna', 'boris', 'carla', 'dana', 'emil'].map((name) => `${name}@example.org`);

let root: string;
let server: RunningServe;
let keys: Keys;

beforeAll(async () => {
  ({ root, server } = await serveSentIssue(READERS, { 'templates/locales/nl.yaml': ENGLISH }));
  keys = await keysOf(root);
});

type Act = (page: Page) => Promise<unknown>;

/** Every page there is: where it begins, and the button that leads to it. */
function pages(look: number): readonly (readonly [name: string, path: string, act?: Act])[] {
  const unsubscribeUrl = `/u/${makeToken(keys, LIST, 'unsubscribe', 1)}`;
  const ofAnother = `/u/${makeToken(keys, LIST, 'unsubscribe', look + 2)}`;
  const settings = `/p/${makeToken(keys, LIST, 'preferences', 1)}`;
  const press = (value: string): Act => {
    return (page) => page.click(`button[value="${value}"]`);
  };
  const subscribe = (address: string): Act => {
    return async (page) => {
      await page.fill('#address', address);
      await page.click('button');
    };
  };
  const old = new Date(Date.now() - 30 * 24 * 3_600_000);
  const now = new Date();
  return [
    ['home', '/'],
    ['form', '/subscribe'],
    ['form, wrong', '/subscribe', subscribe('nonsense')],
    ['asked', '/subscribe', subscribe('new@example.org')],
    ['leave?', unsubscribeUrl],
    ['left', ofAnother, press('leave')],
    ['left already', ofAnother, press('leave')],
    ['stay?', `/undo/${makeExpiringToken(keys, LIST, 'undo', 1, now)}`],
    ['stayed', unsubscribeUrl, unsubscribeAndUndo],
    ['too late to stay', `/undo/${makeExpiringToken(keys, LIST, 'undo', 1, old)}`],
    ['confirm?', `/confirm/${makeExpiringToken(keys, LIST, 'opt-in', 1, now)}`],
    ['welcome', `/confirm/${makeExpiringToken(keys, LIST, 'opt-in', 1, now)}`, press('confirm')],
    ['too old', `/confirm/${makeExpiringToken(keys, LIST, 'opt-in', 1, old)}`],
    ['settings', settings],
    ['settings, saved', settings, press('language')],
    ['settings, wrong', settings, press('address')],
    ['erase?', settings, press('erase')],
    ['erased', `/p/${makeToken(keys, LIST, 'preferences', look + 2)}`, erase],
    ['new address?', `/address/${makeExpiringToken(keys, LIST, 'address-change', 1, now)}`],
    ['address taken', `/address/${makeExpiringToken(keys, LIST, 'address-change', 1, now)}`, press('use')],
    ['test copy', '/u/test-copy'],
    ['wrong link', '/u/cut'],
    ['nothing', '/nothing/here'],
  ];
}

const unsubscribeAndUndo: Act = async (page) => {
  await page.click('button[value="leave"]');
  await page.click('button[value="stay"]');
};

const erase: Act = async (page) => {
  await page.click('button[value="erase"]');
  await page.click('button[value="erase-now"]');
};

describe.skipIf(skippedWithoutChromium('tests/serve/pages.browser'))('in a browser', () => {
  const browser = browserOfTests();

  // First, while everybody is on the list.
  test('a scanner that opens every link of a message, scripts running, leaves every subscriber as before', async () => {
    const before = await readStates(root);
    const page = await browser.context.newPage();
    for (const message of await readOutbox(root, ISSUE)) {
      const header = message.headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '';
      const text = `${header} ${message.html ?? ''} ${message.text ?? ''}`;
      const links = [...text.matchAll(/http:\/\/127\.0\.0\.1[^\s"<>]+/g)].map(([link]) => link);
      expect(links.length).toBeGreaterThan(0);
      for (const link of new Set(links)) {
        await page.goto(link, { waitUntil: 'networkidle' });
        // And every link of the page behind it.
        const further = await page
          .locator('a[href^="/"], a[href^="http"]')
          .evaluateAll((elements) => elements.map(String));
        for (const address of further) await page.goto(address, { waitUntil: 'networkidle' });
      }
    }
    await page.close();
    expect(await readStates(root)).toEqual(before);
  });

  const looks = ([320, 1280] as const).flatMap((width) =>
    (['light', 'dark'] as const).map((scheme, dark) => ({ width, scheme, look: (width === 320 ? 0 : 2) + dark })),
  );

  test.each(looks)('every page at $width px, $scheme, is for everybody', async ({ width, scheme, look }) => {
    const page = await browser.context.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => {
      // A page that says 404 is no complaint of the browser's about the page.
      if (!message.text().startsWith('Failed to load resource')) complaints.push(message.text());
    });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    for (const [name, path, act] of pages(look)) {
      await page.goto(server.url + path);
      await act?.(page);
      expect(await page.locator('h1').count(), name).toBe(1);
      expect(await findBarriers(page), name).toEqual([]);
      expect(await neededWidth(page), name).toBeLessThanOrEqual(width);
      expect(z.string().parse(await page.evaluate('getComputedStyle(document.body).fontFamily')), name).toContain(
        'Noto',
      );
    }
    expect(asked.filter((address) => !address.startsWith(server.url))).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    await page.close();
  });

  test('all is done by keyboard alone', async () => {
    const page = await browser.context.newPage();
    await page.goto(`${server.url}/u/${makeToken(keys, LIST, 'unsubscribe', 1)}`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForSelector('button[value="stay"]');
    await page.close();
    expect((await readStates(root))['anna@example.org']).toBe('unsubscribed');
  });
});

describe('every page', () => {
  test('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'no-trailing-whitespace': 'off', 'form-dup-name': 'off' },
    });
    for (const [name, path] of pages(0)) {
      const html = await (await fetch(server.url + path)).text();
      const { results } = await validator.validateString(html);
      const problems = results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message, line }) => `${String(line)}: ${ruleId}: ${message}`),
      );
      expect(problems, name).toEqual([]);
      expect(html, name).not.toMatch(/<script|\son[a-z]+=|\sstyle=/i);
    }
  });
});
