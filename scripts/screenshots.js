// Makes docs/pictures/december-2020.jpg for the README from the real build: desktop, phone, and phone in the dark.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import sharp from 'sharp';

const edition = path.resolve('out/2020-12/email.html');
const picture = 'docs/pictures/december-2020.jpg';

const views = [
  { width: 680, height: 1500, colorScheme: 'light', start: 'h1' },
  { width: 390, height: 1500, colorScheme: 'light', start: 'img' },
  { width: 390, height: 1500, colorScheme: 'dark', start: '#section-member-news' },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});

const gap = 40;
const shots = [];
let left = gap;
for (const { width, height, colorScheme, start } of views) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  await page.goto(pathToFileURL(edition).href);
  const box = start === 'h1' ? { y: 0 } : await page.locator(start).first().boundingBox();
  await page.evaluate((top) => window.scrollTo(0, top), box.y);
  await page.waitForLoadState('networkidle');
  shots.push({ input: await page.screenshot(), left, top: gap });
  left += width + gap;
  await page.close();
}
await browser.close();

await sharp({ create: { width: left, height: 1500 + 2 * gap, channels: 3, background: '#dfe5e6' } })
  .composite(shots)
  .jpeg({ quality: 70, mozjpeg: true })
  .toFile(picture);
