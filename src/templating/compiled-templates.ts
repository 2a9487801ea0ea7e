import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { sha256Hex } from '../files/sha256.js';
import { listTemplateFiles, readTemplateFile } from './template-folder.js';
import { compileOptions, type TemplateKind } from './words/template-language.js';

/** Templates that were compiled with the package, by a hash of their text, so an overridden one is never among them. */
export type CompiledTemplates = ReadonlyMap<string, object>;

const KIND_OF_FOLDER: Readonly<Record<string, TemplateKind>> = {
  email: 'markup',
  web: 'markup',
  serve: 'markup',
  preview: 'markup',
  text: 'text',
};

/** Names a template by its content. */
export function templateHash(kind: TemplateKind, text: string): string {
  return sha256Hex(`${kind}\n${text}`);
}

/**
 * Compiles every template of the package when the program is built, because compiling takes longer than rendering.
 *
 * @returns the text of a module that `loadCompiledTemplates` reads.
 */
export async function compileTemplates(folder: string): Promise<string> {
  const { default: handlebars } = await import('handlebars');
  const entries = Object.entries(KIND_OF_FOLDER).flatMap(([below, kind]) =>
    listTemplateFiles([folder], below).map((file) => {
      const text = readTemplateFile(file);
      // It is typed as an object, but it is the source of one.
      const source: unknown = handlebars.precompile(text, compileOptions(kind));
      return typeof source === 'string' ? `${JSON.stringify(templateHash(kind, text))}: ${source}` : '';
    }),
  );
  return `export default {\n${entries.join(',\n')}\n};\n`;
}

/** Reads what `compileTemplates` made; returns nothing when the sources run as they are. */
export async function loadCompiledTemplates(path: string | undefined): Promise<CompiledTemplates> {
  if (path === undefined || !existsSync(path)) return new Map();
  const module: unknown = await import(pathToFileURL(path).href);
  const compiled: unknown = typeof module === 'object' && module !== null ? Reflect.get(module, 'default') : undefined;
  if (typeof compiled !== 'object' || compiled === null) return new Map();
  return new Map(
    Object.entries(compiled).filter(
      (entry): entry is [string, object] => typeof entry[1] === 'object' && entry[1] !== null,
    ),
  );
}
