import path from 'node:path';
import type { Contribution, DroppedPicture } from '../model/contribution.js';
import type { Finding } from '../model/finding.js';
import type { InputFile } from '../model/input-file.js';
import type { IssueSettings } from '../model/issue-settings.js';
import type { PreparedPicture } from '../model/picture.js';
import {
  LOGO_WIDTHS,
  PICTURE_WIDTHS,
  preparePictures,
  type PicturePreparation,
  type PictureSource,
} from '../pictures/prepare.js';
import { asInput, readIfThere, type IssueMaterial } from './read-issue.js';

/** The pictures of an issue, made safe where that was possible. */
export interface IssuePictures {
  /** By the file they were dropped as, relative to the workspace. */
  readonly byFile: ReadonlyMap<string, PreparedPicture>;
  /** Funders' logos, by the path that `issue.yaml` gives. */
  readonly logos: ReadonlyMap<string, PreparedPicture>;
  readonly logoInputs: readonly InputFile[];
  readonly findings: readonly Finding[];
}

type FoundPicture = Extract<DroppedPicture, { kind: 'found' }>;

interface Wanted {
  readonly source: PictureSource;
  readonly settle: (outcome: PicturePreparation) => void;
}

/** Where prepared pictures are kept between builds. */
export function pictureCacheFolder(root: string): string {
  return path.join(root, 'data', 'cache', 'pictures');
}

function unreadableFinding(contribution: Contribution, picture: FoundPicture, reason: string): Finding {
  const place = contribution.kind === 'read' ? contribution.places.get(`${picture.path}.file`) : undefined;
  return {
    ruleId: 'picture/unreadable',
    severity: 'error',
    file: contribution.file,
    ...(place ?? { line: 1, column: 1 }),
    message: `The picture "${picture.declaredFile}" is damaged or too large to be read.`,
    expected: 'a whole picture of at most 60 million pixels',
    actual: reason.split('\n')[0] ?? reason,
    help: 'Open it in a picture program and save it again as JPEG.',
  };
}

function logoFinding(file: string, place: { line: number; column: number } | undefined, logo: string): Finding {
  return {
    ruleId: 'issue/logo',
    severity: 'error',
    file,
    ...(place ?? { line: 1, column: 1 }),
    message: `The logo "${logo}" cannot be used.`,
    expected: "a JPEG or PNG picture inside the issue's folder, such as funders/eu-emblem.png",
    actual: 'no such picture',
    help: 'Save the logo there, or correct its name.',
  };
}

function wantedOfContributions(
  contributions: readonly Contribution[],
  byFile: Map<string, PreparedPicture>,
  findings: Finding[],
): Wanted[] {
  return contributions.flatMap((contribution): Wanted[] => {
    if (contribution.kind === 'unread') return [];
    const found = contribution.pictures.filter((picture) => picture.kind === 'found');
    // Of what is no picture at all, a rule has said so.
    return found
      .filter((picture) => picture.type !== 'unknown')
      .map((picture) => ({
        source: { absolutePath: picture.absolutePath, sha256: picture.sha256, widths: PICTURE_WIDTHS },
        settle: (outcome) => {
          if (outcome.kind === 'prepared') byFile.set(picture.file, outcome.picture);
          if (outcome.kind === 'unreadable') findings.push(unreadableFinding(contribution, picture, outcome.reason));
        },
      }));
  });
}

/** The path of a logo inside the issue's folder, or `undefined` for one that leads out of it. */
function logoPath(issueFolder: string, logo: string): string | undefined {
  const file = path.resolve(issueFolder, logo);
  return file.startsWith(issueFolder + path.sep) ? file : undefined;
}

/** Makes every declared picture and every funder's logo safe; what could not be read comes back as findings. */
export async function issuePictures(
  material: IssueMaterial,
  settings: IssueSettings,
  contributions: readonly Contribution[],
  root: string,
  request: {
    readonly pictures: 'decode' | 'cached';
    readonly onProgress: (step: string, done: number, of: number) => void;
  },
): Promise<IssuePictures> {
  const byFile = new Map<string, PreparedPicture>();
  const logos = new Map<string, PreparedPicture>();
  const logoInputs: InputFile[] = [];
  const findings: Finding[] = [];
  const wanted = wantedOfContributions(contributions, byFile, findings);
  for (const [index, { logo }] of (settings.funders ?? []).entries()) {
    if (logo === undefined) continue;
    const file = logoPath(material.folder.path, logo);
    const bytes = file === undefined ? undefined : readIfThere(file);
    const finding = logoFinding(
      material.settings.file,
      material.settings.places.get(`funders.${String(index)}.logo`),
      logo,
    );
    if (file === undefined || bytes === undefined) {
      findings.push(finding);
      continue;
    }
    const input = asInput(root, file, bytes);
    logoInputs.push(input);
    wanted.push({
      source: { absolutePath: file, sha256: input.sha256, widths: LOGO_WIDTHS },
      settle: (outcome) => {
        if (outcome.kind === 'prepared') logos.set(logo, outcome.picture);
        if (outcome.kind === 'unreadable') findings.push(finding);
      },
    });
  }
  const outcomes = await preparePictures(
    wanted.map(({ source }) => source),
    pictureCacheFolder(root),
    request.pictures,
    (done, of) => {
      request.onProgress('pictures', done, of);
    },
  );
  wanted.forEach(({ settle }, index) => {
    const outcome = outcomes[index];
    if (outcome !== undefined) settle(outcome);
  });
  return { byFile, logos, logoInputs, findings };
}
