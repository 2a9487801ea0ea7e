import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  CONTRIBUTIONS,
  contributionText,
  createWorkspace,
  type FixtureWorkspace,
} from '../support/workspace-fixture.js';
import { bareEnvironment, runNewsletter } from '../support/cli/run-newsletter.js';

const NEWSLETTER = path.resolve('bin/newsletter.js');
const FAKE_BROWSER = path.resolve('tests/support/cli/fake-browser.mjs');
const PICTURES = ['desktop-dark', 'desktop-light', 'phone-dark', 'phone-light', 'pictures-off', 'web'];
const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** What fake-browser.mjs plays. */
type Role = 'works' | 'has a profile too deep to remove' | 'crashes' | 'reaches no page' | 'waits for the test';

/** A fake browser for an issue's screenshots, seen from the test. */
interface FakeBrowser {
  readonly workspace: FixtureWorkspace;
  readonly environment: Readonly<Record<string, string>>;
  /** The folder in which its profile comes to lie, and nothing else. */
  readonly temporary: string;
  /** One for each of its processes that has started. */
  readonly connections: readonly Socket[];
  /** Settles with the connection that speaks first. */
  readonly spoken: Promise<Socket>;
  /** Settles when all its processes have ended. */
  readonly ended: () => Promise<unknown>;
}

let stop: () => void = () => undefined;
afterEach(() => {
  stop();
});

async function fakeBrowser(role: Role): Promise<FakeBrowser> {
  const workspace = createWorkspace({ [`${CONTRIBUTIONS}/la-strada-md/hotline.md`]: contributionText() });
  const program = workspace.path('browser');
  const temporary = workspace.path('temporary');
  const place = workspace.path('socket');
  workspace.write('browser', `#!/bin/sh\nexec '${process.execPath}' '${FAKE_BROWSER}' "$@"\n`);
  chmodSync(program, 0o755);
  mkdirSync(temporary);
  const connections: Socket[] = [];
  const closed: Promise<unknown>[] = [];
  let speak: (socket: Socket) => void = () => undefined;
  const spoken = new Promise<Socket>((resolve) => {
    speak = resolve;
  });
  const server = createServer((socket) => {
    connections.push(socket);
    closed.push(new Promise((resolve) => socket.once('close', resolve)));
    // A process that is killed does not say goodbye.
    socket.on('error', () => undefined);
    socket.on('data', () => {
      speak(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(place, resolve));
  stop = () => {
    for (const socket of connections) socket.destroy();
    server.close();
    // Unlike Node's, it also gets to what lies deeper than a path may be.
    execFileSync('rm', ['-rf', temporary]);
  };
  const environment = {
    CHROMIUM_PATH: program,
    TMPDIR: temporary,
    FAKE_BROWSER_ROLE: role,
    FAKE_BROWSER_SOCKET: place,
  };
  return { workspace, environment, temporary, connections, spoken, ended: () => Promise.all(closed) };
}

const takeScreenshots = ({ workspace, environment }: FakeBrowser) =>
  runNewsletter(['preview', '--screenshots', 'shots', '--json'], { from: workspace.root, environment });

const picturesOf = ({ workspace }: FakeBrowser) =>
  readdirSync(workspace.path('shots'))
    .map((name) => path.basename(name, '.png'))
    .sort();

describe('screenshots', () => {
  test('end a browser whose processes outlive it, and take its profile away', async () => {
    const browser = await fakeBrowser('works');
    expect(await takeScreenshots(browser)).toMatchObject({ code: 0, stderr: '' });
    expect(picturesOf(browser)).toEqual(PICTURES);
    expect(browser.connections).toHaveLength(2);
    await browser.ended();
    expect(readdirSync(browser.temporary)).toEqual([]);
  });

  test('are no worse for a profile that cannot be taken away', async () => {
    const browser = await fakeBrowser('has a profile too deep to remove');
    expect(await takeScreenshots(browser)).toMatchObject({ code: 0, stderr: '' });
    expect(picturesOf(browser)).toEqual(PICTURES);
    expect(readdirSync(browser.temporary)).toHaveLength(1);
  });

  test.each([
    ['crashes', /ended by itself \(3\)/],
    ['reaches no page', /ERR_NAME_NOT_RESOLVED/],
  ] as const)('say what is wrong with a browser that %s, and leave nothing of it', async (role, message) => {
    const browser = await fakeBrowser(role);
    const outcome = await takeScreenshots(browser);
    expect(outcome).toMatchObject({ code: 70, stderr: '' });
    const { error } = errorSchema.parse(JSON.parse(outcome.stdout));
    expect(error.code).toBe('browser-unusable');
    expect(error.message).toMatch(message);
    expect(picturesOf(browser)).toEqual([]);
    expect(browser.connections).toHaveLength(2);
    await browser.ended();
    expect(readdirSync(browser.temporary)).toEqual([]);
  });

  test.each([
    { times: 'once', finished: ['phone-light'] },
    { times: 'twice', finished: [] },
  ])('end with Ctrl-C, pressed $times, and leave no browser', async ({ times, finished }) => {
    const browser = await fakeBrowser('waits for the test');
    const child = spawn(process.execPath, [NEWSLETTER, 'preview', '--screenshots', 'shots'], {
      cwd: browser.workspace.root,
      env: { ...bareEnvironment(), ...browser.environment },
      stdio: ['ignore', 'ignore', 'pipe'],
      // Ctrl-C goes to all processes of the group that a terminal has in front; so this is one.
      detached: true,
    });
    const pressCtrlC = () => process.kill(-(child.pid ?? Number.NaN), 'SIGINT');
    const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
    const noted = new Promise((resolve) => child.stderr.once('data', resolve));
    const connection = await browser.spoken;
    pressCtrlC();
    await noted;
    if (times === 'once') connection.write('go');
    else pressCtrlC();
    expect(await closed).toBe(130);
    expect(picturesOf(browser)).toEqual(finished);
    expect(browser.connections).toHaveLength(2);
    await browser.ended();
    expect(readdirSync(browser.temporary)).toEqual([]);
  });
});
