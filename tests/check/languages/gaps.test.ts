import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import {
  PATTERN_CLASSES,
  PLACE_WORD_CLASSES,
  SINGLE_WORD_CLASSES,
  WORD_CLASSES,
  type CheckLanguage,
} from '../../../src/check/languages/check-language.js';
import { LANGUAGES } from '../../../src/check/languages/index.js';

/** Names of members, which come from the registry and not from a language. */
const OF_REGISTRY: ReadonlySet<string> = new Set(['organisation', 'reachable']);
const CLASSES = {
  words: WORD_CLASSES.filter((wordClass) => !OF_REGISTRY.has(wordClass)),
  places: PLACE_WORD_CLASSES,
  single: SINGLE_WORD_CLASSES,
  patterns: PATTERN_CLASSES,
} as const;
const PARTS = ['words', 'places', 'single', 'patterns'] as const;

/** By language and part, the classes without a word; "all" where it has none of a part. */
const LACKING = z
  .record(z.string(), z.partialRecord(z.enum(PARTS), z.string()))
  .parse(parse(readFileSync('tests/support/check/languages/gaps.yaml', 'utf8')));

function nameOf({ tags: [tag] }: CheckLanguage): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
}

/** The classes of a part that a language has. */
function classesOf(language: CheckLanguage, part: (typeof PARTS)[number]): ReadonlySet<string> {
  return new Set(Object.keys(language[part] ?? {}));
}

function lackingIn(language: CheckLanguage): Readonly<Record<string, string>> {
  const parts = PARTS.map((part): [string, string] => {
    const known = classesOf(language, part);
    const missing = CLASSES[part].filter((wordClass) => !known.has(wordClass));
    return [part, missing.length === CLASSES[part].length ? 'all' : missing.join(' ')];
  });
  return Object.fromEntries(parts.filter(([, missing]) => missing !== ''));
}

test('which classes each language lacks', () => {
  expect(Object.fromEntries(LANGUAGES.map((language) => [nameOf(language), lackingIn(language)]))).toEqual(LACKING);
});

/** The cells of each row of a document's table that begins behind a heading. */
function rowsOf(document: string, heading: string): readonly (readonly string[])[] {
  const [, behind = ''] = readFileSync(document, 'utf8').split(heading);
  const rows = behind.split('\n').filter((line) => line.startsWith('|'));
  return rows.flatMap((row) =>
    /^\| -/.test(row)
      ? []
      : [
          row
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ],
  );
}

/** What is found, and the classes that it needs; of those in one list, one is enough. */
function needsOfDocument(): readonly (readonly [string, readonly (readonly string[])[]])[] {
  const [, ...rows] = rowsOf('docs/adding/language.md', '## Improving a language');
  return rows.map(([found = '', needed = '']) => [
    found,
    needed
      .replaceAll('`', '')
      .split(', ')
      .map((oneOf) => oneOf.split(' or ')),
  ]);
}

/** The other parts that a rule may need; each is one list of words. */
const WHOLE_PARTS = ['givenNames', 'emptyLinkWords', 'pressNotes'] as const;

test('docs/adding/language.md names classes that there are', () => {
  const named = needsOfDocument().flatMap(([, needed]) => needed.flat());
  const all: readonly string[] = [...PARTS.flatMap((part) => [...CLASSES[part]]), ...WHOLE_PARTS];
  expect(named.filter((wordClass) => !all.includes(wordClass))).toEqual([]);
  expect(named.length).toBeGreaterThan(30);
});

test('docs/languages.md says what is found in which language', () => {
  const needs = needsOfDocument();
  const rows = LANGUAGES.map((language) => {
    const known = new Set([
      ...PARTS.flatMap((part) => [...classesOf(language, part)]),
      ...WHOLE_PARTS.filter((part) => language[part] !== undefined),
    ]);
    const levels = needs.map(([, needed]) => {
      const met = needed.filter((oneOf) => oneOf.some((wordClass) => known.has(wordClass))).length;
      return met === needed.length ? 'yes' : met === 0 ? '–' : 'some';
    });
    return [nameOf(language), ...levels];
  });
  expect(rowsOf('docs/languages.md', '## What the checks know of a language')).toEqual([
    ['language', ...needs.map(([found]) => found)],
    ...rows,
  ]);
});

test('each tag is that of one language', () => {
  const tags = LANGUAGES.flatMap((language) => [...language.tags]);
  expect(new Set(tags).size).toBe(tags.length);
});
