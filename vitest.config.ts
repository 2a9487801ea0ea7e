import { defineConfig } from 'vitest/config';
import LongestFirst from './tests/support/longest-first.js';

/** Rooms whose tests start nothing that lasts: their files share one process, which loads the program once. */
const SHARING_ROOMS = [
  'app',
  'check',
  'compose',
  'contributions',
  'inbound',
  'mime',
  'model',
  'render',
  'subscribers',
  'templating',
  'workspace',
  'yaml',
];
/** What is in these rooms and starts servers or browsers. */
const EXCEPTIONS = ['tests/**/*.browser.test.ts', 'tests/check/online/**/*.test.ts'];
const SHARING = SHARING_ROOMS.map((room) => `tests/${room}/**/*.test.ts`);
const APART = [`tests/!(${SHARING_ROOMS.join('|')})/**/*.test.ts`, ...EXCEPTIONS];

/** The CI names a seed, so that a property fails there for what was changed and not for what was drawn. */
const SETUP = process.env['PROPERTY_SEED'] === undefined ? [] : ['./tests/support/property-seed.ts'];

/** Only what hangs comes to these ends: a loaded machine fails no test. */
const GENEROUS = {
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 120_000 } },
  setupFiles: SETUP,
};

export default defineConfig({
  test: {
    // Once a run; projects that extend this one would each have their own.
    globalSetup: ['./tests/support/temporary-folder.ts', './tests/support/browser/shared-browser.ts'],
    // Vitest leaves a core free; our tests wait for their own processes more than they compute.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './tests/support/summary-reporter.ts'],
    projects: [
      { test: { ...GENEROUS, name: 'apart', include: APART } },
      { test: { ...GENEROUS, name: 'sharing', include: SHARING, exclude: EXCEPTIONS, isolate: false } },
    ],
  },
});
