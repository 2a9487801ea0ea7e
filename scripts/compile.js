// Compiles src/ to dist/: bundled with code splitting, because one file a command starts faster than hundreds.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/** One SHA-256 over every source, so that results cached by other code are not believed. */
function sourcesDigest() {
  const hash = createHash('sha256');
  const files = readdirSync('src', { recursive: true }).filter((name) => name.endsWith('.ts'));
  for (const name of files.sort()) hash.update(name).update(readFileSync(path.join('src', name)));
  return hash.digest('hex');
}

const unfinished = `dist.${String(process.pid)}.tmp`;

try {
  await build({
    entryPoints: { 'cli/main': 'src/cli/main.ts' },
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
    define: { __SOURCES_SHA256__: JSON.stringify(sourcesDigest()) },
    // Native code and what a user may replace stays outside the bundle.
    external: ['better-sqlite3', 'sharp', 'mjml', 'nodemailer', '@sendgrid/mail'],
    // Packages in CommonJS ask for `require` at run time.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  // In place at once, so that a command that starts meanwhile finds either the old program or the new one.
  rmSync('dist', { recursive: true, force: true });
  renameSync(unfinished, 'dist');
} finally {
  rmSync(unfinished, { recursive: true, force: true });
}
