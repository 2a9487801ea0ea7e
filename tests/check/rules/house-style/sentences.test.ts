import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { entriesIn, shipped } from '../../../support/check/rules/house-style/prepared-style.js';

const FOLDER = 'tests/support/check/rules/sentences';

const sentencesSchema = z.strictObject({
  language: z.string(),
  found: z.array(z.strictObject({ entry: z.string().optional(), text: z.string(), language: z.string().optional() })),
  passes: z.array(z.union([z.string(), z.strictObject({ text: z.string(), language: z.string() })])),
});

const files = readdirSync(FOLDER).filter((name) => /^house-style-.*\.yaml$/.test(name));
const sentences = files.map((name) => sentencesSchema.parse(parse(readFileSync(path.join(FOLDER, name), 'utf8'))));
const found = sentences.flatMap((file) =>
  file.found.map((one) => ({ ...one, language: one.language ?? file.language })),
);
const passes = sentences.flatMap((file) =>
  file.passes.map((one) => (typeof one === 'string' ? { text: one, language: file.language } : one)),
);

describe('the sentences of our own', () => {
  test.each(found)('$entry is found in “$text”', ({ entry, text, language }) => {
    const entries = entriesIn(text, language);
    if (entry === undefined) expect(entries).not.toEqual([]);
    else expect(entries).toContain(entry);
  });

  test.each(passes)('“$text” passes', ({ text, language }) => {
    expect(entriesIn(text, language)).toEqual([]);
  });

  test('there are enough of them, in enough languages, and recall and precision are high', () => {
    const right = found.filter(({ entry, text, language }) => {
      const entries = entriesIn(text, language);
      return entry === undefined ? entries.length > 0 : entries.includes(entry);
    }).length;
    const wrong = passes.filter(({ text, language }) => entriesIn(text, language).length > 0).length;
    expect(found.length).toBeGreaterThanOrEqual(60);
    expect(passes.length).toBeGreaterThanOrEqual(60);
    expect(new Set(shipped.houseStyle.words.map(({ language }) => language)).size).toBeGreaterThanOrEqual(6);
    expect(right / found.length).toBeGreaterThanOrEqual(0.95);
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.95);
  });
});

test('the shipped file is without fault', () => {
  expect(shipped.findings).toEqual([]);
  expect(shipped.houseStyle.words.filter(({ language }) => language === 'en').length).toBeGreaterThanOrEqual(12);
});
