import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import type { DkimKeys } from '../../../../src/send/dkim/keys.js';
import { runProgram } from '../../cli/run-newsletter.js';

/** Debian's own Python has its packages; another one may come first on the PATH. */
const PROGRAMS = ['python3', '/usr/bin/python3'];
const found = PROGRAMS.find((program) => spawnSync(program, ['-c', 'import dkim, nacl']).status === 0);

/** Whether there is no Python with dkim and nacl; with CI=true the tests run all the same, and fail. */
export const withoutDkimPython = found === undefined && process.env['CI'] !== 'true';
if (withoutDkimPython) {
  process.stderr.write('Skipped: DKIM as Python verifies it, since python3-dkim and python3-nacl were not found.\n');
}

const verdictsSchema = z.array(z.array(z.boolean()));

/** Whether Python's dkim finds each signature of each message good; nothing is asked of DNS. */
export async function pythonVerdicts(messages: readonly Uint8Array[], { keys }: DkimKeys) {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-dkim-'));
  try {
    const records = path.join(folder, 'records.json');
    writeFileSync(records, JSON.stringify(Object.fromEntries(keys.map(({ record }) => [record.name, record.value]))));
    const files = messages.map((message, index) => {
      const file = path.join(folder, `${String(index)}.eml`);
      writeFileSync(file, message);
      return file;
    });
    const program = path.resolve('tests/support/send/dkim/verify-dkim.py');
    const { stdout, stderr } = await runProgram(found ?? 'python3', [program, records, ...files], { from: folder });
    if (stderr !== '') throw new Error(stderr);
    const verdicts: unknown = JSON.parse(stdout);
    return verdictsSchema.parse(verdicts);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
