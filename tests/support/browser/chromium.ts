import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Nothing that reaches for the network by itself, and what headless Chromium needs as root in a container. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium of this machine: CHROMIUM_PATH, or the first one on the PATH. */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return named;
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(path.delimiter)];
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file));
}

/** Whether tests that need a browser have to be left out, which is then said; with CI=true they never are, and fail. */
export function skippedWithoutChromium(tests: string): boolean {
  const skipped = findChromium() === undefined && process.env['CI'] !== 'true';
  if (skipped) process.stderr.write(`Skipped: ${tests}, since no Chromium was found (CHROMIUM_PATH names one).\n`);
  return skipped;
}

/** A browser with a fresh profile, and what ends it and takes the profile away. */
interface RunningBrowser {
  readonly context: BrowserContext;
  readonly close: () => Promise<void>;
}

/** Starts the Chromium of this machine; where there is none this throws, so ask first. */
async function startBrowser(): Promise<RunningBrowser> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error(`No Chromium was found: install one (${NAMES.join(', ')}), or name it in CHROMIUM_PATH.`);
  }
  const profile = mkdtempSync(path.join(tmpdir(), 'newsletter-chromium-'));
  const context = await chromium.launchPersistentContext(profile, { executablePath, args: FLAGS, headless: true });
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** A browser for the tests of the `describe` that asks for it: it runs from before the first until after the last. */
export function browserOfTests(): Pick<RunningBrowser, 'context'> {
  let running: RunningBrowser | undefined;
  beforeAll(async () => {
    running = await startBrowser();
  });
  afterAll(async () => {
    await running?.close();
  });
  return {
    get context() {
      if (running === undefined) throw new Error('The browser runs only while the tests do.');
      return running.context;
    },
  };
}
