import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { addSubscriber } from '../../../src/app/subscribers/add-subscriber.js';
import { exportPerson } from '../../../src/app/subscribers/export-subscribers.js';
import {
  eraseByLink,
  eraseAddressEverywhere,
  planToErase,
  type EraseReport,
} from '../../../src/app/subscribers/erase-subscriber.js';
import { importSubscribers } from '../../../src/app/subscribers/import-subscribers.js';
import { listSubscribers } from '../../../src/app/subscribers/list-subscribers.js';
import { openWorkspace } from '../../../src/app/workspace/open-workspace.js';
import { purgeSubscribers } from '../../../src/app/subscribers/purge-subscribers.js';
import { reportSend } from '../../../src/app/send/report-send.js';
import { subscriberStatistics } from '../../../src/app/subscribers/subscriber-statistics.js';
import { confirmAddressChange, requestAddressChange } from '../../../src/subscribers/consent/change-address.js';
import { openKeys } from '../../../src/subscribers/tokens/keys.js';
import { requestOptIn } from '../../../src/subscribers/consent/opt-in.js';
import { unsubscribe } from '../../../src/subscribers/consent/unsubscribe.js';
import type { Configuration } from '../../../src/model/settings/configuration.js';
import { openDatabase } from '../../../src/store/database.js';
import { writeBuild } from '../../support/send/built-issue.js';
import { sendIn } from '../../support/send/sending-workspace.js';
import { createWorkspace, type FixtureWorkspace } from '../../support/workspace-fixture.js';

const now = (): Date => new Date('2020-12-18T12:00:00.000Z');
const ANNA = 'Anna.Berg@Example.org';
const LIST = `email,name\n${ANNA},Anna Berg\nhanna.berg@example.org,Hanna\nanna.berg@example.org.uk,Other\nbo@example.org,Bo\n`;

let workspace: FixtureWorkspace;
let configuration: Configuration;

beforeEach(async () => {
  workspace = createWorkspace({ 'readers.csv': LIST });
  configuration = openWorkspace({ workspace: workspace.root, from: workspace.root, environment: {} }).configuration;
  await writeBuild(workspace.root);
  await importSubscribers({ configuration, file: workspace.path('readers.csv'), now });
});

async function send(restartRehearsal = false, limit?: number): Promise<void> {
  await sendIn(configuration, { issue: '2020-12', transportName: 'outbox', restartRehearsal, limit, now });
}

function erase(address: string, keepFiles = false): Promise<EraseReport> {
  return eraseAddressEverywhere({ configuration, address, keepFiles, now });
}

/** Every file of the workspace whose bytes hold some text, in capitals or not. */
function filesWith(text: RegExp): readonly string[] {
  return readdirSync(workspace.root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => text.test(readFileSync(file, 'latin1')))
    .map((file) => path.relative(workspace.root, file));
}

// Not the two others, whose addresses hold this one.
const TRACES = /(?<!h)anna\.berg@example\.org(?!\.uk)|Anna Berg/i;

describe('erasing somebody', () => {
  test('leaves their address and name in no file of the workspace, byte by byte, and everybody else in place', async () => {
    await send();
    await send(true);
    workspace.write(
      'lists/2019.csv',
      Buffer.from(`\ufeffemail;note\r\nANNA.BERG@example.org;"a\r\nb"\r\nbo@example.org;\r\n`, 'utf16le'),
    );
    expect(filesWith(TRACES).length).toBeGreaterThan(2);
    const report = await erase(ANNA.toUpperCase());
    expect(report).toMatchObject({ people: 1, remainingFiles: [], compacted: true });
    expect(report.changedFiles).toEqual(
      expect.arrayContaining([
        { file: 'readers.csv', records: 1 },
        { file: 'lists/2019.csv', records: 1 },
      ]),
    );
    expect(report.removedFiles).toHaveLength(1);
    expect(filesWith(TRACES)).toEqual([]);
    expect(readFileSync(workspace.path('lists/2019.csv'), 'utf16le')).toBe('\ufeffemail;note\r\nbo@example.org;\r\n');
    expect(readFileSync(workspace.path('readers.csv'), 'utf8')).toBe(LIST.replace(/^Anna.*\n/m, ''));
    expect(readdirSync(workspace.path('outbox/2020-12')).filter((name) => name.endsWith('.eml'))).toHaveLength(3);
    expect(await listSubscribers({ configuration })).toHaveLength(3);
  });

  test('also while another connection holds the database open, from its log', async () => {
    const other = await openDatabase(configuration.databasePath);
    await erase(ANNA);
    expect(existsSync(`${configuration.databasePath}-wal`)).toBe(true);
    expect(filesWith(TRACES)).toEqual([]);
    await other.close();
  });

  test('is final: no import brings them back, in whatever capitals', async () => {
    await erase(ANNA);
    workspace.write('again.csv', 'email\nanna.berg@EXAMPLE.org\n');
    const report = await importSubscribers({ configuration, file: workspace.path('again.csv'), now });
    expect(report).toMatchObject({ added: 0, suppressed: 1 });
    await expect(addSubscriber({ configuration, email: ANNA, consent: 'asked', now })).rejects.toMatchObject({
      code: 'subscriber-left',
    });
    expect(await erase(ANNA)).toMatchObject({ people: 0, changedFiles: [{ file: 'again.csv', records: 1 }] });
  });

  test('names the files that it must not change', async () => {
    workspace.write('notes.md', `Write to ${ANNA}.`);
    workspace.write('broken.csv', `email,name\n${ANNA},"never closed\n${'x'.repeat(70_000)}`);
    expect((await planToErase(configuration, ANNA)).files).toEqual(
      expect.arrayContaining(['readers.csv', 'broken.csv']),
    );
    expect((await erase(ANNA, true)).remainingFiles).toHaveLength(3);
    expect(await erase(ANNA)).toMatchObject({
      remainingFiles: expect.arrayContaining(['notes.md', 'broken.csv']) as unknown,
    });
  });

  test('knows an address in quotes, and with its domain in either form', async () => {
    const files = {
      'quoted.md': 'Write to “info@bücher.example”.',
      'others.md': 'info@bücher.example.net, my-info@bücher.example, info@xn--bcher-kva.example.net',
      'list.csv': 'email\ninfo@BÜCHER.example\ninfo@xn--bcher-kva.example\nmy.info@bücher.example\n',
    };
    for (const [name, content] of Object.entries(files)) workspace.write(name, content);
    await addSubscriber({ configuration, email: 'info@xn--bcher-kva.example', now });
    const report = await erase('Info@bücher.example');
    expect(report).toMatchObject({ remainingFiles: ['quoted.md'], changedFiles: [{ file: 'list.csv', records: 2 }] });
  });

  test('waits for a sender that has their message in its hands, and removes what it writes', async () => {
    await send(false, 1);
    const { deliveries } = await exportPerson(configuration, ANNA, undefined);
    const messageId = deliveries[0]?.messageId ?? '';
    const database = await openDatabase(configuration.databasePath);
    const setState = (state: 'submitting' | 'submitted') =>
      database.query.updateTable('deliveries').set({ state }).where('message_id', '=', messageId).execute();
    await setState('submitting');
    const erasing = erase(ANNA);
    while ((await listSubscribers({ configuration })).length > 3)
      await new Promise((resolve) => setTimeout(resolve, 5));
    workspace.write(`outbox/2020-12/${messageId}.eml`, `To: Anna Berg <${ANNA}>\r\n\r\n`);
    await setState('submitted');
    await database.close();
    expect((await erasing).removedFiles).toEqual([`outbox/2020-12/${messageId}.eml`]);
    expect(filesWith(TRACES)).toEqual([]);
  });

  test.each(['pending', 'submitted', 'skipped'] as const)(
    'leaves nothing of why a delivery that is %s now was uncertain: a server’s words often repeat the address',
    async (state) => {
      await send(false, 2);
      const database = await openDatabase(configuration.databasePath);
      const ofAnna = database.query.updateTable('deliveries').where('address', '=', ANNA);
      await ofAnna.set({ state, uncertain_reason: `no answer for <${ANNA}>` }).execute();
      await database.close();
      await erase(ANNA);
      expect(filesWith(TRACES)).not.toContain('data/newsletter.db');
      const after = await openDatabase(configuration.databasePath);
      const kept = await after.query.selectFrom('deliveries').select(['address', 'uncertain_reason']).execute();
      await after.close();
      expect(kept.filter(({ address }) => address === '')).toEqual([{ address: '', uncertain_reason: 'erased' }]);
    },
  );

  test('keeps the ledger’s counts right, before and after their message was submitted', async () => {
    await send(false, 1);
    const counts = { audience: 4, submitted: 1, skipped: 0, pending: 3 };
    expect(await reportSend({ configuration, issue: undefined, now })).toMatchObject(counts);
    await erase(ANNA);
    await erase('bo@example.org');
    expect(await reportSend({ configuration, issue: undefined, now })).toMatchObject({
      ...counts,
      skipped: 1,
      pending: 2,
    });
    await send();
    const after = { audience: 4, submitted: 3, skipped: 1, pending: 0 };
    expect(await reportSend({ configuration, issue: undefined, now })).toMatchObject(after);
  });

  test('finds an address that somebody had before, and the one that they have now by the old', async () => {
    await send();
    const database = await openDatabase(configuration.databasePath);
    const context = { database, keys: await openKeys(configuration), source: 'form', at: now() };
    const { subscriber } = await exportPerson(configuration, ANNA, undefined);
    const request = await requestAddressChange(context, subscriber.id, 'new.anna@example.org', 'refuse');
    if (request.outcome !== 'confirm') throw new Error('refused');
    await confirmAddressChange(context, request.changeId, 30, 'refuse');
    const report = await eraseByLink(configuration, context, subscriber.id);
    expect(report.remainingFiles).toEqual(['readers.csv']);
    expect(await eraseByLink(configuration, context, subscriber.id)).toMatchObject({ people: 0 });
    await database.close();
    expect(filesWith(TRACES)).toEqual(['readers.csv']);
    const again = await importSubscribers({ configuration, file: workspace.path('readers.csv'), now });
    expect(again).toMatchObject({ added: 0, suppressed: 1 });
  });

  test('refuses an address that nobody has or had', async () => {
    await expect(erase('nobody@example.org')).rejects.toMatchObject({ code: 'subscriber-missing' });
    expect(filesWith(TRACES)).toContain('readers.csv');
  });
});

describe('what is older than the retention times', () => {
  test('is erased, and nothing else; a dry run only counts', async () => {
    const database = await openDatabase(configuration.databasePath);
    const keys = await openKeys(configuration);
    const at = (day: string) => ({ database, keys, source: 'form', at: new Date(`${day}T12:00:00Z`) });
    const details = { name: null, language: null, tags: [] };
    await requestOptIn(at('2020-11-01'), { ...details, email: 'late@example.org' }, 'refuse');
    await requestOptIn(at('2020-11-20'), { ...details, email: 'fresh@example.org' }, 'refuse');
    const { subscriber: bo } = await exportPerson(configuration, 'bo@example.org', undefined);
    const { subscriber: anna } = await exportPerson(configuration, ANNA, undefined);
    await unsubscribe(at('2020-12-18'), bo.id);
    await unsubscribe(at('2022-12-18'), anna.id);
    await database.close();
    const purge = (dryRun: boolean, day: string) =>
      purgeSubscribers({ configuration, dryRun, now: () => new Date(`${day}T12:00:01Z`) });
    expect(await purge(true, '2020-12-18')).toEqual({ pending: 1, left: 0, addressChanges: 0 });
    expect(await purge(false, '2020-12-18')).toEqual({ pending: 1, left: 0, addressChanges: 0 });
    expect(await purge(false, '2020-12-18')).toEqual({ pending: 0, left: 0, addressChanges: 0 });
    expect(await purge(false, '2023-12-18')).toEqual({ pending: 1, left: 1, addressChanges: 0 });
    expect((await listSubscribers({ configuration })).map(({ email }) => email)).toEqual([
      ANNA,
      'hanna.berg@example.org',
      'anna.berg@example.org.uk',
    ]);
    const report = await importSubscribers({ configuration, file: workspace.path('readers.csv'), now });
    expect(report).toMatchObject({ added: 0, unsubscribed: 1, suppressed: 1, unchanged: 2 });
  });
});

describe('the list in numbers', () => {
  test('counts states, languages, tags, and growth by month, also of who was erased', async () => {
    workspace.write(
      'more.csv',
      'email,language,tags,OPTIN_TIME\na@x.org,de,press,2020-10-01\nb@x.org,de,"press,eu",2020-10-02\n',
    );
    await importSubscribers({ configuration, file: workspace.path('more.csv'), now });
    await erase(ANNA);
    const database = await openDatabase(configuration.databasePath);
    const { subscriber } = await exportPerson(configuration, 'b@x.org', undefined);
    await unsubscribe(
      { database, keys: await openKeys(configuration), source: 'form', at: new Date('2021-01-05') },
      subscriber.id,
    );
    await database.close();
    expect(await subscriberStatistics(configuration)).toEqual({
      states: { pending: 0, active: 4, unsubscribed: 1, suppressed: 0 },
      languages: [
        { language: null, count: 3 },
        { language: 'de', count: 1 },
      ],
      tags: [{ tag: 'press', count: 1 }],
      growth: [
        { month: '2020-10', joined: 2, left: 0 },
        { month: '2020-12', joined: 4, left: 1 },
        { month: '2021-01', joined: 0, left: 1 },
      ],
    });
  });
});
