import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';

const PAGES = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => path.join('docs', name));

/** The YAML between fences, without the indent of its fence. */
function examplesOf(page: string): readonly string[] {
  return [...readFileSync(page, 'utf8').matchAll(/^( *)```yaml\n([\s\S]*?)^ *```$/gm)].map(
    ([, indent = '', text = '']) => text.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  );
}

test.each(['README.md', ...PAGES])('every YAML example of %s can be read', (page) => {
  const broken = examplesOf(page).filter((example) => parseDocument(example).errors.length > 0);
  expect(broken).toEqual([]);
});
