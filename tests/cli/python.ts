import { spawnSync } from 'node:child_process';
import path from 'node:path';

const found = spawnSync('python3', ['--version']).status === 0;

/** Whether a test that needs Python has to be left out; with CI=true it never is, and fails instead. */
export const withoutPython = !found && process.env['CI'] !== 'true';

/** A program in Python beside the tests. */
export function pythonProgram(name: string): string {
  return path.resolve('tests/cli', name);
}
