import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { contributionText, createWorkspace, emptyFolder, type FixtureWorkspace } from '../support/workspace-fixture.js';
import { errorSchema, readDocument } from '../support/cli/documents.js';
import { runNewsletter } from '../support/cli/run-newsletter.js';

const CONTRIBUTION = 'issues/2020-12/contributions/la-strada-md/hotline.md';

function smallWorkspace(text = contributionText()): FixtureWorkspace {
  return createWorkspace({ [CONTRIBUTION]: text, 'readers.csv': 'email\na@example.org\nb@example.org\n' });
}

describe('a mistake of usage', () => {
  test.each([
    [['chekc'], 'Did you mean check?'],
    [['subscribers', 'lst'], 'Did you mean list?'],
    [['help', 'biuld'], 'Did you mean build?'],
    [['check', '--jsno'], 'Did you mean --json?'],
    [['check', '2020-21'], 'Did you mean 2020-12?'],
    [['send', '2020-12', '--transport', 'outbx'], 'outbox'],
  ])('%j ends with exit code 2 and says what was meant', async (args, suggestion) => {
    const { code, stdout, stderr } = await runNewsletter(args, { from: smallWorkspace().root });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(suggestion);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test.each([
    [['chekc'], 'usage'],
    [['check', '--bogus'], 'usage'],
    [['check', '2020-12', '2020-11'], 'usage'],
    [['check', '2019-01'], 'issue-missing'],
    [['status', '2019-01'], 'issue-missing'],
    [['build', '2019-01'], 'issue-missing'],
    [['send', '--limit', 'many'], 'usage'],
    [['send', '--transport', 'pigeon'], 'transport-unknown'],
    [['report'], 'send-missing'],
    [['subscribers'], 'usage'],
    [['subscribers', 'import'], 'usage'],
    [['subscribers', 'import', 'nothing.csv'], 'file-unreadable'],
    [['subscribers', 'list', '--state', 'asleep'], 'usage'],
    [['subscribers', 'add', 'no address'], 'address-invalid'],
    [['subscribers', 'unsubscribe', 'nobody@example.org'], 'subscriber-missing'],
    [['init'], 'workspace-exists'],
    [['check', '--workspace', 'nowhere'], 'workspace-missing'],
  ])('%j --json is one JSON document with the error and exit code 2', async (args, expected) => {
    const outcome = await runNewsletter([...args, '--json'], { from: smallWorkspace().root });
    expect(outcome.code).toBe(2);
    const { error } = readDocument(errorSchema, outcome);
    expect(error.code).toBe(expected);
    expect(error.message).not.toMatch(/\.\.$/);
  });

  test('prints no stack unless it was asked for', async () => {
    const from = smallWorkspace().root;
    expect((await runNewsletter(['check', '2019-01'], { from })).stderr).not.toContain('    at ');
    const asked = await runNewsletter(['check', '2019-01'], { from, environment: { DEBUG: 'newsletter*' } });
    expect(asked.stderr).toContain('    at ');
  });

  test('is found in newsletter.yaml too', async () => {
    const workspace = createWorkspace({ 'newsletter.yaml': 'name: [\n' });
    const outcome = await runNewsletter(['check', '--json'], { from: workspace.root });
    expect(outcome.code).toBe(2);
    expect(readDocument(errorSchema, outcome).error.code).toBe('configuration-invalid');
    expect(outcome.stdout).toMatch(/newsletter\.yaml:\d+:\d+/);
  });

  test('is a database of another kind', async () => {
    const { root } = smallWorkspace();
    const environment = { NEWSLETTER_DATABASE_URL: 'postgres://localhost/newsletter' };
    const outcome = await runNewsletter(['subscribers', 'list', '--json'], { from: root, environment });
    expect(outcome.code).toBe(2);
    expect(readDocument(errorSchema, outcome).error.code).toBe('database-unsupported');
  });

  test('is not what a damaged database is: that ends with exit code 70', async () => {
    const workspace = smallWorkspace();
    workspace.write('data/newsletter.db', 'This was a database once.'.repeat(400));
    const outcome = await runNewsletter(['subscribers', 'list', '--json'], { from: workspace.root });
    expect(outcome.code).toBe(70);
    expect(readDocument(errorSchema, outcome).error.code).toBe('database-unusable');
  });
});

describe('--json', () => {
  test('gives one JSON document for every command that succeeds', async () => {
    const { root } = smallWorkspace();
    const commands = [
      ['check'],
      ['status'],
      ['build'],
      ['explain'],
      ['subscribers', 'import', 'readers.csv'],
      ['subscribers', 'add', 'c@example.org'],
      ['subscribers', 'list'],
      ['subscribers', 'unsubscribe', 'c@example.org'],
      ['send', '--transport', 'outbox', '--dry-run'],
      ['send', '--transport', 'outbox', '--test', 'secretariat@example.org'],
      ['send', '--transport', 'outbox', '--yes'],
      ['send', '--transport', 'outbox', '--yes'],
      ['report'],
      ['init', path.join(emptyFolder(), 'another')],
    ];
    for (const args of commands) {
      const outcome = await runNewsletter([...args, '--json'], { from: root });
      expect(outcome, args.join(' ')).toMatchObject({ code: 0, stderr: '' });
      readDocument(z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]), outcome);
    }
  });

  test('gives one for findings, with exit code 1', async () => {
    const { root } = smallWorkspace(contributionText('section: opinion'));
    for (const command of ['check', 'build']) {
      const outcome = await runNewsletter([command, '--json'], { from: root });
      expect(outcome.code).toBe(1);
      readDocument(z.looseObject({ findings: z.array(z.looseObject({ severity: z.string() })).min(1) }), outcome);
    }
  });
});

describe('output', () => {
  test('is nothing with --quiet, where nothing is wrong', async () => {
    const { root } = smallWorkspace();
    const commands = [
      ['check'],
      ['status'],
      ['build'],
      ['subscribers', 'import', 'readers.csv'],
      ['send', '--transport', 'outbox', '--yes'],
      ['report'],
    ];
    for (const args of commands) {
      const { code, stdout, stderr } = await runNewsletter([...args, '--quiet'], { from: root });
      expect({ args, code, stdout, stderr }).toEqual({ args, code: 0, stdout: '', stderr: '' });
    }
    const wrong = await runNewsletter(['check', '2019-01', '--quiet'], { from: root });
    expect(wrong.stderr).toContain('2019-01');
  });

  test('has no escape codes without a terminal, and asks nothing', async () => {
    const { root } = smallWorkspace(contributionText('title: A hotline\nsectoin: opinion'));
    for (const args of [['check'], ['status'], ['build'], ['chekc']]) {
      const { stdout, stderr } = await runNewsletter(args, { from: root, environment: { TERM: 'xterm-256color' } });
      expect(stdout + stderr).not.toContain('\u001b');
      expect((stdout + stderr).length).toBeGreaterThan(0);
    }
  });

  test('of --help fits every terminal, and is the same that help gives', async () => {
    const { root } = smallWorkspace();
    const [written, made] = [
      await runNewsletter(['--help'], { from: root }),
      await runNewsletter(['help'], { from: root }),
    ];
    expect(written.stdout).toBe(made.stdout);
    expect(Math.max(...written.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('of --help and --version goes to stdout', async () => {
    const { root } = smallWorkspace();
    const help = await runNewsletter(['--help'], { from: root });
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toContain('build');
    const version = await runNewsletter(['--version'], { from: root });
    expect(version).toMatchObject({ code: 0, stderr: '' });
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    for (const args of [[], ['subscribers', '--help'], ['subscribers', 'list', '--help'], ['help', 'send']]) {
      expect(await runNewsletter(args, { from: root })).toMatchObject({ code: 0, stderr: '' });
    }
  });
});

describe('the workspace and the issue', () => {
  test('are found upward from where the command runs, and the newest issue is taken', async () => {
    const workspace = smallWorkspace();
    workspace.write('issues/2021-01/issue.yaml', 'title: January 2021\ndate: 2021-01-15\n');
    workspace.write('issues/2021-01/contributions/lefoe/hotline.md', contributionText());
    workspace.write('issues/2020-9/issue.yaml', 'title: No issue\n');
    const from = workspace.path('issues', '2020-12', 'contributions');
    const issueOf = async (...args: string[]) =>
      readDocument(z.looseObject({ issue: z.string() }), await runNewsletter([...args, '--json'], { from })).issue;
    expect(await issueOf('check')).toBe('2021-01');
    expect(await issueOf('status')).toBe('2021-01');
    expect(await issueOf('build')).toBe('2021-01');
    expect(await issueOf('check', '2020-12')).toBe('2020-12');
  });

  test('are those that --workspace names, wherever the command runs', async () => {
    const workspace = smallWorkspace();
    const elsewhere = createWorkspace();
    const outcome = await runNewsletter(['build', '--workspace', workspace.root], { from: elsewhere.root });
    expect(outcome.code).toBe(0);
    mkdirSync(path.join(elsewhere.root, 'empty'));
    writeFileSync(path.join(elsewhere.root, 'empty', 'note.txt'), '');
    const missing = await runNewsletter(['check', '--workspace', 'empty'], { from: elsewhere.root });
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('newsletter.yaml');
  });
});
