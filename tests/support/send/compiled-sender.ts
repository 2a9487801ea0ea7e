import { spawn } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { Configuration } from '../../../src/model/settings/configuration.js';
import { ISSUE } from './built-issue.js';
import type { SenderSettings, sendAndTell } from './killed-sender.js';

/** What a test does with a sender that runs; both get a function that kills it. */
export interface SenderWatch {
  /** Called as soon as it is started. */
  readonly begun?: (end: () => void) => void;
  /** Called with the number of lines of progress that it has printed. */
  readonly told?: (lines: number, end: () => void) => void;
}

/** `killed-sender.ts` as a program of its own. */
export interface CompiledSender {
  /** Runs it in a process of its own, to its end or to where it is killed; `true` where it came to its end. */
  run(configuration: Configuration, watch?: SenderWatch): Promise<boolean>;
  remove(): Promise<void>;
}

/** @param settings those of the transports, which go to the process as text. */
export async function compileSender(settings: SenderSettings = {}): Promise<CompiledSender> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsletter-killed-'));
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
  await build({
    entryPoints: [path.resolve('tests/support/send/killed-sender.ts')],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  });
  const program = JSON.stringify(path.join(folder, 'killed-sender.js'));
  return {
    run: async (configuration, { begun, told } = {}) => {
      const given: Parameters<typeof sendAndTell> = [configuration, ISSUE, settings];
      const call = `import(${program}).then((module) => module.sendAndTell(...${JSON.stringify(given)}))`;
      const child = spawn(process.execPath, ['-e', call], { stdio: ['ignore', 'pipe', 'inherit'] });
      const end = (): void => void child.kill('SIGKILL');
      let lines = 0;
      child.stdout.on('data', (chunk: Buffer) => {
        lines += chunk.toString().split('\n').length - 1;
        told?.(lines, end);
      });
      begun?.(end);
      const code = await new Promise<number | null>((done) => child.on('close', done));
      return code === 0;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
