import { HIDING, JUDGING, processFindings, type ProcessorContext } from '../../../check/engine/processors.js';
import { PreparedHouseStyle } from '../../../check/detect/house-style.js';
import { loadLanguageDetector, type LanguageDetector } from '../../../check/detect/language/language-detector.js';
import { maskReports } from '../../../check/engine/mask.js';
import type { OnlineOptions } from '../../../check/online/check-links.js';
import { memberOf, reportContributions } from '../../../check/engine/report.js';
import type { CheckContext, IssueOverview } from '../../../check/engine/rule.js';
import { RULES } from '../../../check/rules/index.js';
import { checkContribution, checkOverview, checkText, type RuleFindings } from '../../../check/engine/run-rules.js';
import { summarise } from '../../../check/engine/summary.js';
import { textOfLetter, textOfSettings } from '../../../check/engine/file-texts.js';
import type { ContributionFolder, OtherFile } from '../../../contributions/read-contributions.js';
import type { Contribution, ContributionReport, ReadContribution } from '../../../model/issue/contribution.js';
import { filesNamedBy, type ContributionSummary } from '../../../model/issue/contribution-summary.js';
import { compareStrings, type Finding } from '../../../model/finding.js';
import type { InputFile } from '../../../model/issue/input-file.js';
import type { IssueSettings } from '../../../model/issue/issue-settings.js';
import { findCopiedRecords } from '../../../workspace/issue/copied-records.js';
import { readEarlierSettings } from '../../../workspace/issue/earlier-settings.js';
import { relativeToWorkspace } from '../../../workspace/locate.js';
import { listIssues, listMisnamedIssues } from '../../../workspace/issue/locate-issue.js';
import { suggestFolder } from '../../../workspace/registry.js';
import { findSettingsCopies } from '../../../workspace/issue/settings-copies.js';
import { CleanResultCache } from './clean-result-cache.js';
import type { CheckMemory, CheckedContribution } from './check-memory.js';
import { readEarlierTexts } from '../earlier-issues.js';
import { issueDocuments, type IssueDocuments } from './issue-pdfs.js';
import { issueLinks } from './issue-links.js';
import { issuePictures, type IssuePictures } from './issue-pictures.js';
import type { Workspace } from '../../workspace/open-workspace.js';
import { readIssue, type IssueMaterial } from '../read-issue.js';

/** What to check, and how far. */
export interface CheckRequest {
  readonly issue: string | undefined;
  /** `cached` trusts what earlier checks found out about pictures and attached files, and opens none. */
  readonly pictures: 'decode' | 'cached';
  /** Whether the caller needs the contributions that pass; a mere check holds only one at a time. */
  readonly keepPassing: boolean;
  /** Writes nothing, not even to the caches, so that a dry run leaves no trace. */
  readonly writeNothing?: boolean | undefined;
  /** Checks whether links answer; without it nothing is fetched. */
  readonly online?: OnlineOptions | undefined;
  /** The memory of a long-running process. */
  readonly memory?: CheckMemory | undefined;
  /** Called while pictures are prepared. */
  readonly onProgress: (step: string, done: number, of: number) => void;
}

/** An issue with all findings, and what of it can be published. */
export interface CheckedIssue {
  readonly issue: string;
  readonly material: IssueMaterial;
  /** From `issue.yaml`, or defaults without it. */
  readonly settings: IssueSettings;
  readonly findings: readonly Finding[];
  readonly contributions: readonly ContributionReport[];
  /** Files that are no contributions and that none names, including pictures. */
  readonly filesNotIn: readonly { readonly file: string; readonly member: string }[];
  /** The contributions that passed, in or warned; empty unless they should be kept. */
  readonly passing: readonly ReadContribution[];
  readonly pictures: IssuePictures;
  readonly documents: IssueDocuments;
  /** Every file of the issue that was read, except templates, ordered by path. */
  readonly inputs: readonly InputFile[];
}

/** The results of checking all contributions. */
interface CheckedContributions {
  readonly summaries: readonly ContributionSummary[];
  readonly kept: readonly ReadContribution[];
  readonly found: readonly FoundInContribution[];
}

/** What was found in one contribution; a finding can stand in `issue.yaml` all the same. */
interface FoundInContribution extends RuleFindings {
  readonly subject: ContributionSummary;
}

function houseStyleOf(material: IssueMaterial, memory: CheckMemory | undefined): PreparedHouseStyle {
  const key = contextKey(material);
  const houseStyle =
    memory?.houseStyles.recall(key) ??
    new PreparedHouseStyle(material.houseStyle.houseStyle, material.registry.members);
  memory?.houseStyles.remember(key, houseStyle);
  return houseStyle;
}

function contextOf(
  material: IssueMaterial,
  settings: IssueSettings,
  root: string,
  memory: CheckMemory | undefined,
): CheckContext {
  const { registry, folder } = material;
  return {
    issue: folder.id,
    date: settings.date,
    contributionsFolder: relativeToWorkspace(root, folder.contributions),
    settings,
    settingsFile: material.settings.file,
    settingsPlaces: material.settings.places,
    members: registry.members,
    houseStyle: houseStyleOf(material, memory),
    suggestFolder: (name) => suggestFolder(registry.members, name),
  };
}

/** Returns the cache key for everything except the contribution itself. */
function contextKey(material: IssueMaterial): string {
  return [material.shippedHouseStyle, ...material.inputs.map(({ path, sha256 }) => `${path} ${sha256}`)].join('\n');
}

const NOTHING_FOUND: RuleFindings = { findings: [], secrets: [] };

function checkOne(
  contribution: Contribution,
  context: CheckContext,
  key: string,
  clean: CleanResultCache,
): CheckedContribution {
  const summary = summarise(contribution, context.settings);
  if (summary.excluded || contribution.kind === 'unread') return { summary, found: undefined };
  if (clean.has(key)) return { summary, found: NOTHING_FOUND };
  return { summary, found: checkContribution(RULES, contribution, context) };
}

function checkContributions(
  material: IssueMaterial,
  context: CheckContext,
  request: Pick<CheckRequest, 'keepPassing' | 'memory'>,
  clean: CleanResultCache,
): CheckedContributions {
  const summaries: ContributionSummary[] = [];
  const kept: ReadContribution[] = [];
  const found: FoundInContribution[] = [];
  const surroundings = contextKey(material);
  for (const contribution of material.collection.contributions()) {
    const files =
      contribution.kind === 'read' ? [contribution.pictures, contribution.namedPictures, contribution.attachment] : [];
    const key = JSON.stringify([contribution.file, contribution.sha256, files, surroundings]);
    // An unread file was not even opened, so it may have changed.
    const known = contribution.kind === 'read' ? request.memory?.cleanResults.recall(key) : undefined;
    const checked = known ?? checkOne(contribution, context, key, clean);
    request.memory?.cleanResults.remember(key, checked);
    if (checked.found?.findings.length === 0 && checked.found.secrets.length === 0) clean.add(key);
    const subject = checked.summary;
    summaries.push(subject);
    found.push({ subject, findings: contribution.findings, secrets: [] });
    if (checked.found !== undefined) found.push({ subject, ...checked.found });
    if (contribution.kind === 'read' && request.keepPassing && !subject.excluded) kept.push(contribution);
  }
  return { summaries, kept, found };
}

/** Loads the detector if the text of a contribution leaves a doubt about its language. */
async function detectorFor(summaries: readonly ContributionSummary[]): Promise<LanguageDetector | undefined> {
  const doubtful = summaries.some(({ excluded, content }) => !excluded && content?.languageDoubt !== undefined);
  return doubtful ? loadLanguageDetector() : undefined;
}

type IssueSurroundings = Pick<
  IssueOverview,
  'earlierTexts' | 'earlierSettings' | 'misnamedIssues' | 'copiedRecords' | 'settingsCopies'
>;

/** Reads the surroundings of an issue: earlier issues, and files that only look like those which are read. */
function surroundingsOf({ folder }: IssueMaterial, root: string): IssueSurroundings {
  const issues = new Set(listIssues(root));
  return {
    earlierTexts: readEarlierTexts(root, folder),
    earlierSettings: readEarlierSettings(root, folder.id),
    misnamedIssues: listMisnamedIssues(root).map(({ name, meant }) => ({
      name,
      meant,
      taken: meant !== undefined && issues.has(meant),
    })),
    copiedRecords: findCopiedRecords(root, folder),
    settingsCopies: findSettingsCopies(root, folder),
  };
}

/** Finds files that are neither contributions nor named by one. */
function unusedFiles({ others }: ContributionFolder, summaries: readonly ContributionSummary[]): readonly OtherFile[] {
  const used = new Set(
    summaries.flatMap((summary) => [
      ...filesNamedBy(summary).map(({ path }) => path),
      ...(summary.content?.namedFiles ?? []),
    ]),
  );
  return others.filter(({ file }) => !used.has(file));
}

/** Finds unused files that no text mentions; if one does, a finding about a wrong key already says so. */
function unnamedFiles(collection: ContributionFolder, summaries: readonly ContributionSummary[]): readonly OtherFile[] {
  const mentioned = new Set(summaries.flatMap(({ mentionedFiles }) => mentionedFiles));
  return unusedFiles(collection, summaries).filter(({ file }) => !mentioned.has(file));
}

function checkRemaining(
  material: IssueMaterial,
  context: CheckContext,
  summaries: readonly ContributionSummary[],
  surroundings: IssueSurroundings & Pick<IssueOverview, 'detectLanguage'>,
): RuleFindings[] {
  const { collection, editorial, settings } = material;
  const overview = {
    contributions: summaries.filter(({ excluded }) => !excluded),
    keys: summaries.map(({ key }) => key),
    passedOver: collection.passedOver,
    ...surroundings,
    unusedFiles: unnamedFiles(collection, summaries),
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
    ...summaries.flatMap((summary) => [{ path: summary.file, sha256: summary.sha256 }, ...filesNamedBy(summary)]),
    ...pictures.logoInputs,
  ];
  const byPath = new Map(inputs.map((input) => [input.path, input]));
  return [...byPath.values()].sort((left, right) => compareStrings(left.path, right.path));
}

/** What the tail of the check is to know: a finding is about the contribution in which it was found, or whose file it names. */
function processorContextOf(
  { summaries, found }: CheckedContributions,
  settings: IssueSettings,
  secrets: readonly string[],
): ProcessorContext {
  const subjects = new Map(found.flatMap(({ subject, findings }) => findings.map((one) => [one, subject] as const)));
  const byFile = new Map(summaries.map((summary) => [summary.file, summary]));
  return {
    subjectOf: (finding) => subjects.get(finding) ?? byFile.get(finding.file),
    grants: settings.allow ?? [],
    secrets,
  };
}

/**
 * Checks an issue. It writes only the cache of pictures, and throws nothing for what members wrote: that becomes
 * findings.
 *
 * @throws NewsletterError `issue-missing`, `file-unreadable`.
 */
export async function checkIssue(workspace: Workspace, request: CheckRequest): Promise<CheckedIssue> {
  request.memory?.nextRound();
  const material = readIssue(workspace, request.issue, request.memory);
  const { root } = workspace.configuration;
  // Without a readable issue.yaml the contributions can still be judged.
  const settings = material.settings.settings ?? { title: material.folder.id, date: `${material.folder.id}-01` };
  const context = contextOf(material, settings, root, request.memory);
  const clean = new CleanResultCache(root, material.folder.id);
  const checked = checkContributions(material, context, request, clean);
  const { summaries, kept, found } = checked;
  if (request.writeNothing !== true) clean.write();
  const rest = checkRemaining(material, context, summaries, {
    ...surroundingsOf(material, root),
    detectLanguage: await detectorFor(summaries),
  });
  const pictures = await issuePictures(material, settings, summaries, workspace.configuration, request);
  const documents = await issueDocuments(summaries, context, root, request);
  const all = [...found, ...rest, ...documents.found];
  const everything = [
    ...material.configurationFindings,
    ...material.registry.findings,
    ...material.houseStyle.findings,
    ...material.settings.findings,
    ...material.editorial.findings,
    ...material.collection.findings,
    ...all.flatMap((one) => one.findings),
    ...pictures.findings,
    ...(await issueLinks(material, context, root, request)),
  ];
  const secrets = all.flatMap((one) => one.secrets);
  const tail = processorContextOf(checked, settings, secrets);
  const findings = processFindings(JUDGING, everything, tail);
  const contributions = reportContributions(summaries, material.collection.passedOver, findings);
  const passed = new Set(
    contributions.filter(({ state }) => state === 'in' || state === 'warned').map(({ file }) => file),
  );
  return {
    issue: material.folder.id,
    material,
    settings,
    findings: processFindings(HIDING, findings, tail),
    contributions: maskReports(secrets, contributions),
    filesNotIn: unusedFiles(material.collection, summaries).map((one) => ({ file: one.file, member: memberOf(one) })),
    passing: kept.filter(({ file }) => passed.has(file)),
    pictures,
    documents,
    inputs: inputsOf(material, summaries, pictures),
  };
}
