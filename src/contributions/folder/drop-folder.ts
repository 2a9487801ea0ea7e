import { lstatSync, readdirSync, realpathSync, type Dirent } from 'node:fs';
import path from 'node:path';
import type { PassedOverFile } from '../../model/issue/contribution.js';
import { compareStrings, type Finding } from '../../model/finding.js';
import { CONFIGURATION_FILE, relativeToWorkspace } from '../../workspace/locate.js';
import { defineRule } from '../../model/rule.js';
import { fileFinding } from '../file-findings.js';
import { reasonToPassOver } from './passed-over.js';

/** A link is never followed. */
export const linkedFile = defineRule({
  id: 'file/link',
  severity: 'error',
  why: 'A link in the folder can lead to any file of the computer that builds the issue, so links are never followed.',
  wrong: 'A shortcut or symbolic link to a text in another folder.',
  right: 'A copy of that text in the folder itself.',
});

/** Every file lies in a member's folder. */
export const misplacedFile = defineRule({
  id: 'file/misplaced',
  severity: ['error', 'warning'],
  why: "A file beside the members' folders belongs to nobody.",
  wrong: 'contributions/hotline.md',
  right: 'contributions/la-strada-md/hotline.md',
});

/** What may not be opened. */
export const unreadableFile = defineRule({
  id: 'file/unreadable',
  severity: 'error',
  why: 'A file that cannot be opened would silently stay out of the issue.',
  wrong: 'A file that only one person may read.',
  right: 'The same file, with the rights of the others in the folder.',
});

/** A regular file (or what claims to be one) in a member's folder. */
export interface DroppedPath {
  /** Relative to the workspace, with `/`, in NFC. */
  readonly file: string;
  /** Relative to the member's folder, with `/`, in NFC, as front matter names it. */
  readonly name: string;
  readonly absolutePath: string;
}

/** A member's folder, as it was found. */
export interface MemberFolder {
  readonly name: string;
  readonly files: readonly DroppedPath[];
}

/** Everything in the contributions' folder of an issue. */
export interface DropFolder {
  /** The folder with every link in its own path resolved; `undefined` when there is none. */
  readonly realRoot: string | undefined;
  readonly folders: readonly MemberFolder[];
  readonly passedOver: readonly Omit<PassedOverFile, 'contributor'>[];
  readonly findings: readonly Finding[];
}

/** Deeper folders are not read: nobody sorts a handful of pictures that deep. */
const MAX_FOLDER_LEVELS = 3;

function linkFinding(file: string): Finding {
  return fileFinding(file, linkedFile, {
    message: 'This is a link to another place, and links are never followed.',
    expected: 'the file itself',
    actual: 'a link',
    help: 'Take the link out, and save a copy of the file here.',
  });
}

function misplacedFinding(file: string): Finding {
  return fileFinding(file, misplacedFile, {
    message: "This file lies beside the members' folders, so nobody knows whose it is.",
    expected: "every file inside a member's folder",
    actual: "a file directly in the contributions' folder",
    help: "Move it into the member's folder, or into secretariat/.",
  });
}

function tooDeepFinding(file: string): Finding {
  return fileFinding(file, misplacedFile, {
    severity: 'warning',
    message: 'This folder lies too deep, so it was not looked into.',
    expected: `at most ${String(MAX_FOLDER_LEVELS)} folders inside each other`,
    actual: 'one more',
    help: "Move the files up into the member's folder.",
  });
}

function unreadableFolderFinding(file: string): Finding {
  return fileFinding(file, unreadableFile, {
    message: 'This folder may not be read, so nobody knows what is in it.',
    expected: 'a folder that everybody in the group may read',
    actual: 'a folder without the right to read it',
    help: 'Ask the person who looks after the folder to correct its permissions.',
  });
}

function foreignConfigurationFinding(file: string): Finding {
  return fileFinding(file, misplacedFile, {
    message: "A configuration of the newsletter lies among the members' files. It is never used.",
    expected: `${CONFIGURATION_FILE} only in the folder of the workspace itself`,
    actual: `a file ${CONFIGURATION_FILE} among the contributions`,
    help: 'Take it away. Ask who put it there: with it, somebody could have tried to have other texts or addresses used.',
  });
}

/** Also on a disk that does not distinguish capitals and small letters. */
function isConfiguration(name: string): boolean {
  return name.normalize('NFC').toLowerCase() === CONFIGURATION_FILE;
}

class Walk {
  readonly passedOver: Omit<PassedOverFile, 'contributor'>[] = [];
  readonly findings: Finding[] = [];

  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  #entries(folder: string): readonly Dirent[] {
    const entries = this.#listOrSay(folder);
    return entries.sort((left, right) => compareStrings(left.name.normalize('NFC'), right.name.normalize('NFC')));
  }

  #listOrSay(folder: string): Dirent[] {
    try {
      return readdirSync(folder, { withFileTypes: true });
    } catch {
      // It may be unreadable, or have gone since it was listed: either way somebody has to look.
      this.findings.push(unreadableFolderFinding(relativeToWorkspace(this.#root, folder)));
      return [];
    }
  }

  /** Says whether to read the entry; if not, keeps a finding about it. */
  #admits(entry: Dirent, absolutePath: string, folder: string): boolean {
    const file = relativeToWorkspace(this.#root, absolutePath);
    const reason = reasonToPassOver(entry.name);
    if (reason !== undefined) {
      this.passedOver.push({ file, folder, reason });
      return false;
    }
    if (isConfiguration(entry.name)) {
      this.findings.push(foreignConfigurationFinding(file));
      return false;
    }
    if (entry.isSymbolicLink()) this.findings.push(linkFinding(file));
    return !entry.isSymbolicLink();
  }

  filesOf(folder: string, owner: string, prefix = '', level = 1): DroppedPath[] {
    return this.#entries(folder).flatMap((entry): DroppedPath[] => {
      const absolutePath = path.join(folder, entry.name);
      if (!this.#admits(entry, absolutePath, owner)) return [];
      const file = relativeToWorkspace(this.#root, absolutePath);
      const name = `${prefix}${entry.name.normalize('NFC')}`;
      if (!entry.isDirectory()) return [{ file, name, absolutePath }];
      if (level < MAX_FOLDER_LEVELS) return this.filesOf(absolutePath, owner, `${name}/`, level + 1);
      this.findings.push(tooDeepFinding(file));
      return [];
    });
  }

  folders(contributions: string): MemberFolder[] {
    return this.#entries(contributions).flatMap((entry): MemberFolder[] => {
      const absolutePath = path.join(contributions, entry.name);
      const name = entry.name.normalize('NFC');
      if (!this.#admits(entry, absolutePath, entry.isDirectory() ? name : '')) return [];
      if (entry.isDirectory()) return [{ name, files: this.filesOf(absolutePath, name) }];
      this.findings.push(misplacedFinding(relativeToWorkspace(this.#root, absolutePath)));
      return [];
    });
  }
}

/**
 * Lists what members dropped, without opening anything and without following a link.
 *
 * @param root the workspace, which file names in findings are relative to.
 */
export function listDropFolder(root: string, contributions: string): DropFolder {
  const status = lstatSync(contributions, { throwIfNoEntry: false });
  if (status === undefined) return { realRoot: undefined, folders: [], passedOver: [], findings: [] };
  const realRoot = realpathSync(contributions);
  const walk = new Walk(root);
  const folders = walk.folders(contributions);
  return { realRoot, folders, passedOver: walk.passedOver, findings: walk.findings };
}
