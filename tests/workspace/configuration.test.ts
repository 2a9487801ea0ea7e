import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { NewsletterError } from '../../src/model/error.js';
import { TRANSPORTS } from '../../src/transports/registry.js';
import { readConfiguration } from '../../src/workspace/settings/configuration.js';
import { locateWorkspace } from '../../src/workspace/locate.js';
import { listIssues, locateIssue } from '../../src/workspace/issue/locate-issue.js';
import { platformInNumbers, readRegistry } from '../../src/workspace/registry.js';
import { expectComplete } from '../support/checked-issue.js';
import { createWorkspace } from '../support/workspace-fixture.js';

const LINES = 'name: A\norganisation: B\nsender:\n  address: news@lsi.example.org\n';

function errorOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (!(error instanceof NewsletterError)) throw error;
    for (const text of [error.message, error.expected, error.help]) expect(text).toMatch(/^(?!.*undefined).+/s);
    return error.code;
  }
  return 'nothing';
}

function read(
  lines: string,
  environment: Readonly<Record<string, string>> = {},
  others: Readonly<Record<string, string>> = {},
) {
  const workspace = createWorkspace({ 'newsletter.yaml': lines, ...others });
  const { configuration, findings } = readConfiguration(workspace.root, environment, TRANSPORTS);
  findings.forEach(expectComplete);
  return { workspace, configuration, findings };
}

describe('newsletter.yaml', () => {
  test('every default is filled in', () => {
    const { workspace, configuration } = read(LINES);
    expect(configuration).toMatchObject({
      language: 'en',
      sender: { name: 'A', address: 'news@lsi.example.org' },
      list: { id: 'newsletter.lsi.example.org', owner: 'news@lsi.example.org' },
      unsubscribeAddress: 'news@lsi.example.org',
      transport: 'outbox',
      subscribers: { sharedAddresses: 'refuse', retention: { pendingDays: 30, proofYears: 3 } },
      serve: { trustProxy: false, clientAddressHeader: 'x-forwarded-for' },
      send: { undoSeconds: 60 },
      databasePath: path.join(workspace.root, 'data', 'newsletter.db'),
      publicUrl: undefined,
    });
  });

  test.each([
    ['', {}],
    ['preset: microsoft-365', { perMinute: 30, perDay: 10_000 }],
    ['preset: microsoft-365\n  perDay: 500', { perMinute: 30, perDay: 500 }],
    ['perHour: 200', { perHour: 200 }],
  ])('limits %j are read', (written, overall) => {
    const { configuration } = read(`${LINES}${written === '' ? '' : `limits:\n  ${written}\n`}`);
    expect(configuration.limits).toEqual({ overall, perDomain: {}, byMailServer: false });
  });

  test('limits of domains are read, and a mistake is named', () => {
    const lines = `${LINES}limits:\n  byMailServer: true\n  perDomain:\n    Gmail.com: { perMinute: 20 }\n`;
    const { limits } = read(lines).configuration;
    expect(limits).toEqual({ overall: {}, perDomain: { 'gmail.com': { perMinute: 20 } }, byMailServer: true });
    for (const wrong of ['preset: nobody', 'perMinute: 0', 'perDomain: { gmail: { perDay: 2 } }']) {
      const workspace = createWorkspace({ 'newsletter.yaml': `${LINES}limits:\n  ${wrong}\n` });
      expect(errorOf(() => readConfiguration(workspace.root, {}, TRANSPORTS))).toBe('configuration-invalid');
    }
  });

  test('the environment counts more than the file, and the process more than .env', () => {
    const lines = `${LINES}publicUrl: https://a.example.org/\n`;
    const dotEnv = { '.env': 'NEWSLETTER_PUBLIC_URL=https://b.example.org\n' };
    const url = (environment: Readonly<Record<string, string>>, others = {}) =>
      read(lines, environment, others).configuration.publicUrl;
    expect(url({})).toBe('https://a.example.org');
    expect(url({}, dotEnv)).toBe('https://b.example.org');
    expect(url({ NEWSLETTER_PUBLIC_URL: 'https://c.example.org' }, dotEnv)).toBe('https://c.example.org');
  });

  test.each([
    ['name: A\n', {}, 'configuration-invalid'],
    ['name: [', {}, 'configuration-invalid'],
    [LINES.replace('news@', ''), {}, 'configuration-invalid'],
    [`${LINES}publicUrl: http://example.org\n`, {}, 'configuration-invalid'],
    [LINES, { NEWSLETTER_PUBLIC_URL: 'ftp://example.org' }, 'environment-invalid'],
    [LINES, { NEWSLETTER_DATABASE_URL: 'postgres://example.org/a' }, 'database-unsupported'],
    [LINES, { NEWSLETTER_TOKEN_KEY_FILE: '/nowhere/at/all' }, 'environment-invalid'],
  ])('%j with %j is refused', (lines, environment, code) => {
    const workspace = createWorkspace({ 'newsletter.yaml': lines });
    expect(errorOf(() => readConfiguration(workspace.root, environment, TRANSPORTS))).toBe(code);
  });

  test('http is for this machine itself', () => {
    expect(read(LINES, { NEWSLETTER_PUBLIC_URL: 'http://127.0.0.1:8080/' }).configuration.publicUrl).toBe(
      'http://127.0.0.1:8080',
    );
  });

  test('a secret is a finding that does not repeat it', () => {
    const { findings } = read(
      `${LINES}smtp:\n  password: hunter2hunter2\nlist: { id: a.b, help: 'https://u:hunter2@example.org' }\n`,
    );
    const secrets = findings.filter(({ ruleId }) => ruleId === 'issue/secret-in-configuration');
    expect(secrets.map(({ severity, line }) => [severity, line])).toEqual([
      ['error', 6],
      ['error', 7],
    ]);
    expect(JSON.stringify(findings)).not.toContain('hunter2');
  });

  test.each([
    ['langauge: de\n', 'Did you mean "language"?'],
    ['list: { id: a.b, ownr: a@example.org }\n', 'Did you mean "owner"?'],
  ])('an unknown key is a warning with what was meant: %j', (lines, help) => {
    expect(read(LINES + lines).findings).toMatchObject([
      { ruleId: 'issue/unknown-key', severity: 'warning', line: 5, help },
    ]);
  });
});

describe('finding a workspace and an issue', () => {
  test('the nearest folder upward with newsletter.yaml, or the one that is named', () => {
    const workspace = createWorkspace({ 'a/b/c.txt': '' });
    expect(locateWorkspace(undefined, workspace.path('a/b'))).toBe(workspace.root);
    expect(locateWorkspace('..', workspace.path('a'))).toBe(workspace.root);
    expect(errorOf(() => locateWorkspace('a', workspace.root))).toBe('workspace-missing');
    expect(errorOf(() => locateWorkspace('nowhere', workspace.root))).toBe('workspace-missing');
    expect(errorOf(() => locateWorkspace(undefined, '/'))).toBe('workspace-missing');
  });

  test('the newest issue, or the one that is named; nothing else is an issue', () => {
    const workspace = createWorkspace({
      'issues/2021-01/issue.yaml': '',
      'issues/2021-13/a': '',
      'issues/drafts/a': '',
      'issues/2022-01': '',
    });
    expect(listIssues(workspace.root)).toEqual(['2020-12', '2021-01']);
    expect(locateIssue(workspace.root, undefined)).toBe('2021-01');
    expect(locateIssue(workspace.root, '2020-12')).toBe('2020-12');
    for (const name of ['2020-11', '../2020-12', 'drafts', '', '2020-12/']) {
      expect(errorOf(() => locateIssue(workspace.root, name))).toBe('issue-missing');
    }
    expect(errorOf(() => locateIssue(workspace.path('issues'), undefined))).toBe('issue-missing');
  });
});

describe('members.yaml', () => {
  test('counts and countries are derived; partners are not counted', () => {
    const one = (id: string, kind: string, country: string) =>
      `  - { id: ${id}, name: ${id}, kind: ${kind}, country: ${country} }\n`;
    const text = `members:\n${one('a', 'member', 'NL')}${one('b', 'associate', 'NL')}${one('c', 'member', 'MD')}${one('d', 'partner', 'US')}`;
    expect(platformInNumbers(readRegistry(text).members)).toEqual({ members: 3, countries: 2 });
  });

  test.each([
    [undefined, 'issue/members-missing'],
    ['', 'issue/members-empty'],
    ['\n\n', 'issue/members-empty'],
    ['# nobody\n', 'issue/members-empty'],
    ['members:\n', 'issue/members-empty'],
    ['members: []\n', 'issue/members-empty'],
    ['members: # all gone\n  # - id: a\n', 'issue/members-empty'],
    ['members:\n  - { id: secretariat, name: A, kind: member, country: NL }\n', 'issue/value'],
    ['members:\n  - { id: La Strada, name: A, kind: member, country: NL }\n', 'issue/value'],
    ['members:\n  - { id: a, name: A, kind: friend, country: NL }\n', 'issue/value'],
    ['members:\n  - { id: a, kind: member, country: NL }\n', 'issue/missing'],
  ])('%j is an error finding', (text, ruleId) => {
    const { findings } = readRegistry(text);
    findings.forEach(expectComplete);
    expect(findings.map((finding) => [finding.ruleId, finding.severity, finding.file])).toEqual([
      [ruleId, 'error', 'members.yaml'],
    ]);
  });
});
