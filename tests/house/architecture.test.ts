import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder } from '../support/workspace-fixture.js';

function check(folder: string): { readonly status: number | null; readonly faults: string } {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/architecture.js', '--check'], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, faults: stderr };
}

/** What the script reads, in a folder where a test may change it. */
function copyOfDocs(): string {
  const folder = emptyFolder();
  for (const name of ['docs', 'src', 'package.json', 'scripts/architecture.js']) {
    cpSync(name, path.join(folder, name), { recursive: true });
  }
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

function change(folder: string, name: string, from: string, to: string): void {
  const file = path.join(folder, name);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

test('the tables of rooms, arrows, packages and decisions are true', () => {
  expect(check('.')).toEqual({ status: 0, faults: '' });
});

test('a room, a package or a decision without its sentence is named', () => {
  const folder = copyOfDocs();
  mkdirSync(path.join(folder, 'src/archive'));
  change(folder, 'package.json', '"zod":', '"left-pad": "1.3.0",\n    "zod":');
  change(folder, 'docs/decisions/0015-ledger.md', '## Why', '## Because');
  renameSync(
    path.join(folder, 'docs/decisions/0044-preview-variants.md'),
    path.join(folder, 'docs/decisions/0999-preview-variants.md'),
  );
  const { status, faults } = check(folder);
  expect(status).toBe(1);
  expect(faults).toContain('room archive has no sentence');
  expect(faults).toContain('room archive has no README.md');
  expect(faults).toContain('package left-pad has no sentence');
  expect(faults).toContain('0015-ledger.md has no part “Why”');
  expect(faults).toContain('0999-preview-variants.md should have the number 0050');
});

test('a table that somebody edited by hand, or a new arrow that the page does not show, is named', () => {
  const edited = copyOfDocs();
  change(edited, 'docs/architecture.md', 'compose/', 'composition/');
  expect(check(edited).faults).toContain('docs/architecture.md is not up to date');
  const arrow = copyOfDocs();
  change(arrow, 'docs/architecture.json', '"imports": ["store"]', '"imports": ["store", "mime"]');
  expect(check(arrow).faults).toContain('docs/architecture.md is not up to date');
});
