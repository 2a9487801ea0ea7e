import { utimesSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { issueStatus } from '../../src/app/issue/status/issue-status.js';
import { check, checkContributions, foundBy, stateOf, workspaceWith } from '../support/checked-issue.js';
import { contributionText, CONTRIBUTIONS } from '../support/workspace-fixture.js';

const JUNK = [
  '.DS_Store',
  '._hotline.md',
  '.hidden.md',
  'Thumbs.db',
  'desktop.ini',
  '~$hotline.docx',
  '.~lock.hotline.odt#',
  'hotline.md.tmp',
  'hotline.md.part',
  'hotline.md~',
  'hotline.md.crdownload',
  'hotline.md.swp',
  'hotline (conflicted copy).md',
  'hotline (conflicted copy 2020-12-01 101112).md',
  "hotline (Anna's conflicted copy 2020-12-01).md",
  'hotline (Anna’s conflicted copy).md',
  'hotline (case conflict).md',
  'hotline.sync-conflict-20201201-101112-ABCDEFG.md',
  'hotline_conf(1).md',
];

const MEANT = [
  'conflict-and-trafficking.md',
  'Conflict.md',
  'women (conflict zones).md',
  'mediation (conflict resolution).md',
  'tmp.md',
  'hotline (1).md',
  'hotline.2020-12-01.md',
  'hotline ~ 2.md',
  'conference(1).md',
  'thumbs.md',
  'HOTLINE.MD',
  'hotline.markdown',
];

describe('names alone decide what is passed over', () => {
  test.each(JUNK)('passed over and named: %s', async (name) => {
    const checked = await checkContributions({
      [`lefoe/${name}`]: contributionText(),
      'lefoe/a.md': contributionText(),
    });
    expect(stateOf(`lefoe/${name}`, checked)).toBe('passed-over');
    expect(foundBy('file/passed-over', checked)).toMatchObject([{ file: `lefoe/${name}`, severity: 'info' }]);
    expect(checked.contributions.filter(({ state }) => state === 'in')).toHaveLength(1);
    expect(checked.findings).toHaveLength(1);
  });

  test.each(MEANT)('meant as a contribution: %s', async (name) => {
    const checked = await checkContributions({ [`lefoe/${name}`]: contributionText() });
    expect(stateOf(`lefoe/${name}`, checked)).toBe('in');
    expect(checked.findings).toEqual([]);
  });

  test('age does not matter', async () => {
    const workspace = workspaceWith({ 'lefoe/a.md': contributionText(), 'lefoe/b.md.tmp': contributionText() });
    const states = async () => (await check(workspace)).contributions.map(({ state }) => state);
    const young = await states();
    for (const name of ['a.md', 'b.md.tmp']) utimesSync(workspace.path(CONTRIBUTIONS, 'lefoe', name), 1, 1);
    expect(young).toEqual(['in', 'passed-over']);
    expect(await states()).toEqual(young);
  });

  test('a folder of a Mac is passed over whole', async () => {
    const checked = await checkContributions({
      '__MACOSX/lefoe/a.md': contributionText(),
      'lefoe/a.md': contributionText(),
    });
    expect(checked.contributions.map(({ state }) => state).sort()).toEqual(['in', 'passed-over']);
  });

  test('what is passed over belongs to its member, or to nobody, and makes nobody heard', async () => {
    const workspace = workspaceWith({
      '.DS_Store': '',
      'Отворена порта/.DS_Store': '',
      'lefoe/a.md': contributionText(),
    });
    const now = new Date('2020-12-01T00:00:00Z');
    const status = await issueStatus({ workspace: workspace.root, from: '/', environment: {}, issue: undefined, now });
    expect(status.contributors.map(({ id }) => id)).toEqual(['open-gate', 'lefoe']);
    expect(status.silent.map(({ id }) => id)).toEqual(['la-strada-md', 'open-gate']);
  });
});

describe('a file that is no contribution', () => {
  const statusOf = async (files: Readonly<Record<string, string>>) => {
    const { root } = workspaceWith({ 'open-gate/a.md': contributionText(), ...files });
    return issueStatus({ workspace: root, from: '/', environment: {}, issue: undefined, now: new Date(0) });
  };

  test.each(['news.docx', 'news.odt', 'news.txt', 'news.eml', 'news.pdf', 'news.rtf', 'news.pages', 'photo.jpg'])(
    'with %s a member is not silent, and it is named as not in',
    async (name) => {
      const status = await statusOf({ [`lefoe/${name}`]: 'A' });
      expect(status.silent.map(({ id }) => id)).toEqual(['la-strada-md']);
      expect(status.contributors.find(({ id }) => id === 'lefoe')).toMatchObject({
        contributions: [],
        filesNotIn: [`${CONTRIBUTIONS}/lefoe/${name}`],
      });
    },
  );

  test('a picture that a text names is in', async () => {
    const text = contributionText('title: A\nimage: { file: a.jpg, alt: B, credit: C, consent: given }');
    const status = await statusOf({ 'lefoe/a.md': text, 'lefoe/a.jpg': 'A' });
    expect(status.contributors.find(({ id }) => id === 'lefoe')?.filesNotIn).toEqual([]);
  });

  test('junk alone leaves a member silent', async () => {
    expect((await statusOf({ 'lefoe/.DS_Store': 'A' })).silent.map(({ id }) => id)).toContain('lefoe');
  });
});

describe('where files lie', () => {
  test('a file beside the folders belongs to nobody', async () => {
    const checked = await checkContributions({ 'a.md': contributionText(), 'lefoe/a.md': contributionText() });
    expect(foundBy('file/misplaced', checked)).toMatchObject([{ file: 'a.md', severity: 'error', line: 1, column: 1 }]);
  });

  test('a folder too deep is named, not searched', async () => {
    const checked = await checkContributions({
      'lefoe/1/2/a.md': contributionText(),
      'lefoe/1/2/3/b.md': contributionText(),
    });
    expect(checked.contributions).toHaveLength(1);
    expect(foundBy('file/misplaced', checked)).toMatchObject([{ file: 'lefoe/1/2/3', severity: 'warning' }]);
  });

  test.each(['a\u202emd.exe.md', 'a\nb.md', 'a\u0007.md'])('a name with invisible characters: %j', async (name) => {
    const checked = await checkContributions({ [`lefoe/${name}`]: contributionText() });
    expect(foundBy('file/name', checked)).toMatchObject([{ severity: 'error' }]);
    expect(checked.passing).toEqual([]);
  });

  test('an empty folder of a member is no finding', async () => {
    const checked = await checkContributions({ 'lefoe/a.md': contributionText(), 'open-gate/.DS_Store': '' });
    expect(checked.findings.map(({ ruleId }) => ruleId)).toEqual(['file/passed-over']);
  });
});
