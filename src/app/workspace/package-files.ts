import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Set by scripts/compile.js: SHA-256 over the sources; absent where the sources run as they are. */
declare const __SOURCES_SHA256__: string | undefined;
/** Set by scripts/compile.js: the version in package.json. */
declare const __VERSION__: string | undefined;

/** The folder of this package, found from wherever the code runs: sources or bundle. */
export function packageFolder(): string {
  for (let folder = path.dirname(fileURLToPath(import.meta.url)); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'package.json')) || folder === path.dirname(folder)) return folder;
  }
}

/** The version of this package. */
export function packageVersion(): string {
  if (typeof __VERSION__ === 'string') return __VERSION__;
  const text = readFileSync(path.join(packageFolder(), 'package.json'), 'utf8');
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? '0.0.0';
}

/** Names the code that runs, so that a result cached by other code is not believed. */
export function sourcesDigest(): string {
  return typeof __SOURCES_SHA256__ === 'string' ? __SOURCES_SHA256__ : 'sources';
}

/** The templates of the package as compiled code, made by scripts/compile.js; absent where the sources run as they are. */
export function compiledTemplatesFile(): string | undefined {
  return sourcesDigest() === 'sources' ? undefined : path.join(packageFolder(), 'dist', 'templates.mjs');
}

/** The folder with the shipped words and colours as scripts/compile.js read them; absent where the sources run. */
export function compiledValuesFolder(): string | undefined {
  return sourcesDigest() === 'sources' ? undefined : path.join(packageFolder(), 'dist', 'template-values');
}

/** The shipped house style as scripts/compile.js read it; absent where the sources run as they are. */
export function compiledHouseStyleFile(): string | undefined {
  return sourcesDigest() === 'sources' ? undefined : path.join(packageFolder(), 'dist', 'house-style.json');
}

/** The thread in which attached files are looked through, as scripts/compile.js made it; absent where the sources run. */
export function pdfWorkerFile(): string | undefined {
  return sourcesDigest() === 'sources' ? undefined : path.join(packageFolder(), 'dist', 'pdf-worker.start.cjs');
}

/** What mail programs can do, as scripts/compile.js condensed it; absent where the sources run as they are. */
export function clientSupportFile(): string | undefined {
  return sourcesDigest() === 'sources' ? undefined : path.join(packageFolder(), 'dist', 'client-support.json');
}

/** What `--help` says, as scripts/compile.js wrote it down; absent where the sources run as they are. */
export function compiledHelpFile(): string | undefined {
  if (sourcesDigest() === 'sources') return undefined;
  const file = path.join(packageFolder(), 'dist', 'help.txt');
  return existsSync(file) ? file : undefined;
}
