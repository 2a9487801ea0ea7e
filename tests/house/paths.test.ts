import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const ROOMS = readdirSync('src');
const OTHER_FOLDERS = ['src', 'tests', 'docs', 'scripts', 'templates', 'bin'];
const below = (folder: string) => readdirSync(folder).map((name) => path.join(folder, name));
const PAGES = [
  'docs/architecture.md',
  'CONTRIBUTING.md',
  ...below('docs/decisions'),
  ...below('docs/adding'),
  ...ROOMS.map((room) => `src/${room}/README.md`),
];

/** Paths in backticks, of the repository or below `src/`; not those of an example's new files. */
function namedPaths(page: string): readonly string[] {
  const text = readFileSync(page, 'utf8').replaceAll(/^ *```[^]*?^ *```$/gm, '');
  const created = new Set([...text.matchAll(/`([^`]+)` \((?:new|copy of)/g)].map(([, name]) => name));
  return [...text.matchAll(/`([a-z][\w-]*(?:\/[\w.-]+)+\/?)`/g)]
    .map(([, name = '']) => name)
    .filter((name) => !created.has(name))
    .filter((name) => [...ROOMS, ...OTHER_FOLDERS].includes(name.split('/')[0] ?? ''));
}

/** Links to files, relative to the page. */
function linkedFiles(page: string): readonly string[] {
  const links = [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link);
  return links.map((link) => path.join(path.dirname(page), link));
}

test.each(PAGES)('every path and link in %s is there', (page) => {
  const missing = namedPaths(page).filter(
    (name) => ![name, `src/${name}`, `src/${name}.ts`].some((file) => existsSync(file)),
  );
  expect(missing).toEqual([]);
  expect(linkedFiles(page).filter((file) => !existsSync(file))).toEqual([]);
});
