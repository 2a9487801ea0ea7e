// Compiles src/ to dist/: bundled with code splitting, because one file a command starts faster than hundreds.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** One SHA-256 over every source, so that results cached by other code are not believed. */
function sourcesDigest() {
  const hash = createHash('sha256');
  const files = readdirSync('src', { recursive: true }).filter((name) => name.endsWith('.ts'));
  for (const name of files.sort()) hash.update(name).update(readFileSync(path.join('src', name)));
  return hash.digest('hex');
}

/** What MJML only needs to inline or minify, which our templates never ask for: loaded when first used. */
const RARELY_USED_BY_MJML = /^(juice|htmlnano|cheerio|cssnano-preset-lite)$/;

const loadRarelyUsed = {
  name: 'load-rarely-used',
  setup(compilation) {
    compilation.onResolve({ filter: RARELY_USED_BY_MJML }, ({ path: name }) => ({
      path: name,
      namespace: 'rarely-used',
    }));
    compilation.onLoad({ filter: /.*/, namespace: 'rarely-used' }, ({ path: name }) => ({
      contents: `
        const { createRequire } = require('node:module');
        const load = () => {
          const core = createRequire(createRequire(__filename).resolve('mjml')).resolve('mjml-core');
          return createRequire(core)(${JSON.stringify(name)});
        };
        module.exports = new Proxy(function () {}, {
          get: (_, key) => (key === '__esModule' ? undefined : load()[key]),
          apply: (_, self, values) => (load().default ?? load()).apply(self, values),
        });`,
      loader: 'js',
    }));
  },
};

const unfinished = `dist.${String(process.pid)}.tmp`;

try {
  await build({
    entryPoints: {
      'cli/main': 'src/cli/main.ts',
      'document-thread': 'src/documents/document-thread.ts',
      'compile-templates': 'src/templating/compiled-templates.ts',
      'compile-house-style': 'src/workspace/compiled-house-style.ts',
    },
    outdir: unfinished,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    chunkNames: 'chunks/[name]-[hash]',
    sourcemap: true,
    sourcesContent: false,
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'warning',
    define: {
      __SOURCES_SHA256__: JSON.stringify(sourcesDigest()),
      __VERSION__: JSON.stringify(JSON.parse(readFileSync('package.json', 'utf8')).version),
    },
    // Native code and what a user may replace stays outside the bundle.
    external: ['better-sqlite3', 'sharp', 'nodemailer', '@sendgrid/mail', 'pdfjs-dist', '@napi-rs/canvas'],
    plugins: [loadRarelyUsed],
    // Packages in CommonJS ask for `require` at run time.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url); const __filename = import.meta.filename;",
    },
  });
  const { compileTemplates } = await import(pathToFileURL(path.resolve(unfinished, 'compile-templates.js')).href);
  writeFileSync(path.join(unfinished, 'templates.mjs'), await compileTemplates('templates'));
  const { compileHouseStyle } = await import(pathToFileURL(path.resolve(unfinished, 'compile-house-style.js')).href);
  writeFileSync(
    path.join(unfinished, 'house-style.json'),
    compileHouseStyle(readFileSync('templates/house-style.yaml', 'utf8')),
  );
  // In place at once, so that a command that starts meanwhile finds either the old program or the new one.
  rmSync('dist', { recursive: true, force: true });
  renameSync(unfinished, 'dist');
} finally {
  rmSync(unfinished, { recursive: true, force: true });
}
