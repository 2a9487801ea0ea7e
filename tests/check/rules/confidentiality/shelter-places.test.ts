import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { checkContributions } from '../../../support/checked-issue.js';
import { CONTRIBUTIONS } from '../../../support/workspace-fixture.js';
import { SHELTER_TEXTS } from '../../../support/check/rules/confidentiality/shelter-places.js';

const RULE = 'confidentiality/street-address';
const FURTHER_FILE = path.resolve('tests/support/check/rules/confidentiality/shelter-places-further.json');
/** Odder ways to tell a place, and harmless sentences that hold a place too. */
const FURTHER = z
  .array(z.strictObject({ language: z.string(), told: z.boolean(), text: z.string() }))
  .parse(JSON.parse(readFileSync(FURTHER_FILE, 'utf8')));
const LANGUAGES = Object.keys(SHELTER_TEXTS);
const INVENTED = LANGUAGES.flatMap((language) =>
  [...(SHELTER_TEXTS[language]?.told ?? []), ...(SHELTER_TEXTS[language]?.harmless ?? [])].map((text) => ({
    language,
    text,
  })),
);
const TEXTS = [...INVENTED, ...FURTHER];
/** The texts in which the rule found something. */
const found = new Set<string>();

beforeAll(async () => {
  const files = TEXTS.map(({ language, text }, index): [string, string] => [
    `lefoe/text-${String(index)}.md`,
    `---\ntitle: One text\nlanguage: ${language}\n---\n\n${text}\n`,
  ]);
  const { findings } = await checkContributions(Object.fromEntries(files));
  for (const [index, { text }] of TEXTS.entries()) {
    const file = `${CONTRIBUTIONS}/lefoe/text-${String(index)}.md`;
    if (findings.some((finding) => finding.file === file && finding.ruleId === RULE)) found.add(text);
  }
});

test.each(LANGUAGES)('in %s the place of a shelter is found without the number of a house', (language) => {
  const missed = SHELTER_TEXTS[language]?.told.filter((text) => !found.has(text));
  expect(missed).toEqual([]);
});

test.each(LANGUAGES)('in %s a shelter in a town, and places of events and offices, pass', (language) => {
  const alarms = SHELTER_TEXTS[language]?.harmless.filter((text) => found.has(text));
  expect(alarms).toEqual([]);
});

test('odder ways to tell a place are found, and nothing where only the sentence holds a place', () => {
  expect(FURTHER.filter(({ told, text }) => told !== found.has(text))).toEqual([]);
});

test.each([
  ['street', 'The refuge in Orchard Street has a new roof.', /in which street/],
  ['landmark', 'The refuge is behind the hospital.', /what stands beside/],
  ['stop', 'Take tram 4 to the refuge.', /at which stop/],
  ['quarter', 'The refuge is in the village of Thornby.', /part of a town, or in which village/],
  ['door', 'The refuge is a pink house; the doorbell says nothing.', /how to know the house/],
] as const)('the message says that a %s is told, and to write the town at most', async (_, text, message) => {
  const file = `---\ntitle: One text\n---\n\n${text}\n`;
  const { findings } = await checkContributions({ 'lefoe/text.md': file });
  const own = findings.filter(({ ruleId }) => ruleId === RULE);
  expect(own.map((finding) => finding.message).join(' ')).toMatch(message);
  for (const { expected, help } of own) {
    expect(expected).toMatch(/^the town at most/);
    expect(help).toMatch(/write the town at most/);
  }
});
