import { beforeAll, expect, test } from 'vitest';
import { checkContributions } from '../../../checked-issue.js';
import { CONTRIBUTIONS } from '../../../workspace-fixture.js';
import { SHELTER_TEXTS } from './shelter-places.js';

const RULE = 'confidentiality/street-address';
const LANGUAGES = Object.keys(SHELTER_TEXTS);
const TEXTS = LANGUAGES.flatMap((language) =>
  [...(SHELTER_TEXTS[language]?.told ?? []), ...(SHELTER_TEXTS[language]?.harmless ?? [])].map((text) => ({
    language,
    text,
  })),
);
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
}, 120_000);

test.each(LANGUAGES)('in %s the place of a shelter is found without the number of a house', (language) => {
  const missed = SHELTER_TEXTS[language]?.told.filter((text) => !found.has(text));
  expect(missed).toEqual([]);
});

test.each(LANGUAGES)('in %s a shelter in a town, and places of events and offices, pass', (language) => {
  const alarms = SHELTER_TEXTS[language]?.harmless.filter((text) => found.has(text));
  expect(alarms).toEqual([]);
});
