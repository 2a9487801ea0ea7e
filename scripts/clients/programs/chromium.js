// Chromium shows the HTML alone, as a webmail would that changes nothing.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium as browsers } from 'playwright-core';
import sharp from 'sharp';
import { findMarks, SIDE } from '../marks.js';

const WIDTH = 1000;
/** Low enough that a link of the contents has to move the page. */
const LOW = 900;
const MAX_TURNS = 60;

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Starts the browser, so that it asks nothing and nobody. */
const launch = () =>
  browsers.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });

/** Three bytes a pixel, as the measure wants them. @param {Buffer} png */
export async function toPixels(png) {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}

/** Clicks a link of the contents: whether its title then stands in the window. */
export async function clickAnchor(page, { anchor }) {
  const look = async () => findMarks(await toPixels(await page.screenshot()));
  const link = `end-${String(anchor.spot)}`;
  await page.mouse.move(WIDTH / 2, LOW / 2);
  let marks = await look();
  for (let turn = 0; turn < MAX_TURNS && !marks.has(link); turn += 1) {
    await page.mouse.wheel(0, LOW / 3);
    marks = await look();
  }
  // A page scrolls on for a moment.
  for (let before = marks; ; before = marks) {
    marks = await look();
    if (marks.get(link)?.y === before.get(link)?.y) break;
  }
  const place = marks.get(link);
  if (place === undefined) return 'the link was not reached';
  await page.mouse.click(place.x - SIDE, place.y);
  const goal = `title-${String(anchor.title)}`;
  return (await look()).has(goal) ? 'yes' : 'no';
}

/** Opens a page of its own. @template T @param {(page: import('playwright-core').Page) => Promise<T>} use */
export async function withPage({ dark, height }, use) {
  const browser = await launch();
  try {
    return await use(
      await browser.newPage({ viewport: { width: WIDTH, height }, colorScheme: dark ? 'dark' : 'light' }),
    );
  } finally {
    await browser.close();
  }
}

const open = (page, message) => page.goto(pathToFileURL(message.page).href, { waitUntil: 'load' });

export const chromium = {
  name: 'Chromium',
  packages: existsSync(executablePath) ? [] : ['chromium'],
  version: () => /[\d.]+/.exec(String(execFileSync(executablePath, ['--version'])))?.[0],
  views: {},

  /** @param {unknown} _ @param {{ page: string }} message @param {{ dark: boolean }} look */
  photograph: (_, message, { dark }) =>
    withPage({ dark, height: LOW }, async (page) => {
      await open(page, message);
      return [await toPixels(await page.screenshot({ fullPage: true }))];
    }),

  followAnchor: (_, message, { dark }) =>
    withPage({ dark, height: LOW }, async (page) => {
      await open(page, message);
      return clickAnchor(page, message);
    }),
};
