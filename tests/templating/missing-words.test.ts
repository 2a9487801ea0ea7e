import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import * as z from 'zod';
import { findMissingWords, pluralPhrase, readFixedWords } from '../../src/templating/words/fixed-words.js';
import { listMissingKeys } from '../../src/templating/words/missing-words.js';

const TEMPLATES = path.join(import.meta.dirname, '../../templates');

type Tree = { readonly [key: string]: string | Tree };
const treeSchema: z.ZodType<Tree> = z.record(z.string(), z.union([z.string(), z.lazy(() => treeSchema)]));

function shippedWords(language: string): Tree {
  return treeSchema.parse(parse(readFileSync(path.join(TEMPLATES, `locales/${language}.yaml`), 'utf8')));
}

const ENGLISH = shippedWords('en');

/** The words as of another language: each in other brackets. */
function translated(tree: Tree): Tree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, below]) => [key, typeof below === 'string' ? `<${below}>` : translated(below)]),
  );
}

const POLISH: Tree = { ...translated(ENGLISH), dateLocale: 'pl-PL' };

function pathsOf(tree: Tree, before: readonly string[] = []): readonly (readonly string[])[] {
  return Object.entries(tree).flatMap(([key, below]) => {
    const own = [...before, key];
    return typeof below === 'string' ? [own] : [own, ...pathsOf(below, own)];
  });
}

function at(tree: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined || typeof tree !== 'object' || tree === null) return tree;
  return at(new Map<string, unknown>(Object.entries(tree)).get(key), rest);
}

function without(tree: Tree, [key, ...rest]: readonly string[]): Tree {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([name, below]) => {
      if (name !== key) return [[name, below]];
      return rest.length === 0 || typeof below === 'string' ? [] : [[name, without(below, rest)]];
    }),
  );
}

/** Keys that a language may leave out as it likes: cities, and all plural forms but one. */
const OPTIONAL = /^event\.cities\.|^footer\.(members|countries)\.(zero|one|two|few|many)$/;

const KEYS = pathsOf(ENGLISH).map((keys) => keys.join('.'));
const WORDS = KEYS.filter((key) => typeof at(ENGLISH, key.split('.')) === 'string');

function emptyTemplates(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-words-'));
  mkdirSync(path.join(folder, 'locales'));
  return folder;
}

const own = emptyTemplates();

/** The folders of templates of a workspace with a file of words of its own. */
function withOwn(language: string, words: Tree | string): readonly string[] {
  const text = typeof words === 'string' ? words : stringify(words);
  writeFileSync(path.join(own, 'locales', `${language}.yaml`), text);
  return [own, TEMPLATES];
}

describe('a file of words of the workspace', () => {
  test('says nothing where nothing is missing', () => {
    const folders = withOwn('pl', POLISH);
    expect(findMissingWords(folders, 'pl')).toBeUndefined();
    expect(readFixedWords(folders, 'pl').letter).toBe('<From the secretariat>');
    for (const language of ['ar', 'de', 'en', 'fr', 'nl', 'uk']) {
      expect(findMissingWords([TEMPLATES], language)).toBeUndefined();
    }
  });

  test('may lack any single key: the English stands in its place, and it is named', () => {
    for (const key of KEYS.filter((one) => !OPTIONAL.test(one) && one !== 'dateLocale')) {
      const folders = withOwn('pl', without(POLISH, key.split('.')));
      expect(findMissingWords(folders, 'pl')?.keys.map((one) => one.key)).toEqual([key]);
      // All else is as it was written.
      const words = readFixedWords(folders, 'pl');
      const wrong = WORDS.filter((other) => {
        const from = `${other}.`.startsWith(`${key}.`) ? ENGLISH : POLISH;
        return at(words, other.split('.')) !== at(from, other.split('.'));
      });
      expect(wrong, `without ${key}`).toEqual([]);
    }
  });

  test('may leave out cities, and all forms of a plural but one, and nothing is said', () => {
    const optional = KEYS.filter((key) => OPTIONAL.test(key));
    expect(optional.length).toBeGreaterThan(40);
    const folders = withOwn(
      'pl',
      optional.reduce((words, key) => without(words, key.split('.')), POLISH),
    );
    expect(findMissingWords(folders, 'pl')).toBeUndefined();
    for (const key of optional) expect(at(readFixedWords(folders, 'pl'), key.split('.'))).toBeUndefined();
  });

  test('may be of one line', () => {
    const folders = withOwn('pl', 'letter: Od sekretariatu\n');
    const words = readFixedWords(folders, 'pl');
    expect([words.letter, words.dateLocale, words.contents]).toEqual(['Od sekretariatu', 'pl', 'In this issue']);
    expect(words.serve).toEqual(readFixedWords([TEMPLATES], 'en').serve);
    expect(findMissingWords(folders, 'pl')?.keys.map((one) => one.key)).toEqual(
      expect.arrayContaining(['dateLocale', 'serve', 'event', 'contents']) as unknown,
    );
  });

  test('has its dates in its own language, whatever it lacks', () => {
    const folders = withOwn('pl', without(POLISH, ['dateLocale']));
    expect(readFixedWords(folders, 'pl').dateLocale).toBe('pl');
    expect(findMissingWords(folders, 'pl')?.keys).toEqual([{ key: 'dateLocale', language: 'pl', word: 'pl' }]);
  });

  test('that takes the place of a shipped one is filled with the words of its own language', () => {
    const folders = withOwn('nl', without(without(shippedWords('nl'), ['event', 'zone']), ['serve']));
    const missing = findMissingWords(folders, 'nl');
    expect(readFixedWords(folders, 'nl')).toEqual(readFixedWords([TEMPLATES], 'nl'));
    expect(missing?.file).toBe('templates/locales/nl.yaml');
    expect(missing?.keys).toMatchObject([
      { key: 'event.zone', language: 'nl' },
      { key: 'serve', language: 'nl' },
    ]);
    const english = withOwn('en', without(translated(ENGLISH), ['lead']));
    expect(readFixedWords(english, 'en')).toMatchObject({ lead: 'In focus', letter: '<From the secretariat>' });
  });

  test('of a region is filled with the words of its language', () => {
    const folders = withOwn('fr-CA', 'letter: Le secrétariat\n');
    expect(readFixedWords(folders, 'fr-CA')).toEqual({
      ...readFixedWords([TEMPLATES], 'fr'),
      letter: 'Le secrétariat',
      dateLocale: 'fr-CA',
    });
    expect(new Set(findMissingWords(folders, 'fr-CA')?.keys.map(({ language }) => language))).toEqual(
      new Set(['fr-CA', 'fr']),
    );
  });

  test('never takes words from an English file of the workspace, which may say something else', () => {
    withOwn('en', translated(ENGLISH));
    const folders = withOwn('pl', without(POLISH, ['lead']));
    expect(readFixedWords(folders, 'pl').lead).toBe('In focus');
    withOwn('en', 'lead: { too: much }\n');
    expect(readFixedWords(folders, 'pl').lead).toBe('In focus');
  });

  test('is looked at again when it is written anew', () => {
    expect(readFixedWords(withOwn('pl', without(POLISH, ['lead'])), 'pl').lead).toBe('In focus');
    expect(readFixedWords(withOwn('pl', { ...POLISH, lead: 'Temat' }), 'pl').lead).toBe('Temat');
  });

  test.each([
    ['a key that there is not', 'leter: Od sekretariatu\n', /pl\.yaml:1:1: "leter" is not a key/],
    ['a group in the place of a word', 'letter: { a: b }\n', /pl\.yaml:1:\d+: "letter" is not right/],
    ['a word in the place of a group', 'serve: Strony\n', /pl\.yaml:1:\d+: "serve" is not right/],
    ['a section that there is not', 'sections: { opinions: Opinie }\n', /pl\.yaml:1:\d+: .*opinions/],
    ['a plural that there is not', 'footer: { members: { several: x } }\n', /pl\.yaml:1:\d+: .*several/],
    ['nothing to read', 'letter: "Od\n', /pl\.yaml:\d+:\d+: /],
  ])('is refused for %s, as it was', (_, text, message) => {
    const folders = withOwn('pl', text);
    expect(() => readFixedWords(folders, 'pl')).toThrow(message);
    expect(() => findMissingWords(folders, 'pl')).toThrow(message);
  });
});

describe('numbers for which there is no word', () => {
  test.each([
    ['uk', 1, '1 organisation'],
    ['uk', 21, '21 organisations'],
    ['uk', 3, '3 organisations'],
    ['fr', 0, '0 organisations'],
    ['ar', 2, '2 organisations'],
    ['ar', 1, '1 organisation'],
  ])('%s, %i: counted by the rules of English', (language, count, phrase) => {
    for (const keys of [['footer', 'members'], ['footer']]) {
      // As if newsletter shipped no such language.
      const folder = emptyTemplates();
      cpSync(path.join(TEMPLATES, 'locales/en.yaml'), path.join(folder, 'locales/en.yaml'));
      withOwn(language, without(shippedWords(language), keys));
      const words = readFixedWords([own, folder], language);
      expect(pluralPhrase(words.footer.members, count, words.dateLocale)).toBe(phrase);
    }
  });
});

describe('what is said of missing words', () => {
  test('shows what stands in their place, shortened', () => {
    const folders = withOwn(
      'pl',
      ['lead', 'serviceMail', 'dateLocale'].reduce((words, key) => without(words, [key]), POLISH),
    );
    const missing = findMissingWords(folders, 'pl');
    expect(missing && listMissingKeys(missing)).toBe(
      'dateLocale (Polish: "pl"), lead (English: "In focus"), serviceMail (English)',
    );
    const long = findMissingWords(withOwn('pl', without(POLISH, ['footer', 'why'])), 'pl');
    expect(long && listMissingKeys(long)).toMatch(/^footer\.why \(English: ".{59}…"\)$/);
  });
});
