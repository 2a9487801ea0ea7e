import { applyAllow } from '../check/allow.js';
import { maskSecrets } from '../check/mask.js';
import { reportContributions } from '../check/report.js';
import type { CheckContext } from '../check/rule.js';
import { RULES } from '../check/rules/index.js';
import { checkContribution, checkOverview, checkText, type Found } from '../check/run-rules.js';
import { summarise } from '../check/summary.js';
import { textOfLetter, textOfSettings } from '../check/text/file-texts.js';
import type { ContributionReport, ReadContribution } from '../model/contribution.js';
import type { ContributionSummary } from '../model/contribution-summary.js';
import { compareFindings, compareStrings, type Finding } from '../model/finding.js';
import type { InputFile } from '../model/input-file.js';
import type { IssueSettings } from '../model/issue-settings.js';
import { relativeToWorkspace } from '../workspace/locate.js';
import { suggestFolder } from '../workspace/registry.js';
import { issuePictures, type IssuePictures } from './issue-pictures.js';
import type { Workspace } from './open-workspace.js';
import { readIssue, type IssueMaterial } from './read-issue.js';

/** What a check is to look at, and how far it goes. */
export interface CheckRequest {
  readonly issue: string | undefined;
  /** `cached` believes what earlier checks found out about pictures and decodes none. */
  readonly pictures: 'decode' | 'cached';
  /** Whether the contributions that pass are wanted afterwards; a mere check holds only one at a time. */
  readonly keepPassing: boolean;
  /** Told while pictures are made ready. */
  readonly onProgress: (step: string, done: number, of: number) => void;
}

/** An issue with all that was found, and what of it can be published. */
export interface CheckedIssue {
  readonly issue: string;
  readonly material: IssueMaterial;
  /** From `issue.yaml`, or what can be said without it. */
  readonly settings: IssueSettings;
  readonly findings: readonly Finding[];
  readonly contributions: readonly ContributionReport[];
  /** Those that passed, in or warned; empty unless they were to be kept. */
  readonly passing: readonly ReadContribution[];
  readonly pictures: IssuePictures;
  /** Every file of the issue that was read, templates not, ordered by path. */
  readonly inputs: readonly InputFile[];
}

/** What came of looking at every contribution once. */
interface Looked {
  readonly summaries: readonly ContributionSummary[];
  readonly kept: readonly ReadContribution[];
  readonly found: readonly Found[];
}

function contextOf(material: IssueMaterial, settings: IssueSettings, root: string): CheckContext {
  const { registry, folder } = material;
  return {
    issue: folder.id,
    date: settings.date,
    contributionsFolder: relativeToWorkspace(root, folder.contributions),
    settings,
    settingsFile: material.settings.file,
    settingsPlaces: material.settings.places,
    members: registry.members,
    suggestFolder: (name) => suggestFolder(registry.members, name),
  };
}

function lookAtContributions(material: IssueMaterial, context: CheckContext, keep: boolean): Looked {
  const summaries: ContributionSummary[] = [];
  const kept: ReadContribution[] = [];
  const found: Found[] = [];
  for (const contribution of material.collection.contributions()) {
    const summary = summarise(contribution, context.settings);
    summaries.push(summary);
    if (summary.excluded) continue;
    found.push({ findings: contribution.findings, secrets: [] });
    if (contribution.kind === 'unread') continue;
    const { findings, secrets } = checkContribution(RULES, contribution, context);
    const { allow: proposals = [] } = contribution.frontMatter;
    found.push({ findings: applyAllow(findings, contribution.key, proposals, context.settings.allow ?? []), secrets });
    if (keep) kept.push(contribution);
  }
  return { summaries, kept, found };
}

function lookAtTheRest(
  material: IssueMaterial,
  context: CheckContext,
  summaries: readonly ContributionSummary[],
): Found[] {
  const { collection, editorial, settings } = material;
  const used = new Set(
    summaries.flatMap(({ content }) =>
      (content?.pictures ?? []).flatMap((picture) => (picture.kind === 'found' ? [picture.file] : [])),
    ),
  );
  const overview = {
    contributions: summaries.filter(({ excluded }) => !excluded),
    keys: summaries.map(({ key }) => key),
    passedOver: collection.passedOver,
    unusedFiles: collection.others.filter(({ file }) => !used.has(file)),
  };
  return [
    checkOverview(RULES, overview, context),
    ...(settings.settings === undefined ? [] : [checkText(RULES, textOfSettings(context), context)]),
    ...(editorial.letter === undefined
      ? []
      : [checkText(RULES, textOfLetter(editorial.file, editorial.letter, context), context)]),
  ];
}

function inputsOf(
  material: IssueMaterial,
  summaries: readonly ContributionSummary[],
  pictures: IssuePictures,
): InputFile[] {
  const inputs = [
    ...material.inputs,
    ...summaries.flatMap(({ file, sha256, content }) => [
      { path: file, sha256 },
      ...(content?.pictures ?? []).flatMap((picture) =>
        picture.kind === 'found' ? [{ path: picture.file, sha256: picture.sha256 }] : [],
      ),
    ]),
    ...pictures.logoInputs,
  ];
  const byPath = new Map(inputs.map((input) => [input.path, input]));
  return [...byPath.values()].sort((left, right) => compareStrings(left.path, right.path));
}

/**
 * Checks an issue. Nothing is written but the cache of pictures, and nothing is thrown for what members wrote:
 * that comes back as findings.
 *
 * @throws {NewsletterError} `issue-missing`, `file-unreadable`
 */
export async function checkIssue(workspace: Workspace, request: CheckRequest): Promise<CheckedIssue> {
  const material = readIssue(workspace, request.issue);
  const { root } = workspace.configuration;
  // Without a readable issue.yaml the contributions can still be judged.
  const settings = material.settings.settings ?? { title: material.folder.id, date: `${material.folder.id}-01` };
  const context = contextOf(material, settings, root);
  const { summaries, kept, found } = lookAtContributions(material, context, request.keepPassing);
  const excluded = new Set(summaries.flatMap((summary) => (summary.excluded ? [summary.file] : [])));
  const rest = lookAtTheRest(material, context, summaries);
  const pictures = await issuePictures(material, settings, summaries, root, request);
  const findings = [
    ...material.configurationFindings,
    ...material.registry.findings,
    ...material.settings.findings,
    ...material.editorial.findings,
    ...material.collection.findings.filter(({ file }) => !excluded.has(file)),
    ...[...found, ...rest].flatMap((one) => one.findings),
    ...pictures.findings,
  ].sort(compareFindings);
  const contributions = reportContributions(summaries, material.collection.passedOver, findings);
  const secrets = [...found, ...rest].flatMap((one) => one.secrets);
  const passed = new Set(
    contributions.filter(({ state }) => state === 'in' || state === 'warned').map(({ file }) => file),
  );
  return {
    issue: material.folder.id,
    material,
    settings,
    ...maskSecrets(secrets, findings, contributions),
    passing: kept.filter(({ file }) => passed.has(file)),
    pictures,
    inputs: inputsOf(material, summaries, pictures),
  };
}
