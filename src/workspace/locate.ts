import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { NewsletterError } from '../model/error.js';

/** The file that makes a folder a workspace. */
export const CONFIGURATION_FILE = 'newsletter.yaml';

const CONTRIBUTIONS = /^issues\/[^/]+\/contributions(?:\/|$)/;

/** Returns the workspace whose contributions hold a folder: what members drop there is never a workspace of its own. */
function workspaceOfContributions(folder: string): string | undefined {
  for (let above = path.dirname(folder); ; above = path.dirname(above)) {
    const inside = relativeToWorkspace(above, folder);
    if (CONTRIBUTIONS.test(inside) && existsSync(path.join(above, CONFIGURATION_FILE))) return above;
    if (above === path.dirname(above)) return undefined;
  }
}

/**
 * Finds the workspace: the named folder, or the nearest one upward from where the command runs. A folder among the
 * contributions of a workspace never counts, whatever it holds.
 *
 * @throws NewsletterError `workspace-missing`.
 */
export function locateWorkspace(named: string | undefined, from: string): string {
  if (named !== undefined) {
    const folder = path.resolve(from, named);
    const around = workspaceOfContributions(folder);
    if (around !== undefined) throw amongContributions(folder, around);
    if (existsSync(path.join(folder, CONFIGURATION_FILE))) return folder;
    const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
    throw new NewsletterError('workspace-missing', {
      message: isFolder ? `There is no ${CONFIGURATION_FILE} in ${folder}.` : `There is no folder ${folder}.`,
      expected: `a folder with ${CONFIGURATION_FILE}`,
      help: 'Check the folder after --workspace, or make a new workspace there with "newsletter init".',
    });
  }
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, CONFIGURATION_FILE)) && workspaceOfContributions(folder) === undefined)
      return folder;
    if (folder === path.dirname(folder)) {
      throw new NewsletterError('workspace-missing', {
        message: `There is no ${CONFIGURATION_FILE} in ${path.resolve(from)} or in a folder above it.`,
        expected: `to be started inside a workspace: a folder with ${CONFIGURATION_FILE}`,
        help: 'Change into your newsletter folder, name it with --workspace, or make a new one with "newsletter init".',
      });
    }
  }
}

/** Returns a path as findings and the manifest name it: relative to the workspace, with `/`. */
export function relativeToWorkspace(root: string, absolutePath: string): string {
  return path.relative(root, absolutePath).split(path.sep).join('/').normalize('NFC');
}

function amongContributions(folder: string, workspace: string): NewsletterError {
  return new NewsletterError('workspace-missing', {
    message: `${folder} lies among the contributions of ${workspace}, so it is no workspace.`,
    expected: `a folder with ${CONFIGURATION_FILE} that is not among contributions`,
    help: `Name ${workspace} after --workspace. A ${CONFIGURATION_FILE} among the contributions is never used.`,
  });
}
