import { existsSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { addSubscriber } from '../../src/app/subscribers/add-subscriber.js';
import { importSubscribers, type ImportReport } from '../../src/app/subscribers/import-subscribers.js';
import { listSubscribers } from '../../src/app/subscribers/list-subscribers.js';
import { unsubscribeByHand } from '../../src/app/subscribers/unsubscribe-by-hand.js';
import { countAudience, countIneligible, nextOfAudience } from '../../src/subscribers/audience-query.js';
import { hashAddress, openKeys } from '../../src/subscribers/tokens/keys.js';
import type { Configuration } from '../../src/model/settings/configuration.js';
import { openDatabase } from '../../src/store/database.js';
import { emptyWorkspace, now, writeCsv } from '../support/subscribers/workspace.js';

let configuration: Configuration;

beforeEach(async () => {
  configuration = await emptyWorkspace();
});

async function importText(content: string | Uint8Array): Promise<ImportReport> {
  return importSubscribers({ configuration, file: await writeCsv(configuration, content), now });
}

async function addresses(): Promise<readonly string[]> {
  return (await listSubscribers({ configuration })).map((subscriber) => subscriber.email);
}

async function suppress(address: string): Promise<void> {
  const database = await openDatabase(configuration.databasePath);
  const hash = hashAddress(await openKeys(configuration), address);
  await database.query
    .insertInto('suppressions')
    .values({ address_hash: hash, reason: 'complaint', created_at: now().toISOString() })
    .execute();
  await database.close();
}

describe('an import', () => {
  test('takes names, languages and tags', async () => {
    const report = await importText(
      'E-Mail,Name,Language,Tags\nanna@example.org,"Berg, ""Anna""",de,"press; members"\nb@example.org,,,\n',
    );
    expect(report).toMatchObject({ added: 2, unchanged: 0, rejected: [] });
    expect(await listSubscribers({ configuration })).toMatchObject([
      { email: 'anna@example.org', name: 'Berg, "Anna"', state: 'active', language: 'de', tags: ['press', 'members'] },
      { email: 'b@example.org', name: undefined, state: 'active', language: undefined, tags: [] },
    ]);
  });

  test.each([
    ['commas', 'name,email\nŁucja,l@example.org\n'],
    ['semicolons', 'name;email\nŁucja;l@example.org\n'],
    ['tabs', 'name\temail\nŁucja\tl@example.org\n'],
    ['a byte order mark and CRLF', '\ufeffemail,name\r\nl@example.org,Łucja\r\n'],
    ['UTF-16', Buffer.from('\ufeffemail;name\r\nl@example.org;Łucja\r\n', 'utf16le')],
    ['two columns of names', 'First Name,Last name,EMAIL ADDRESS\nŁucja,,l@example.org\n'],
    ['a column of addresses that is called something else', 'name,contact\nŁucja,l@example.org\n'],
    ['a column "address" that is a street', 'address,name,email\n1 Main Street,Łucja,l@example.org\n'],
    ['a name over two lines', 'email,name\nl@example.org,"Łucja\n"\n'],
    [
      'quotes in the first line, with another delimiter in them',
      '"comment, if any";"email";"name"\nx;l@example.org;Łucja\n',
    ],
  ])('reads %s', async (_what, content) => {
    expect(await importText(content)).toMatchObject({ added: 1, rejected: [] });
    expect(await listSubscribers({ configuration })).toMatchObject([{ email: 'l@example.org', name: 'Łucja' }]);
  });

  test('reads a file without names of columns', async () => {
    expect(await importText('anna@example.org\nb@example.org\n')).toMatchObject({ added: 2 });
    expect(await importText('c@example.org\n')).toMatchObject({ added: 1 });
  });

  test('says of every rejected line where it is and why', async () => {
    const report = await importText(
      'email,name\na@example.org,A\nnot an address,B\n\n,C\nd@example.org,D\ne@example\n',
    );
    expect(report.added).toBe(2);
    expect(report.rejected).toEqual([
      { line: 3, written: 'not an address', reason: 'it has no @' },
      { line: 5, written: '', reason: 'there is no address' },
      { line: 7, written: 'e@example', reason: 'what stands after the @ is not the name of a mail domain' },
    ]);
  });

  test('takes who has a strange language, and says so', async () => {
    const report = await importText('email,language\na@example.org,Deutsch (formal)\n');
    expect(report).toMatchObject({ added: 1, remarks: [{ line: 2, written: 'a@example.org' }] });
  });

  test('takes case variants of one address for one', async () => {
    const report = await importText('email\nAnna@Example.org\nanna@example.ORG\n');
    expect(report).toMatchObject({ added: 1, duplicates: 1 });
    expect(await addresses()).toEqual(['Anna@Example.org']);
  });

  test('finds duplicates far apart in a long file', async () => {
    const lines = Array.from({ length: 1200 }, (_, index) => `reader${String(index)}@example.org`);
    const report = await importText(['email', ...lines, 'Reader0@example.org', ''].join('\n'));
    expect(report).toMatchObject({ added: 1200, duplicates: 1, unchanged: 0 });
  });

  test('changes nobody who is there, when it is run again', async () => {
    await importText('email,name\na@example.org,Anna\n');
    expect(await importText('email,name\nA@example.org,Somebody else\n')).toMatchObject({ added: 0, unchanged: 1 });
    expect(await listSubscribers({ configuration })).toMatchObject([{ email: 'a@example.org', name: 'Anna' }]);
  });

  test('never brings back who left or is suppressed', async () => {
    await importText('email\na@example.org\n');
    await unsubscribeByHand({ configuration, email: 'a@example.org', now });
    await suppress('s@example.org');
    const report = await importText('email\nA@Example.org\ns@example.org\n');
    expect(report).toMatchObject({ added: 0, unsubscribed: 1, suppressed: 1 });
    expect(await listSubscribers({ configuration, state: 'active' })).toEqual([]);
  });

  test.each([
    ['without a column of addresses', 'name,town\nAnna,Amsterdam\n', 'csv-invalid'],
    ['that is empty', '', 'csv-invalid'],
    ['with a quote that is never closed', 'email,name\na@example.org,"Anna\nb@example.org,B\n', 'csv-invalid'],
    ['in Windows-1252', Buffer.from('email,name\na@example.org,J\xfcrgen\n', 'latin1'), 'csv-invalid'],
  ])('refuses a file %s as a whole', async (_what, content, code) => {
    await expect(importText(content)).rejects.toMatchObject({ code });
    expect(await addresses()).toEqual([]);
  });

  test('names a file that is not there', async () => {
    const file = path.join(configuration.root, 'gone.csv');
    await expect(importSubscribers({ configuration, file, now })).rejects.toMatchObject({ code: 'file-unreadable' });
  });

  test('records where the consent comes from', async () => {
    await importText('email\na@example.org\n');
    const database = await openDatabase(configuration.databasePath);
    const records = await database.query.selectFrom('consent_records').selectAll().execute();
    await database.close();
    expect(records).toMatchObject([{ action: 'import', source: 'import:readers.csv', at: '2020-12-18T12:00:00.000Z' }]);
  });
});

describe('adding and removing by hand', () => {
  test('adds once', async () => {
    const request = { configuration, email: ' Anna@example.org', name: 'Anna', tags: ['press'], now };
    expect(await addSubscriber(request)).toMatchObject({ outcome: 'added', subscriber: { email: 'Anna@example.org' } });
    expect(await addSubscriber(request)).toMatchObject({ outcome: 'unchanged' });
    expect(await addresses()).toEqual(['Anna@example.org']);
  });

  test('takes who left only with their own wish', async () => {
    await addSubscriber({ configuration, email: 'a@example.org', now });
    expect(await unsubscribeByHand({ configuration, email: 'A@example.org', now })).toMatchObject({
      outcome: 'removed',
    });
    expect(await unsubscribeByHand({ configuration, email: 'a@example.org', now })).toMatchObject({
      outcome: 'unchanged',
    });
    const again = { configuration, email: 'a@example.org', now };
    await expect(addSubscriber(again)).rejects.toMatchObject({ code: 'subscriber-left' });
    expect(await addSubscriber({ ...again, consent: 'asked by phone on 3 December' })).toMatchObject({
      outcome: 'returned',
      subscriber: { state: 'active' },
    });
  });

  test('never takes who is suppressed', async () => {
    await suppress('s@example.org');
    const request = { configuration, email: 's@example.org', consent: 'asked', now };
    await expect(addSubscriber(request)).rejects.toMatchObject({ code: 'subscriber-left' });
  });

  test('refuses what is no address or language', async () => {
    await expect(addSubscriber({ configuration, email: 'a, b@example.org', now })).rejects.toMatchObject({
      code: 'address-invalid',
    });
    await expect(
      addSubscriber({ configuration, email: 'a@example.org', language: 'not one', now }),
    ).rejects.toMatchObject({ code: 'usage' });
  });

  test('names an address that nobody has, and makes no database for it', async () => {
    const request = { configuration, email: 'nobody@example.org', now };
    await expect(unsubscribeByHand(request)).rejects.toMatchObject({ code: 'subscriber-missing' });
    expect(await listSubscribers({ configuration })).toEqual([]);
    expect(existsSync(path.join(configuration.root, 'data'))).toBe(false);
  });
});

describe('the audience', () => {
  test('is who is active and not suppressed, in the order in which they came', async () => {
    await importText('email,name\na@example.org,A\nleft@example.org,\ns@example.org,\nb@example.org,\n');
    await unsubscribeByHand({ configuration, email: 'left@example.org', now });
    await suppress('s@example.org');
    const database = await openDatabase(configuration.databasePath);
    const everybody = { tags: undefined };
    const page = await nextOfAudience(database.query, everybody, 0, 9).select('subscribers.email').execute();
    expect(page.map(({ email }) => email)).toEqual(['a@example.org', 'b@example.org']);
    expect(await countAudience(database.query, everybody)).toBe(2);
    expect(await countIneligible(database.query, everybody)).toEqual(
      new Map([
        ['unsubscribed', 1],
        ['suppressed', 1],
      ]),
    );
    await database.close();
  });
});
