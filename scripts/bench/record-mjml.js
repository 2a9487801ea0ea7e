// Writes down what a build gives MJML to compile.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { runNode } from './side-by-side.js';

/** An mjml that writes down what it is given before it compiles it. */
const RECORDER = `
  import { writeFileSync } from 'node:fs';
  import { createRequire } from 'node:module';
  const mjml2html = createRequire(import.meta.url)('mjml');
  export default async function recordAndCompile(mjml, options) {
    writeFileSync(process.env.MJML_RECORDED_TO, JSON.stringify({ mjml, options }));
    return (mjml2html.default ?? mjml2html)(mjml, options);
  }
`;

const recordMjmlInstead = {
  name: 'record-mjml',
  setup(compilation) {
    compilation.onResolve({ filter: /^mjml$/ }, () => ({ path: 'mjml', namespace: 'recorder' }));
    compilation.onLoad({ filter: /.*/, namespace: 'recorder' }, () => ({ contents: RECORDER, loader: 'js' }));
  },
};

/**
 * Builds the issue of a workspace, and writes what MJML was given to a file, as JSON: `{ mjml, options }`.
 *
 * @param {string} root the workspace
 * @param {string} file
 */
export async function recordMjml(root, file) {
  // Inside the package, so that its templates and the packages that it needs are found.
  const program = path.resolve(`dist.bench.${String(process.pid)}.tmp`);
  try {
    await build({
      entryPoints: ['src/cli/main.ts'],
      outdir: program,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      plugins: [recordMjmlInstead],
    });
    runNode([path.join(program, 'main.mjs'), 'build'], { from: root, environment: { MJML_RECORDED_TO: file } });
  } finally {
    rmSync(program, { recursive: true, force: true });
  }
}
