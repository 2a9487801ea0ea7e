import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { checkContributions } from '../../../support/checked-issue.js';

const FILE = path.resolve('tests/support/check/rules/confidentiality/ordinary-paragraphs.json');
/** Tables, dates, lists, quotations: written by somebody who had not seen the rules. */
const PARAGRAPHS = z
  .array(z.strictObject({ language: z.string(), text: z.string() }))
  .parse(JSON.parse(readFileSync(FILE, 'utf8')));

test('300 ordinary paragraphs in eight languages pass', async () => {
  expect(PARAGRAPHS.length).toBeGreaterThanOrEqual(300);
  expect(new Set(PARAGRAPHS.map(({ language }) => language)).size).toBeGreaterThanOrEqual(8);
  const files = PARAGRAPHS.map(({ language, text }, index): [string, string] => [
    `lefoe/paragraph-${String(index)}.md`,
    `---\ntitle: One paragraph\nlanguage: ${language}\n---\n\n${text}\n`,
  ]);
  const { findings } = await checkContributions(Object.fromEntries(files));
  const alarms = findings
    .filter(({ ruleId }) => ruleId.startsWith('confidentiality/'))
    .map(({ file, ruleId, line, actual }) => {
      const index = Number(/paragraph-(\d+)/.exec(file)?.[1]);
      return `${ruleId} ${actual}, line ${String(line)} of: ${PARAGRAPHS[index]?.text ?? ''}`;
    });
  expect(alarms).toEqual([]);
});
