import { existsSync } from 'node:fs';
import path from 'node:path';
import { NewsletterError } from '../../model/error.js';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome.exe',
  'msedge.exe',
];
/** Where it lies on machines that do not have it on their PATH. */
const USUAL_PLACES = [
  '/usr/bin',
  '/usr/local/bin',
  '/snap/bin',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application',
];

type Environment = Readonly<Record<string, string | undefined>>;

function browserMissing(message: string): NewsletterError {
  return new NewsletterError('browser-missing', {
    message,
    expected: 'Chromium, Google Chrome or Microsoft Edge on this machine',
    help: 'Install Chromium (on Debian: apt install chromium), or set CHROMIUM_PATH to the program.',
  });
}

/**
 * The Chromium of this machine: CHROMIUM_PATH, or the first one on the PATH or in a usual place.
 *
 * @throws NewsletterError `browser-missing` when there is none.
 */
export function findBrowser(environment: Environment): string {
  const named = environment['CHROMIUM_PATH'] ?? '';
  if (named !== '') {
    if (existsSync(named)) return named;
    throw browserMissing(`CHROMIUM_PATH names ${named}, and there is no such program.`);
  }
  const folders = [...(environment['PATH'] ?? '').split(path.delimiter), ...USUAL_PLACES].filter((one) => one !== '');
  const found = [
    ...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...USUAL_PLACES.filter((place) => place.startsWith('/Applications/')),
  ].find((file) => existsSync(file));
  if (found === undefined) throw browserMissing('Screenshots need a browser, and none was found.');
  return found;
}
