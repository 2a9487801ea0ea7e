import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { addSubscriber } from '../../src/app/subscribers/add-subscriber.js';
import { exportPerson, exportSubscribers } from '../../src/app/subscribers/export-subscribers.js';
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

interface Import {
  readonly name?: string;
  readonly mapping?: ColumnMapping;
  readonly tags?: readonly string[];
  readonly language?: string;
}

async function importText(content: string | Uint8Array, options: Import = {}): Promise<ImportReport> {
  const file = path.join(configuration.root, options.name ?? 'readers.csv');
  await writeFile(file, content);
  return importSubscribers({ configuration, file, now, ...options });
}

const MAILCHIMP =
  'Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS';
const MAILCHIMP_LINE =
  'anna@example.org,Anna,Berg,2,"2019-03-04 10:11:12",192.0.2.1,"2019-03-05 10:20:00",192.0.2.1,52.3,4.8,1,2,Europe/Amsterdam,nl,nh,"2020-01-01 00:00:00",1,abc,,"""press"",""members"""';

describe('an export of Mailchimp', () => {
  test('is understood, and neither positions nor IP addresses are stored', async () => {
    const report = await importText(`${MAILCHIMP}\n${MAILCHIMP_LINE}\n`, { name: 'subscribed_export.csv' });
    expect(report).toMatchObject({ added: 1, rejected: [], remarks: [] });
    expect(report.notStored.positions).toEqual(
      expect.arrayContaining(['OPTIN_IP', 'CONFIRM_IP', 'LATITUDE', 'LONGITUDE', 'TIMEZONE', 'CC', 'REGION']),
    );
    const person = await exportPerson(configuration, 'anna@example.org', undefined);
    expect(person.subscriber).toMatchObject({ name: 'Anna Berg', tags: ['press', 'members'] });
    expect(person.consentRecords).toMatchObject([
      { at: '2019-03-05T10:20:00.000Z', source: 'import:subscribed_export.csv' },
    ]);
  });

  test.each([
    ['unsubscribed', 'UNSUB_TIME', 'export.csv', 'unsubscribed'],
    ['cleaned', 'CLEAN_TIME', 'export.csv', 'suppressed'],
    ['unsubscribed, by its name', 'OTHER', 'unsubscribed_members_export_1.csv', 'unsubscribed'],
    ['cleaned, by its name', 'OTHER', 'cleaned_members_export_1.csv', 'suppressed'],
  ])('of people who were %s makes nobody active', async (_what, column, name, state) => {
    const content = `${MAILCHIMP},${column}\n${MAILCHIMP_LINE},2020-02-02 02:02:02\n`;
    expect(await importText(content, { name })).toMatchObject({ added: 0, [state]: 1 });
    expect(await listSubscribers({ configuration })).toMatchObject([{ email: 'anna@example.org', state }]);
    await importText('email\nanna@example.org\n');
    expect(await listSubscribers({ configuration, state: 'active' })).toEqual([]);
  });

  test('takes nobody for lost because a list of one’s own is called “cleaned”', async () => {
    expect(await importText('email\na@example.org\n', { name: 'cleaned_list.csv' })).toMatchObject({ added: 1 });
  });
});

describe('an export of listmonk', () => {
  test('keeps its states', async () => {
    const report = await importText(
      [
        'uuid,email,name,attributes,status,created_at,updated_at',
        'u1,a@example.org,A,"{""city"": ""Kyiv""}",enabled,2020-11-18T10:22:33.123456+01:00,2020-11-18',
        'u2,b@example.org,B,{},blocklisted,2020-11-18 10:22:33+00,2020-11-18',
        'u3,c@example.org,C,{},disabled,2020-11-18 10:22:33.1+00,2020-11-18',
        '',
      ].join('\n'),
    );
    expect(report).toMatchObject({ added: 1, suppressed: 1, unsubscribed: 1, remarks: [] });
    const states = (await listSubscribers({ configuration })).map(({ state }) => state);
    expect(states).toEqual(['active', 'suppressed', 'unsubscribed']);
    const person = await exportPerson(configuration, 'a@example.org', undefined);
    expect(person.consentRecords).toMatchObject([{ at: '2020-11-18T09:22:33.000Z' }]);
  });
});

describe('states in a file', () => {
  test('take who is on the list off it, and never bring anybody back', async () => {
    await importText('email\na@example.org\nb@example.org\n');
    const left = 'email,state\nA@example.org,unsubscribed\nb@example.org,bounced\nc@example.org,pending\n';
    expect(await importText(left)).toMatchObject({ takenOff: 2, pending: 1 });
    expect(await importText('email,state\na@example.org,active\nb@example.org,\n')).toMatchObject({
      unsubscribed: 1,
      suppressed: 1,
    });
    expect((await listSubscribers({ configuration })).map(({ state }) => state)).toEqual([
      'unsubscribed',
      'suppressed',
      'pending',
    ]);
  });

  test('count, whichever of two lines says that somebody left', async () => {
    const content = 'email,state\na@example.org,active\nA@example.org,unsubscribed\na@example.org,active\n';
    expect(await importText(content)).toMatchObject({ added: 1, takenOff: 1, duplicates: 1 });
    expect(await listSubscribers({ configuration, state: 'active' })).toEqual([]);
  });

  test('that are not known are refused', async () => {
    const { rejected } = await importText('email,status\na@example.org,gold\n');
    expect(rejected).toEqual([{ line: 2, written: 'a@example.org', reason: 'its state “gold” is not known' }]);
  });
});

describe('a mapping', () => {
  test('says which column holds what', async () => {
    const mapping = { email: 'Office Mail', first: 'Rufname', tags: '4', consentAt: 'asked', consentSource: 'how' };
    const report = await importText(
      'email;Rufname;Office Mail;groups;asked;how\nprivate@example.org;Anna;anna@example.org;press;2020-05-06;"paper form"\n',
      { mapping, tags: ['members', 'press'], language: 'DE' },
    );
    expect(report).toMatchObject({ added: 1, notStored: { positions: [], others: ['email'] } });
    const { subscriber, consentRecords } = await exportPerson(configuration, 'anna@example.org', undefined);
    expect(subscriber).toMatchObject({ name: 'Anna', tags: ['press', 'members'], language: 'de' });
    expect(consentRecords).toMatchObject([
      { at: '2020-05-06T00:00:00.000Z', source: 'paper form', detail: 'import:readers.csv' },
    ]);
  });

  test.each([{ email: 'Mail' }, { name: '9' }, { consentSource: 'OPTIN_IP' }])('%j is refused', async (mapping) => {
    const content = 'email,OPTIN_IP\nanna@example.org,192.0.2.1\n';
    await expect(importText(content, { mapping })).rejects.toMatchObject({ code: 'usage' });
    expect(await listSubscribers({ configuration })).toEqual([]);
  });

  test('leaves a time that cannot be told to the import, and says so', async () => {
    const report = await importText('email,OPTIN_TIME\na@example.org,3/4/19\nb@example.org,2031-01-01\n');
    expect(report.remarks).toHaveLength(2);
    const { consentRecords } = await exportPerson(configuration, 'b@example.org', undefined);
    expect(consentRecords).toMatchObject([{ at: now().toISOString() }]);
  });
});

describe('two people at one address', () => {
  const content =
    'email,name\noffice@example.org,Anna\nOffice@example.org,Bo\noffice@example.org,ANNA\noffice@example.org,\n';

  test('are one by default', async () => {
    expect(await importText(content)).toMatchObject({ added: 1, duplicates: 3 });
  });

  test('are two where newsletter.yaml allows it, however often the file is imported', async () => {
    configuration = { ...configuration, subscribers: { ...configuration.subscribers, sharedAddresses: 'allow' } };
    expect(await importText(content)).toMatchObject({ added: 2, duplicates: 2 });
    expect(await importText(content)).toMatchObject({ added: 0, unchanged: 4 });
    const adding = { configuration, email: 'office@example.org', now };
    expect(await addSubscriber({ ...adding, name: 'Bo' })).toMatchObject({ outcome: 'unchanged' });
    expect(await addSubscriber({ ...adding, name: 'Cy' })).toMatchObject({ outcome: 'added' });
    await expect(exportPerson(configuration, 'office@example.org', undefined)).rejects.toMatchObject({ code: 'usage' });
    expect(await exportPerson(configuration, 'office@example.org', 'bo')).toMatchObject({ subscriber: { name: 'Bo' } });
  });
});

async function exportText(from: Configuration): Promise<string> {
  let text = '';
  for await (const piece of exportSubscribers(from, {})) text += piece;
  return text;
}

describe('an export as CSV', () => {
  test('calculates nothing in a spreadsheet', async () => {
    await importText('email,name,tags\n=1@example.org,"=HYPERLINK(""x"")","@home"\nb@example.org,-Bo,+1\n');
    const lines = (await exportText(configuration)).split('\r\n');
    expect(lines[1]).toMatch(/^'=1@example\.org,"'=HYPERLINK\(""x""\)",,'@home,active,/);
    expect(lines[2]).toMatch(/^b@example\.org,'-Bo,,'\+1,active,/);
  });

  test.each(['＝', '＋', '－', '＠'])(
    'calculates nothing that begins with the wide sign %s, and gives it back',
    async (sign) => {
      await importText(`email,name\na@example.org,${sign}Anna\nb@example.org,'${sign}Bo\n`);
      const exported = await exportText(configuration);
      expect(exported).toContain(`\r\na@example.org,'${sign}Anna,`);
      const other = await emptyWorkspace();
      await writeFile(path.join(other.root, 'export.csv'), exported);
      await importSubscribers({ configuration: other, file: path.join(other.root, 'export.csv'), now });
      expect(await listSubscribers({ configuration: other })).toEqual(await listSubscribers({ configuration }));
    },
  );

  test('comes in again as it was, whatever people are called', async () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc
        .array(fc.constantFrom("'", '=', '＝', '＋', '－', '＠', '"', ',', ';', '\t', '\r\n', '-', 'é', '@'), {
          maxLength: 6,
        })
        .map((s) => s.join('')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, name), { minLength: 1, maxLength: 5 }), async (people) => {
        const [from, to] = [await emptyWorkspace(), await emptyWorkspace()];
        for (const [index, [written, tag]] of people.entries()) {
          const email = `reader${String(index)}@example.org`;
          await addSubscriber({ configuration: from, email, name: written, tags: [tag], language: 'pt-BR', now });
        }
        const file = path.join(to.root, 'export.csv');
        await writeFile(file, await exportText(from));
        const first = await importSubscribers({ configuration: to, file, now });
        expect(first).toMatchObject({ added: people.length, rejected: [], remarks: [] });
        expect(await listSubscribers({ configuration: to })).toEqual(await listSubscribers({ configuration: from }));
        const before = await exportText(to);
        const again = await importSubscribers({ configuration: to, file, now });
        expect(again).toMatchObject({ added: 0, unchanged: people.length });
        expect(await exportText(to)).toBe(before);
      }),
      // The Greek question mark is a semicolon in NFC.
      { numRuns: 40, examples: [[[['', '\u037e']]]] },
    );
  });
});
