import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/contributions/markdown/markdown.js';

const FOLDER = new URL('../support/contributions/posts/', import.meta.url);

/** What is said of each post's text, as `rule severity line`; each was judged as a press officer would. */
const EXPECTED = JSON.parse(readFileSync(new URL('expected.json', FOLDER), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>;

const FRONT_MATTER = /^(?:---|\+\+\+)\n[\s\S]*?\n(?:---|\+\+\+)\n/;

function remarksOf(name: string): readonly string[] {
  const text = readFileSync(new URL(encodeURIComponent(name), FOLDER), 'utf8');
  const front = FRONT_MATTER.exec(text)?.[0] ?? '';
  const { remarks, writtenNumbers } = parseMarkdown(front.replace(/[^\n]/g, '') + text.slice(front.length));
  const said = [
    ...remarks.map(({ ruleId, severity, line }) => `${ruleId} ${severity} ${String(line)}`),
    ...writtenNumbers.map(({ markers }) => `file/number-as-text warning ${String(markers[0]?.line)}`),
  ];
  return [...new Set(said)];
}

/** Posts as they lie on web sites of other programs, written by somebody who did not know the rules. */
test.each(Object.keys(EXPECTED))('%s: what another program left over is said', (name) => {
  expect(remarksOf(name)).toEqual(EXPECTED[name]);
});

test('there are 39 of them', () => {
  expect(Object.keys(EXPECTED)).toHaveLength(39);
});
