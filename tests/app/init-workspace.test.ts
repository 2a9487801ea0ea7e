import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkIssue } from '../../src/app/check-issue.js';
import { initWorkspace } from '../../src/app/init-workspace.js';
import { openWorkspace } from '../../src/app/open-workspace.js';
import { NewsletterError } from '../../src/model/error.js';
import { createWorkspace } from '../workspace-fixture.js';

const NOW = new Date('2021-03-31T23:30:00Z');

test('a new workspace can be checked at once, and nothing in it blocks', async () => {
  const root = createWorkspace().path('new');
  const written = initWorkspace(root, NOW);
  expect(written).toContain('issues/2021-03/issue.yaml');
  const workspace = openWorkspace({ workspace: root, from: '/', environment: {} });
  const request = { issue: undefined, pictures: 'decode', keepPassing: true, onProgress: () => undefined } as const;
  const checked = await checkIssue(workspace, request);
  expect(checked.findings).toEqual([]);
  expect(checked.contributions.map(({ state }) => state)).toEqual(['in']);
  expect(readFileSync(`${root}/.gitignore`, 'utf8').split('\n')).toEqual(
    expect.arrayContaining(['data/', 'out/', 'outbox/', '*.csv', '.env']),
  );
});

test('files that are there stay as they are', () => {
  const workspace = createWorkspace({ 'new/members.yaml': 'mine' });
  expect(initWorkspace(workspace.path('new'), NOW)).not.toContain('members.yaml');
  expect(readFileSync(workspace.path('new/members.yaml'), 'utf8')).toBe('mine');
});

test('a workspace is not made twice', () => {
  const workspace = createWorkspace();
  expect(() => initWorkspace(workspace.root, NOW)).toThrow(NewsletterError);
});
