// Messages a second over an office's line: each version sends its own December message, with its ledger, into a mail
// server of this machine, over a line that carries 100 Mbit/s.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSink } from '../sending/mail-server.js';
import { median } from '../side-by-side.js';
import { startLine } from './slow-line.js';

const ISSUE = '2020-12';
const BYTES_PER_SECOND = 100_000_000 / 8;
const READERS = Number(process.env.READERS ?? 600);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const TARGET = 1.3;

/**
 * Runs a command to its end, while this process carries its bytes.
 *
 * @param {string} program
 * @param {string} from
 * @param {readonly string[]} args
 * @param {Record<string, string>} [environment]
 * @returns {Promise<void>}
 */
function run(program, from, args, environment = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: from,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve();
      else reject(new Error(`newsletter ${args.join(' ')} ended with ${String(status)}`));
    });
  });
}

/**
 * A workspace with a build and its readers.
 *
 * @param {string} root
 * @param {string} program
 * @param {readonly ((root: string, program: string) => void)[]} steps
 */
async function prepare(root, program, steps) {
  for (const step of steps) step(root, program);
  const rows = Array.from({ length: READERS }, (_, index) => `reader${String(index)}@example.org,Anna Example`);
  writeFileSync(path.join(root, 'readers.csv'), `email,name\n${rows.join('\n')}\n`);
  await run(program, root, ['build', ISSUE, '--quiet']);
  await run(program, root, ['subscribers', 'import', 'readers.csv', '--quiet']);
}

/**
 * Sends to all readers in a copy of a workspace. Counts from the first byte on the line to the last, so that neither the
 * start of the program nor its preflight is in it.
 *
 * @param {string} program
 * @param {string} prepared
 * @param {string} running
 * @param {number} port
 */
async function messagesASecond(program, prepared, running, port) {
  cpSync(prepared, running, { recursive: true });
  const line = await startLine(port, BYTES_PER_SECOND);
  try {
    const environment = { NEWSLETTER_SMTP_URL: `smtp://127.0.0.1:${String(line.port)}?tls=off` };
    await run(program, running, ['send', ISSUE, '--transport', 'smtp', '--yes', '--quiet'], environment);
    const { bytes, from, until } = line.carried;
    return { rate: (READERS / (until - from)) * 1000, bytes: bytes / READERS };
  } finally {
    line.stop();
    rmSync(running, { recursive: true, force: true });
  }
}

/**
 * Sends with both versions in turn, and prints how they compare.
 *
 * @param {readonly [string, string]} programs the other version and this one
 * @param {readonly ((root: string, program: string) => void)[]} steps make the workspace
 */
export async function reportLine(programs, steps) {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-bench-line-'));
  const sink = await startSink();
  try {
    const senders = programs.map((program, index) => {
      const root = mkdtempSync(path.join(folder, `workspace-${String(index)}-`));
      return { program, root, runs: /** @type {{ rate: number, bytes: number }[]} */ ([]) };
    });
    for (const { program, root } of senders) await prepare(root, program, steps);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { program, root, runs } of senders) {
        runs.push(await messagesASecond(program, root, path.join(folder, 'running'), sink.port));
      }
    }
    const [old, own] = senders.map(({ runs }) => ({
      rate: median(runs.map(({ rate }) => rate)),
      bytes: median(runs.map(({ bytes }) => bytes)),
    }));
    const ratio = (own?.rate ?? NaN) / (old?.rate ?? NaN);
    const broken = !(ratio >= TARGET);
    if (broken) process.exitCode = 1;
    const words = [old, own].map(
      (one) => `${(one?.rate ?? NaN).toFixed(0)} (${(one?.bytes ?? NaN).toFixed(0)} bytes each)`,
    );
    const judgement = `at least ${TARGET.toFixed(1)} ×  ${broken ? 'TOO SLOW' : 'ok'}`;
    console.log(
      `  messages a second over 100 Mbit/s, ledger on: ${words.join(', ')}  ${ratio.toFixed(2)} ×  ${judgement}`,
    );
  } finally {
    sink.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
