import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addSubscriber } from '../../../src/app/subscribers/add-subscriber.js';
import { importSubscribers } from '../../../src/app/subscribers/import-subscribers.js';
import { readMailbox, type ReadMailboxResult } from '../../../src/app/inbound/read-mailbox.js';
import { undoImport } from '../../../src/app/subscribers/undo-import.js';
import { openKeys } from '../../../src/subscribers/tokens/keys.js';
import { makeToken } from '../../../src/subscribers/tokens/tokens.js';
import { newestConsent } from '../../../src/subscribers/consent/consent.js';
import { undoUnsubscribe } from '../../../src/subscribers/consent/unsubscribe.js';
import { lastMailboxRead } from '../../../src/inbound/mail/mailbox-read.js';
import type { Configuration } from '../../../src/model/settings/configuration.js';
import { openDatabase } from '../../../src/store/database.js';
import { emptyWorkspace, now } from '../../support/subscribers/workspace.js';
import { NEWS, writtenMail } from '../../support/inbound/written-mail.js';

const ADDRESSES = ['anna@example.net', 'bo@example.net', 'Cyd@Example.NET'];

let configuration: Configuration;
let ids: readonly number[];

beforeEach(async () => {
  configuration = await emptyWorkspace();
  const added: number[] = [];
  for (const email of ADDRESSES) added.push((await addSubscriber({ configuration, email, now })).subscriber.id);
  ids = added;
});

afterEach(async () => {
  await rm(configuration.root, { recursive: true, force: true });
});

async function tokenOf(index: number): Promise<string> {
  return makeToken(await openKeys(configuration), configuration.list.id, 'unsubscribe', ids[index] ?? 0);
}

async function footerTokenOf(index: number): Promise<string> {
  return makeToken(await openKeys(configuration), configuration.list.id, 'footer', ids[index] ?? 0);
}

/** The mails that readers got, from the outbox. */
async function answers(): Promise<readonly Email[]> {
  const folder = path.join(configuration.root, 'outbox', 'service');
  const names = await readdir(folder).catch(() => []);
  return Promise.all(names.map(async (name) => PostalMime.parse(await readFile(path.join(folder, name)))));
}

/** Where the button of a mail to a reader leads. */
function buttonOf(mail: Email | undefined): string {
  return /href="([^"]+)"/.exec(mail?.html ?? '')?.[1]?.replaceAll('&amp;', '&') ?? '';
}

/** The mail that a mailto link begins. */
function mailOf(link: string, headers: Readonly<Record<string, string>> = {}): string {
  const url = new URL(link);
  return writtenMail({
    To: decodeURIComponent(url.pathname),
    Subject: url.searchParams.get('subject') ?? '',
    Received: 'from a by b; Fri, 18 Dec 2020 13:30:00 +0000',
    ...headers,
  });
}

/** Reads one mail, at a time after that of the mail. */
async function readText(text: string, dryRun = false, at = now()): Promise<ReadMailboxResult> {
  await mkdir(path.join(configuration.root, 'mails'), { recursive: true });
  await writeFile(path.join(configuration.root, 'mails', '1.eml'), text);
  const standardInput = new Blob([]).stream();
  const request = { configuration, paths: ['mails'], from: configuration.root, standardInput, dryRun };
  return readMailbox({ ...request, now: () => at });
}

async function outcomeOf(text: string): Promise<unknown> {
  return (await readText(text)).entries.map(({ kind, outcome, recipient }) => [kind, outcome, recipient]);
}

async function states(): Promise<readonly string[]> {
  const database = await openDatabase(configuration.databasePath);
  try {
    const rows = await database.query.selectFrom('subscribers').select('state').orderBy('id').execute();
    return rows.map(({ state }) => state);
  } finally {
    await database.close();
  }
}

async function leavings(): Promise<readonly unknown[]> {
  const database = await openDatabase(configuration.databasePath);
  try {
    return await database.query
      .selectFrom('consent_records')
      .select(['subscriber_id', 'source', 'state_after'])
      .where('action', '=', 'unsubscribe')
      .execute();
  } finally {
    await database.close();
  }
}

const EVERYBODY = ['active', 'active', 'active'];

describe('reading a mailbox', () => {
  test('takes off exactly whose token it is, once, with a consent record', async () => {
    const mail = writtenMail({ From: 'somebody@example.com', Subject: `unsubscribe ${await tokenOf(1)}` });
    expect(await outcomeOf(mail)).toEqual([['unsubscribe', 'unsubscribed', 'bo@example.net']]);
    expect(await states()).toEqual(['active', 'unsubscribed', 'active']);
    expect(await outcomeOf(mail)).toEqual([['unsubscribe', 'left-before', 'bo@example.net']]);
    expect(await leavings()).toEqual([{ subscriber_id: ids[1], source: 'mail', state_after: 'unsubscribed' }]);
  });

  test('takes off who writes without a token from the address on the list', async () => {
    const mail = writtenMail({ From: '"C." <cyd@example.net>', Subject: 'Unsubscribe', To: NEWS });
    expect(await outcomeOf(mail)).toMatchObject([['unsubscribe', 'unsubscribed', 'cyd@example.net']]);
    expect(await states()).toEqual(['active', 'active', 'unsubscribed']);
    expect(await leavings()).toMatchObject([{ source: 'mail without token' }]);
  });

  test('takes off everybody at an address that several share, since nobody can tell who wrote', async () => {
    configuration = { ...configuration, subscribers: { ...configuration.subscribers, sharedAddresses: 'allow' } };
    for (const name of ['Dina', 'Eva']) {
      await addSubscriber({ configuration, email: 'both@example.net', name, now });
    }
    await readText(writtenMail({ From: 'both@example.net', Subject: 'unsubscribe' }));
    expect(await states()).toEqual([...EVERYBODY, 'unsubscribed', 'unsubscribed']);
  });

  test('says where nobody is meant', async () => {
    const stranger = writtenMail({ From: 'anna+news@example.net', Subject: 'unsubscribe' });
    expect(await outcomeOf(stranger)).toMatchObject([['unsubscribe', 'nobody', 'anna+news@example.net']]);
    const keys = await openKeys(configuration);
    const erased = makeToken(keys, configuration.list.id, 'unsubscribe', 4711);
    expect(await outcomeOf(writtenMail({ Subject: `unsubscribe ${erased}` }))).toEqual([
      ['unsubscribe', 'nobody', null],
    ]);
    const elsewhere = makeToken(keys, 'other.example.org', 'unsubscribe', ids[0] ?? 0);
    expect(await outcomeOf(writtenMail({ Subject: `unsubscribe ${elsewhere}` }))).toEqual([
      ['unclear', 'unclear', null],
    ]);
    expect(await states()).toEqual(EVERYBODY);
  });

  test('does not take off again who came back after the mail was written', async () => {
    const subject = `unsubscribe ${await tokenOf(0)}`;
    const old = writtenMail({ Subject: subject });
    await readText(old, false, new Date('2020-12-18T14:30:00Z'));
    const database = await openDatabase(configuration.databasePath);
    const keys = await openKeys(configuration);
    const at = new Date('2020-12-18T15:00:00.500Z');
    const record = await newestConsent(database.query, ids[0] ?? 0);
    await undoUnsubscribe({ database, keys, source: 'form', at }, record?.id ?? 0);
    await database.close();
    expect(await outcomeOf(old)).toMatchObject([['unsubscribe', 'older-than-return', 'anna@example.net']]);
    expect(await outcomeOf(writtenMail({ Subject: subject, Received: '' }))).toMatchObject([
      ['unsubscribe', 'older-than-return', 'anna@example.net'],
    ]);
    expect(await states()).toEqual(EVERYBODY);
    const Received = 'from a by b; Fri, 18 Dec 2020 16:00:00 +0100';
    expect(await outcomeOf(writtenMail({ Subject: subject, Received }))).toMatchObject([
      ['unsubscribe', 'unsubscribed', 'anna@example.net'],
    ]);
  });

  test('changes nothing and writes nothing in a dry run', async () => {
    const mail = writtenMail({ Subject: `unsubscribe ${await tokenOf(0)}` });
    const { entries } = await readText(mail, true);
    expect(entries).toMatchObject([{ kind: 'unsubscribe', reason: 'would be taken off the list' }]);
    expect(await states()).toEqual(EVERYBODY);
    expect(await lastMailboxRead(configuration.root)).toBeUndefined();
  });

  test('tells who was taken off by a From alone, once, with a way back by mail', async () => {
    const mail = writtenMail({ Subject: 'Please take me off your list' });
    const first = await readText(mail);
    expect(first.entries).toMatchObject([{ kind: 'unsubscribe', outcome: 'unsubscribed', reason: 'off the list now' }]);
    expect(first.answers).toEqual([{ kind: 'written' }]);
    await readText(mail);
    const [told, ...more] = await answers();
    expect(more).toEqual([]);
    expect(told).toMatchObject({ subject: 'You are off the list: Newsletter', inReplyTo: '<1@example.net>' });
    expect(told?.to).toMatchObject([{ address: 'anna@example.net' }]);
    expect(told?.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-replied');
    expect(await states()).toEqual(['unsubscribed', 'active', 'active']);
    const back = mailOf(buttonOf(told));
    const { entries } = await readText(back, false, new Date('2020-12-18T14:00:00Z'));
    expect(entries).toMatchObject([{ kind: 'other', outcome: 'returned', recipient: 'anna@example.net' }]);
    expect(await states()).toEqual(EVERYBODY);
    expect(await outcomeOf(back)).toEqual([['other', 'returned-before', 'anna@example.net']]);
    expect(await outcomeOf(mail)).toMatchObject([['unsubscribe', 'older-than-return', 'anna@example.net']]);
    expect(await states()).toEqual(EVERYBODY);
  });

  test('puts back nobody with a token that is old, or changed', async () => {
    await readText(writtenMail({ Subject: 'unsubscribe' }));
    const link = buttonOf((await answers())[0]);
    const late = mailOf(link, { Received: 'from a by b; Sun, 27 Dec 2020 12:00:00 +0000' });
    expect((await readText(late)).entries).toMatchObject([
      { kind: 'unclear', reason: expect.stringContaining('seven days') as string },
    ]);
    expect(await outcomeOf(mailOf(link.replace('return%20', 'return%20x')))).toMatchObject([
      ['unclear', 'unclear', null],
    ]);
    expect(await states()).toEqual(['unsubscribed', 'active', 'active']);
  });

  test('leads back to a page where there is one', async () => {
    configuration = { ...configuration, publicUrl: 'https://news.example.org' };
    await readText(writtenMail({ Subject: 'unsubscribe' }));
    expect(buttonOf((await answers())[0])).toMatch(/^https:\/\/news\.example\.org\/return\/[\w.-]+$/);
  });

  test('writes one mail to an address that several share, and its link puts all of them back', async () => {
    configuration = { ...configuration, subscribers: { ...configuration.subscribers, sharedAddresses: 'allow' } };
    for (const name of ['Dina', 'Eva']) await addSubscriber({ configuration, email: 'both@example.net', name, now });
    await readText(writtenMail({ From: 'both@example.net', Subject: 'unsubscribe' }));
    const told = await answers();
    expect(told).toHaveLength(1);
    await readText(mailOf(buttonOf(told[0])));
    expect(await states()).toEqual([...EVERYBODY, 'active', 'active']);
  });

  test('stands by what was done where the mail to the reader cannot be handed over', async () => {
    configuration = { ...configuration, transport: 'smtp' };
    const { entries, answers: outcomes } = await readText(writtenMail({ Subject: 'unsubscribe' }));
    expect(outcomes).toMatchObject([{ kind: 'not-written' }]);
    expect(entries[0]?.reason).toMatch(/^off the list now; the mail that tells them could not be written: /);
    expect(await states()).toEqual(['unsubscribed', 'active', 'active']);
  });

  test('says nothing to who proved it with a token', async () => {
    await readText(writtenMail({ Subject: `unsubscribe ${await tokenOf(0)}` }));
    expect(await states()).toEqual(['unsubscribed', 'active', 'active']);
    expect(await answers()).toEqual([]);
  });

  test('takes the visible link’s token from its reader’s own address', async () => {
    const mail = writtenMail({ From: 'ANNA@example.net', Subject: `unsubscribe ${await footerTokenOf(0)}` });
    expect(await outcomeOf(mail)).toEqual([['unsubscribe', 'unsubscribed', 'anna@example.net']]);
    expect(await leavings()).toMatchObject([{ source: 'mail' }]);
  });

  test('asks the reader where it comes from another address, as after a forward, once', async () => {
    const mail = writtenMail({ From: 'friend@example.com', Subject: `unsubscribe ${await footerTokenOf(1)}` });
    expect(await outcomeOf(mail)).toEqual([['unclear', 'asked-back', 'bo@example.net']]);
    expect(await outcomeOf(mail)).toEqual([['unclear', 'asked-before', 'bo@example.net']]);
    expect(await outcomeOf(mail.replace('<1@', '<2@'))).toEqual([['unclear', 'asked-before', 'bo@example.net']]);
    expect(await states()).toEqual(EVERYBODY);
    expect(await leavings()).toEqual([]);
    const [asked, ...more] = await answers();
    expect(more).toEqual([]);
    expect(asked).toMatchObject({ subject: 'Do you want to leave? Newsletter', to: [{ address: 'bo@example.net' }] });
    expect(JSON.stringify(asked)).not.toContain('friend');
    const confirmed = mailOf(buttonOf(asked), { From: 'bo.private@example.com' });
    expect(await outcomeOf(confirmed)).toEqual([['unsubscribe', 'unsubscribed', 'bo@example.net']]);
    expect(await states()).toEqual(['active', 'unsubscribed', 'active']);
  });

  test('takes off at once who asks to be erased, and names the command that erases', async () => {
    const mail = writtenMail({ Subject: 'GDPR' }, 'Please delete all my personal data.');
    const { entries } = await readText(mail);
    expect(entries).toMatchObject([
      {
        kind: 'erase',
        outcome: 'unsubscribed',
        recipient: 'anna@example.net',
        command: 'newsletter subscribers erase anna@example.net',
        described: { date: '2020-12-18T13:00:00.000Z', sender: 'anna@example.net', subject: 'GDPR' },
      },
    ]);
    expect(await states()).toEqual(['unsubscribed', 'active', 'active']);
    const shell = writtenMail({ From: '`reboot`@example.net', Subject: 'Please delete all my data' });
    expect((await readText(shell)).entries[0]?.command).toBe("newsletter subscribers erase '`reboot`@example.net'");
  });

  test('changes, writes and sends nothing in a dry run, and says what it would do', async () => {
    const reasonOf = async (mail: string) => (await readText(mail, true)).entries.map(({ reason }) => reason);
    expect(await reasonOf(writtenMail({ Subject: 'unsubscribe' }))).toEqual(['would be taken off the list']);
    const forwarded = writtenMail({ From: 'friend@example.com', Subject: `unsubscribe ${await footerTokenOf(1)}` });
    expect(await reasonOf(forwarded)).toEqual([expect.stringContaining('would be asked')]);
    expect(await reasonOf(writtenMail({}, 'Delete all my data'))).toEqual([
      'asks to be erased; would be taken off the list',
    ]);
    expect(await answers()).toEqual([]);
    expect(await states()).toEqual(EVERYBODY);
    expect(await outcomeOf(forwarded)).toEqual([['unclear', 'asked-back', 'bo@example.net']]);
  });

  test('remembers when it was read', async () => {
    await readText(writtenMail({}));
    expect(await lastMailboxRead(configuration.root)).toEqual({ readAt: now(), mails: 1 });
    const data = path.join(configuration.root, 'data');
    expect((await stat(path.join(data, 'mailbox-read.json'))).mode & 0o777).toBe(0o600);
    expect((await readdir(data)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    await writeFile(path.join(data, 'mailbox-read.json'), '{"readAt":');
    expect(await lastMailboxRead(configuration.root)).toBeUndefined();
  });

  test('leaves no mail changed', async () => {
    const mail = writtenMail({ Subject: `unsubscribe ${await tokenOf(0)}` });
    await readText(mail);
    expect(await readFile(path.join(configuration.root, 'mails', '1.eml'), 'utf8')).toBe(mail);
  });

  test('makes neither keys nor a database where nobody is on the list yet', async () => {
    await rm(path.join(configuration.root, 'data'), { recursive: true });
    expect(await outcomeOf(writtenMail({ Subject: 'unsubscribe' }))).toMatchObject([['unsubscribe', 'nobody', null]]);
    expect(await readdir(path.join(configuration.root, 'data'))).toEqual(['mailbox-read.json']);
  });
});

describe('somebody whom an import took off, and who asks to leave by mail', () => {
  const importText = async (text: string): Promise<number> => {
    const file = path.join(configuration.root, 'wrong.csv');
    await writeFile(file, text);
    return (await importSubscribers({ configuration, file, now })).import;
  };

  test.each(['unsubscribed', 'bounced'])('(%s) does not come back when that import is undone', async (state) => {
    const wrong = await importText(`email,state\nanna@example.net,${state}\nbo@example.net,${state}\n`);
    const mail = writtenMail({ Subject: `unsubscribe ${await tokenOf(0)}` });
    for (let time = 0; time < 2; time += 1) {
      expect(await outcomeOf(mail)).toEqual([['unsubscribe', 'left-before', 'anna@example.net']]);
    }
    expect(await leavings()).toHaveLength(1);
    expect(await undoImport({ configuration, number: wrong, now })).toMatchObject({ kept: 1, restored: 1 });
    expect((await states()).slice(1)).toEqual(['active', 'active']);
    expect((await states())[0]).not.toBe('active');
  });

  test('in a dry run leaves no trace', async () => {
    const wrong = await importText('email,state\nanna@example.net,unsubscribed\n');
    await readText(writtenMail({ Subject: `unsubscribe ${await tokenOf(0)}` }), true);
    expect(await leavings()).toEqual([]);
    expect(await undoImport({ configuration, number: wrong, now })).toMatchObject({ kept: 0, restored: 1 });
  });
});
