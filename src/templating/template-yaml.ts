import type { z } from 'zod';
import { NewsletterError } from '../model/error.js';
import { checkYaml } from '../yaml/check-yaml.js';
import { findTemplateFile, readTemplateFile } from './template-folder.js';

/** Reads a YAML file of the templates' folders; a missing file or key, or a key too many, is an error. */
export function readCheckedYaml<T>(folders: readonly string[], name: string, schema: z.ZodType<T>): T {
  const file = findTemplateFile(folders, name);
  if (file === undefined) {
    throw new NewsletterError('template-invalid', {
      message: `There is no "${name}" among the templates.`,
      expected: `a file "${name}" in one of: ${folders.join(', ')}`,
      help: 'Install newsletter again, or write the file in the templates folder of your workspace.',
    });
  }
  const checked = checkYaml(readTemplateFile(file), schema, { file: name, family: 'edition' });
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
