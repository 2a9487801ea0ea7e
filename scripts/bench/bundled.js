// Loads a module of the sources or the tests, compiled for this run.
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * Compiles a TypeScript module and lends out what it exports, with the folder that it lies in.
 *
 * @param {string} entry path from the root of the repository
 * @param {(exported: any, folder: string) => void | Promise<void>} use
 */
export async function withModule(entry, use) {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-bench-'));
  try {
    symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
    writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
    const outfile = path.join(folder, 'module.js');
    await build({
      entryPoints: [path.resolve(entry)],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      logLevel: 'error',
    });
    await use(await import(pathToFileURL(outfile).href), folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Processor seconds that this process, with its threads, took for some work. @param {() => unknown} work */
export async function processorSeconds(work) {
  const started = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000_000;
}

/**
 * Prints one figure with its bound, and fails the process where it is beyond.
 *
 * @param {string} what
 * @param {number} value
 * @param {number} most
 * @param {string} unit
 */
export function judge(what, value, most, unit) {
  const fine = value <= most;
  const shown = `${value.toFixed(2)} ${unit}`;
  console.log(
    `  ${what.padEnd(60)} ${shown.padStart(10)}  at most ${String(most)} ${unit}  ${fine ? 'ok' : 'TOO MUCH'}`,
  );
  if (!fine) process.exitCode = 1;
}
