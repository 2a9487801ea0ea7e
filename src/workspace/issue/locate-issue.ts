import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Configuration } from '../../model/settings/configuration.js';
import { NewsletterError } from '../../model/error.js';
import { monthNamed } from '../../model/text/dates/month-names.js';
import { suggest } from '../../model/text/suggestion.js';

const ISSUE_NAME = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Where everything of one issue lies; all paths are absolute. */
export interface IssueFolder {
  /** `2020-12`. */
  readonly id: string;
  readonly path: string;
  readonly contributions: string;
  readonly settingsFile: string;
  readonly editorialFile: string;
}

function foldersOfIssues(root: string): readonly string[] {
  try {
    return readdirSync(path.join(root, 'issues'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  } catch {
    // A missing folder of issues is the same as an empty one; the caller reports it.
    return [];
  }
}

/** Lists the workspace's issues by name, oldest first. */
export function listIssues(root: string): readonly string[] {
  return foldersOfIssues(root).filter((name) => ISSUE_NAME.test(name));
}

/** A folder below `issues/` that somebody takes for an issue, but whose name is wrong. */
export interface MisnamedIssue {
  /** The name of the folder, such as `2027-3`. */
  readonly name: string;
  /** The name that was probably meant, such as `2027-03`; `undefined` when that is unclear. */
  readonly meant: string | undefined;
}

const YEAR_THEN_MONTH = /(?<!\d)(20\d\d)[-_. /]?(0?[1-9]|1[0-2])(?!\d)/;
const MONTH_THEN_YEAR = /(?<!\d)(0?[1-9]|1[0-2])[-_. /](20\d\d)(?!\d)/;
const YEAR = /(?<!\d)(20\d\d)(?!\d)/;

function issueMeantBy(name: string): string | undefined {
  const [, year, month] = YEAR_THEN_MONTH.exec(name) ?? [];
  if (year !== undefined && month !== undefined) return `${year}-${month.padStart(2, '0')}`;
  const [, monthFirst, yearLast] = MONTH_THEN_YEAR.exec(name) ?? [];
  if (monthFirst !== undefined && yearLast !== undefined) return `${yearLast}-${monthFirst.padStart(2, '0')}`;
  const named = (name.normalize('NFC').match(/\p{L}+/gu) ?? []).flatMap((word) => monthNamed(word) ?? [])[0];
  const yearAlone = YEAR.exec(name)?.[1];
  return named === undefined || yearAlone === undefined ? undefined : `${yearAlone}-${String(named).padStart(2, '0')}`;
}

/** Lists folders that look like issues but are not named like one, such as `2027-3`, `March 2027` or `2027-03 Copy`. */
export function listMisnamedIssues(root: string): readonly MisnamedIssue[] {
  return foldersOfIssues(root)
    .filter((name) => !ISSUE_NAME.test(name) && !/^[._~]/.test(name))
    .flatMap((name) => {
      const meant = issueMeantBy(name);
      const folder = path.join(root, 'issues', name);
      const holdsIssue = ['issue.yaml', 'contributions'].some((part) => existsSync(path.join(folder, part)));
      return meant !== undefined || holdsIssue ? [{ name, meant }] : [];
    });
}

/** Returns the folder that would be the newest issue if its name were right. */
function misnamedNewest(root: string, newest: string | undefined): MisnamedIssue | undefined {
  return listMisnamedIssues(root).find(({ name, meant }) => {
    const year = meant ?? YEAR.exec(name)?.[1];
    return year !== undefined && (newest === undefined || year > newest);
  });
}

function newestMisnamed({ name, meant }: MisnamedIssue, newest: string | undefined): NewsletterError {
  return new NewsletterError('issue-missing', {
    message: `The folder issues/${name} looks like the newest issue, but it is not named like one.`,
    expected: `a folder named by year and month, such as issues/${meant ?? '2020-12'}`,
    help:
      `Rename it${meant === undefined ? '' : ` to issues/${meant}`}.` +
      (newest === undefined ? '' : ` If you mean the issue before it, name that: ${newest}.`),
  });
}

/**
 * Finds the named issue, or the newest one.
 *
 * @throws NewsletterError `issue-missing`.
 */
export function locateIssue(root: string, named: string | undefined): string {
  const issues = listIssues(root);
  const misnamed = named === undefined ? misnamedNewest(root, issues.at(-1)) : undefined;
  if (misnamed !== undefined) throw newestMisnamed(misnamed, issues.at(-1));
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

/** The number of earlier issues with which an issue is compared. */
const EARLIER_ISSUES = 3;

/** Returns where the issues just before one lie, newest first. */
export function earlierIssueFolders(
  root: string,
  { id, contributions }: Pick<IssueFolder, 'id' | 'contributions'>,
): readonly IssueFolder[] {
  const own = issueFolder({ root, contributions: undefined }, id).contributions;
  // If members drop their files outside the workspace, the folders of all issues lie side by side.
  const elsewhere = contributions === own ? undefined : path.dirname(contributions);
  return listIssues(root)
    .filter((issue) => issue < id)
    .slice(-EARLIER_ISSUES)
    .reverse()
    .map((issue) => issueFolder({ root, contributions: elsewhere }, issue));
}

/** Returns where everything of an issue lies. */
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
