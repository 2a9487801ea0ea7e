import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { CHROMIUM_NAMES, findChromium, SHARED_BROWSER } from './chromium-program.js';

/** Only a browser that hangs takes this time. */
const TIMEOUT_MS = 120_000;

/** Whether tests that need a browser have to be left out, which is then said; with CI=true they never are, and fail. */
export function skippedWithoutChromium(tests: string): boolean {
  const skipped = findChromium() === undefined && process.env['CI'] !== 'true';
  if (skipped) process.stderr.write(`Skipped: ${tests}, since no Chromium was found (CHROMIUM_PATH names one).\n`);
  return skipped;
}

/** Connects to the Chromium of this run; where the machine has none this throws, so ask first. */
async function connectToBrowser(): Promise<Browser> {
  if (findChromium() === undefined) {
    throw new Error(`No Chromium was found: install one (${CHROMIUM_NAMES.join(', ')}), or name it in CHROMIUM_PATH.`);
  }
  const answer = await fetch(process.env[SHARED_BROWSER] ?? '');
  const endpoint = await answer.text();
  if (!answer.ok) throw new Error(`Chromium does not start: ${endpoint}`);
  return chromium.connect(endpoint);
}

/** A browser for the tests of the `describe` that asks for it, with a fresh profile: pages, cookies and storage of others are not in it. */
export function browserOfTests(): { readonly context: BrowserContext } {
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  beforeAll(async () => {
    browser = await connectToBrowser();
    context = await browser.newContext();
    context.setDefaultTimeout(TIMEOUT_MS);
  });
  afterAll(async () => {
    await context?.close();
    await browser?.close();
  });
  return {
    get context() {
      if (context === undefined) throw new Error('The browser runs only while the tests do.');
      return context;
    },
  };
}
