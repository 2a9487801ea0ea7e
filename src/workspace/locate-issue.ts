import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Configuration } from '../model/configuration.js';
import { NewsletterError } from '../model/error.js';
import { suggest } from '../model/suggestion.js';

const ISSUE_NAME = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Where everything of one issue lies; all paths absolute. */
export interface IssueFolder {
  /** `2020-12`. */
  readonly id: string;
  readonly path: string;
  readonly contributions: string;
  readonly settingsFile: string;
  readonly editorialFile: string;
}

/** The workspace's issues by name, oldest first. */
export function listIssues(root: string): readonly string[] {
  try {
    return readdirSync(path.join(root, 'issues'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && ISSUE_NAME.test(entry.name))
      .map((entry) => entry.name)
      .sort();
  } catch {
    // No issues' folder is the same as none in it; the caller says so.
    return [];
  }
}

/**
 * Finds the issue that was named, or the newest one.
 *
 * @throws {NewsletterError} `issue-missing`
 */
export function locateIssue(root: string, named: string | undefined): string {
  const issues = listIssues(root);
  const id = named ?? issues.at(-1);
  if (id === undefined || !issues.includes(id)) {
    const meant = named === undefined ? undefined : suggest(named, issues);
    throw new NewsletterError('issue-missing', {
      message: id === undefined ? 'There is no issue yet.' : `There is no issue "${id}".`,
      expected:
        issues.length === 0 ? 'a folder such as issues/2020-12' : `one of: ${issues.slice(-12).reverse().join(', ')}`,
      help:
        meant !== undefined
          ? `Did you mean ${meant}?`
          : 'Issues are folders below issues/, named by year and month, such as issues/2020-12.',
    });
  }
  return id;
}

/** With so many issues before it an issue is compared. */
const EARLIER_ISSUES = 3;

/** Where the issues just before one lie, newest first. */
export function earlierIssueFolders(
  root: string,
  { id, contributions }: Pick<IssueFolder, 'id' | 'contributions'>,
): readonly IssueFolder[] {
  const own = issueFolder({ root, contributions: undefined }, id).contributions;
  // Where members drop their files outside the workspace, the folders of all issues lie side by side.
  const elsewhere = contributions === own ? undefined : path.dirname(contributions);
  return listIssues(root)
    .filter((issue) => issue < id)
    .slice(-EARLIER_ISSUES)
    .reverse()
    .map((issue) => issueFolder({ root, contributions: elsewhere }, issue));
}

/** Where everything of an issue lies. */
export function issueFolder(configuration: Pick<Configuration, 'root' | 'contributions'>, id: string): IssueFolder {
  const folder = path.join(configuration.root, 'issues', id);
  return {
    id,
    path: folder,
    contributions:
      configuration.contributions === undefined
        ? path.join(folder, 'contributions')
        : path.join(configuration.contributions, id),
    settingsFile: path.join(folder, 'issue.yaml'),
    editorialFile: path.join(folder, 'editorial.md'),
  };
}
