import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/** The ledger's thread, compiled, and others that do not do as they should. */
export interface CompiledThreads {
  readonly threadFile: string;
  /** Writes another thread: the true one, with `code` beside it, which may listen to `parentPort` as well. */
  variant(name: string, code: string): Promise<string>;
  remove(): Promise<void>;
}

export async function compileLedgerThread(): Promise<CompiledThreads> {
  const folder = await mkdtemp(join(tmpdir(), 'newsletter-ledger-thread-'));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await build({
    entryPoints: [resolve('src/send/ledger-thread.ts')],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  });
  return {
    threadFile: join(folder, 'ledger-thread.js'),
    variant: async (name, code) => {
      const file = join(folder, `${name}.js`);
      await writeFile(
        file,
        `import { parentPort } from 'node:worker_threads';\nimport './ledger-thread.js';\n${code}\n`,
      );
      return file;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
