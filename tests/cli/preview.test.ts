import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { skippedWithoutChromium } from '../support/browser/chromium.js';
import { findChromium } from '../support/browser/chromium-program.js';
import { CONTRIBUTIONS, contributionText, createWorkspace } from '../support/workspace-fixture.js';
import { bareEnvironment, runNewsletter } from '../support/cli/run-newsletter.js';

const FILES = { [`${CONTRIBUTIONS}/la-strada-md/hotline.md`]: contributionText() };
const NEWSLETTER = path.resolve('bin/newsletter.js');
const errorSchema = z.object({ error: z.object({ code: z.string(), help: z.string() }) });

const withoutChromium = skippedWithoutChromium('screenshots of tests/cli/preview');

describe('newsletter preview', () => {
  test.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
    // Of a terminal that is closed; the process ends of it.
    ['SIGHUP', null],
  ] as const)('prints one line with its URL, and ends with %s', async (signal, expected) => {
    const { root } = createWorkspace(FILES);
    const child = spawn(process.execPath, [NEWSLETTER, 'preview', '--port', '0'], {
      cwd: root,
      env: bareEnvironment(),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let printed = '';
    const closed = new Promise<number | null>((resolve) => child.once('close', resolve));
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
        if (found !== undefined) resolve(found);
      });
      child.once('close', () => {
        reject(new Error(`ended: ${printed}`));
      });
    });
    // Somebody who is still looking must not keep it from ending.
    const looking = await fetch(`${url}/events`);
    child.kill(signal);
    expect(await closed).toBe(expected);
    expect(printed.trim().split('\n')).toHaveLength(1);
    await expect(looking.text()).rejects.toThrow();
  });

  test('does not listen where others could reach it', async () => {
    const { root } = createWorkspace(FILES);
    const outcome = await runNewsletter(['preview', '--host', '0.0.0.0', '--port', '0', '--json'], { from: root });
    expect(outcome.code).toBe(2);
    expect(errorSchema.parse(JSON.parse(outcome.stdout)).error.code).toBe('usage');
  });

  test('names what to install where there is no browser, and writes nothing', async () => {
    const { root } = createWorkspace(FILES);
    const outcome = await runNewsletter(['preview', '--screenshots', 'shots', '--json'], {
      from: root,
      environment: { CHROMIUM_PATH: path.join(root, 'nowhere') },
    });
    expect(outcome.code).toBe(2);
    const { error } = errorSchema.parse(JSON.parse(outcome.stdout));
    expect(error.code).toBe('browser-missing');
    expect(error.help).toContain('Chromium');
    expect(existsSync(path.join(root, 'shots'))).toBe(false);
  });

  test.skipIf(withoutChromium)('takes pictures of every view, and ends', async () => {
    // As a longer edition left it.
    const { root } = createWorkspace({ ...FILES, 'shots/web-2.png': 'old' });
    const outcome = await runNewsletter(['preview', '--screenshots', 'shots', '--json'], {
      from: root,
      environment: { CHROMIUM_PATH: findChromium() ?? '' },
    });
    expect(outcome.stderr).toBe('');
    expect(outcome.code).toBe(0);
    const names = ['phone-light', 'phone-dark', 'desktop-light', 'desktop-dark', 'pictures-off', 'web'];
    const folder = path.join(root, 'shots');
    expect(readdirSync(folder).sort()).toEqual(names.map((name) => `${name}.png`).sort());
    const document = z.object({ folder: z.string(), files: z.array(z.string()) }).parse(JSON.parse(outcome.stdout));
    expect(document).toEqual({ folder, files: names.map((name) => `${name}.png`) });
    const pictures = names.map((name) => readFileSync(path.join(folder, `${name}.png`)));
    // Width and height stand in the first chunk of a PNG.
    expect(pictures.map((bytes) => bytes.readUInt32BE(16))).toEqual([750, 750, 800, 800, 800, 1100]);
    expect(pictures[0]?.equals(pictures[1] ?? Buffer.alloc(0))).toBe(false);
  });

  // All of 127.0.0.0/8 is this machine, but not every system listens there.
  test.skipIf(withoutChromium || process.platform !== 'linux')('takes them at another address as well', async () => {
    const { root } = createWorkspace(FILES);
    const outcome = await runNewsletter(['preview', '--host', '127.0.0.2', '--screenshots', 'shots'], {
      from: root,
      environment: { CHROMIUM_PATH: findChromium() ?? '' },
    });
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(path.join(root, 'shots'))).toHaveLength(6);
  });
});
