import { existsSync, linkSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { contributionText, createWorkspace, type FixtureWorkspace } from '../support/workspace-fixture.js';
import { errorSchema, readDocument, reportSchema, subscribersSchema } from '../support/cli/documents.js';
import { runNewsletter, type Outcome } from '../support/cli/run-newsletter.js';

type Commands = (...args: string[]) => Promise<Outcome>;

async function withReaders(files: Readonly<Record<string, string>> = {}): Promise<[FixtureWorkspace, Commands]> {
  const workspace = createWorkspace({
    'issues/2020-12/contributions/lefoe/text.md': contributionText(),
    'readers.csv':
      'Email Address,First Name,TAGS,Language,OPTIN_IP\nanna@example.org,Anna,press,uk,192.0.2.1\nbo@example.org,=Bo,"press, eu",de,\ncy@example.org,,,,\n',
    ...files,
  });
  const run: Commands = (...args) => runNewsletter(['subscribers', ...args], { from: workspace.root });
  expect(await run('import', 'readers.csv')).toMatchObject({ code: 0 });
  return [workspace, run];
}

const emails = (outcome: Outcome): readonly string[] =>
  readDocument(subscribersSchema, outcome).map(({ email }) => email);

describe('newsletter subscribers', () => {
  test('import takes a mapping, tags and a language, and says which columns are never stored', async () => {
    const [workspace, run] = await withReaders();
    workspace.write('odd.csv', 'Contact;Who;LATITUDE\nd@example.org;Di;52.1\n');
    const options = ['--map', 'email=Contact', '--map', 'name=who', '--tag', 'donors', '--language', 'FR'];
    const outcome = await run('import', 'odd.csv', ...options);
    expect(outcome).toMatchObject({ code: 0 });
    expect(outcome.stdout).toContain('LATITUDE');
    const listed = readDocument(subscribersSchema, await run('list', '--tag', 'DONORS', '--json'));
    expect(listed).toEqual([{ email: 'd@example.org', name: 'Di', state: 'active', language: 'fr', tags: ['donors'] }]);
    const refused = await run('import', 'odd.csv', '--map', 'colour=Who', '--json');
    expect(refused.code).toBe(2);
    expect(readDocument(errorSchema, refused).error.code).toBe('usage');
  });

  test('import stops before a column that may say no, until it is mapped or ignored', async () => {
    const workspace = createWorkspace({ 'odd.csv': 'email,Ring,GDPR\na@example.org,7,yes\nb@example.org,8,no\n' });
    const run: Commands = (...args) => runNewsletter(['subscribers', ...args], { from: workspace.root });
    const refused = await run('import', 'odd.csv', '--json');
    expect(refused.code).toBe(4);
    const { error } = readDocument(errorSchema, refused);
    expect(error.code).toBe('columns-unclear');
    expect(error.help).toContain('--map subscribed="GDPR"');
    expect(error.help).toContain('--ignore "GDPR"');
    expect(await run('import', 'odd.csv', '--ignore', 'GDRP')).toMatchObject({ code: 2 });
    const mapped = await run('import', 'odd.csv', '--map', 'subscribed=GDPR', '--ignore', 'Ring', '--json');
    expect(JSON.parse(mapped.stdout)).toMatchObject({ added: 1, unsubscribed: 1, refusalColumns: ['GDPR'] });
    expect((await run('import', 'odd.csv', '--ignore', 'gdpr', '--ignore', '2')).stdout).toContain('stay off');
    expect(emails(await run('list', '--state', 'active', '--json'))).toEqual(['a@example.org']);
  });

  test('list shows those of a tag and a language', async () => {
    const [, run] = await withReaders();
    expect(emails(await run('list', '--tag', 'eu', '--tag', 'nothing', '--json'))).toEqual(['bo@example.org']);
    expect(emails(await run('list', '--tag', 'press', '--language', 'uk', '--json'))).toEqual(['anna@example.org']);
  });

  test('export writes a new private file, and never over another', async () => {
    const [workspace, run] = await withReaders();
    expect(await run('export', '--out', 'list.csv')).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(workspace.path('list.csv'), 'utf8')).toMatch(
      /^\ufeffemail,name,.*\r\n.*\r\nbo@example\.org,'=Bo,/,
    );
    expect(statSync(workspace.path('list.csv')).mode & 0o077).toBe(0);
    expect(await run('export', '--out', 'list.csv')).toMatchObject({ code: 2 });
    const onTerminal = await run('export', '--tag', 'eu');
    expect(onTerminal.stdout.split('\r\n')).toHaveLength(3);
  });

  test('export ends well where its reader has gone away', async () => {
    const [{ root }] = await withReaders();
    expect(await runNewsletter(['subscribers', 'export'], { from: root, unread: true })).toMatchObject({ code: 0 });
  });

  test('export --address gives a person what is stored about them, and no hash', async () => {
    const [, run] = await withReaders();
    const outcome = await run('export', '--address', 'ANNA@example.org');
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      subscriber: { email: 'anna@example.org', tags: ['press'] },
      consentRecords: [{ action: 'import', source: 'import:readers.csv' }],
      deliveries: [],
    });
    expect(outcome.stdout).not.toMatch(/hash|key|bo@example|192\.0/i);
    expect(await run('export', '--address', 'nobody@example.org')).toMatchObject({ code: 2 });
  });

  test('erase asks first, and erases with --yes', async () => {
    const [workspace, run] = await withReaders();
    const refused = await run('erase', 'anna@example.org', '--json');
    expect(refused.code).toBe(4);
    expect(readDocument(errorSchema, refused).error.code).toBe('confirmation-missing');
    expect(await run('erase', 'anna@example.org', '--yes', '--keep-files')).toMatchObject({ code: 0 });
    expect(readFileSync(workspace.path('readers.csv'), 'utf8')).toContain('anna@example.org');
    const outcome = await run('erase', 'Anna@Example.org', '--yes', '--json');
    const schema = z.object({
      remainingFiles: z.array(z.string()),
      changedFiles: z.array(z.object({ file: z.string() })),
    });
    expect(readDocument(schema, outcome)).toEqual({ remainingFiles: [], changedFiles: [{ file: 'readers.csv' }] });
    expect(outcome.code).toBe(0);
    expect(emails(await run('list', '--json'))).toEqual(['bo@example.org', 'cy@example.org']);
  });

  test.each(['erase', 'forget'])('%s asks, and then erases, for good', async (command) => {
    const [, run] = await withReaders();
    expect(await run(command, 'anna@example.org')).toMatchObject({ code: 4 });
    const outcome = await run(command, 'anna@example.org', '--yes');
    expect(outcome).toMatchObject({ code: 0 });
    expect(outcome.stdout).toContain('anna@example.org is erased');
    expect(emails(await run('list', '--json'))).toEqual(['bo@example.org', 'cy@example.org']);
  });

  test.each(['unsubscribe', 'remove'])('%s takes somebody off the list', async (command) => {
    const [, run] = await withReaders();
    const outcome = await run(command, 'anna@example.org');
    expect(outcome).toMatchObject({ code: 0, stdout: 'anna@example.org is off the list now.\n' });
    expect(emails(await run('list', '--state', 'active', '--json'))).toEqual(['bo@example.org', 'cy@example.org']);
  });

  test('the help shows the names of what is done, and the older ones beside them', async () => {
    const [, run] = await withReaders();
    const { stdout } = await run('--help');
    expect(stdout).toContain('erase|forget');
    expect(stdout).toContain('unsubscribe|remove');
  });

  test('stats and purge say numbers', async () => {
    const [, run] = await withReaders();
    const stats = z.object({
      states: z.object({ active: z.number() }),
      growth: z.array(z.object({ joined: z.number() })),
    });
    expect(readDocument(stats, await run('stats', '--json'))).toMatchObject({
      states: { active: 3 },
      growth: [{ joined: 3 }],
    });
    expect((await run('stats')).stdout).toContain('press');
    const purge = await run('purge', '--dry-run', '--json');
    expect(JSON.parse(purge.stdout)).toEqual({ dryRun: true, pending: 0, left: 0, addressChanges: 0 });
    expect((await run('purge')).stdout).toContain('30 days');
  });

  test('make nothing where there is no database', async () => {
    const workspace = createWorkspace();
    const run: Commands = (...args) => runNewsletter(['subscribers', ...args], { from: workspace.root });
    for (const args of [['stats'], ['purge'], ['export']]) expect(await run(...args)).toMatchObject({ code: 0 });
    expect(await run('erase', 'a@example.org', '--yes')).toMatchObject({ code: 2 });
    expect(existsSync(workspace.path('data'))).toBe(false);
  });
});

describe('a database under two names', () => {
  test.each([
    'subscribers list',
    'subscribers add d@example.org',
    'subscribers import readers.csv',
    'send --transport outbox --yes',
    'report',
  ])('is refused by %s, and nothing is written', async (command) => {
    const [workspace, run] = await withReaders();
    const built = await runNewsletter(['build'], { from: workspace.root });
    expect(built.code).toBe(0);
    linkSync(workspace.path('data', 'newsletter.db'), workspace.path('second.db'));
    const before = readdirSync(workspace.path('data'));
    const refused = await runNewsletter([...command.split(' '), '--json'], { from: workspace.root });
    expect(refused.code).toBe(4);
    expect(readDocument(errorSchema, refused).error).toMatchObject({ code: 'database-linked' });
    expect(readdirSync(workspace.path('data'))).toEqual(before);
    expect(existsSync(workspace.path('outbox'))).toBe(false);
    rmSync(workspace.path('second.db'));
    expect(emails(await run('list', '--json'))).toHaveLength(3);
  });
});

describe('an issue for some tags', () => {
  const settings = 'title: December 2020\ndate: 2020-12-18\naudience:\n  tags: [EU, donors]\n';

  test('goes to who has one of them, as the build had it', async () => {
    const [workspace] = await withReaders({ 'issues/2020-12/issue.yaml': settings });
    const run: Commands = (...args) => runNewsletter(args, { from: workspace.root });
    expect(await run('build')).toMatchObject({ code: 0 });
    expect(await run('send', '--transport', 'outbox', '--yes')).toMatchObject({ code: 0 });
    expect(readDocument(reportSchema, await run('report', '--json'))).toMatchObject({ audience: 1, submitted: 1 });
    await run('subscribers', 'erase', 'bo@example.org', '--yes');
    const refused = await run('send', '--transport', 'outbox', '--again', '--yes', '--json');
    expect(refused.code).toBe(4);
    expect(readDocument(errorSchema, refused).error).toMatchObject({ code: 'audience-empty' });
  });
});
