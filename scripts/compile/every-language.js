// What the checks look up of all languages together is listed here, once, and not at every start: to cut and fold
// thousands of phrases takes a tenth of a short command.
import path from 'node:path';
import { build } from 'esbuild';

const LISTED = path.join('src', 'check', 'detect', 'list-every-language.ts');
const REPLACED = /[\\/]src[\\/]check[\\/]detect[\\/]every-language\.ts$/;

/** Lists the words of all languages, with the program's own code. */
async function listEveryLanguage() {
  const { outputFiles } = await build({
    entryPoints: [LISTED],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  const source = Buffer.from(outputFiles[0].contents).toString('base64');
  const { listEveryLanguage: list } = await import(`data:text/javascript;base64,${source}`);
  return list();
}

export const listLanguagesOnce = {
  name: 'list-languages-once',
  setup(compilation) {
    compilation.onLoad({ filter: REPLACED }, async () => ({
      // A text of its own is read several times faster than an object in the code.
      contents: `
        const LISTED = ${JSON.stringify(JSON.stringify(await listEveryLanguage()))};
        let known;
        export function everyLanguage() {
          return (known ??= JSON.parse(LISTED));
        }`,
      loader: 'js',
    }));
  },
};
