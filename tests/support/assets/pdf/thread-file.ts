import { mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

/** The thread in which documents are made safe, compiled for a test. */
export async function compiledThread(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'newsletter-thread-'));
  await symlink(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }');
  const threadFile = path.join(folder, 'document-thread.js');
  await build({
    entryPoints: [path.resolve('src/assets/pdf/worker-entry.ts')],
    outfile: threadFile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  });
  return threadFile;
}
