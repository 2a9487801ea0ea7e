import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { NewsletterError } from '../model/error.js';

/** A template as it was found; the first folder that has the file wins. */
export interface TemplateFile {
  /** Relative to its folder, with `/`, such as `email/parts/item.mjml.hbs`. */
  readonly name: string;
  readonly absolutePath: string;
}

/** Finds one file in the folders; `undefined` when none has it. */
export function findTemplateFile(folders: readonly string[], name: string): TemplateFile | undefined {
  const absolutePath = folders.map((folder) => path.join(folder, name)).find((filePath) => existsSync(filePath));
  return absolutePath === undefined ? undefined : { name, absolutePath };
}

/** Reads a template's text. */
export function readTemplateFile(file: TemplateFile): string {
  try {
    return readFileSync(file.absolutePath, 'utf8');
  } catch (cause) {
    throw new NewsletterError(
      'template-invalid',
      {
        message: `The template ${file.absolutePath} cannot be read.`,
        expected: 'a text file',
        help: 'Look at its permissions, or take it away: then the template that comes with newsletter is used.',
      },
      cause,
    );
  }
}

function filesBelow(root: string, folder: string): readonly string[] {
  const filePath = path.join(root, folder);
  if (!existsSync(filePath)) return [];
  return readdirSync(filePath, { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(root, name) : [name];
  });
}

/** Lists every template below one folder of the layout, such as `email`, each from the first folder that has it. */
export function listTemplateFiles(folders: readonly string[], below: string): readonly TemplateFile[] {
  const found = new Map<string, TemplateFile>();
  for (const folder of folders) {
    for (const name of filesBelow(folder, below)) {
      if (name.endsWith('.hbs') && !found.has(name)) found.set(name, { name, absolutePath: path.join(folder, name) });
    }
  }
  return [...found.values()];
}
