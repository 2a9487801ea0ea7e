import path from 'node:path';
import { readContributions } from '../../contributions/read-contributions.js';
import { readEarlierContributions } from '../../contributions/earlier-texts.js';
import type { IssueSettings } from '../../model/issue/issue-settings.js';
import { SECRETARIAT } from '../../model/issue/member.js';
import { instantOf } from '../../model/text/dates/zoned-time.js';
import { readIssueSettings } from '../../workspace/issue/issue-settings-file.js';
import { earlierIssueFolders, issueFolder, type IssueFolder } from '../../workspace/issue/locate-issue.js';
import { readWorkspaceFile } from '../../workspace/read-file.js';
import { MEMBERS_FILE, readRegistry } from '../../workspace/registry.js';
import { readManifest } from '../builds/build-manifest.js';
import type { Workspace } from '../workspace/open-workspace.js';
import type { IssueFacts } from './preflight/issue-facts.js';
import { outFolder } from '../builds/write-build.js';

/**
 * Reads what somebody should know before an issue goes out; `undefined` where `issue.yaml` cannot be read, which a
 * build has said.
 */
export function readIssueFacts({ configuration }: Workspace, issue: string): IssueFacts | undefined {
  const { root } = configuration;
  const folder = issueFolder(configuration, issue);
  const { settings } = readIssueSettings(root, folder, readWorkspaceFile(folder.settingsFile)?.toString('utf8'));
  if (settings === undefined) return undefined;
  const { members } = readRegistry(readWorkspaceFile(path.join(root, MEMBERS_FILE))?.toString('utf8'));
  const { others } = readContributions(root, folder.contributions, members);
  const built = new Set(readManifest(outFolder(root, issue))?.inputs.map((input) => input.path));
  const { deadline, timezone = 'UTC' } = settings;
  return {
    date: settings.date,
    deadline:
      deadline === undefined ? undefined : { written: deadline, timezone, instant: instantOf(deadline, timezone) },
    filesNotIn: others.filter(({ file, picture }) => !picture && !built.has(file)).map(({ file }) => file),
    contributions: countContributions(root, folder, settings),
  };
}

/** Counts what is in an issue, and what of it readers of the issues before have met, word for word. */
function countContributions(
  root: string,
  folder: IssueFolder,
  { items = {} }: IssueSettings,
): IssueFacts['contributions'] {
  const own = [...readEarlierContributions(root, folder.contributions)].filter(
    ({ key }) => items[key]?.exclude === undefined,
  );
  const earlier = new Set(
    earlierIssueFolders(root, folder).flatMap(({ contributions }) =>
      [...readEarlierContributions(root, contributions)].map(({ text }) => text.trim()),
    ),
  );
  const folders = new Set(own.map(({ key }) => key.split('/')[0]));
  folders.delete(SECRETARIAT);
  return {
    all: own.length,
    members: folders.size,
    repeated: own.filter(({ text }) => earlier.has(text.trim())).length,
  };
}
