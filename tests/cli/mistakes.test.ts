import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildDecember, copyWorkspace, DECEMBER } from '../support/cli/december.js';
import { checkSchema, errorSchema, readDocument } from '../support/cli/documents.js';
import { traceBelow } from '../support/cli/file-tree.js';
import { runNewsletter } from '../support/cli/run-newsletter.js';

const CONTRIBUTIONS = `issues/${DECEMBER}/contributions`;
const WITH_PICTURE = `${CONTRIBUTIONS}/la-strada-pl/warsaw-2005.md`;
const OF_KOK = `${CONTRIBUTIONS}/kok/data-protection.md`;

let built: string;
beforeAll(async () => {
  built = await buildDecember();
});

/** The number of the first line in which something stands. */
function lineOf(file: string, text: string): number {
  const index = readFileSync(path.join(built, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text));
  if (index < 0) throw new Error(`"${text}" does not stand in ${file}.`);
  return index + 1;
}

function edit(root: string, file: string, change: (text: string) => string): void {
  const place = path.join(root, file);
  const before = readFileSync(place, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(place, after);
}

interface Mistake {
  readonly name: string;
  readonly make: (root: string) => void;
  readonly ruleId: string;
  readonly file: string;
  readonly line: () => number;
}

const MISTAKES: readonly Mistake[] = [
  {
    name: 'a picture that is gone',
    make: (root) => {
      rmSync(path.join(root, CONTRIBUTIONS, 'la-strada-pl', 'woven-threads.jpg'));
    },
    ruleId: 'picture/file',
    file: WITH_PICTURE,
    line: () => lineOf(WITH_PICTURE, 'woven-threads.jpg'),
  },
  {
    name: 'a title that is gone',
    make: (root) => {
      edit(root, WITH_PICTURE, (text) => text.replace(/^title:.*\n/m, ''));
    },
    ruleId: 'front-matter/missing',
    file: WITH_PICTURE,
    line: () => 2,
  },
  {
    name: 'a member that is gone from members.yaml',
    make: (root) => {
      edit(root, 'members.yaml', (text) => text.replace(/^ {2}- id: kok\n(?: {4}.*\n)+/m, ''));
    },
    ruleId: 'issue/unknown-member',
    file: OF_KOK,
    line: () => 1,
  },
];

describe.each(MISTAKES)('$name', ({ make, ruleId, file, line }) => {
  test('is a finding with file and line, exit code 1, and the earlier build stays as it was', async () => {
    const root = copyWorkspace(built);
    make(root);
    const before = traceBelow(path.join(root, 'out'));

    const outcome = await runNewsletter(['check', '--json'], { from: root });
    expect(outcome.code).toBe(1);
    const { contributions, findings } = readDocument(checkSchema, outcome);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([expect.objectContaining({ ruleId, file, line: line() })]);
    expect(contributions.find((one) => one.file === file)?.state).toBe('refused');

    const printed = await runNewsletter(['check'], { from: root });
    expect(printed.code).toBe(1);
    expect(printed.stdout).toContain(`${file}\n`);
    expect(printed.stdout).toContain(`Error in line ${String(line())}`);

    expect(await runNewsletter(['build'], { from: root })).toMatchObject({ code: 1 });
    expect(traceBelow(path.join(root, 'out'))).toEqual(before);

    const status = await runNewsletter(['status'], { from: root });
    expect(status.code).toBe(0);
    expect(status.stdout).toContain('1 to be fixed');
  });
});

describe('a build that is older than the contributions', () => {
  test('is not sent', async () => {
    const root = copyWorkspace(built);
    await runNewsletter(['subscribers', 'import', 'subscribers.sample.csv'], { from: root });
    edit(root, OF_KOK, (text) => `${text}\nOne more sentence.\n`);
    for (const args of [['--yes'], ['--dry-run'], ['--test', 'secretariat@example.org']]) {
      const outcome = await runNewsletter(['send', '--transport', 'outbox', ...args, '--json'], { from: root });
      expect(outcome.code).toBe(4);
      const { error } = readDocument(errorSchema, outcome);
      expect(error.code).toBe('build-stale');
      expect(error.message).toContain(OF_KOK);
    }
    expect(traceBelow(path.join(root, 'outbox')).size).toBe(0);
  });
});

describe('a send without what it needs', () => {
  test.each([
    [
      'a build',
      'build-missing',
      (root: string) => {
        rmSync(path.join(root, 'out'), { recursive: true });
      },
    ],
    ['subscribers', 'audience-empty', () => undefined],
  ])('is refused: no %s', async (_, expected, prepare) => {
    const root = copyWorkspace(built);
    prepare(root);
    const outcome = await runNewsletter(['send', '--transport', 'outbox', '--yes', '--json'], { from: root });
    expect(outcome.code).toBe(4);
    expect(readDocument(errorSchema, outcome).error.code).toBe(expected);
  });
});
