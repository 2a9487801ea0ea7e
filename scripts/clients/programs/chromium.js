// Chromium shows the HTML alone, as a webmail would that changes nothing.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium as browsers } from 'playwright-core';
import sharp from 'sharp';
import { findMarks } from '../marks.js';

const WIDTH = 1000;

export const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Starts the browser, so that it asks nothing and nobody. */
export const launch = () =>
  browsers.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });

/** Three bytes a pixel, as the measure wants them. @param {Buffer} png */
export async function toPixels(png) {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}

async function withPage(file, { dark, height }, use) {
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: WIDTH, height }, colorScheme: dark ? 'dark' : 'light' });
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
    return await use(page);
  } finally {
    await browser.close();
  }
}

export const chromium = {
  name: 'Chromium',
  packages: existsSync(executablePath) ? [] : ['chromium'],
  version: () => /[\d.]+/.exec(String(execFileSync(executablePath, ['--version'])))?.[0],
  views: {},

  /** @param {{ page: string }} message @param {{ dark: boolean }} look */
  photograph: (_, message, { dark }) =>
    withPage(message.page, { dark, height: 900 }, async (page) => [
      await toPixels(await page.screenshot({ fullPage: true })),
    ]),

  followAnchor: (_, message, { dark }) =>
    withPage(message.page, { dark, height: 900 }, async (page) => {
      const { spot, title } = message.anchor;
      const seen = async () => findMarks(await toPixels(await page.screenshot()));
      const whole = findMarks(await toPixels(await page.screenshot({ fullPage: true })));
      const { x, y } = whole.get(`end-${String(spot)}`);
      await page.mouse.wheel(0, y - 450);
      await page.waitForFunction((top) => window.scrollY >= top, Math.min(y - 450, 1e6));
      const place = (await seen()).get(`end-${String(spot)}`);
      await page.mouse.click(x - 8, place.y);
      return (await seen()).has(`title-${String(title)}`) ? 'yes' : 'no';
    }),
};
