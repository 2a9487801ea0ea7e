import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { compileValues, recallValues } from '../../src/templating/compiled-values.js';
import { pluralPhrase, readFixedWords } from '../../src/templating/words/fixed-words.js';
import { checkYaml } from '../../src/yaml/check-yaml.js';

const TEMPLATES = path.join(import.meta.dirname, '../../templates');
const LANGUAGES = readdirSync(path.join(TEMPLATES, 'locales')).map((file) => file.replace(/\.yaml$/, ''));
const OTHERS = LANGUAGES.filter((language) => language !== 'en');

type Tree = { readonly [key: string]: string | Tree };
const treeSchema: z.ZodType<Tree> = z.record(z.string(), z.union([z.string(), z.lazy(() => treeSchema)]));

function localeText(language: string): string {
  return readFileSync(path.join(TEMPLATES, 'locales', `${language}.yaml`), 'utf8');
}

/** Every phrase of a language by its key, such as `footer.why`. */
function phrasesOf(language: string): ReadonlyMap<string, string> {
  const { value } = checkYaml(localeText(language), treeSchema, { file: language, family: 'issue' });
  const entries = (tree: Tree, prefix: string): readonly (readonly [string, string])[] =>
    Object.entries(tree).flatMap(([key, below]) =>
      typeof below === 'string' ? [[`${prefix}${key}`, below] as const] : entries(below, `${prefix}${key}.`),
    );
  return new Map(entries(value ?? {}, ''));
}

const PLURALS = ['footer.members', 'footer.countries'];
const isPlural = (key: string) => PLURALS.some((plural) => key.startsWith(`${plural}.`));
const placeholders = (phrase: string) => [...phrase.matchAll(/\{\w+\}/g)].map(([written]) => written).sort();

/** The same word in both languages. */
const ALSO_ENGLISH: Readonly<Record<string, readonly string[]>> = {
  nl: ['item.links', 'event.online'],
  de: ['item.links', 'event.online'],
  fr: [
    'sections.publication',
    'publication.date',
    'footnotes.heading',
    'footnotes.note',
    'footer.members.one',
    'footer.members.other',
  ],
};

/** Left as they are: signs, and what only says how dates are written. */
const NO_WORDS = /^(punctuation\.|dateLocale$|event\.cities\.)/;

describe.each(LANGUAGES)('the fixed words in %s', (language) => {
  const english = phrasesOf('en');
  const phrases = phrasesOf(language);

  test('are complete', () => {
    // Reading throws, with the key, where one is missing or too many.
    expect(readFixedWords([TEMPLATES], language).dateLocale).toMatch(new RegExp(`^${language}\\b`));
    const keys = (all: ReadonlyMap<string, string>) => [...all.keys()].filter((key) => !isPlural(key)).sort();
    expect(keys(phrases)).toEqual(keys(english));
  });

  test('have the same values in each phrase as the English', () => {
    for (const [key, phrase] of phrases) {
      if (isPlural(key)) continue;
      expect([key, ...placeholders(phrase)]).toEqual([key, ...placeholders(english.get(key) ?? '')]);
    }
  });

  test('have a phrase for every number, by the plural rules of the language', () => {
    const rules = new Intl.PluralRules(language);
    for (const plural of PLURALS) {
      for (const category of rules.resolvedOptions().pluralCategories) {
        const phrase = phrases.get(`${plural}.${category}`);
        expect(phrase, `${plural}.${category}`).toBeDefined();
        // A word may say the number itself only where the category is of that one number.
        const numbers = Array.from({ length: 200 }, (_, number) => number).filter(
          (number) => rules.select(number) === category,
        );
        if (numbers.length !== 1) expect(placeholders(phrase ?? ''), `${plural}.${category}`).toEqual(['{count}']);
      }
    }
  });

  test('have no words left empty, and no blanks that nobody sees', () => {
    for (const [key, phrase] of phrases) {
      expect(phrase.trim(), key).not.toBe('');
      if (!NO_WORDS.test(key)) expect(phrase, key).toBe(phrase.trim());
    }
  });
});

describe.each(OTHERS)('the translation into %s', (language) => {
  test('leaves nothing in English', () => {
    const english = phrasesOf('en');
    const same = [...phrasesOf(language)]
      .filter(([key, phrase]) => !NO_WORDS.test(key) && phrase === english.get(key))
      .map(([key]) => key);
    expect(same).toEqual(ALSO_ENGLISH[language] ?? []);
  });

  test('asks for a native reader in its first lines', () => {
    expect(localeText(language).split('\n').slice(0, 2).join(' ')).toContain('native reader');
  });
});

describe('typography', () => {
  test('keeps the signs that French writes with a blank on the line of their word', () => {
    for (const [key, phrase] of phrasesOf('fr')) {
      expect(phrase, key).not.toMatch(/ [:;?!»]|« |[^\s\u00a0]:(?=\s|$)|[^\s\u202f][?!;]/);
    }
  });

  test.each([
    ['de', '„{name}“'],
    ['nl', '‘{name}’'],
    ['fr', '«\u00a0{name}\u00a0»'],
    ['uk', '«{name}»'],
    ['ar', '«{name}»'],
  ])('%s quotes the name of the newsletter in its own way', (language, quoted) => {
    expect(phrasesOf(language).get('footer.why')).toContain(quoted);
  });

  test('has no straight quotation mark or apostrophe in any language', () => {
    for (const language of LANGUAGES) {
      for (const [key, phrase] of phrasesOf(language)) expect(phrase, `${language}: ${key}`).not.toMatch(/["']/);
    }
  });
});

describe('numbers of members and countries', () => {
  test.each([
    ['uk', 29, '29 організацій'],
    ['uk', 23, '23 організації'],
    ['uk', 21, '21 організацію'],
    ['ar', 1, 'منظمة واحدة'],
    ['ar', 2, 'منظمتين'],
    ['ar', 3, '3 منظمات'],
    ['ar', 29, '29 منظمة'],
    ['de', 1, '1 Organisation'],
  ])('%s, %i: %s', (language, count, phrase) => {
    const words = readFixedWords([TEMPLATES], language);
    expect(pluralPhrase(words.footer.members, count, words.dateLocale)).toBe(phrase);
  });
});

describe('a language without words', () => {
  test('is named, with those that there are', () => {
    expect(() => readFixedWords([TEMPLATES], 'pl')).toThrow(/no fixed words in Polish \("pl"\)/);
    const refusal = (() => {
      try {
        return readFixedWords([TEMPLATES], 'pl-PL');
      } catch (error) {
        return error;
      }
    })();
    expect(refusal).toMatchObject({ expected: 'one of: ar, de, en, fr, nl, uk' });
  });

  test('is served by its base language', () => {
    expect(readFixedWords([TEMPLATES], 'de-AT')).toBe(readFixedWords([TEMPLATES], 'de'));
  });
});

describe('words that were read when the program was compiled', () => {
  test('are the same, and never those of another text', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-values-'));
    try {
      for (const { name, json } of compileValues(TEMPLATES)) writeFileSync(path.join(folder, name), json);
      const text = localeText('uk');
      expect(recallValues(folder, text)).toMatchObject({ footer: { unsubscribe: 'Відписатися' } });
      expect(recallValues(folder, `${text} `)).toBeUndefined();
      expect(recallValues(undefined, text)).toBeUndefined();
      expect(readFixedWords([TEMPLATES], 'uk', folder)).toEqual(readFixedWords([TEMPLATES], 'uk'));

      // An edited file is read as it stands.
      mkdirSync(path.join(folder, 'locales'));
      writeFileSync(path.join(folder, 'locales', 'uk.yaml'), text.replace('Відписатися', 'Піти'));
      expect(readFixedWords([folder], 'uk', folder).footer.unsubscribe).toBe('Піти');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
