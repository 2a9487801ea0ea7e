import { describe, expect, test } from 'vitest';
import { issueStatus } from '../../../../src/app/issue/status/issue-status.js';
import { NewsletterError } from '../../../../src/model/error.js';
import { locateIssue } from '../../../../src/workspace/issue/locate-issue.js';
import { check, foundBy, workspaceWith } from '../../../support/checked-issue.js';
import { contributionText, createWorkspace } from '../../../support/workspace-fixture.js';

const ITEM = { 'lefoe/a.md': contributionText() };
const EARLIER = 'issues/2020-11/issue.yaml';
const OWN = 'issues/2020-12/issue.yaml';

describe('a copied folder', () => {
  test.each([
    ['2020-11-18', 'error'],
    ['2020-11-30', 'error'],
    ['2019-12-18', 'error'],
    ['2021-12-18', 'error'],
    ['2021-01-15', 'error'],
    ['2021-01-14', 'warning'],
    ['2021-01-01', 'warning'],
  ])('its day %s is in another month: %s', async (date, severity) => {
    const checked = await check(workspaceWith(ITEM, { [OWN]: `title: A\ndate: ${date}\n` }));
    expect(foundBy('issue/date-in-month', checked)).toMatchObject([{ file: OWN, line: 2, column: 1, severity }]);
  });

  test.each(['2020-12-01', '2020-12-31'])('its day %s is in its month', async (date) => {
    const checked = await check(workspaceWith(ITEM, { [OWN]: `title: A\ndate: ${date}\n` }));
    expect(foundBy('issue/date-in-month', checked)).toEqual([]);
  });

  test('its number, title and subject are those of an earlier issue', async () => {
    const text = 'number: 12\ntitle: November\ndate: 2020-12-18\nsubject: News from the members\n';
    const earlier = 'number: "12"\ntitle:  NOVEMBER\ndate: 2020-11-18\nsubject: News  from the members\n';
    const checked = await check(workspaceWith(ITEM, { [OWN]: text, [EARLIER]: earlier }));
    expect(foundBy('issue/repeated-settings', checked)).toMatchObject([
      { line: 1, severity: 'error', message: 'The number is the same as in the issue 2020-11.' },
      { line: 2, severity: 'warning', message: 'The title is the same as in the issue 2020-11.' },
      { line: 4, severity: 'warning', message: 'The subject is the same as in the issue 2020-11.' },
    ]);
  });

  test.each([
    ['a later issue', 'issues/2021-01/issue.yaml', 'number: 12\ntitle: A\ndate: 2021-01-18\n'],
    ['an earlier issue with other values', EARLIER, 'number: 11\ntitle: B\ndate: 2020-11-18\n'],
    ['an earlier issue that cannot be read', EARLIER, '"12: [title: A'],
    ['an earlier issue that is empty', EARLIER, ''],
  ])('%s repeats nothing', async (_, file, text) => {
    const own = { [OWN]: 'number: 12\ntitle: A\ndate: 2020-12-18\n', [file]: text };
    const workspace = workspaceWith(ITEM, own);
    const status = await issueStatus({
      workspace: workspace.root,
      from: '/',
      environment: {},
      issue: '2020-12',
      now: new Date(0),
    });
    expect(status.findings.filter(({ ruleId }) => ruleId === 'issue/repeated-settings')).toEqual([]);
  });

  test('a record of another issue is named as that', async () => {
    const others = {
      'issues/2020-12/sent.json': '{"issue":"2020-11","buildHash":"0"}',
      'issues/2020-12/published.json': '{"issue":"2020-12"}',
    };
    expect(foundBy('issue/copied-record', await check(workspaceWith(ITEM, others)))).toMatchObject([
      { file: 'issues/2020-12/sent.json', actual: 'the record of 2020-11' },
    ]);
  });
});

describe('folders that are not named like an issue', () => {
  const misnamed: readonly (readonly [name: string, meant: string | undefined])[] = [
    ['2020-3', '2020-03'],
    ['2020_03', '2020-03'],
    ['2020.03', '2020-03'],
    ['202003', '2020-03'],
    ['03-2020', '2020-03'],
    ['March 2020', '2020-03'],
    ['März 2020', '2020-03'],
    ['2020 березень', '2020-03'],
    ['2020-12 Copy', '2020-12'],
    ['2020-12 (1)', '2020-12'],
    ['Copy of 2020-12', '2020-12'],
  ];

  test.each(misnamed)('%s is named, and what was meant', async (name, meant) => {
    const checked = await check(workspaceWith(ITEM, { [`issues/${name}/issue.yaml`]: 'title: A\ndate: 2020-03-18\n' }));
    const [finding] = foundBy('issue/folder-name', checked);
    expect(finding).toMatchObject({ file: `issues/${name}`, severity: 'warning', actual: `"${name}"` });
    expect(finding?.help).toContain(
      meant === '2020-12' ? 'There is an issue 2020-12 already' : `issues/${String(meant)}`,
    );
  });

  test.each(['archive', 'old', '.git', '_drafts', 'letters'])('%s is nothing of the kind', async (name) => {
    const checked = await check(workspaceWith(ITEM, { [`issues/${name}/readme.txt`]: 'A' }));
    expect(foundBy('issue/folder-name', checked)).toEqual([]);
  });

  test.each([
    ['2021-1', '2021-01'],
    ['January 2021', '2021-01'],
    ['2021_02', '2021-02'],
    ['2021-03 Copy', '2021-03'],
    ['2021 draft', '2020-12'],
  ])('%s could be the newest issue, so an older one is never taken in its place', (name, meant) => {
    const workspace = createWorkspace({ [`issues/${name}/issue.yaml`]: 'title: A\ndate: 2021-01-18\n' });
    expect(() => locateIssue(workspace.root, undefined)).toThrow(NewsletterError);
    expect(() => locateIssue(workspace.root, undefined)).toThrow(`issues/${name}`);
    const fault = catchError(() => locateIssue(workspace.root, undefined));
    expect(`${fault.expected} ${fault.help}`).toContain(meant);
    expect(locateIssue(workspace.root, '2020-12')).toBe('2020-12');
  });
});

function catchError(action: () => unknown): NewsletterError {
  try {
    action();
  } catch (error) {
    if (error instanceof NewsletterError) return error;
  }
  throw new Error('nothing was thrown');
}

describe('copies of the files that are read', () => {
  test.each([
    ['issues/2020-12/issue (conflicted copy).yaml', 'error'],
    ["issues/2020-12/issue (Anna's conflicted copy 2020-12-01).yaml", 'error'],
    ['issues/2020-12/issue.sync-conflict-20201201-101112-ABCDEFG.yaml', 'error'],
    ['issues/2020-12/editorial (in Konflikt stehende Kopie).md', 'error'],
    ['issues/2020-12/issue-OFFICE-PC.yaml', 'warning'],
    ['issues/2020-12/issue (1).yaml', 'warning'],
    ['issues/2020-12/issue 2.yaml', 'warning'],
    ['issues/2020-12/issue.yml', 'warning'],
    ['issues/2020-12/Issue.yaml', 'warning'],
    ['issues/2020-12/issue_old.yaml', 'warning'],
    ['issues/2020-12/Copy of issue.yaml', 'warning'],
    ['issues/2020-12/Kopie von editorial.md', 'warning'],
    ['members (conflicted copy).yaml', 'error'],
    ['members - Kopie.yaml', 'warning'],
    ['newsletter (case conflict).yaml', 'error'],
    ['newsletter.yml', 'warning'],
    ['house-style (1).yaml', 'warning'],
  ])('%s is a finding', async (file, severity) => {
    const checked = await check(workspaceWith(ITEM, { [file]: 'title: A\n' }));
    expect(foundBy('file/settings-copy', checked)).toMatchObject([{ file, severity }]);
  });

  test.each([
    'issues/2020-12/issues.yaml',
    'issues/2020-12/notes.md',
    'issues/2020-12/editorials.md',
    'membership.yaml',
    'newsletters.yaml',
    'subscribers.csv',
    'README.md',
    'docker-compose.yaml',
  ])('%s is none', async (file) => {
    expect(foundBy('file/settings-copy', await check(workspaceWith(ITEM, { [file]: 'A\n' })))).toEqual([]);
  });
});

test.each([
  ['an earlier issue is written', EARLIER, 'title: December 2020\ndate: 2020-11-18\n', 'issue/repeated-settings'],
  ['a folder comes beside it', 'issues/2020-3/issue.yaml', 'title: A', 'issue/folder-name'],
  ['a copy comes into the workspace', 'members (1).yaml', 'members: []', 'file/settings-copy'],
  ['a record comes into its folder', 'issues/2020-12/sent.json', '{"issue":"2020-11"}', 'issue/copied-record'],
])('a remembered status is not believed when %s', async (_, file, content, rule) => {
  const workspace = workspaceWith(ITEM);
  const ruleIds = async () => {
    const request = { workspace: workspace.root, from: '/', environment: {}, issue: '2020-12', now: new Date(0) };
    return (await issueStatus(request)).findings.map(({ ruleId }) => ruleId);
  };
  expect(await ruleIds()).toEqual([]);
  workspace.write(file, content);
  expect(await ruleIds()).toEqual([rule]);
});
