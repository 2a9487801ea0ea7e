import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import * as z from 'zod';
import { moduleUnusable, errorText } from './module-errors.js';

const PATH = /^(\.{1,2}[\\/]|[\\/])/;
const PACKAGE = /^(@[a-z0-9~-][\w.~-]*\/)?[a-z0-9~-][\w.~-]*$/i;
/** The conditions under which Node imports a package (its documentation, "Conditional exports"). */
const CONDITIONS = new Set(['node', 'import', 'module-sync', 'default', 'require']);
const packageSchema = z.object({ main: z.string().optional().catch(undefined), exports: z.unknown().optional() });

/**
 * The file of a module: `./my-transport.js`, counted from the workspace, or a package that is installed there or above.
 * `undefined` where the name is that of no such package.
 *
 * @throws NewsletterError `transport-unusable` where the file is not there.
 */
export function locateModule(name: string, root: string): string | undefined {
  if (PATH.test(name) || path.isAbsolute(name)) return requireFile(name, path.resolve(root, name));
  if (!PACKAGE.test(name)) return undefined;
  for (let folder = root; ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'node_modules', name, 'package.json');
    if (existsSync(manifest)) return packageEntry(name, manifest);
    if (path.dirname(folder) === folder) return undefined;
  }
}

function requireFile(name: string, file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw moduleUnusable(name, `there is no file ${file}`);
  if (!found.isFile()) throw moduleUnusable(name, `${file} is no file`);
  if (!/\.[cm]?js$/.test(file)) throw moduleUnusable(name, 'it is no JavaScript (.js, .mjs or .cjs)');
  return file;
}

function packageEntry(name: string, manifest: string): string {
  try {
    const { main, exports } = packageSchema.parse(JSON.parse(readFileSync(manifest, 'utf8')));
    const entry = exports === undefined ? (main ?? './index.js') : exported(exports);
    if (entry === undefined) throw new Error('its package.json exports nothing under "."');
    return createRequire(manifest).resolve(entry.startsWith('.') ? entry : `./${entry}`);
  } catch (error) {
    throw moduleUnusable(name, `the package in ${path.dirname(manifest)} has no entry: ${errorText(error)}`, error);
  }
}

/** What `exports` has for an import of the package itself. */
function exported(target: unknown): string | undefined {
  if (typeof target === 'string') return target;
  if (typeof target !== 'object' || target === null) return undefined;
  const entries = Object.entries(target);
  const own = entries.find(([key]) => key === '.');
  if (own !== undefined) return exported(own[1]);
  for (const [condition, inner] of entries) {
    const found = CONDITIONS.has(condition) ? exported(inner) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
