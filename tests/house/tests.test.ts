import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/** Folders below `tests/` that are no rooms: fixtures, and the tests of the repository itself. */
const NOT_ROOMS = ['support', 'house'];

const entries = readdirSync('tests', { recursive: true, encoding: 'utf8' }).filter(
  (name) => !NOT_ROOMS.includes(name.split(path.sep)[0] ?? ''),
);
const isFolder = (name: string) => statSync(path.join('tests', name)).isDirectory();

test('every folder of tests has the path of a folder of src', () => {
  const folders = entries.filter(isFolder);
  expect(folders.length).toBeGreaterThan(20);
  expect(folders.filter((name) => !existsSync(path.join('src', name)))).toEqual([]);
});

test('what is no test is in tests/support', () => {
  expect(entries.filter((name) => !isFolder(name) && !name.endsWith('.test.ts'))).toEqual([]);
  expect(readdirSync('tests/house').filter((name) => !name.endsWith('.test.ts'))).toEqual([]);
  const support = readdirSync('tests/support', { recursive: true, encoding: 'utf8' });
  expect(support.filter((name) => name.endsWith('.test.ts'))).toEqual([]);
});
