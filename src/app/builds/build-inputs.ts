import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { sha256Hex } from '../../files/sha256.js';
import { EDITION_SETTINGS, type EditionConfiguration } from '../../model/settings/configuration.js';
import { compareStrings } from '../../model/finding.js';
import type { InputFile } from '../../model/issue/input-file.js';
import { HOUSE_STYLE_FILE } from '../../workspace/settings/house-style-file.js';
import { CONFIGURATION_FILE } from '../../workspace/locate.js';
import { packageFolder, packageVersion } from '../workspace/package-files.js';

/** Returns the folders with templates, the workspace's own first: for each file the first one counts. */
export function templateFolders(root: string): readonly string[] {
  const folders = [path.join(root, 'templates'), path.join(packageFolder(), 'templates')].filter((folder) =>
    existsSync(folder),
  );
  return folders.filter((folder, index) => folders.findIndex((other) => sameFolder(other, folder)) === index);
}

/** Returns the house style that applies where the workspace has none of its own, or does not set something. */
export function shippedHouseStyleFile(root: string): string {
  const files = templateFolders(root).map((folder) => path.join(folder, HOUSE_STYLE_FILE));
  return files.find((file) => existsSync(file)) ?? path.join(packageFolder(), 'templates', HOUSE_STYLE_FILE);
}

function sameFolder(left: string, right: string): boolean {
  return realpathSync(left) === realpathSync(right);
}

/** Lists every effective template as `templates/…` wherever it lies, so that a copy of it makes no difference. */
export function templateInputs(folders: readonly string[]): readonly InputFile[] {
  const inputs = new Map<string, InputFile>();
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name.startsWith('.')) continue;
      const file = path.join(entry.parentPath, entry.name);
      const name = `templates/${path.relative(folder, file).split(path.sep).join('/')}`;
      // No edition depends on the preview's own page.
      if (inputs.has(name) || name.startsWith('templates/preview/')) continue;
      inputs.set(name, { path: name, sha256: sha256Hex(readFileSync(file)) });
    }
  }
  return [...inputs.values()];
}

/**
 * Returns one SHA-256 over everything that a build depends on: its input files, the version of this program, and the
 * configuration that editions are made from. Another mail server, or a longer undo pause, makes no build stale.
 */
export function digestOfInputs(inputs: readonly InputFile[], configuration: EditionConfiguration): string {
  const ordered = inputs
    .filter((input) => input.path !== CONFIGURATION_FILE)
    .sort((left, right) => compareStrings(left.path, right.path));
  const parts = [
    packageVersion(),
    ...EDITION_SETTINGS.map((key) => `${key} ${JSON.stringify(configuration[key])}`),
    ...ordered.map((input) => `${input.sha256} ${input.path}`),
  ];
  return sha256Hex(parts.join('\n'));
}
