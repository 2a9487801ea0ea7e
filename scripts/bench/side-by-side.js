// Measures programs side by side: each once a round, round after round, so that whatever else the machine does
// meets all of them alike.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROUNDS = 21;

export const NEWSLETTER = path.resolve('bin/newsletter.js');

/**
 * Makes a copy of this workspace with the December issue and nothing that earlier commands left, lends it out and takes it away.
 *
 * @param {(root: string) => void | Promise<void>} use
 */
export async function withWorkspace(use) {
  const root = mkdtempSync(path.join(tmpdir(), 'newsletter-bench-'));
  try {
    for (const name of ['issues/2020-12', 'members.yaml', 'newsletter.yaml', 'templates', 'subscribers.sample.csv']) {
      cpSync(name, path.join(root, name), { recursive: true });
    }
    await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/**
 * Runs Node once, to its end.
 *
 * @param {readonly string[]} args
 * @param {{ from: string, environment?: Record<string, string> }} running
 */
export function runNode(args, { from, environment = {} }) {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: from, env: { ...process.env, ...environment } });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${String(status)}: ${stderr.toString()}`);
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/**
 * Measures the first program and the others, prints how they compare, and fails the process where one takes longer
 * than its bound, in times of the first.
 *
 * @param {string} title
 * @param {readonly { name: string, args: readonly string[], from: string, bound?: number, prepare?: () => void }[]} programs
 */
export function compare(title, programs, rounds = ROUNDS) {
  const times = programs.map(() => /** @type {number[]} */ ([]));
  for (let round = -1; round < rounds; round += 1) {
    programs.forEach(({ args, from, prepare }, index) => {
      prepare?.();
      const started = performance.now();
      runNode(args, { from });
      // The first round only warms up the disk.
      if (round >= 0) times[index]?.push(performance.now() - started);
    });
  }
  const medians = times.map(median);
  const base = medians[0] ?? NaN;
  const width = Math.max(...programs.map(({ name }) => name.length));
  console.log(`${title} (medians of ${String(rounds)} runs)`);
  programs.forEach(({ name, bound }, index) => {
    const ratio = (medians[index] ?? NaN) / base;
    const broken = bound !== undefined && !(ratio <= bound);
    const judgement = bound === undefined ? '' : `  at most ${bound.toFixed(1)}  ${broken ? 'TOO SLOW' : 'ok'}`;
    const time = `${(medians[index] ?? NaN).toFixed(0)} ms`;
    console.log(`  ${name.padEnd(width)}  ${time.padStart(8)}  ${ratio.toFixed(2)} ×${judgement}`);
    if (broken) process.exitCode = 1;
  });
}
