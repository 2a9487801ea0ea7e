import { readdirSync } from 'node:fs';
import path from 'node:path';
import { HOUSE_STYLE_FILE } from '../settings/house-style-file.js';
import { CONFIGURATION_FILE, relativeToWorkspace } from '../locate.js';
import type { IssueFolder } from './locate-issue.js';
import { MEMBERS_FILE } from '../registry.js';

/** A file that looks like a copy of one that the secretariat writes; only the original is read. */
export interface SettingsCopy {
  /** Relative to the workspace. */
  readonly file: string;
  /** The name of the file that is read, such as `issue.yaml`. */
  readonly of: string;
  /** Whether a sync program made it, because two people changed the file at the same time. */
  readonly conflict: boolean;
}

const CONFLICT = /conflict|konflikt|conflit|conflitto|conflicto|конфликт|конфлікт|\.sync-conflict-/iu;
const COPY_BEFORE =
  /^(?:copy of|kopie von|copie de|copia de|copia di|kopia av|kopi av|kópia|kopie)[ _-]+|^(?:копия|копія|копие)[ _-]+/iu;

/**
 * Says whether a name is that of another file with something before or after it, or with another extension: `issue
 * (1).yaml`, `Copy of issue.yaml`, `issue-OFFICE-PC.yaml`, `issue.yml`.
 */
export function isCopyOf(name: string, original: string): boolean {
  const { name: stem, ext } = path.parse(original);
  const found = path.parse(name.normalize('NFC').replace(COPY_BEFORE, ''));
  const endings = ext === '.yaml' ? ['.yaml', '.yml'] : [ext, '.markdown'];
  if (name === original || !endings.includes(found.ext.toLowerCase())) return false;
  const written = found.name.toLowerCase();
  // A letter after the stem makes another word of it: `issues.yaml`; `members-of-board.yaml` has a hyphen.
  return written === stem || (written.startsWith(stem) && /^[^\p{L}]/u.test(written.slice(stem.length)));
}

function copiesIn(root: string, folder: string, originals: readonly string[]): readonly SettingsCopy[] {
  const names = listFiles(folder);
  return originals.flatMap((original) =>
    names
      .filter((name) => isCopyOf(name, original))
      .map((name) => ({
        file: relativeToWorkspace(root, path.join(folder, name)),
        of: original,
        conflict: CONFLICT.test(name),
      })),
  );
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}

/** Finds copies of the files from which an issue is made, in the workspace and beside the issue's own. */
export function findSettingsCopies(root: string, folder: IssueFolder): readonly SettingsCopy[] {
  return [
    ...copiesIn(root, root, [CONFIGURATION_FILE, MEMBERS_FILE, HOUSE_STYLE_FILE]),
    ...copiesIn(root, folder.path, [path.basename(folder.settingsFile), path.basename(folder.editorialFile)]),
  ];
}
