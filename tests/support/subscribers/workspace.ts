import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Configuration } from '../../../src/model/settings/configuration.js';
import { BARE_CONFIGURATION } from '../bare-configuration.js';

/** The effective configuration of a new, empty workspace in a folder of its own. */
export async function emptyWorkspace(changes: Partial<Configuration> = {}): Promise<Configuration> {
  const root = await mkdtemp(path.join(tmpdir(), 'newsletter-workspace-'));
  return { ...BARE_CONFIGURATION, root, databasePath: path.join(root, 'data', 'newsletter.db'), ...changes };
}

/** Writes a CSV file into the workspace and gives its path. */
export async function writeCsv(configuration: Configuration, content: string | Uint8Array): Promise<string> {
  const filePath = path.join(configuration.root, 'readers.csv');
  await writeFile(filePath, content);
  return filePath;
}

/** The time of every test. */
export const now = (): Date => new Date('2020-12-18T12:00:00.000Z');
