import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createWorkspace, type FixtureWorkspace } from '../support/workspace-fixture.js';
import { errorSchema, readDocument, subscribersSchema } from '../support/cli/documents.js';
import { runAtTerminal, withoutPython } from '../support/cli/python.js';
import { runNewsletter, type Outcome } from '../support/cli/run-newsletter.js';

type Commands = (...args: string[]) => Promise<Outcome>;

const FILES = {
  'right.csv': 'email,name,consentSource\nanna@example.org,Anna,paper form\n',
  'wrong.csv':
    'email,name,Shoe size,OPTIN_IP\nanna@example.org,Anna,39,192.0.2.1\nbo@example.org,,44,\nno address,,,\n',
};

function workspaceWithFiles(): [FixtureWorkspace, Commands] {
  const workspace = createWorkspace(FILES);
  return [workspace, (...args) => runNewsletter(['subscribers', ...args], { from: workspace.root })];
}

const emails = (outcome: Outcome): readonly string[] =>
  readDocument(subscribersSchema, outcome).map(({ email }) => email);

const counts = z.object({ added: z.number(), rejected: z.array(z.object({ line: z.number() })) });
const importsSchema = z.array(
  z.object({ number: z.number(), file: z.string(), at: z.string(), undoneAt: z.string().nullable() }),
);

describe('newsletter subscribers import --dry-run', () => {
  test('shows counts, the first rows as they would be stored, and what is not stored', async () => {
    const [, run] = workspaceWithFiles();
    const outcome = await run('import', 'wrong.csv', '--dry-run', '--tag', 'press', '--language', 'de');
    expect(outcome.stdout).toContain('Nothing was stored');
    expect(outcome.stdout).toContain('2 subscribers added');
    expect(outcome.stdout).toContain('anna@example.org | Anna | de | tags: press | active | import:wrong.csv');
    expect(outcome.stdout).toContain('OPTIN_IP');
    expect(outcome.stdout).toContain('Shoe size');
    expect(outcome.stdout).toContain('line 4');
    expect(outcome.code).toBe(1);
  });

  test('makes neither a database nor keys', async () => {
    const [workspace, run] = workspaceWithFiles();
    expect(await run('import', 'right.csv', '--dry-run')).toMatchObject({ code: 0 });
    expect(existsSync(workspace.path('data'))).toBe(false);
  });

  test('gives the numbers and the exit code of the import itself, and leaves the list as it was', async () => {
    const [, run] = workspaceWithFiles();
    await run('import', 'right.csv');
    const before = await run('list', '--json');
    const trial = await run('import', 'wrong.csv', '--dry-run', '--json');
    expect(JSON.parse(trial.stdout)).toMatchObject({ dryRun: true, added: 1, unchanged: 1 });
    expect(await run('list', '--json')).toMatchObject({ stdout: before.stdout });
    expect(readDocument(importsSchema, await run('imports', '--json'))).toHaveLength(1);
    const real = await run('import', 'wrong.csv', '--json');
    expect(readDocument(counts, real)).toEqual(readDocument(counts, trial));
    expect(real.code).toBe(trial.code);
  });

  test('refuses what the import would refuse', async () => {
    const [workspace, run] = workspaceWithFiles();
    workspace.write('none.csv', 'colour,size\nred,3\n');
    const trial = await run('import', 'none.csv', '--dry-run', '--json');
    expect(trial.code).toBe(1);
    expect(readDocument(errorSchema, trial).error.code).toBe('csv-invalid');
    expect(existsSync(workspace.path('data'))).toBe(false);
  });
});

describe('newsletter subscribers imports', () => {
  test('lists them newest first, and says which were undone', async () => {
    const [, run] = workspaceWithFiles();
    await run('import', 'wrong.csv');
    await run('undo', '1', '--yes');
    await run('import', 'right.csv');
    const listed = await run('imports');
    const [first, second] = listed.stdout.split('\n');
    expect(first).toMatch(/^ +2 {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}right\.csv: 1 added$/);
    expect(second).toMatch(/^ +1 {2}.* {2}wrong\.csv: 2 added, 1 not taken {2}undone \d{4}/);
    expect(readDocument(importsSchema, await run('imports', '--json'))).toMatchObject([
      { number: 2, file: 'right.csv', undoneAt: null },
      { number: 1, file: 'wrong.csv', undoneAt: expect.stringMatching(/^\d{4}-/) as unknown },
    ]);
  });

  test('lists nothing where there is no database, and makes none', async () => {
    const [workspace, run] = workspaceWithFiles();
    expect(await run('imports', '--json')).toMatchObject({ code: 0, stdout: '[]\n' });
    expect(existsSync(workspace.path('data'))).toBe(false);
  });
});

describe('newsletter subscribers undo', () => {
  test('takes the import back; with the right file, the list and its proof are right', async () => {
    const [, run] = workspaceWithFiles();
    await run('import', 'wrong.csv');
    const undone = await run('undo', '1', '--yes');
    expect(undone).toMatchObject({ code: 0 });
    expect(undone.stdout).toContain('Import 1 (wrong.csv) is undone.\n  2 people who came with it');
    await run('import', 'right.csv');
    expect(emails(await run('list', '--json'))).toEqual(['anna@example.org']);
    const person = await run('export', '--address', 'anna@example.org');
    expect(JSON.parse(person.stdout)).toMatchObject({ consentRecords: [{ source: 'paper form' }] });
  });

  test('lists who is kept, and why', async () => {
    const [, run] = workspaceWithFiles();
    await run('import', 'wrong.csv');
    await run('unsubscribe', 'bo@example.org');
    const trial = await run('undo', '1', '--dry-run');
    expect(trial.stdout).toContain('would be undone. Nothing was done now');
    expect(trial.stdout).toContain('1 person kept');
    expect(trial.stdout).toMatch(
      /bo@example\.org \(unsubscribed\): was taken off the list, \d{4}-\d\d-\d\d \(secretariat\)/,
    );
    expect(emails(await run('list', '--json'))).toHaveLength(2);
    expect((await run('undo', '1', '--yes')).stdout).toContain('bo@example.org (unsubscribed)');
    expect(emails(await run('list', '--json'))).toEqual(['bo@example.org']);
  });

  test('is refused where there is nobody to ask and no --yes', async () => {
    const [, run] = workspaceWithFiles();
    await run('import', 'wrong.csv');
    for (const json of [[], ['--json']]) expect(await run('undo', '1', ...json)).toMatchObject({ code: 4 });
    const refused = await run('undo', '1', '--json');
    expect(readDocument(errorSchema, refused).error.code).toBe('confirmation-missing');
    expect(emails(await run('list', '--json'))).toHaveLength(2);
  });

  test('a second time says so, without a question and without an error', async () => {
    const [, run] = workspaceWithFiles();
    await run('import', 'wrong.csv');
    await run('undo', '1', '--yes');
    const again = await run('undo', '1');
    expect(again).toMatchObject({ code: 0 });
    expect(again.stdout).toContain('was undone already');
  });

  test.each([
    ['7', 'import-missing'],
    ['0', 'usage'],
    ['wrong.csv', 'usage'],
    ['-1', 'usage'],
    ['1e1', 'usage'],
  ])('%s is refused', async (number, code) => {
    const [, run] = workspaceWithFiles();
    await run('import', 'wrong.csv');
    const refused = await run('undo', number, '--yes', '--json');
    expect(refused.code).toBe(2);
    expect(readDocument(errorSchema, refused).error.code).toBe(code);
  });
});

describe.skipIf(withoutPython)('at a terminal', () => {
  const QUESTION = 'agree? Type yes';
  const importing = (workspace: FixtureWorkspace, steps: readonly string[], ...args: string[]) =>
    runAtTerminal(['subscribers', 'import', ...args], { from: workspace.root, steps });

  test('a file that says nothing of consent is asked about, and the answer stands in the proof', async () => {
    const [workspace, run] = workspaceWithFiles();
    const { stdout } = await importing(workspace, [QUESTION, 'Yes, on paper in May\\r'], 'wrong.csv');
    expect(stdout).toContain('This adds 2 people to the list. The file does not say that they agreed');
    expect(stdout).toContain('bo@example.org | without a name');
    const person = await run('export', '--address', 'bo@example.org');
    expect(JSON.parse(person.stdout)).toMatchObject({
      consentRecords: [{ source: 'import:wrong.csv', detail: 'said at the import: Yes, on paper in May' }],
    });
  });

  test.each(['no', '', 'y', 'yesterday', '\\x04', '\\x03'])('the answer “%s” imports nobody', async (answer) => {
    const [workspace] = workspaceWithFiles();
    const typed = answer.startsWith('\\') ? answer : `${answer}\\r`;
    const { code } = await importing(workspace, [QUESTION, typed], 'wrong.csv');
    expect(code).toBe(answer === '\\x03' ? 130 : 4);
    expect(existsSync(workspace.path('data'))).toBe(false);
  });

  test.each([
    ['a column says how they agreed', ['right.csv']],
    ['--yes was given', ['wrong.csv', '--yes']],
    ['nothing is stored', ['wrong.csv', '--dry-run']],
    ['a program reads the answer', ['wrong.csv', '--json']],
    ['a column is mapped', ['wrong.csv', '--map', 'consentSource=Shoe size']],
  ])('nobody is asked where %s', async (_, args) => {
    const [workspace] = workspaceWithFiles();
    const { stdout, code } = await importing(workspace, [], ...args);
    expect(stdout).not.toContain('agree');
    expect(code).toBe(args[0] === 'right.csv' ? 0 : 1);
  });

  test('nobody is asked where nobody would be added', async () => {
    const [workspace, run] = workspaceWithFiles();
    await run('import', 'wrong.csv');
    expect((await importing(workspace, [], 'wrong.csv')).stdout).not.toContain('agree');
  });

  test('an undo is asked about, with what it comes to', async () => {
    const [workspace, run] = workspaceWithFiles();
    await run('import', 'wrong.csv');
    const undoing = (answer: string) =>
      runAtTerminal(['subscribers', 'undo', '1'], { from: workspace.root, steps: ['to undo import 1: ', answer] });
    const refused = await undoing('no\\r');
    expect(refused.code).toBe(4);
    expect(refused.stdout).toContain('2 people who came with it');
    expect(emails(await run('list', '--json'))).toHaveLength(2);
    expect(await undoing('\\x03')).toMatchObject({ code: 130 });
    expect(await undoing('yes\\r')).toMatchObject({ code: 0 });
    expect(emails(await run('list', '--json'))).toEqual([]);
  });
});

describe('names that end where a terminal would act on them', () => {
  test('are shown as what they are', async () => {
    const [workspace, run] = workspaceWithFiles();
    workspace.write('odd.csv', 'email,name\nd@example.org,"D\u202ei"\n');
    const { stdout } = await run('import', 'odd.csv', '--dry-run');
    expect(stdout).not.toContain('\u202e');
    expect(readFileSync(workspace.path('odd.csv'), 'utf8')).toContain('\u202e');
  });
});
