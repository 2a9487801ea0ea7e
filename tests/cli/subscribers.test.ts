import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contributionText, createWorkspace, type FixtureWorkspace } from '../support/workspace-fixture.js';
import { errorSchema, readDocument, reportSchema, subscribersSchema } from '../support/cli/documents.js';
import { runNewsletter } from '../support/cli/run-newsletter.js';

function workspaceWithReaders(): FixtureWorkspace {
  return createWorkspace({
    'issues/2020-12/contributions/lefoe/text.md': contributionText(),
    'readers.csv': 'E-mail;Name;Language;Tags\nanna@example.org;Анна;uk;"press, ukraine"\nbo@example.org;;;\n',
  });
}

describe('newsletter subscribers', () => {
  test('lists whom it imported, as the contract says', async () => {
    const workspace = workspaceWithReaders();
    const { root } = workspace;
    expect(await runNewsletter(['subscribers', 'import', 'readers.csv'], { from: root })).toMatchObject({ code: 0 });
    const listed = await runNewsletter(['subscribers', 'list', '--json'], { from: root });
    expect(readDocument(subscribersSchema, listed)).toEqual([
      { email: 'anna@example.org', name: 'Анна', state: 'active', language: 'uk', tags: ['press', 'ukraine'] },
      { email: 'bo@example.org', name: null, state: 'active', language: null, tags: [] },
    ]);
    for (const file of ['newsletter.db', 'keys']) {
      expect(statSync(workspace.path('data', file)).mode & 0o077).toBe(0);
    }
  });

  test('lists nobody where there is no database, and makes none', async () => {
    const workspace = workspaceWithReaders();
    const { root } = workspace;
    const listed = await runNewsletter(['subscribers', 'list', '--json'], { from: root });
    expect(listed.code).toBe(0);
    expect(readDocument(subscribersSchema, listed)).toEqual([]);
    expect(statSync(workspace.path('data'), { throwIfNoEntry: false })).toBeUndefined();
  });

  test('does not bring back by an import who was removed', async () => {
    const { root } = workspaceWithReaders();
    const run = (...args: string[]) => runNewsletter(['subscribers', ...args], { from: root });
    await run('import', 'readers.csv');
    expect(await run('unsubscribe', 'ANNA@example.org')).toMatchObject({ code: 0 });
    const again = await run('import', 'readers.csv');
    expect(again.code).toBe(0);
    expect(again.stdout).toContain('stay off');
    const active = await run('list', '--state', 'active', '--json');
    expect(readDocument(subscribersSchema, active).map(({ email }) => email)).toEqual(['bo@example.org']);

    const refused = await run('add', 'anna@example.org', '--json');
    expect(refused.code).toBe(4);
    expect(readDocument(errorSchema, refused).error.code).toBe('subscriber-left');
    expect(await run('add', 'anna@example.org', '--consent', 'asked by telephone')).toMatchObject({ code: 0 });
  });

  test('names the lines of a file that it did not take, with exit code 1', async () => {
    const workspace = workspaceWithReaders();
    workspace.write('odd.csv', 'email\ngood@example.org\nno address\ntwo@example.org, three@example.org\n');
    const outcome = await runNewsletter(['subscribers', 'import', 'odd.csv'], { from: workspace.root });
    expect(outcome.code).toBe(1);
    expect(outcome.stdout).toContain('line 3');
    const listed = await runNewsletter(['subscribers', 'list', '--json'], { from: workspace.root });
    expect(readDocument(subscribersSchema, listed).map(({ email }) => email)).toContain('good@example.org');
  });
});

describe('newsletter report', () => {
  test('counts what a send in steps has done, and says with exit code 3 that it is not complete', async () => {
    const { root } = workspaceWithReaders();
    const run = (...args: string[]) => runNewsletter(args, { from: root });
    await run('build');
    await run('subscribers', 'import', 'readers.csv');
    expect(await run('send', '--transport', 'outbox', '--yes', '--limit', '1')).toMatchObject({ code: 3 });
    const half = { issue: '2020-12', kind: 'rehearsal', audience: 2, failed: 0, skipped: 0, uncertain: 0 };
    expect(readDocument(reportSchema, await run('report', '--json'))).toEqual({ ...half, pending: 1, submitted: 1 });
    expect(await run('send', '--transport', 'outbox', '--yes')).toMatchObject({ code: 0 });
    expect(readDocument(reportSchema, await run('report', '2020-12', '--json'))).toEqual({
      ...half,
      pending: 0,
      submitted: 2,
    });
  });
});
