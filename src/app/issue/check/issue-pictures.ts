import { realpathSync } from 'node:fs';
import path from 'node:path';
import { MAX_FILE_BYTES } from '../../../model/issue/pictures/file-sizes.js';
import { readSafely } from '../../../contributions/folder/safe-file.js';
import type { ContributionSummary } from '../../../model/issue/contribution-summary.js';
import type { Finding } from '../../../model/finding.js';
import type { InputFile } from '../../../model/issue/input-file.js';
import type { Design } from '../../../model/settings/design.js';
import type { IssueSettings } from '../../../model/issue/issue-settings.js';
import { isTaken, type PreparedPicture } from '../../../model/issue/pictures/picture.js';
import {
  conversionFinding,
  logoFinding,
  ownLogoFinding,
  smallPictureFinding,
  unreadableFinding,
} from './picture-findings.js';
import {
  LOGO_WIDTHS,
  MASTHEAD_LOGO_WIDTHS,
  PICTURE_WIDTHS,
  preparePictures,
  type PicturePreparation,
  type PictureSource,
} from '../../../assets/pictures/prepare.js';
import { pictureCacheFolder } from '../../workspace/cache-folders.js';
import { toInputFile, type IssueMaterial } from '../read-issue.js';

/** The pictures of an issue that could be made safe. */
export interface IssuePictures {
  /** By their dropped file, relative to the workspace. */
  readonly byFile: ReadonlyMap<string, PreparedPicture>;
  /** Funders' logos, by the path in `issue.yaml`. */
  readonly logos: ReadonlyMap<string, PreparedPicture>;
  /** The newsletter's own logo, which `newsletter.yaml` names. */
  readonly logo: PreparedPicture | undefined;
  readonly logoInputs: readonly InputFile[];
  readonly findings: readonly Finding[];
}

interface AssetJob {
  readonly source: PictureSource;
  readonly settle: (outcome: PicturePreparation) => void;
}

function contributionPictureJobs(
  summaries: readonly ContributionSummary[],
  byFile: Map<string, PreparedPicture>,
  findings: Finding[],
): AssetJob[] {
  return summaries.flatMap(({ file, content, excluded }): AssetJob[] => {
    if (excluded) return [];
    return (content?.pictures ?? []).flatMap((picture): AssetJob[] => {
      // A rule has already reported what is not a picture at all.
      if (picture.kind !== 'found' || !isTaken(picture.type)) return [];
      const settle = (outcome: PicturePreparation) => {
        if (outcome.kind === 'prepared') {
          byFile.set(picture.file, outcome.picture);
          const place = { file, line: picture.line, column: picture.column };
          const [first, ...others] = outcome.picture.renditions;
          // No rendition is wider than the picture itself.
          const widest = others.reduce((one, other) => (other.width > one.width ? other : one), first);
          findings.push(
            ...conversionFinding(place, picture.declaredFile, outcome.conversions),
            ...smallPictureFinding(place, picture.declaredFile, widest),
          );
        }
        if (outcome.kind === 'unreadable') {
          findings.push(unreadableFinding(file, picture, picture.declaredFile, outcome.reason));
        }
      };
      return [
        { source: { absolutePath: picture.absolutePath, sha256: picture.sha256, widths: PICTURE_WIDTHS }, settle },
      ];
    });
  });
}

/** Reads the bytes of a logo inside a folder; links and paths that lead out of it give nothing. */
function readLogo(folder: string, logo: string): { readonly file: string; readonly bytes: Buffer } | undefined {
  const file = path.resolve(folder, logo);
  const read = readSafely(realpathSync(folder), file, MAX_FILE_BYTES.picture);
  return read.kind === 'bytes' ? { file, bytes: read.bytes } : undefined;
}

function logoJobs(
  material: IssueMaterial,
  settings: IssueSettings,
  root: string,
  logos: Map<string, PreparedPicture>,
  inputs: InputFile[],
  findings: Finding[],
): AssetJob[] {
  return (settings.funders ?? []).flatMap(({ logo }, index): AssetJob[] => {
    if (logo === undefined) return [];
    const place = material.settings.places.get(`funders.${String(index)}.logo`);
    const finding = logoFinding(material.settings.file, place, logo);
    const read = readLogo(material.folder.path, logo);
    if (read === undefined) {
      findings.push(finding);
      return [];
    }
    const input = toInputFile(root, read.file, read.bytes);
    inputs.push(input);
    const settle = (outcome: PicturePreparation) => {
      if (outcome.kind === 'prepared') logos.set(logo, outcome.picture);
      if (outcome.kind === 'unreadable') findings.push(finding);
    };
    return [{ source: { absolutePath: read.file, sha256: input.sha256, widths: LOGO_WIDTHS }, settle }];
  });
}

/** The newsletter's own logo, where it has one. */
function logoJob(
  root: string,
  logo: string | undefined,
  inputs: InputFile[],
  settle: (picture: PreparedPicture) => void,
  findings: Finding[],
): AssetJob[] {
  if (logo === undefined) return [];
  const read = readLogo(root, logo);
  if (read === undefined) {
    findings.push(ownLogoFinding(logo));
    return [];
  }
  const input = toInputFile(root, read.file, read.bytes);
  inputs.push(input);
  return [
    {
      source: { absolutePath: read.file, sha256: input.sha256, widths: MASTHEAD_LOGO_WIDTHS },
      settle: (outcome) => {
        if (outcome.kind === 'prepared') settle(outcome.picture);
        if (outcome.kind === 'unreadable') findings.push(ownLogoFinding(logo));
      },
    },
  ];
}

/** Makes every declared picture and every logo safe; findings report what could not be read. */
export async function issuePictures(
  material: IssueMaterial,
  settings: IssueSettings,
  summaries: readonly ContributionSummary[],
  { root, design }: { readonly root: string; readonly design: Pick<Design, 'logo'> },
  request: {
    readonly pictures: 'decode' | 'cached';
    readonly onProgress: (step: string, done: number, of: number) => void;
  },
): Promise<IssuePictures> {
  const byFile = new Map<string, PreparedPicture>();
  const logos = new Map<string, PreparedPicture>();
  const logoInputs: InputFile[] = [];
  const findings: Finding[] = [];
  let own: PreparedPicture | undefined;
  const wanted = [
    ...contributionPictureJobs(summaries, byFile, findings),
    ...logoJobs(material, settings, root, logos, logoInputs, findings),
    ...logoJob(root, design.logo, logoInputs, (picture) => (own = picture), findings),
  ];
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
  return { byFile, logos, logo: own, logoInputs, findings };
}
