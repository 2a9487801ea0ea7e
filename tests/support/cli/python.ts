import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { runProgram, type Outcome } from './run-newsletter.js';

const found = spawnSync('python3', ['--version']).status === 0;

/** Whether a test that needs Python has to be left out; with CI=true it never is, and fails instead. */
export const withoutPython = !found && process.env['CI'] !== 'true';

/** A program in Python beside the tests. */
export function pythonProgram(name: string): string {
  return path.resolve('tests/support/cli', name);
}

/** How a command is run at a terminal. */
export interface AtTerminal {
  /** The folder in which it is started. */
  readonly from: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** What is waited for, and what is then typed, in turns; backslashes as in Python. */
  readonly steps?: readonly string[];
}

/** Runs the real program on a terminal of its own, and gives what came to that as its stdout. */
export function runAtTerminal(
  args: readonly string[],
  { from, environment = {}, steps = [] }: AtTerminal,
): Promise<Outcome> {
  const command = [process.execPath, path.resolve('bin/newsletter.js'), ...args];
  return runProgram('python3', [pythonProgram('terminal.py'), ...steps, '--', ...command], {
    from,
    environment: { TERM: 'xterm-256color', ...environment },
  });
}
