import path from 'node:path';
import type { Contribution, PassedOverFile } from '../model/issue/contribution.js';
import type { Finding } from '../model/finding.js';
import type { Contributor, Member } from '../model/issue/member.js';
import type { Memory } from '../model/memory.js';
import { contributorOfFolder } from '../workspace/registry.js';
import { defineRule } from '../model/rule.js';
import { listDropFolder, type DroppedPath, type MemberFolder } from './folder/drop-folder.js';
import { fileFinding } from './file-findings.js';
import { readContribution, type ParsedText } from './read-contribution.js';

/** The name of a file can be read. */
export const invisibleInName = defineRule({
  id: 'file/name',
  severity: 'error',
  why: 'Invisible characters in a name hide what a file is, and break programs.',
  wrong: 'A name with a line break in it.',
  right: 'new-hotline.md',
});

/** A file in a member's folder that is no contribution. */
export interface OtherFile {
  readonly file: string;
  readonly folder: string;
  /** `undefined` when the folder belongs to nobody in the registry. */
  readonly contributor: Contributor | undefined;
  /** Whether its name is that of a picture. */
  readonly picture: boolean;
}

/** All that members dropped for one issue. */
export interface ContributionFolder {
  /** Whether there is a folder for contributions at all. */
  readonly found: boolean;
  readonly passedOver: readonly PassedOverFile[];
  readonly others: readonly OtherFile[];
  readonly findings: readonly Finding[];
  /** Yields the contributions one after the other, so that the caller holds only those it needs in memory. */
  readonly contributions: () => Iterable<Contribution>;
}

const CONTRIBUTION_NAME = /\.(md|markdown)$/i;
const PICTURE_NAME = /\.(jpe?g|png|gif|webp|tiff?|avif|svg|heic|heif|bmp)$/i;

/** Says whether a file is a contribution, by its name. */
export function isContribution(dropped: Pick<DroppedPath, 'name'>): boolean {
  return CONTRIBUTION_NAME.test(dropped.name);
}

function othersOf(folder: MemberFolder, members: readonly Member[]): readonly OtherFile[] {
  const contributor = contributorOfFolder(members, folder.name);
  return folder.files
    .filter((dropped) => !isContribution(dropped))
    .map(({ file, name }) => ({
      file,
      folder: folder.name,
      contributor,
      picture: PICTURE_NAME.test(path.posix.basename(name)),
    }));
}

function* readFolder(
  folder: MemberFolder,
  members: readonly Member[],
  realRoot: string,
  memory: Memory<ParsedText> | undefined,
): Iterable<Contribution> {
  const contributor = contributorOfFolder(members, folder.name);
  const neighbours = new Map<string, DroppedPath>(folder.files.map((file) => [file.name, file]));
  for (const dropped of folder.files.filter(isContribution)) {
    yield readContribution({ dropped, folder: folder.name, contributor, neighbours, realRoot }, memory);
  }
}

/** An unusual name suggests that a program made the file, or that another system cannot store it. */
function nameFindings(folder: MemberFolder): readonly Finding[] {
  return folder.files
    .filter((dropped) => /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(dropped.name))
    .map((dropped) =>
      fileFinding(dropped.file, invisibleInName, {
        message: 'The name of this file has characters that cannot be seen.',
        expected: 'a name of letters, digits and hyphens',
        actual: 'invisible characters',
        help: 'Give the file a plain name, such as new-hotline.md.',
      }),
    );
}

/**
 * Collects what members dropped into the contributions' folder of an issue.
 *
 * @param root the workspace, which file names in findings are relative to.
 * @param memory where a long-running process keeps the texts that it has parsed.
 */
export function readContributions(
  root: string,
  contributionsFolder: string,
  members: readonly Member[],
  memory?: Memory<ParsedText>,
): ContributionFolder {
  const { realRoot, folders, passedOver, findings } = listDropFolder(root, contributionsFolder);
  return {
    found: realRoot !== undefined,
    passedOver: passedOver.map((one) => ({ ...one, contributor: contributorOfFolder(members, one.folder) })),
    others: folders.flatMap((folder) => othersOf(folder, members)),
    findings: [...findings, ...folders.flatMap(nameFindings)],
    *contributions() {
      if (realRoot === undefined) return;
      for (const folder of folders) yield* readFolder(folder, members, realRoot, memory);
    },
  };
}
