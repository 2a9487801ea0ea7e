import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Set by scripts/compile.js: SHA-256 over the sources; `undefined` when the sources run as they are. */
declare const __SOURCES_SHA256__: string | undefined;
/** Set by scripts/compile.js: the version in package.json. */
declare const __VERSION__: string | undefined;

/** Returns the folder of this package, wherever the code runs from: sources or bundle. */
export function packageFolder(): string {
  for (let folder = path.dirname(fileURLToPath(import.meta.url)); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'package.json')) || folder === path.dirname(folder)) return folder;
  }
}

/** Returns the version of this package. */
export function packageVersion(): string {
  if (typeof __VERSION__ === 'string') return __VERSION__;
  const text = readFileSync(path.join(packageFolder(), 'package.json'), 'utf8');
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? '0.0.0';
}

/** Identifies the running code, so that results that other code cached are ignored. */
export function sourcesDigest(): string {
  return typeof __SOURCES_SHA256__ === 'string' ? __SOURCES_SHA256__ : 'sources';
}

/**
 * Returns the file of compiled templates that scripts/compile.js made; `undefined` when the sources run as they are.
 */
export function compiledTemplatesFile(): string | undefined {
  return sourcesDigest() === 'sources' ? undefined : path.join(packageFolder(), 'dist', 'templates.mjs');
}

/**
 * Returns the folder with the words and colours that scripts/compile.js read; `undefined` when the sources run as they
 * are.
 */
export function compiledValuesFolder(): string | undefined {
  return sourcesDigest() === 'sources' ? undefined : path.join(packageFolder(), 'dist', 'template-values');
}

/** Returns the file of the house style that scripts/compile.js read; `undefined` when the sources run as they are. */
export function compiledHouseStyleFile(): string | undefined {
  return sourcesDigest() === 'sources' ? undefined : path.join(packageFolder(), 'dist', 'house-style.json');
}

/**
 * Returns the thread that inspects attached files, as scripts/compile.js made it; `undefined` when the sources run as
 * they are.
 */
export function pdfWorkerFile(): string | undefined {
  return sourcesDigest() === 'sources' ? undefined : path.join(packageFolder(), 'dist', 'pdf-worker.start.cjs');
}

/**
 * Returns what mail programs support, as scripts/compile.js condensed it; `undefined` when the sources run as they are.
 */
export function clientSupportFile(): string | undefined {
  return sourcesDigest() === 'sources' ? undefined : path.join(packageFolder(), 'dist', 'client-support.json');
}

/** Returns the text of `--help` that scripts/compile.js wrote; `undefined` when the sources run as they are. */
export function compiledHelpFile(): string | undefined {
  if (sourcesDigest() === 'sources') return undefined;
  const file = path.join(packageFolder(), 'dist', 'help.txt');
  return existsSync(file) ? file : undefined;
}
