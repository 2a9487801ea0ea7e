// Compiles src/ to dist/: bundled with code splitting, because one file a command starts faster than hundreds.
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });

await build({
  entryPoints: { 'cli/main': 'src/cli/main.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  chunkNames: 'chunks/[name]-[hash]',
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
  // Native code and what a user may replace stays outside the bundle.
  external: ['better-sqlite3', 'sharp', 'mjml', 'nodemailer', '@sendgrid/mail'],
  // Packages in CommonJS ask for `require` at run time.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
