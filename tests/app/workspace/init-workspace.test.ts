import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkIssue } from '../../../src/app/issue/check/check-issue.js';
import { initWorkspace } from '../../../src/app/workspace/init-workspace.js';
import { openWorkspace } from '../../../src/app/workspace/open-workspace.js';
import { NewsletterError } from '../../../src/model/error.js';
import { createWorkspace, emptyFolder } from '../../support/workspace-fixture.js';

const NOW = new Date('2021-03-31T23:30:00Z');

test('a new workspace can be checked at once, and nothing in it blocks', async () => {
  const root = path.join(emptyFolder(), 'new');
  const written = initWorkspace(root, NOW);
  expect(written).toContain('issues/2021-03/issue.yaml');
  const workspace = openWorkspace({ workspace: root, from: '/', environment: {} });
  const request = { issue: undefined, pictures: 'decode', keepPassing: true, onProgress: () => undefined } as const;
  const checked = await checkIssue(workspace, request);
  // The words that it begins with are named, so that nobody sends them out, and block nothing.
  expect(checked.findings.map(({ ruleId, severity }) => `${severity} ${ruleId}`)).toEqual(
    Array.from({ length: 3 }, () => 'warning front-matter/proposed-text'),
  );
  expect(checked.contributions.map(({ state }) => state)).toEqual(['warned']);
  expect(readFileSync(`${root}/.gitignore`, 'utf8').split('\n')).toEqual(
    expect.arrayContaining(['data/', 'out/', 'outbox/', '*.csv', '.env']),
  );
});

test('files that are there stay as they are', () => {
  const folder = emptyFolder();
  writeFileSync(path.join(folder, 'members.yaml'), 'mine');
  expect(initWorkspace(folder, NOW)).not.toContain('members.yaml');
  expect(readFileSync(path.join(folder, 'members.yaml'), 'utf8')).toBe('mine');
});

test.each([
  ['', 'is a workspace already'],
  ['new', 'lies inside the workspace'],
  ['issues/2021-04', 'lies inside the workspace'],
])('a workspace is not made in another one: %j', (folder, message) => {
  const workspace = createWorkspace();
  const error = errorOf(() => initWorkspace(workspace.path(folder), NOW));
  expect(error.exitCode).toBe(2);
  expect(error.message).toContain(message);
  expect(error.help).toContain('issues/2021-03/issue.yaml');
  expect(existsSync(workspace.path('new'))).toBe(false);
});

test('its letter leaves the greeting to the newsletter', () => {
  const folder = emptyFolder();
  initWorkspace(folder, NOW);
  expect(readFileSync(path.join(folder, 'issues/2021-03/editorial.md'), 'utf8')).not.toMatch(/dear|hello/i);
});

function errorOf(action: () => unknown): NewsletterError {
  try {
    action();
  } catch (error) {
    if (error instanceof NewsletterError) return error;
  }
  throw new Error('nothing was refused');
}
