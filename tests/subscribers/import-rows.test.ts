import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { eraseFromCsvFile } from '../../src/subscribers/csv/csv-erase.js';
import {
  importSubscribers,
  type ColumnMapping,
  type ImportReport,
} from '../../src/app/subscribers/import-subscribers.js';
import { listSubscribers } from '../../src/app/subscribers/list-subscribers.js';
import type { Configuration } from '../../src/model/settings/configuration.js';
import { emptyWorkspace, now } from '../support/subscribers/workspace.js';

let configuration: Configuration;

beforeEach(async () => {
  configuration = await emptyWorkspace();
});

async function importText(
  content: string,
  wishes: { readonly mapping?: ColumnMapping; readonly ignored?: readonly string[] } = {},
): Promise<ImportReport> {
  const file = path.join(configuration.root, 'readers.csv');
  await writeFile(file, content);
  return importSubscribers({ configuration, file, now, ...wishes });
}

async function people(): Promise<readonly (readonly [email: string, name: string | undefined])[]> {
  return (await listSubscribers({ configuration })).map(({ email, name }) => [email, name ?? undefined]);
}

describe('a row', () => {
  test.each([
    ['email,name,state', 'a@example.org,Berg, Anna,active'],
    ['email;name', 'a@example.org;Berg;Anna'],
    ['email,name,', 'a@example.org,Anna,Berg'],
    ['email\tname', 'a@example.org\tAnna\tBerg'],
  ])('with more filled cells than “%s” names is refused with the likely cause', async (header, row) => {
    const { rejected } = await importText(`${header}\n${row}\n`);
    expect(rejected).toMatchObject([
      { line: 2, written: 'a@example.org', reason: expect.stringContaining('quotation marks') as string },
    ]);
    expect(await people()).toEqual([]);
  });

  test('with a cell under a column without a name is taken where that is mapped or ignored', async () => {
    const content = 'email,name,\na@example.org,Anna,press\n';
    expect(await importText(content, { mapping: { tags: '3' } })).toMatchObject({ added: 1, rejected: [] });
    expect(await importText(content, { ignored: ['3'] })).toMatchObject({ unchanged: 1, rejected: [] });
  });

  test('with more cells of which none is filled is taken', async () => {
    expect(await importText('email,name\na@example.org,Anna,,,\n')).toMatchObject({ added: 1, rejected: [] });
  });

  test.each([
    ['email,name,state', 'a@example.org,Anna', 'state'],
    ['email,unsubscribed_at,city', 'a@example.org', 'unsubscribed_at'],
    ['email,name,Do Not Email,On Hold', 'a@example.org,Anna,', 'On Hold'],
  ])('of “%s” that ends before it says who may be mailed is refused', async (header, row, title) => {
    const { rejected } = await importText(`${header}\n${row}\n`);
    expect(rejected).toMatchObject([{ line: 2, reason: expect.stringContaining(`“${title}”`) as string }]);
    expect(await people()).toEqual([]);
  });

  test('that ends before cells that do not matter is taken', async () => {
    expect(await importText('email,name,city\na@example.org\n')).toMatchObject({ added: 1, rejected: [] });
  });
});

describe('a file', () => {
  test.each([
    ['with a blank before the quotation mark', 'email, name, tags\na@example.org, "Berg, Anna", "x, y"\n'],
    ['with a first line for Excel', 'sep=;\r\nemail;name\r\na@example.org;Berg, Anna\r\n'],
    ['with such a line against its own commas', 'SEP=;\nemail;name\na@example.org;Berg, Anna\n'],
    ['with such a line in quotation marks', '"sep=;"\nemail;name\na@example.org;"Berg, Anna"\n'],
    ['with a bar', '\ufeffsep=|\r\nemail|name\r\na@example.org|Berg, Anna\r\n'],
    ['with a tab', 'sep=\t\nemail\tname\na@example.org\tBerg, Anna\n'],
    ['with cells after it', 'sep=,,,\nemail,name,x\na@example.org,"Berg, Anna",\n'],
  ])('%s is read', async (_what, content) => {
    expect(await importText(content)).toMatchObject({ added: 1, rejected: [], remarks: [] });
    expect(await people()).toEqual([['a@example.org', 'Berg, Anna']]);
  });

  test.each(['\r\n', '\n', '\r', '\r\r\n'])(
    'with lines that end in %j among others leaves none of it in a value',
    async (end) => {
      const report = await importText(
        `email,name,state\r\na@example.org,Anna,active${end}b@example.org,Bo,unsubscribed${end}c@example.org,"Cy",pending\nd@example.org,Di,active\r\n`,
      );
      expect(report).toMatchObject({ added: 2, pending: 1, unsubscribed: 1, rejected: [], remarks: [] });
      expect(JSON.stringify(await people())).not.toContain('\\r');
    },
  );

  test('keeps the lines’ numbers behind a first line for Excel', async () => {
    const { rejected } = await importText('sep=;\nemail;name\nx;y\n');
    expect(rejected).toMatchObject([{ line: 3 }]);
  });

  test('keeps its first line for Excel when somebody is erased from it', async () => {
    const file = path.join(configuration.root, 'readers.csv');
    await writeFile(file, 'sep=;\r\na@example.org;A\r\nb@example.org;B\r\n');
    expect(await eraseFromCsvFile(file, ['a@example.org'])).toBe(1);
    expect(await readFile(file, 'utf8')).toBe('sep=;\r\nb@example.org;B\r\n');
  });
});

describe('a cell of addresses', () => {
  test.each([
    ['Anna Berg <a@example.org>', 'Anna Berg'],
    ['"Berg, Anna" <a@example.org>', 'Berg, Anna'],
    ["'Anna' <a@example.org>", 'Anna'],
    ['<a@example.org>', undefined],
    ['mailto:a@example.org', undefined],
    ['MAILTO:a@example.org?subject=Hello', undefined],
    ['Anna <mailto:a@example.org>', 'Anna'],
    ['a@example.org <a@example.org>', undefined],
  ])('can hold “%s”', async (written, name) => {
    const content = `email\n"${written.replaceAll('"', '""')}"\nother@example.org\n`;
    expect(await importText(content)).toMatchObject({ added: 2, rejected: [] });
    expect(await people()).toEqual([
      ['a@example.org', name],
      ['other@example.org', undefined],
    ]);
  });

  test('gives the name only where no column does', async () => {
    await importText('email,name\nAnna <a@example.org>,Anna Berg\n');
    expect(await people()).toEqual([['a@example.org', 'Anna Berg']]);
  });

  test.each([
    'Anna <a@example.org> Berg',
    'a@example.org, b@example.org',
    'A <a@example.org>, B <b@example.org>',
    'Anna <a b@example.org>',
  ])('with “%s” is refused', async (written) => {
    const { rejected, added } = await importText(`email\n"${written}"\nother@example.org\n`);
    expect({ added, lines: rejected.map(({ line }) => line) }).toEqual({ added: 1, lines: [2] });
  });
});

describe('a name', () => {
  test.each([
    'NULL',
    'null',
    'N/A',
    'n/a',
    '-',
    '--',
    '.',
    '?',
    '12345',
    '\\N',
    '(none)',
    'None',
    'undefined',
    'Unknown',
    'unbekannt',
    'inconnu',
    'desconocido',
    'sconosciuto',
    'nieznany',
    'невідомо',
    'неизвестно',
    'onbekend',
    'bilinmiyor',
    'test',
    'Test User',
    'First Name',
    'Vorname',
    'Anonymous',
  ])('such as “%s” greets nobody', async (name) => {
    expect(await importText(`email,name\na@example.org,"${name}"\n`)).toMatchObject({
      added: 1,
      rejected: [],
      remarks: [],
    });
    expect(await people()).toEqual([['a@example.org', undefined]]);
  });

  test.each([
    'a@example.org',
    'Anna anna@example.org',
    '*|FNAME|*',
    '{{ first_name }}',
    '{{ subscriber.name | default: "there" }}',
    '%%first%%',
    '%FIRSTNAME%',
    '[FIRSTNAME]',
    '[first name]',
    '{FIRST_NAME|there}',
    '{name}',
    '${name}',
    '<<First Name>>',
    '«Vorname»',
    '#{name}',
    '#REF!',
    '#N/A',
    '#NAME?',
    '#NV',
    '#WERT!',
    '#VALEUR!',
    '#DIV/0!',
    '####',
    'https://example.org/x',
    'www.example.org',
    'example.org',
    '<a href="https://example.org">x</a>',
  ])('such as “%s” greets nobody, and is remarked on', async (name) => {
    const { remarks, added } = await importText(`email,name\na@example.org,"${name.replaceAll('"', '""')}"\n`);
    expect(added).toBe(1);
    expect(remarks).toMatchObject([{ line: 2, reason: expect.stringContaining('was left out') as string }]);
    expect(await people()).toEqual([['a@example.org', undefined]]);
  });

  test.each(['Sample & Sons <Archive Desk>', 'Bo <b>Bold</b> Person', '<3 Maria', 'A < B'])(
    'such as “%s” is unusual, and is kept as it was written',
    async (name) => {
      expect((await importText(`email,name\na@example.org,"${name}"\n`)).remarks).toEqual([]);
      expect(await people()).toEqual([['a@example.org', name]]);
    },
  );

  test.each([
    ['Anna', 'Null', 'Anna Null'],
    ['Na', 'Li', 'Na Li'],
    ['Test', 'Testov', 'Test Testov'],
    ['Nan', 'Winter', 'Nan Winter'],
    ['Anna', 'NULL', 'Anna'],
    ['N/A', 'Berg', 'Berg'],
    ['Anna', '-', 'Anna'],
    ['NULL', 'NULL', undefined],
    ['Null', 'Null', undefined],
    ['*|FNAME|*', 'Berg', 'Berg'],
    ['Ada', '#REF!', 'Ada'],
    ['unknown', 'unknown', undefined],
    ['“Bo”', 'the younger', '“Bo” the younger'],
    ['Ng', 'O', 'Ng O'],
  ])('of “%s” and “%s” is %s', async (first, last, name) => {
    await importText(`email,first name,last name\na@example.org,${first},${last}\n`);
    expect(await people()).toEqual([['a@example.org', name]]);
  });

  test.each([
    ['Anna NULL', 'Anna'],
    ['Müller &amp; Söhne', 'Müller & Söhne'],
    ['Ren&eacute;e', 'Renée'],
    ['O&#39;Neill', "O'Neill"],
    ['O&#x27;Neill', "O'Neill"],
    ['&amp;eacute;', '&eacute;'],
    ['Anna &unknown; Berg', 'Anna &unknown; Berg'],
    ['A & B', 'A & B'],
    ['Zofia&#0;', 'Zofia&#0;'],
    ['Ng', 'Ng'],
    ['Dr. Anna Berg-Öz', 'Dr. Anna Berg-Öz'],
    ['Ангелина', 'Ангелина'],
    ['Ås', 'Ås'],
  ])('“%s” is “%s”', async (written, name) => {
    expect(await importText(`email,name\na@example.org,"${written}"\n`)).toMatchObject({ remarks: [] });
    expect(await people()).toEqual([['a@example.org', name]]);
  });

  test.each([
    'JosÃ©',
    'MÃ¼ller',
    'Jos?',
    'M?ller',
    'Jos\ufffd',
    'Å\u0081ukasz',
    'ÐÐ½Ð½Ð°',
    'Р\u0452РЅРЅР°',
    '???? Berg',
  ])('with spoilt accents, “%s”, is taken as it stands and remarked on', async (written) => {
    const { remarks, added } = await importText(`email,name\na@example.org,"${written}"\n`);
    expect(added).toBe(1);
    expect(remarks).toMatchObject([{ line: 2, reason: expect.stringContaining('accents') as string }]);
  });
});

describe('a language', () => {
  test.each([
    ['English', 'en'],
    ['Deutsch', 'de'],
    ['german', 'de'],
    ['français', 'fr'],
    ['niemiecki', 'de'],
    ['Українська', 'uk'],
    ['Ukrainian', 'uk'],
    ['русский', 'ru'],
    ['Nederlands', 'nl'],
    ['pt_BR.UTF-8', 'pt-BR'],
    ['de_AT@euro', 'de-AT'],
    ['DEU', 'de'],
    ['sr-Latn', 'sr-Latn'],
    ['EN', 'en'],
    ['Ελληνικά', 'el'],
    ['Shqip', 'sq'],
  ])('written “%s” is %s', async (written, language) => {
    expect(await importText(`email,language\na@example.org,${written}\n`)).toMatchObject({ remarks: [] });
    expect(await listSubscribers({ configuration })).toMatchObject([{ language }]);
  });

  test.each(['Elvish', 'Klingon2', '??', 'English and French', 'C.UTF-8'])(
    'written “%s” is remarked on',
    async (written) => {
      expect(await importText(`email,language\na@example.org,${written}\n`)).toMatchObject({
        added: 1,
        remarks: [{ line: 2 }],
      });
      expect((await listSubscribers({ configuration }))[0]?.language ?? undefined).toBeUndefined();
    },
  );
});
