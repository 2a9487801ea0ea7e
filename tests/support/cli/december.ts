import { cpSync, existsSync, mkdtempSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { errorCode } from '../../../src/files/error-code.js';
import { runNewsletter } from './run-newsletter.js';

export const DECEMBER = '2020-12';

const made: string[] = [];

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that lasts until the tests of the file are over. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'newsletter-cli-')));
  made.push(folder);
  return folder;
}

/** A copy of the repository's own workspace with its sample issue of December, and no other. */
export function copyDecember(): string {
  const root = temporaryFolder();
  for (const name of [`issues/${DECEMBER}`, 'members.yaml', 'newsletter.yaml', 'templates', 'subscribers.sample.csv']) {
    cpSync(name, path.join(root, name), { recursive: true });
  }
  return root;
}

/** A copy of a workspace as it is, with what was built in it. */
export function copyWorkspace(from: string): string {
  const root = temporaryFolder();
  cpSync(from, root, { recursive: true, preserveTimestamps: true });
  return root;
}

/** Where the first file of a run that needs it leaves it built; for all files, so nothing changes it. */
const BUILT = path.join(tmpdir(), 'newsletter-december-built');

/** A copy of the December workspace, built. Building takes a second; so it is built once a run. */
export async function buildDecember(): Promise<string> {
  if (!existsSync(BUILT)) await buildShared();
  return copyWorkspace(BUILT);
}

async function buildShared(): Promise<void> {
  const root = copyDecember();
  const { code, stdout, stderr } = await runNewsletter(['build'], { from: root });
  if (code !== 0) throw new Error(`The sample issue cannot be built:\n${stdout}${stderr}`);
  try {
    // In place at once, so that no other process finds half of it.
    renameSync(copyWorkspace(root), BUILT);
  } catch (error) {
    // Another process was quicker.
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) throw error;
  }
}
