import { mkdirSync, renameSync, rmSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { issueStatus } from '../../../src/app/issue/status/issue-status.js';
import type { ContributionState } from '../../../src/model/issue/contribution.js';
import { check, workspaceWith } from '../../support/checked-issue.js';
import {
  contributionText,
  CONTRIBUTIONS,
  createWorkspace,
  type FixtureWorkspace,
} from '../../support/workspace-fixture.js';

const NOW = new Date('2020-12-16T12:00:00Z');

function status(workspace: FixtureWorkspace, now = NOW) {
  return issueStatus({ workspace: workspace.root, from: '/', environment: {}, issue: undefined, now });
}

async function states(workspace: FixtureWorkspace): Promise<readonly ContributionState[]> {
  const { contributors } = await status(workspace);
  return contributors.flatMap(({ contributions }) => contributions.map(({ state }) => state));
}

describe('the status of an issue', () => {
  test('says who sent what, who has to fix something, and who is silent', async () => {
    const workspace = workspaceWith({
      'secretariat/a.md': contributionText('title: A'),
      'open-gate/b.md': contributionText('title: B', '[a](nowhere)'),
      'nobody/c.md': contributionText('title: C'),
    });
    const { contributors, silent } = await status(workspace);
    expect(contributors.map(({ id, contributions }) => [id, contributions.map(({ state }) => state)])).toEqual([
      ['secretariat', ['in']],
      ['open-gate', ['refused']],
      ['nobody', ['refused']],
    ]);
    expect(silent.map(({ id }) => id)).toEqual(['la-strada-md', 'lefoe']);
  });

  test('counts the time to the deadline in its own time zone, anew each time', async () => {
    const settings = 'title: A\ndate: 2020-12-18\ndeadline: 2020-12-16T18:00\ntimezone: Europe/Amsterdam\n';
    const workspace = workspaceWith({ 'lefoe/a.md': contributionText() }, { 'issues/2020-12/issue.yaml': settings });
    expect((await status(workspace)).untilDeadline).toBe(5 * 3_600_000);
    expect((await status(workspace, new Date('2020-12-16T18:00:00Z'))).untilDeadline).toBe(-3_600_000);
  });
});

describe('a remembered status', () => {
  const NAME = `${CONTRIBUTIONS}/lefoe/a.md`;
  const GOOD = contributionText('title: A', 'Read [a](https://example.org).');
  const BAD = contributionText('title: A', 'Read [a](httpz://example.org).');

  test('is the same as the first one', async () => {
    const workspace = workspaceWith({ 'lefoe/a.md': BAD, 'open-gate/b.md': GOOD });
    const first = await status(workspace);
    expect(await status(workspace)).toEqual(first);
  });

  test('is not believed after a change that keeps size and time', async () => {
    expect(GOOD.length).toBe(BAD.length);
    const workspace = workspaceWith({ 'lefoe/a.md': GOOD });
    const before = statSync(workspace.path(NAME));
    expect(await states(workspace)).toEqual(['in']);
    workspace.write(NAME, BAD);
    utimesSync(workspace.path(NAME), before.atime, before.mtime);
    expect(await states(workspace)).toEqual(['refused']);
  });

  test.each([
    ['members.yaml', 'members: []\n', ['refused']],
    ['issues/2020-12/issue.yaml', 'title: A\ndate: 2020-12-18\nitems: { lefoe/a.md: { exclude: B } }\n', ['excluded']],
    [`${CONTRIBUTIONS}/lefoe/b.md`, contributionText('title: B'), ['in', 'in']],
    [`${CONTRIBUTIONS}/lefoe/more/b.md`, contributionText('title: B'), ['in', 'in']],
  ])('is not believed after a change of %s', async (name, content, expected) => {
    const workspace = workspaceWith({ 'lefoe/a.md': GOOD });
    expect(await states(workspace)).toEqual(['in']);
    workspace.write(name, content);
    expect(await states(workspace)).toEqual(expected);
  });

  test('is not believed after a file went, or got another name', async () => {
    const workspace = workspaceWith({ 'lefoe/a.md': GOOD, 'lefoe/b.md': contributionText('title: B') });
    expect(await states(workspace)).toEqual(['in', 'in']);
    renameSync(workspace.path(NAME), workspace.path(`${NAME}.tmp`));
    expect((await states(workspace)).toSorted()).toEqual(['in', 'passed-over']);
    rmSync(workspace.path(`${NAME}.tmp`));
    expect(await states(workspace)).toEqual(['in']);
  });

  test('is not believed after a change on the share that the folder is a link to', async () => {
    const share = createWorkspace({ 'share/lefoe/a.md': GOOD });
    const workspace = createWorkspace();
    symlinkSync(share.path('share'), workspace.path(CONTRIBUTIONS));
    expect(await states(workspace)).toEqual(['in']);
    share.write('share/lefoe/a.md', BAD);
    expect(await states(workspace)).toEqual(['refused']);
  });

  test('is not believed after a change in the folder that newsletter.yaml names', async () => {
    const share = createWorkspace({ '2020-12/lefoe/a.md': GOOD });
    const workspace = createWorkspace();
    mkdirSync(workspace.path(CONTRIBUTIONS), { recursive: true });
    const configuration = `name: A\norganisation: B\nsender: { address: news@example.org }\ncontributions: ${share.root}\n`;
    workspace.write('newsletter.yaml', configuration);
    expect(await states(workspace)).toEqual(['in']);
    share.write('2020-12/lefoe/a.md', BAD);
    expect(await states(workspace)).toEqual(['refused']);
  });

  test('is not believed once a check found out that a picture is damaged', async () => {
    const workspace = workspaceWith({
      'lefoe/a.md': contributionText('title: A\nimage: { file: one.jpg, alt: B, credit: D, consent: not-needed }'),
      'lefoe/one.jpg': Buffer.from('ffd8ffe000', 'hex'),
    });
    expect(await states(workspace)).toEqual(['in']);
    expect((await check(workspace)).contributions.map(({ state }) => state)).toEqual(['refused']);
    expect(await states(workspace)).toEqual(['refused']);
  });

  test.each(['', '{', 'null', '{"fingerprint":1}'])('that is damaged (%j) is not believed', async (content) => {
    const workspace = workspaceWith({ 'lefoe/a.md': GOOD });
    const first = await status(workspace);
    workspace.write('data/cache/status/2020-12.json', content);
    expect(await status(workspace)).toEqual(first);
  });
});
