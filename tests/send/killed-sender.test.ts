import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import { importSubscribers } from '../../src/app/import-subscribers.js';
import { reportSend } from '../../src/app/report-send.js';
import type { Configuration } from '../../src/model/configuration.js';
import { emptyWorkspace, now, writeCsv } from '../audience/workspace.js';
import { ISSUE, writeBuild } from './built-issue.js';
import type { sendAndTell } from './killed-sender.js';

const AUDIENCE = 200;
let program: string;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'newsletter-killed-'));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await build({
    entryPoints: [resolve('tests/send/killed-sender.ts')],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  });
  program = join(folder, 'killed-sender.js');
});

/** Runs a sender in a process of its own and kills it at its nth line of progress; true when it came to its end first. */
async function sendKilledAt(configuration: Configuration, line: number): Promise<boolean> {
  const given: Parameters<typeof sendAndTell> = [configuration, ISSUE];
  const call = `import(${JSON.stringify(program)}).then((module) => module.sendAndTell(...${JSON.stringify(given)}))`;
  const child = spawn(process.execPath, ['-e', call], { stdio: ['ignore', 'pipe', 'inherit'] });
  let lines = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    lines += chunk.toString().split('\n').length - 1;
    if (lines >= line) child.kill('SIGKILL');
  });
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return code === 0;
}

describe('a sender that is killed', () => {
  it('loses nobody and doubles nobody, wherever it is killed', async () => {
    const configuration = await emptyWorkspace();
    await writeBuild(configuration.root);
    const lines = Array.from({ length: AUDIENCE }, (_, index) => `r${String(index)}@example.org`);
    await importSubscribers({
      configuration,
      file: await writeCsv(configuration, ['email', ...lines].join('\n')),
      now,
    });

    for (const line of [1, 2, 3, 1, 4]) {
      await sendKilledAt(configuration, line);
      const found = await reportSend({ configuration, issue: ISSUE, now });
      expect(found).toMatchObject({ audience: AUDIENCE, uncertain: 0, failed: 0, skipped: 0 });
      expect((found?.pending ?? 0) + (found?.submitted ?? 0)).toBe(AUDIENCE);
    }
    expect(await sendKilledAt(configuration, Number.POSITIVE_INFINITY)).toBe(true);

    expect(await reportSend({ configuration, issue: ISSUE, now })).toMatchObject({ submitted: AUDIENCE, pending: 0 });
    const folder = join(configuration.root, 'outbox', ISSUE);
    const names = await readdir(folder);
    expect(names.filter((name) => !name.endsWith('.eml'))).toEqual([]);
    const readers = new Set<string | undefined>();
    for (const name of names) {
      const parsed = await PostalMime.parse(await readFile(join(folder, name)));
      expect(parsed.html).toContain('</html>');
      readers.add(parsed.to?.[0]?.address);
    }
    expect(names).toHaveLength(AUDIENCE);
    expect(readers.size).toBe(AUDIENCE);
  });
});
