import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { transform } from 'esbuild';

/**
 * Turns a part of the bundle into CommonJS, the only form for which Node 20 can store V8's code. Other parts are loaded
 * through `require`, and packages through `__import`; start.cjs passes both in.
 *
 * @param {string} file
 */
export async function toCommonJs(file) {
  const { code } = await transform(readFileSync(file, 'utf8'), {
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'warning',
  });
  const linked = code
    .replace(/(?<![\w.$])import\("(\.{1,2}\/[^"]+)\.js"\)/g, 'Promise.resolve().then(()=>require("$1.cjs"))')
    .replace(/(?<![\w.$])require\("(\.{1,2}\/[^"]+)\.js"\)/g, 'require("$1.cjs")')
    .replace(/(?<![\w.$])import\(/g, '__import(');
  writeFileSync(file.replace(/\.js$/, '.cjs'), linked);
  rmSync(file);
}
