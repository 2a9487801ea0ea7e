import type { Command, Option } from 'commander';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.js';
import { findSwallowedOption } from '../../src/cli/swallowed-option.js';
import { createWorkspace } from '../support/workspace-fixture.js';
import { errorSchema, readDocument, subscribersSchema } from '../support/cli/documents.js';
import { runNewsletter } from '../support/cli/run-newsletter.js';

interface WrittenOption {
  /** The words that lead to the command. */
  readonly path: readonly string[];
  readonly command: Command;
  readonly option: Option;
}

function everyOption(command: Command, path: readonly string[] = []): readonly WrittenOption[] {
  return [
    ...command.options.map((option) => ({ path, command, option })),
    ...command.commands.flatMap((one) =>
      [one.name(), ...one.aliases()].flatMap((name) => everyOption(one, [...path, name])),
    ),
  ];
}

const program = createProgram();
const options = everyOption(program);
const withValue = options.filter(({ option }) => option.required);
const written = (one: WrittenOption): string => [...one.path, one.option.long ?? ''].join(' ');

describe('an option that takes a value', () => {
  test('is there in many commands', () => {
    expect(withValue.length).toBeGreaterThan(30);
    expect(withValue.map(written)).toContain('subscribers import --tag');
  });

  test.each(withValue.map((one) => [written(one), one] as const))('%s takes no other option for one', (_, one) => {
    const name = one.option.long ?? '';
    const others = one.command.options.flatMap(({ long, short }) => [long, short].filter((flag) => flag !== undefined));
    for (const next of [...others, '--dry-run', '--never-heard-of', '--json=yes', '--']) {
      expect(findSwallowedOption(program, [...one.path, name, next])).toEqual({ option: name, next });
      expect(findSwallowedOption(program, [...one.path, 'before', name, next, 'after'])).toBeDefined();
    }
    for (const value of ['x', '-x', '-', '5', '', 'a --b', one.path[0] ?? '']) {
      expect(findSwallowedOption(program, [...one.path, name, value])).toBeUndefined();
      expect(findSwallowedOption(program, [...one.path, name, value, name, '--json'])).toBeDefined();
    }
    expect(findSwallowedOption(program, [...one.path, `${name}=--dry-run`])).toBeUndefined();
    expect(findSwallowedOption(program, [...one.path, '--', name, '--json'])).toBeUndefined();
    // Commander itself says that the value is missing.
    expect(findSwallowedOption(program, [...one.path, name])).toBeUndefined();
  });

  test.each(options.filter(({ option }) => !option.required).map((one) => [written(one), one] as const))(
    '%s needs none',
    (_, { path, option }) => {
      expect(findSwallowedOption(program, [...path, option.long ?? '', '--json'])).toBeUndefined();
    },
  );
});

describe('newsletter subscribers import', () => {
  const files = { 'readers.csv': 'email\nanna@example.org\n' };

  test('--tag --dry-run imports nothing, and says what to write', async () => {
    const { root } = createWorkspace(files);
    const run = (...args: string[]) => runNewsletter(['subscribers', ...args], { from: root });
    const refused = await run('import', 'readers.csv', '--tag', '--dry-run');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('--tag needs a value');
    expect(refused.stderr).toContain('--tag=--dry-run');
    const asJson = await run('import', 'readers.csv', '--tag', '--json');
    expect(asJson.code).toBe(2);
    expect(readDocument(errorSchema, asJson).error.code).toBe('usage');
    expect(readDocument(subscribersSchema, await run('list', '--json'))).toEqual([]);
  });

  test('--tag=-x is the tag -x', async () => {
    const { root } = createWorkspace(files);
    const run = (...args: string[]) => runNewsletter(['subscribers', ...args], { from: root });
    expect(await run('import', 'readers.csv', '--tag=-x')).toMatchObject({ code: 0 });
    expect(readDocument(subscribersSchema, await run('list', '--json'))).toMatchObject([{ tags: ['-x'] }]);
  });
});
