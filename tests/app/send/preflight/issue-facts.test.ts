import { expect, test } from 'vitest';
import { checkIssueFacts, type IssueFacts } from '../../../../src/app/send/preflight/issue-facts.js';
import { readIssueFacts } from '../../../../src/app/send/read-issue-facts.js';
import { writeBuild, outFolder } from '../../../../src/app/builds/write-build.js';
import { open, workspaceWith } from '../../../support/checked-issue.js';
import { contributionText, ISSUE, type FixtureWorkspace } from '../../../support/workspace-fixture.js';
import { build } from '../../../support/app/build-fixture.js';

const DAY = new Date('2020-12-18T09:00:00Z');
const OWN = 'issues/2020-12/issue.yaml';

function factsOf(workspace: FixtureWorkspace): IssueFacts {
  const facts = readIssueFacts(open(workspace), ISSUE);
  if (facts === undefined) throw new Error('issue.yaml cannot be read');
  return facts;
}

/** What is said before a send of an issue of these contributions, by check. */
function warnings(
  contributions: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string>> = {},
  now = DAY,
): readonly string[] {
  return checkIssueFacts(factsOf(workspaceWith(contributions, others)), now).map(({ check }) => check);
}

test('an issue on its day, of a member, with everything in, is nothing to warn of', () => {
  expect(warnings({ 'lefoe/a.md': contributionText() })).toEqual([]);
});

test.each([
  ['2020-12-18T12:00', ['deadline']],
  ['2020-12-18T08:00', []],
  ['2020-12-20', ['deadline']],
])('the deadline %s at nine in the morning of the 18th: %j', (deadline, expected) => {
  const settings = `title: A\ndate: 2020-12-18\ndeadline: ${deadline}\n`;
  expect(warnings({ 'lefoe/a.md': contributionText() }, { [OWN]: settings })).toEqual(expected);
});

test('the deadline counts in its own time zone', () => {
  const settings = 'title: A\ndate: 2020-12-18\ndeadline: 2020-12-18T10:30\ntimezone: Europe/Kyiv\n';
  expect(warnings({ 'lefoe/a.md': contributionText() }, { [OWN]: settings })).toEqual([]);
});

test.each([
  ['2020-12-10T12:00:00Z', ['issue-day']],
  ['2020-12-11T12:00:00Z', []],
  ['2020-12-25T23:00:00Z', []],
  ['2020-12-26T00:00:00Z', ['issue-day']],
  ['2021-12-18T00:00:00Z', ['issue-day']],
])('sent at %s: %j', (now, expected) => {
  expect(warnings({ 'lefoe/a.md': contributionText() }, {}, new Date(now))).toEqual(expected);
});

test.each(['news.docx', 'news.txt', 'news.eml', 'news.odt', 'news.pdf'])('%s came and is not in', async (name) => {
  const workspace = workspaceWith({ 'lefoe/a.md': contributionText(), [`lefoe/${name}`]: 'A' });
  writeBuild(await build(workspace), outFolder(workspace.root, ISSUE));
  const [warning, ...others] = checkIssueFacts(factsOf(workspace), DAY);
  expect(others).toEqual([]);
  expect(warning).toMatchObject({ check: 'files', result: 'warning' });
  expect(warning?.message).toContain(`lefoe/${name}`);
});

test.each([
  ['only the secretariat wrote', { 'secretariat/a.md': contributionText() }, {}, ['news']],
  [
    'the folder was copied whole',
    { 'lefoe/a.md': contributionText() },
    { 'issues/2020-11/contributions/lefoe/a.md': contributionText('title: Old') },
    ['news'],
  ],
  [
    'one of two stood before',
    { 'lefoe/a.md': contributionText(), 'lefoe/b.md': contributionText('title: B', 'Another text.') },
    { 'issues/2020-11/contributions/lefoe/a.md': contributionText() },
    [],
  ],
  [
    'what stood before is excluded',
    { 'lefoe/a.md': contributionText(), 'lefoe/b.md': contributionText('title: B', 'Another text.') },
    {
      'issues/2020-11/contributions/lefoe/b.md': contributionText('title: B', 'Another text.'),
      [OWN]: 'title: A\ndate: 2020-12-18\nitems: { lefoe/b.md: { exclude: came twice } }\n',
    },
    [],
  ],
])('where %s: %#', (_, contributions, others, expected) => {
  expect(warnings(contributions, others)).toEqual(expected);
});
