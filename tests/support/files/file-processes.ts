import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

/** A folder of a test's own. */
export function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'newsletter-files-'));
}

/** Compiles `src/files/` for other processes; gives the folder. */
export async function compileFiles(): Promise<string> {
  const folder = newFolder();
  await build({
    entryPoints: ['write-atomically', 'write-atomically-sync', 'temporary-file'].map((name) => `src/files/${name}.ts`),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
  });
  return folder;
}

/** How a process ended, and what it printed. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

/** Runs a program in a process of its own. */
export function runProgram(program: string, ...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, '--', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code, signal, output });
    });
  });
}
