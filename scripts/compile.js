// Compiles src/ to dist/, bundled with code splitting, because one file for each command starts faster than hundreds.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { listLanguagesOnce } from './compile/every-language.js';
import { loadNodeWhenUsed, loadRarelyUsed, oneHtmlParser, takePartsOnly } from './compile/packages.js';
import { toCommonJs } from './compile/to-common-js.js';

/** Returns one SHA-256 over every source, so that results that other code cached are ignored. */
function sourcesDigest() {
  const hash = createHash('sha256');
  const files = readdirSync('src', { recursive: true }).filter((name) => name.endsWith('.ts'));
  for (const name of files.sort()) hash.update(name).update(readFileSync(path.join('src', name)));
  return hash.digest('hex');
}

/** Runs the commands that people use most on the sample issue, and stores what V8 compiled for them. */
function warmUp(folder) {
  // An installed package has no sample issue; everything is then compiled when it is used.
  if (!existsSync('issues/2020-12')) return;
  const workspace = mkdtempSync(path.join(tmpdir(), 'newsletter-warm-up-'));
  try {
    for (const name of ['issues/2020-12', 'members.yaml', 'newsletter.yaml']) {
      cpSync(name, path.join(workspace, name), { recursive: true });
    }
    execFileSync(process.execPath, ['scripts/compile/warm-up.js', folder, workspace], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

const require = createRequire(import.meta.url);
/** Writes the text of `--help`, as wide as a page without a terminal, on which no line may need to wrap. */
function writeHelp(folder) {
  const start = `require(${JSON.stringify(path.resolve(folder, 'start.cjs'))})`;
  const ask = `process.argv.push('--help'); ${start}.load('program.cjs').runProgram()`;
  writeFileSync(path.join(folder, 'help.txt'), execFileSync(process.execPath, ['-e', ask]));
}

const unfinished = `dist.${String(process.pid)}.tmp`;

try {
  await build({
    entryPoints: {
      'cli/main': 'src/cli/main.ts',
      program: 'src/cli/program.ts',
      'pdf-worker': 'src/assets/pdf/worker-entry.ts',
      'compile-templates': 'src/templating/compiled-templates.ts',
      'compile-values': 'src/templating/compiled-values.ts',
      'compile-house-style': 'src/workspace/settings/compiled-house-style.ts',
      'condense-client-support': 'src/render/client-support/support-data.ts',
    },
    // What every stage uses is small, so it goes into one part that everything loads anyway, and not into a part for
    // each.
    inject: readdirSync('src/files')
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `src/files/${name}`),
    outdir: unfinished,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    chunkNames: 'chunks/[name]-[hash]',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'warning',
    define: {
      // start.cjs passes it in.
      'import.meta.url': '__moduleUrl',
      __SOURCES_SHA256__: JSON.stringify(sourcesDigest()),
      __VERSION__: JSON.stringify(JSON.parse(readFileSync('package.json', 'utf8')).version),
    },
    // Native code, and what a user may replace, stays outside the bundle.
    external: [
      'better-sqlite3',
      'sharp',
      'nodemailer',
      '@sendgrid/client',
      '@sendgrid/mail',
      'pdfjs-dist',
      '@napi-rs/canvas',
    ],
    plugins: [loadRarelyUsed, loadNodeWhenUsed, takePartsOnly, oneHtmlParser, listLanguagesOnce],
  });
  const parts = readdirSync(unfinished, { recursive: true }).filter((name) => name.endsWith('.js'));
  await Promise.all(parts.map((name) => toCommonJs(path.join(unfinished, name))));
  cpSync('scripts/compile/start.cjs', path.join(unfinished, 'start.cjs'));
  writeFileSync(path.join(unfinished, 'pdf-worker.start.cjs'), "require('./start.cjs').load('pdf-worker.cjs');\n");
  const { default: start } = await import(pathToFileURL(path.resolve(unfinished, 'start.cjs')).href);
  const { compileTemplates } = start.load('compile-templates.cjs');
  writeFileSync(path.join(unfinished, 'templates.mjs'), await compileTemplates('templates'));
  const { compileValues } = start.load('compile-values.cjs');
  mkdirSync(path.join(unfinished, 'template-values'));
  for (const { name, json } of compileValues('templates')) {
    writeFileSync(path.join(unfinished, 'template-values', name), json);
  }
  const { compileHouseStyle } = start.load('compile-house-style.cjs');
  writeFileSync(
    path.join(unfinished, 'house-style.json'),
    compileHouseStyle(readFileSync('templates/house-style.yaml', 'utf8')),
  );
  const { condenseClientSupport } = start.load('condense-client-support.cjs');
  writeFileSync(
    path.join(unfinished, 'client-support.json'),
    condenseClientSupport(require('caniemail/caniemail.json')),
  );
  warmUp(unfinished);
  writeHelp(unfinished);
  // Replaced at once, so that a command that starts in the meantime finds either the old program or the new one.
  rmSync('dist', { recursive: true, force: true });
  renameSync(unfinished, 'dist');
} finally {
  rmSync(unfinished, { recursive: true, force: true });
}
