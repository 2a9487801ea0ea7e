import { execFileSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { contributionText, CONTRIBUTIONS, createWorkspace, emptyFolder, ISSUE } from '../support/workspace-fixture.js';
import { runProgram } from '../support/cli/run-newsletter.js';
import { applyChecklist, readChecklist } from '../support/house/checklist.js';

const PAGES = readdirSync('docs/adding').map((name) => path.basename(name, '.md'));
/** What is copied; the issue of the sample is not, so that nothing is warmed up. */
const COPIED = [
  'bin',
  'docs',
  'scripts',
  'src',
  'templates',
  'tests',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
];

const NEWSLETTER =
  'name: The Newsletter\norganisation: La Strada International\nsender:\n  address: news@lsi.example.org\n';

function listenOn(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? String(address?.port) : ''}`);
    });
  });
}

test.each(PAGES)('every file that docs/adding/%s.md changes is there, and every new one is not', (name) => {
  const steps = readChecklist(name);
  expect(steps.length).toBeGreaterThan(1);
  for (const { file, isNew, copyOf, code } of steps) {
    expect({ file, exists: existsSync(file) }).toEqual({ file, exists: !isNew && copyOf === undefined });
    // Only documents may be left to a person's own words.
    if (code === undefined) expect(file).toMatch(/^docs\/|written-languages/);
  }
});

describe('in a copy of the repository to which every page was applied', () => {
  let copy: string;

  beforeAll(() => {
    copy = emptyFolder();
    for (const name of COPIED) cpSync(name, path.join(copy, name), { recursive: true });
    symlinkSync(path.resolve('node_modules'), path.join(copy, 'node_modules'));
    // The language last: its words are a copy of English words, those of the new section among them.
    for (const name of [...PAGES.filter((page) => page !== 'language'), 'language']) applyChecklist(name, copy);
    execFileSync(process.execPath, ['scripts/compile.js'], { cwd: copy, stdio: 'pipe' });
  });

  /** Runs the changed program; findings of severity error are no failure. */
  async function run(root: string, ...args: readonly string[]): Promise<string> {
    return runWith({}, root, ...args);
  }

  async function runWith(environment: Readonly<Record<string, string>>, root: string, ...args: readonly string[]) {
    const program = path.join(copy, 'bin/newsletter.js');
    const running = { from: copy, environment };
    const { code, stdout, stderr } = await runProgram(program, [...args, '--workspace', root], running);
    expect({ stderr, isFine: code === 0 || code === 1 }).toMatchObject({ isFine: true });
    return stdout;
  }

  const workspaceWith = (contribution: string, files: Readonly<Record<string, string>> = {}) =>
    createWorkspace({ [`${CONTRIBUTIONS}/lefoe/a.md`]: contribution, ...files });

  test('the types agree', async () => {
    const sources = { extends: './tsconfig.json', include: ['src'] };
    writeFileSync(path.join(copy, 'tsconfig.sources.json'), JSON.stringify(sources));
    const compiler = path.resolve('node_modules/typescript/bin/tsc');
    const { stdout } = await runProgram(compiler, ['--noEmit', '-p', 'tsconfig.sources.json'], { from: copy });
    expect(stdout).toBe('');
  });

  test('the tests of the rule and the section, and the contract of the transport, pass', async () => {
    const runner = path.resolve('node_modules/vitest/vitest.mjs');
    const files = [
      'check/rules/exclamation-marks',
      'render/sections',
      'transports/contract',
      'transports/relay/relay',
      'yaml/documented-keys',
    ];
    const paths = files.map((name) => `tests/${name}.test.ts`);
    const { code, stdout } = await runProgram(runner, ['run', ...paths, '-t', 'exclamation|relay|letter-to-editor'], {
      from: copy,
    });
    expect(stdout).toMatch(/[1-9]\d* passed, 0 failed/);
    expect(code).toBe(0);
  });

  test('rule: check finds it', async () => {
    const { root } = workspaceWith(contributionText('title: Help now!!!'));
    expect(await run(root, 'check', ISSUE, '--json')).toContain('"house-style/exclamation-marks"');
  });

  test('transport: send goes through it with both of its settings', async () => {
    const arrived: { readonly key: string | undefined; readonly message: string }[] = [];
    const server = createServer((request, answer) => {
      void text(request).then((message) => {
        if (request.method === 'POST') arrived.push({ key: request.headers.authorization, message });
        answer.end();
      });
    });
    const url = await listenOn(server);
    const workspace = workspaceWith(contributionText(), {
      'newsletter.yaml': `${NEWSLETTER}relay:\n  url: ${url}\n`,
      'list.csv': 'email,consent_source\nanna@example.org,paper\n',
      'relay-key': 'hunter2\n',
    });
    const environment = { RELAY_KEY_FILE: workspace.path('relay-key') };
    await run(workspace.root, 'build', ISSUE);
    await run(workspace.root, 'subscribers', 'import', workspace.path('list.csv'), '--yes');
    await runWith(environment, workspace.root, 'send', ISSUE, '--transport', 'relay', '--yes');
    server.close();
    expect(arrived).toMatchObject([{ key: 'Bearer hunter2' }]);
    expect(arrived[0]?.message).toContain('To: anna@example.org');
  });

  test('transport: the command that publishes gets none of its variables', async () => {
    const workspace = workspaceWith(contributionText(), {
      'newsletter.yaml': `${NEWSLETTER}publish:\n  command: env > environment.txt\n`,
      'relay-key': 'hunter2\n',
    });
    const environment = { RELAY_KEY: 'hunter2', RELAY_KEY_FILE: workspace.path('relay-key'), ANOTHER_KEY: 'kept' };
    await run(workspace.root, 'build', ISSUE);
    await runWith(environment, workspace.root, 'publish', ISSUE);
    const seen = readFileSync(workspace.path('environment.txt'), 'utf8');
    expect(seen).toContain('ANOTHER_KEY=kept');
    expect(seen).not.toContain('RELAY_KEY');
  });

  test('transport: check knows its keys', async () => {
    const workspace = workspaceWith(contributionText(), { 'newsletter.yaml': `${NEWSLETTER}relay:\n  ur: a\n` });
    expect(await run(workspace.root, 'check', ISSUE, '--json')).toContain('Did you mean \\"url\\"?');
  });

  test('language: its words stand in the edition, its requests are read, and its shelters are found', async () => {
    const workspace = workspaceWith(contributionText('title: News', 'Tá an teach sábháilte ag Sráid Phádraig 12.'), {
      'mail/leave.eml': 'From: anna@example.org\nTo: news@lsi.example.org\nSubject: Díliostáil\n\nDíliostáil mé.\n',
    });
    const findings = await run(workspace.root, 'check', ISSUE, '--json');
    expect(findings).toContain('"confidentiality/street-address"');
    const mails = await run(workspace.root, 'mailbox', workspace.path('mail'), '--dry-run', '--json');
    expect(JSON.parse(mails)).toMatchObject([{ kind: 'unsubscribe' }]);
    const issue = workspaceWith(contributionText(), {
      [`issues/${ISSUE}/issue.yaml`]: 'title: Nollaig\ndate: 2020-12-18\nlanguage: ga\n',
    });
    await run(issue.root, 'build', ISSUE);
    expect(readFileSync(issue.path('out', ISSUE, 'web/index.html'), 'utf8')).toContain('San eagrán seo');
  });

  test('section: its heading stands in the built page', async () => {
    const workspace = workspaceWith(contributionText('title: A letter\nsection: letter-to-editor'));
    await run(workspace.root, 'build', ISSUE);
    expect(readFileSync(workspace.path('out', ISSUE, 'web/index.html'), 'utf8')).toMatch(
      /<h2[^>]*>\s*Letters from readers/,
    );
  });

  test('column: a dry run, the list and an export have what an import brought', async () => {
    const workspace = workspaceWith(contributionText(), {
      'list.csv': 'email,consent_source,organisation\nanna@example.org,paper,Open Gate\n',
    });
    const list = workspace.path('list.csv');
    expect(await run(workspace.root, 'subscribers', 'import', list, '--yes', '--dry-run')).toMatch(
      /anna@example\.org \|.* \| Open Gate \|/,
    );
    await run(workspace.root, 'subscribers', 'import', list, '--yes');
    expect(JSON.parse(await run(workspace.root, 'subscribers', 'list', '--json'))).toMatchObject([
      { email: 'anna@example.org', organisation: 'Open Gate' },
    ]);
    expect(await run(workspace.root, 'subscribers', 'export')).toMatch(
      /,organisation\r\nanna@example\.org,.*,paper,Open Gate\r\n/,
    );
  });

  test('edition: its file is built', async () => {
    const workspace = workspaceWith(contributionText());
    await run(workspace.root, 'build', ISSUE);
    expect(readFileSync(workspace.path('out', ISSUE, 'outline.txt'), 'utf8')).toContain('- A new hotline');
  });
});
