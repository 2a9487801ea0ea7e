import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { writeAtomicallySync } from '../../files/write-atomically-sync.js';
import { NewsletterError, errorMessage } from '../../model/error.js';
import { fileOfView, variantName, type EditionView, type Scheme } from '../page/preview-variant.js';
import { browserFailed, startBrowser, type BrowserPipe } from './browser-pipe.js';
import { findBrowser } from './find-browser.js';

/** One picture of an edition. */
interface Shot {
  readonly name: string;
  readonly edition: EditionView;
  readonly scheme: Scheme;
  readonly pictures: boolean;
  /** CSS pixels. */
  readonly width: number;
}

const PHONE = 375;
const DESKTOP = 800;
const PAGE = 1100;

const SHOTS: readonly Shot[] = [
  { name: 'phone-light', edition: 'phone', scheme: 'light', pictures: true, width: PHONE },
  { name: 'phone-dark', edition: 'phone', scheme: 'dark', pictures: true, width: PHONE },
  { name: 'desktop-light', edition: 'desktop', scheme: 'light', pictures: true, width: DESKTOP },
  { name: 'desktop-dark', edition: 'desktop', scheme: 'dark', pictures: true, width: DESKTOP },
  { name: 'pictures-off', edition: 'desktop', scheme: 'light', pictures: false, width: DESKTOP },
  { name: 'web', edition: 'web', scheme: 'light', pictures: true, width: PAGE },
];

/** Chromium draws no picture much higher than twice this; what is longer is taken in parts. CSS pixels. */
const PART_HEIGHT = 8000;
/** Pixels of a picture for each CSS pixel: a phone's screen is finer. */
const FINE = 2;

export interface ScreenshotOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Aborted when somebody does not want to wait any more. */
  readonly signal: AbortSignal;
}

const targetSchema = z.object({ targetId: z.string() });
const sessionSchema = z.object({ sessionId: z.string() });
const navigatedSchema = z.object({ errorText: z.string().optional() });
const layoutSchema = z.object({ cssContentSize: z.object({ height: z.number() }) });
const pictureSchema = z.object({ data: z.string() });

async function openPage(browser: BrowserPipe): Promise<string> {
  const { targetId } = targetSchema.parse(await browser.ask('Target.createTarget', { url: 'about:blank' }));
  const attached = await browser.ask('Target.attachToTarget', { targetId, flatten: true });
  const { sessionId } = sessionSchema.parse(attached);
  await browser.ask('Page.enable', {}, sessionId);
  return sessionId;
}

/** An edition from top to bottom, in as many parts as it takes. */
async function takeParts(
  browser: BrowserPipe,
  session: string,
  shot: Shot,
  frames: string,
): Promise<readonly Buffer[]> {
  const { width, edition } = shot;
  const mobile = edition === 'phone';
  const screen = { width, height: 900, deviceScaleFactor: mobile ? FINE : 1, mobile };
  await browser.ask('Emulation.setDeviceMetricsOverride', screen, session);
  // Together, because a browser that ends here fails both.
  const [, navigated] = await Promise.all([
    browser.once('Page.loadEventFired', session),
    browser.ask('Page.navigate', { url: `${frames}/${variantName(shot)}/${fileOfView(shot)}` }, session),
  ]);
  // The browser shows a page of its own then, and a picture of that would pass for one of the edition.
  const { errorText } = navigatedSchema.parse(navigated);
  if (errorText !== undefined) throw browserFailed(`The browser cannot show ${shot.name} (${errorText}).`);
  const layout = layoutSchema.parse(await browser.ask('Page.getLayoutMetrics', {}, session));
  const whole = Math.ceil(layout.cssContentSize.height);
  const parts: Buffer[] = [];
  for (let y = 0; y < whole; y += PART_HEIGHT) {
    const clip = { x: 0, y, width, height: Math.min(whole - y, PART_HEIGHT), scale: 1 };
    const wanted = { format: 'png', captureBeyondViewport: true, clip };
    const { data } = pictureSchema.parse(await browser.ask('Page.captureScreenshot', wanted, session));
    parts.push(Buffer.from(data, 'base64'));
  }
  return parts;
}

/** `phone-light.png`, and `phone-light-2.png` for what comes below it. */
function partName(name: string, index: number): string {
  return index === 0 ? `${name}.png` : `${name}-${String(index + 1)}.png`;
}

function writeWhole(file: string, bytes: Buffer): void {
  try {
    writeAtomicallySync(file, bytes);
  } catch (error) {
    throw cannotWrite(path.dirname(file), error);
  }
}

/** What an earlier, longer edition left must not pass for a part of this one. */
function removeFurtherParts(folder: string, name: string, from: number): void {
  for (let index = from; existsSync(path.join(folder, partName(name, index))); index += 1) {
    rmSync(path.join(folder, partName(name, index)), { force: true });
  }
}

function cannotWrite(folder: string, error: unknown): NewsletterError {
  return new NewsletterError(
    'out-not-ours',
    {
      message: `The screenshots cannot be written to ${folder}: ${errorMessage(error)}`,
      expected: 'a folder that you may write to, on a disk with room',
      help: 'Correct that, or name another folder with --screenshots.',
    },
    error,
  );
}

/**
 * Takes pictures of the editions that a running preview shows, and writes them to a folder, each whole or not at all.
 *
 * @returns the names of the files
 * @throws NewsletterError `browser-missing` when there is no Chromium, `browser-unusable` when it does not do its work,
 * `out-not-ours` when the folder is not this program's.
 */
export async function takeScreenshots(
  url: string,
  version: string,
  folder: string,
  { environment, signal }: ScreenshotOptions,
): Promise<readonly string[]> {
  const program = findBrowser(environment);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw cannotWrite(folder, error);
  }
  const browser = startBrowser(program, new URL(url).hostname.replace(/^\[|\]$/g, ''));
  try {
    const session = await openPage(browser);
    const files: string[] = [];
    for (const shot of SHOTS) {
      if (signal.aborted) break;
      const parts = await takeParts(browser, session, shot, `${url}/frames/${version}`);
      parts.forEach((bytes, index) => {
        const file = partName(shot.name, index);
        writeWhole(path.join(folder, file), bytes);
        files.push(file);
      });
      removeFurtherParts(folder, shot.name, parts.length);
    }
    return files;
  } finally {
    await browser.close();
  }
}
