import path from 'node:path';
import type { Contribution, PassedOverFile } from '../model/contribution.js';
import type { Finding } from '../model/finding.js';
import type { Member } from '../model/member.js';
import { contributorOfFolder } from '../workspace/registry.js';
import { listDropFolder, type DroppedPath, type MemberFolder } from './drop-folder.js';
import { fileFinding } from './file-findings.js';
import { readContribution } from './read-contribution.js';

/** A file in a member's folder that is no contribution. */
export interface OtherFile {
  readonly file: string;
  readonly folder: string;
  /** Whether its name is that of a picture. */
  readonly picture: boolean;
}

/** All that members dropped for one issue. */
export interface Collection {
  /** Whether there is a folder for contributions at all. */
  readonly found: boolean;
  readonly contributions: readonly Contribution[];
  readonly passedOver: readonly PassedOverFile[];
  readonly others: readonly OtherFile[];
  readonly findings: readonly Finding[];
}

const CONTRIBUTION_NAME = /\.(md|markdown)$/i;
const PICTURE_NAME = /\.(jpe?g|png|gif|webp|tiff?|avif|svg|heic|heif|bmp)$/i;

function collectFolder(folder: MemberFolder, members: readonly Member[], realRoot: string) {
  const contributor = contributorOfFolder(members, folder.name);
  const neighbours = new Map<string, DroppedPath>(folder.files.map((file) => [file.name, file]));
  const contributions: Contribution[] = [];
  const others: OtherFile[] = [];
  for (const dropped of folder.files) {
    if (CONTRIBUTION_NAME.test(dropped.name)) {
      contributions.push(readContribution({ dropped, folder: folder.name, contributor, neighbours, realRoot }));
    } else {
      others.push({
        file: dropped.file,
        folder: folder.name,
        picture: PICTURE_NAME.test(path.posix.basename(dropped.name)),
      });
    }
  }
  return { contributions, others };
}

/** An unusual name is a sign of a file that was not made by a person, or that another system cannot store. */
function nameFindings(folder: MemberFolder): readonly Finding[] {
  return folder.files
    .filter((dropped) => /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(dropped.name))
    .map((dropped) =>
      fileFinding(dropped.file, {
        ruleId: 'file/name',
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
 * @param root the workspace, for the names of files.
 */
export function collectContributions(
  root: string,
  contributionsFolder: string,
  members: readonly Member[],
): Collection {
  const drop = listDropFolder(root, contributionsFolder);
  const { realRoot } = drop;
  if (realRoot === undefined) return { found: false, contributions: [], passedOver: [], others: [], findings: [] };
  const collected = drop.folders.map((folder) => collectFolder(folder, members, realRoot));
  return {
    found: true,
    contributions: collected.flatMap(({ contributions }) => contributions),
    passedOver: drop.passedOver,
    others: collected.flatMap(({ others }) => others),
    findings: [...drop.findings, ...drop.folders.flatMap(nameFindings)],
  };
}
