import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { compareStrings } from '../../model/finding.js';
import { templatePurpose } from '../../templating/template-purposes.js';
import { packageFolder } from './package-files.js';

/** Which file of a name is used. */
export type TemplateState =
  /** The one that comes with newsletter. */
  | 'shipped'
  /** The workspace's, with another content. */
  | 'own'
  /** The workspace's, with the same content. */
  | 'own-same'
  /** The workspace's; newsletter has none of that name, so it is used only if another template names it. */
  | 'own-only';

/** A file of the templates. */
export interface TemplateEntry {
  /** Below `templates/`, such as `email/parts/item.mjml.hbs`. */
  readonly name: string;
  /** What it is, in a few words. */
  readonly purpose: string;
  readonly state: TemplateState;
}

/** Returns the folder with the templates that come with newsletter. */
export function shippedTemplatesFolder(): string {
  return path.join(packageFolder(), 'templates');
}

/** Returns the folder in which a workspace has its own. */
export function ownTemplatesFolder(root: string): string {
  return path.join(root, 'templates');
}

/** Says whether the workspace is the package itself, so that every template is both. */
export function ownsShippedTemplates(root: string): boolean {
  const own = ownTemplatesFolder(root);
  return existsSync(own) && realpathSync(own) === realpathSync(shippedTemplatesFolder());
}

/** Lists the files below a folder with templates, without what an editor leaves beside them. */
export function templateNames(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return (
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && !entry.name.endsWith('~'))
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
      // The preview's page is always the program's own, so that a broken template cannot break the page that reports
      // it.
      .filter((name) => !name.startsWith('preview/'))
      .sort(compareStrings)
  );
}

function stateOf(name: string, shipped: ReadonlySet<string>, own: ReadonlySet<string>, root: string): TemplateState {
  if (!own.has(name)) return 'shipped';
  if (!shipped.has(name)) return 'own-only';
  const ours = readFileSync(path.join(shippedTemplatesFolder(), name));
  return readFileSync(path.join(ownTemplatesFolder(root), name)).equals(ours) ? 'own-same' : 'own';
}

/** Lists every template by name: the shipped ones, and the workspace's own. */
export function listTemplates(root: string): readonly TemplateEntry[] {
  const shipped = new Set(templateNames(shippedTemplatesFolder()));
  const own = new Set(ownsShippedTemplates(root) ? [] : templateNames(ownTemplatesFolder(root)));
  return [...new Set([...shipped, ...own])].sort(compareStrings).map((name) => ({
    name,
    purpose: templatePurpose(name),
    state: stateOf(name, shipped, own, root),
  }));
}
