import { applyRules, reportContributions } from '../check/apply-rules.js';
import type { CheckContext } from '../check/rule.js';
import type { ContributionReport, ReadContribution } from '../model/contribution.js';
import { compareFindings, type Finding } from '../model/finding.js';
import type { IssueSettings } from '../model/issue-settings.js';
import { relativeToWorkspace } from '../workspace/locate.js';
import { suggestFolder } from '../workspace/registry.js';
import type { Workspace } from './open-workspace.js';
import { issuePictures, type IssuePictures } from './issue-pictures.js';
import { readIssue, type IssueMaterial } from './read-issue.js';

/** What a check is to look at, and how far it goes. */
export interface CheckRequest {
  readonly issue: string | undefined;
  /** `cached` believes what earlier checks found out about pictures and decodes none. */
  readonly pictures: 'decode' | 'cached';
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
  /** Those that passed: in or warned. */
  readonly passing: readonly ReadContribution[];
  readonly pictures: IssuePictures;
}

function contextOf(material: IssueMaterial, settings: IssueSettings, root: string): CheckContext {
  const { collection, registry, folder } = material;
  const excluded = new Set(
    Object.entries(settings.items ?? {}).flatMap(([key, item]) => (item.exclude === undefined ? [] : [key])),
  );
  const used = new Set(
    collection.contributions.flatMap((contribution) =>
      contribution.kind === 'read'
        ? contribution.pictures.flatMap((picture) => (picture.kind === 'found' ? [picture.file] : []))
        : [],
    ),
  );
  return {
    issue: folder.id,
    date: settings.date,
    contributionsFolder: relativeToWorkspace(root, folder.contributions),
    settings,
    settingsFile: material.settings.file,
    settingsPlaces: material.settings.places,
    members: registry.members,
    suggestFolder: (name) => suggestFolder(registry.members, name),
    contributions: collection.contributions.filter(({ key }) => !excluded.has(key)),
    keys: collection.contributions.map(({ key }) => key),
    passedOver: collection.passedOver,
    unusedFiles: collection.others.filter(({ file }) => !used.has(file)),
  };
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
  const pictures = await issuePictures(material, settings, context.contributions, root, request);
  const findings = [
    ...material.configurationFindings,
    ...material.registry.findings,
    ...material.settings.findings,
    ...material.editorial.findings,
    ...material.collection.findings,
    ...applyRules(context),
    ...pictures.findings,
  ].sort(compareFindings);
  const contributions = reportContributions(material.collection.contributions, context, findings);
  const passed = new Set(
    contributions.filter(({ state }) => state === 'in' || state === 'warned').map(({ file }) => file),
  );
  const passing = material.collection.contributions.filter((one) => one.kind === 'read' && passed.has(one.file));
  return {
    issue: material.folder.id,
    material,
    settings,
    findings,
    contributions,
    passing: passing.filter((one) => one.kind === 'read'),
    pictures,
  };
}
