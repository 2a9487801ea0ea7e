import type * as z from 'zod';
import { NewsletterError } from '../model/error.js';
import { checkYaml } from '../yaml/check-yaml.js';
import { recallValues } from './compiled-values.js';
import { findTemplateFile, readTemplateFile, type TemplateFile } from './template-folder.js';

/**
 * Reads a YAML file of the templates' folders. A missing file, a missing key or an unknown key is an error. `compiled`
 * is the folder with what `compileValues` made, if there is one.
 */
export type YamlReader<T> = (folders: readonly string[], name: string, compiled: string | undefined) => T;

/** Makes a reader that caches each file's last result, because a long-running process asks for the same words again. */
export function createYamlReader<T>(schema: z.ZodType<T>): YamlReader<T> {
  const lately = new Map<string, { readonly text: string; readonly value: T }>();
  return (folders, name, compiled) => {
    const file = findFile(folders, name);
    const text = readTemplateFile(file);
    const known = lately.get(file.absolutePath);
    if (known?.text === text) return known.value;
    const recalled = schema.safeParse(recallValues(compiled, text));
    const value = recalled.success ? recalled.data : checkFile(file, text, schema);
    lately.set(file.absolutePath, { text, value });
    return value;
  };
}

function findFile(folders: readonly string[], name: string): TemplateFile {
  const file = findTemplateFile(folders, name);
  if (file === undefined) {
    throw new NewsletterError('template-invalid', {
      message: `There is no "${name}" among the templates.`,
      expected: `a file "${name}" in one of: ${folders.join(', ')}`,
      help: 'Install newsletter again, or write the file in the templates folder of your workspace.',
    });
  }
  return file;
}

function checkFile<T>(file: TemplateFile, text: string, schema: z.ZodType<T>): T {
  const checked = checkYaml(text, schema, { file: file.name, family: 'issue' });
  const finding = checked.findings[0];
  if (checked.value === undefined || finding !== undefined) {
    const where = `${file.absolutePath}:${String(finding?.line ?? 1)}:${String(finding?.column ?? 1)}`;
    throw new NewsletterError('template-invalid', {
      message: `${where}: ${finding?.message ?? 'This cannot be read.'}`,
      expected: finding?.expected ?? 'YAML with every key that the templates use',
      help: finding?.help ?? 'Compare it with the file that comes with newsletter.',
    });
  }
  return checked.value;
}
