import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const PROGRAM = path.resolve('bin/newsletter.js');

/** What a command left behind. */
export interface Outcome {
  /** Null where a signal ended the process before it could choose its exit code. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command is run. */
export interface Running {
  /** The folder in which it is started. */
  readonly from: string;
  /** Over a bare environment: nothing of who runs the tests gets in. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Called once it runs, with what sends it a signal. */
  readonly onStart?: (kill: (signal: NodeJS.Signals) => void) => void;
  /** The reader of its output, on both streams, has gone away. */
  readonly unread?: true;
}

/** Environment variables that a program needs to be found and to find its folders, and none that change what it does. */
export function bareEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  return { PATH, HOME, ...(TMPDIR === undefined ? {} : { TMPDIR }) };
}

/** Runs a program without a terminal to its end. */
export async function runProgram(program: string, args: readonly string[], running: Running): Promise<Outcome> {
  const child = spawn(program, args, {
    cwd: running.from,
    env: { ...bareEnvironment(), ...running.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  if (running.unread === true) for (const stream of [child.stdout, child.stderr]) stream.destroy();
  running.onStart?.((signal) => child.kill(signal));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return {
    code,
    stdout: Buffer.concat(stdout).toString('utf8'),
    stderr: Buffer.concat(stderr).toString('utf8'),
  };
}

/** Runs the real program, `bin/newsletter.js`, as somebody in a terminal would, only that there is none. */
export async function runNewsletter(args: readonly string[], running: Running): Promise<Outcome> {
  if (!existsSync('dist/start.cjs')) throw new Error('dist/ is missing: run "node scripts/compile.js" first.');
  return runProgram(process.execPath, [PROGRAM, ...args], running);
}
