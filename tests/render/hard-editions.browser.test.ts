import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { issue, render } from '../support/render/issue-fixture.js';
import { findBarriers, neededWidth } from '../support/browser/barriers.js';
import { browserOfTests, skippedWithoutChromium } from '../support/browser/chromium.js';
import { AROUND, HARD_ITEMS } from '../support/browser/hard-issue.js';
import { writeEditions } from '../support/browser/written-editions.js';

const FILES = ['email.html', 'web/index.html'];
const CASES = FILES.flatMap((file) =>
  [320, 768, 1280].flatMap((width) => (['light', 'dark'] as const).map((scheme) => ({ file, width, scheme }))),
);

describe.skipIf(skippedWithoutChromium('tests/render/hard-editions.browser'))(
  'editions that are hard to show, without a public address and without a logo',
  () => {
    const browser = browserOfTests();
    let folder: string;
    beforeAll(async () => {
      folder = writeEditions(await render(issue(HARD_ITEMS, { ...AROUND, logo: undefined })));
    });

    test.each(CASES)('$file at $width px, $scheme: no barrier, nothing sideways, nobody asked', async (look) => {
      const page = await browser.context.newPage();
      await page.setViewportSize({ width: look.width, height: 800 });
      await page.emulateMedia({ colorScheme: look.scheme });
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(pathToFileURL(path.join(folder, look.file)).href);
      expect(await findBarriers(page)).toEqual([]);
      expect(await neededWidth(page)).toBe(look.width);
      expect(asked.filter((address) => !address.startsWith('file:'))).toEqual([]);
      await page.close();
    });
  },
);
