import { cpSync, mkdirSync, readFileSync, watch } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { contributionText, createWorkspace, type FixtureWorkspace } from '../support/workspace-fixture.js';
import { copyDecember, DECEMBER } from '../support/cli/december.js';
import { readDocument, reportSchema } from '../support/cli/documents.js';
import { contentBelow, filesBelow } from '../support/cli/file-tree.js';
import { readWithPostalMime } from '../support/cli/read-messages.js';
import { runNewsletter, type Outcome } from '../support/cli/run-newsletter.js';

const READERS = 1_000;
const SEND = ['send', '--transport', 'outbox', '--yes'];

interface Interruption {
  readonly signal: NodeJS.Signals;
  /** Null where the process ends of the signal. */
  readonly code: number | null;
}

const INTERRUPTIONS: readonly Interruption[] = [
  { signal: 'SIGINT', code: 130 },
  { signal: 'SIGTERM', code: 143 },
  { signal: 'SIGHUP', code: null },
];

/** Runs a command and sends it a signal as soon as a file whose name ends so appears in a folder. */
async function runInterrupted(
  args: readonly string[],
  from: string,
  { folder, ending, signal }: { readonly folder: string; readonly ending: string; readonly signal: NodeJS.Signals },
): Promise<Outcome> {
  mkdirSync(folder, { recursive: true });
  const watcher = watch(folder);
  try {
    return await runNewsletter(args, {
      from,
      onStart: (kill) => {
        // Once only: a second signal ends the command at once.
        const onChange = (_: string, name: string | Buffer) => {
          if (!name.toString().endsWith(ending)) return;
          watcher.off('change', onChange);
          kill(signal);
        };
        watcher.on('change', onChange);
      },
    });
  } finally {
    watcher.close();
  }
}

function workspaceWithManyReaders(): FixtureWorkspace {
  const addresses = Array.from({ length: READERS }, (_, index) => `reader-${String(index)}@example.org`);
  return createWorkspace({
    'issues/2020-12/contributions/lefoe/text.md': contributionText(),
    'readers.csv': ['email', ...addresses].join('\n'),
  });
}

describe.each(INTERRUPTIONS)('$signal', ({ signal, code }) => {
  test('during a build leaves the earlier build as it was, and the next one is whole', async () => {
    const root = copyDecember();
    expect(await runNewsletter(['build'], { from: root })).toMatchObject({ code: 0 });
    const whole = contentBelow(path.join(root, 'out'));
    const undone = copyDecember();
    cpSync(path.join(root, 'out'), path.join(undone, 'out'), { recursive: true });
    const outcome = await runInterrupted(['build'], undone, {
      folder: path.join(undone, 'data', 'cache', 'pictures'),
      ending: '.jpg',
      signal,
    });
    expect(outcome.code).toBe(code);
    expect(contentBelow(path.join(undone, 'out'))).toEqual(whole);
    expect(await runNewsletter(['build'], { from: undone })).toMatchObject({ code: 0 });
    expect(contentBelow(path.join(undone, 'out'))).toEqual(whole);
  });

  test('during a first build leaves nothing in out/', async () => {
    const root = copyDecember();
    const folder = path.join(root, 'data', 'cache', 'pictures');
    expect(await runInterrupted(['build'], root, { folder, ending: '.jpg', signal })).toMatchObject({ code });
    expect(filesBelow(path.join(root, 'out'))).toEqual([]);
    expect(filesBelow(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('during a send leaves whole messages only, and run again it completes with one for each reader', async () => {
    const workspace = workspaceWithManyReaders();
    const { root } = workspace;
    for (const args of [['build'], ['subscribers', 'import', 'readers.csv']]) {
      expect(await runNewsletter(args, { from: root })).toMatchObject({ code: 0 });
    }
    const folder = workspace.path('outbox', DECEMBER);
    const outcome = await runInterrupted(SEND, root, { folder, ending: '.eml', signal });
    expect(outcome.code).toBe(code);
    const written = filesBelow(folder);
    expect(written.length).toBeGreaterThan(0);
    expect(written.length).toBeLessThan(READERS);
    for (const name of written) {
      expect(name).toMatch(/\.eml$/);
      expect(readFileSync(path.join(folder, name), 'utf8')).toMatch(/--\r\n$/);
    }
    const report = readDocument(reportSchema, await runNewsletter(['report', '--json'], { from: root }));
    expect(report).toMatchObject({ submitted: written.length, pending: READERS - written.length, uncertain: 0 });

    expect(await runNewsletter(SEND, { from: root })).toMatchObject({ code: 0 });
    const names = filesBelow(folder);
    expect(names).toHaveLength(READERS);
    const messages = await readWithPostalMime(names.map((name) => path.join(folder, name)));
    expect(new Set(messages.map(({ to }) => to.address)).size).toBe(READERS);
    expect(messages.every(({ html }) => html.trimEnd().endsWith('</html>'))).toBe(true);
  });
});
