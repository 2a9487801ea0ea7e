import { createServer } from 'node:http';
import { chromium, type BrowserServer } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium, SHARED_BROWSER } from './chromium-program.js';

/** Lends one Chromium to the test files of a run that ask for it; without such a file none is started. */
export default async function setup(): Promise<() => Promise<void>> {
  let launched: Promise<BrowserServer> | undefined;
  const launch = () => chromium.launchServer({ executablePath: findChromium() ?? '', args: CHROMIUM_FLAGS });
  const server = createServer((_, response) => {
    launched ??= launch();
    launched.then(
      (browser) => response.end(browser.wsEndpoint()),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The browser of the tests has no port.');
  process.env[SHARED_BROWSER] = `http://127.0.0.1:${String(address.port)}/`;
  return async () => {
    await (await launched)?.close();
    server.close();
  };
}
