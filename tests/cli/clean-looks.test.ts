import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { copyDecember, DECEMBER } from '../support/cli/december.js';
import { checkSchema, readDocument } from '../support/cli/documents.js';
import { runNewsletter } from '../support/cli/run-newsletter.js';

const OF_KOK = `issues/${DECEMBER}/contributions/kok/data-protection.md`;

let root: string;
beforeAll(() => {
  root = copyDecember();
});

async function check() {
  return readDocument(checkSchema, await runNewsletter(['check', '--json'], { from: root }));
}

test('what is remembered of contributions without a finding changes nothing that is found', async () => {
  const first = await check();
  expect(await check()).toEqual(first);
  expect(first.findings.length).toBeGreaterThan(0);
  const remembered: unknown = JSON.parse(readFileSync(path.join(root, `data/cache/clean/${DECEMBER}.json`), 'utf8'));
  // Hashes, and no word of anybody.
  expect(remembered).toEqual(expect.arrayContaining([expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/)]));

  appendFileSync(path.join(root, OF_KOK), '\nCall us: 020 7946 0123.\n');
  const telephone = (await check()).findings.filter(({ ruleId }) => ruleId === 'confidentiality/telephone');
  expect(telephone.map(({ file }) => file)).toEqual([OF_KOK]);

  const words = 'words:\n  - { id: data, language: en, insteadOf: [data], write: [records], why: A test. }\n';
  writeFileSync(path.join(root, 'house-style.yaml'), words);
  const styled = (await check()).findings.filter(({ ruleId }) => ruleId === 'house-style/word');
  expect(styled.map(({ file }) => file)).toContain(OF_KOK);
});
