import { mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/** The thread in which documents are made safe, compiled for a test. */
export async function compiledThread(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'newsletter-thread-'));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  const threadFile = join(folder, 'document-thread.js');
  await build({
    entryPoints: [resolve('src/assets/pdf/worker-entry.ts')],
    outfile: threadFile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  });
  return threadFile;
}
