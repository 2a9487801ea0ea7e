import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fillPhrase, pluralPhrase, readFixedWords } from '../../src/templating/words/fixed-words.js';
import { writeAddress } from '../../src/templating/helpers/markup-helpers.js';
import { contrast, readPalette } from '../../src/templating/palette.js';
import { safeAddress } from '../../src/templating/helpers/safe-address.js';
import { openTemplates } from '../../src/templating/template-environment.js';
import { underline, wrapBehind, wrapText } from '../../src/templating/helpers/text-wrap.js';

const TEMPLATES = path.join(import.meta.dirname, '../../templates');

function templates(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-templates-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

async function renderMarkup(files: Readonly<Record<string, string>>, view: object): Promise<string> {
  return (await openTemplates({ folders: [templates(files)], compiled: new Map() }, 'email', 'markup')).render(
    'email/issue',
    view,
  );
}

describe('templates', () => {
  test('come from the first folder that has the file, one by one', async () => {
    const ours = templates({ 'email/issue.mjml.hbs': 'ours {{> email/parts/a}}', 'email/parts/a.mjml.hbs': 'our a' });
    const theirs = templates({ 'email/parts/a.mjml.hbs': 'their a' });
    const environment = await openTemplates({ folders: [theirs, ours], compiled: new Map() }, 'email', 'markup');
    expect(environment.render('email/issue', {})).toBe('ours their a');
  });

  test('escape every value in markup, and none in plain text', async () => {
    const view = { value: `<b>"&'` };
    expect(await renderMarkup({ 'email/issue.mjml.hbs': '{{value}}' }, view)).toBe('&lt;b&gt;&quot;&amp;&#x27;');
    const text = await openTemplates(
      { folders: [templates({ 'text/issue.txt.hbs': '{{value}}' })], compiled: new Map() },
      'text',
      'text',
    );
    expect(text.render('text/issue', view)).toBe(view.value);
  });

  test.each([
    ['a value that is not there', 'one\ntwo {{missing}}', /issue\.mjml\.hbs:2:\d+ .*"missing" is not known here/],
    ['a helper that is not ours', 'one\n{{shout value}}', /issue\.mjml\.hbs:2:\d+ .*unknown helper shout/],
    ['a block that is not closed', 'one\n{{#if value}}\n', /issue\.mjml\.hbs:\d+ /],
    ['a part that is not there', '{{> email/parts/none}}', /issue\.mjml\.hbs.*email\/parts\/none/],
    ['an error in a part', '\n\n{{> email/parts/bad}}', /parts\/bad\.mjml\.hbs:2/],
    ['a prototype', '{{value.constructor.name}}', /issue\.mjml\.hbs:1/],
    ['a look-up by name', '{{lookup this "value"}}', /issue\.mjml\.hbs:1.*unknown helper lookup/],
  ])('say file and line of %s', async (_, template, message) => {
    const files = { 'email/issue.mjml.hbs': template, 'email/parts/bad.mjml.hbs': 'x\n{{nothing}}' };
    await expect(renderMarkup(files, { value: 'a' })).rejects.toMatchObject({
      code: 'template-invalid',
      message: expect.stringMatching(message) as unknown,
    });
  });

  test('write raw markup only from values that are named so', () => {
    const files = readdirSync(TEMPLATES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.hbs'));
    const raw = files.flatMap(
      (name) => readFileSync(path.join(TEMPLATES, name), 'utf8').match(/\{\{\{[^}]*\}\}\}/g) ?? [],
    );
    expect(new Set(raw)).toEqual(new Set(['{{{letterHtml}}}', '{{{bodyHtml}}}', '{{{structuredDataHtml}}}']));
  });
});

describe('addresses', () => {
  test('lead to http, https and mailto only', () => {
    expect(safeAddress('https://example.org/a b?x="y"')).toBe('https://example.org/a%20b?x=%22y%22');
    expect(safeAddress('mailto:a@example.org')).toBe('mailto:a@example.org');
    for (const address of [
      'javascript:alert(1)',
      ' JAVASCRIPT:x',
      'data:text/html,x',
      '//example.org',
      'x',
      'file:///etc',
    ]) {
      expect(safeAddress(address), address).toBeUndefined();
    }
  });

  test('are written escaped, or lead nowhere', () => {
    expect(writeAddress('https://example.org/?a=1&b=2')).toBe('https://example.org/?a=1&amp;b=2');
    expect(writeAddress('pictures/a-552.jpg')).toBe('pictures/a-552.jpg');
    for (const address of ['javascript:alert(1)', '"onclick="x', undefined]) expect(writeAddress(address)).toBe('#');
  });
});

describe('fixed words', () => {
  test('name what English lacks, with its place: nothing stands in for that', () => {
    const folder = templates({});
    cpSync(TEMPLATES, folder, { recursive: true });
    const english = readFileSync(path.join(folder, 'locales/en.yaml'), 'utf8');
    writeFileSync(path.join(folder, 'locales/en.yaml'), english.replace(/^ {2}opinion:.*\n/m, ''));
    expect(() => readFixedWords([folder], 'en')).toThrow(/en\.yaml:\d+:\d+: "sections\.opinion" is missing/);
    expect(readFixedWords([folder], 'nl-BE').sections.opinion).toBe('Opinie');
    expect(() => readFixedWords([folder], 'pl')).toThrow(/locales\/pl\.yaml/);
  });

  test('are filled once: a value is never looked at again', () => {
    expect(fillPhrase('{a} and {b} and {c}', { a: '{b}', b: 'B' })).toBe('{b} and B and {c}');
  });

  test('follow the plural rules of the language', () => {
    const words = { one: '{count} країна', few: '{count} країни', many: '{count} країн', other: '{count} країни' };
    expect([1, 2, 5, 23].map((count) => pluralPhrase(words, count, 'uk'))).toEqual([
      '1 країна',
      '2 країни',
      '5 країн',
      '23 країни',
    ]);
  });
});

describe('the palette', () => {
  test('is read, and refused where a text is too faint', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(readPalette([TEMPLATES]).light.masthead).toBe('#0f4c5c');
    const faint = readFileSync(path.join(TEMPLATES, 'palette.yaml'), 'utf8').replace(
      'muted: "#54646c"',
      'muted: "#aaaaaa"',
    );
    expect(() => readPalette([templates({ 'palette.yaml': faint })])).toThrow(
      /"light\.muted" \(#aaaaaa\) on "light\.paper" .*2\.3/,
    );
  });
});

describe('plain text', () => {
  test('is wrapped at spaces; words that are longer than a line stay whole', () => {
    expect(wrapText('one two three', 10)).toBe('one two\nthree');
    expect(wrapText(`a ${'x'.repeat(20)} b`, 10)).toBe(`a\n${'x'.repeat(20)}\nb`);
    expect(wrapText('漢字'.repeat(10), 20)).toBe(`${'漢字'.repeat(5)}\n${'漢字'.repeat(5)}`);
    expect(wrapBehind('- ', 'word '.repeat(20).trim()).split('\n')[1]).toMatch(/^ {2}word/);
  });

  test('underlines headings as long as they are shown', () => {
    expect(underline('й\u0301 漢', '=')).toBe('й\u0301 漢\n====');
  });

  test('can be read too where a mail program turns every colour round', () => {
    const turned = (colour: string) =>
      `#${[1, 3, 5].map((from) => (255 - Number.parseInt(colour.slice(from, from + 2), 16)).toString(16).padStart(2, '0')).join('')}`;
    const { light } = readPalette([TEMPLATES]);
    const pairs = [
      ...(['ink', 'muted', 'title', 'link', 'accent'] as const).flatMap((text) =>
        (['paper', 'panel', 'mist'] as const).map((ground) => [text, ground] as const),
      ),
      ['onMasthead', 'masthead'] as const,
      ['onMastheadSoft', 'masthead'] as const,
      ['onButton', 'button'] as const,
      ['onFooter', 'footer'] as const,
    ];
    for (const [text, ground] of pairs) {
      expect(contrast(turned(light[text]), turned(light[ground])), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });
});
