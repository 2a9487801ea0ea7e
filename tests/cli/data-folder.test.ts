import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contributionText, createWorkspace, type FixtureWorkspace } from '../support/workspace-fixture.js';
import { runNewsletter } from '../support/cli/run-newsletter.js';

function workspace(): FixtureWorkspace {
  return createWorkspace({
    'issues/2020-12/contributions/lefoe/decent.md': contributionText('title: A decent text'),
    'people.csv': 'email,name\nanna@example.org,Anna\n',
    'mailbox/leave.eml': 'From: anna@example.org\nSubject: unsubscribe\nTo: news@lsi.example.org\n\nunsubscribe\n',
  });
}

function modeOf(folder: string): number | undefined {
  const status = statSync(folder, { throwIfNoEntry: false });
  return status === undefined ? undefined : status.mode & 0o777;
}

/** Every command that can be the first in a workspace and leaves the folder behind. */
const MAKING: readonly (readonly string[])[] = [
  ['check'],
  ['status'],
  ['build'],
  ['subscribers', 'import', 'people.csv', '--yes'],
  ['subscribers', 'add', 'anna@example.org'],
  ['mailbox', 'mailbox'],
];

const READING: readonly (readonly string[])[] = [
  ['explain'],
  ['report'],
  ['why', 'anna@example.org'],
  ['templates', 'list'],
  ['subscribers', 'list'],
  ['subscribers', 'export'],
  ['subscribers', 'import', 'people.csv', '--dry-run'],
  ['subscribers', 'erase', 'anna@example.org', '--yes'],
  ['send', '--dry-run'],
];

describe('data/ is for its owner alone', () => {
  test.each(MAKING.map((args) => [args.join(' '), args] as const))('when %s comes first', async (_, args) => {
    const made = workspace();
    await runNewsletter(args, { from: made.root });
    expect(modeOf(made.path('data'))).toBe(0o700);
  });

  test.each(READING.map((args) => [args.join(' '), args] as const))(
    'when %s comes first, if it is made',
    async (_, args) => {
      const made = workspace();
      await runNewsletter(args, { from: made.root });
      expect([undefined, 0o700]).toContain(modeOf(made.path('data')));
    },
  );

  test.each([0o755, 0o775, 0o777, 0o750])('also where it was there with mode %o; that is said once', async (mode) => {
    const made = workspace();
    mkdirSync(made.path('data'));
    chmodSync(made.path('data'), mode);
    const first = await runNewsletter(['check'], { from: made.root });
    expect(first.stderr).toContain('Others could read the folder data/');
    expect(modeOf(made.path('data'))).toBe(0o700);
    const second = await runNewsletter(['check'], { from: made.root });
    expect(second.stderr).not.toContain('data/');
  });
});
