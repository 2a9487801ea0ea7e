import { existsSync, renameSync } from 'node:fs';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { addSubscriber } from '../../../src/app/subscribers/add-subscriber.js';
import { eraseAddressEverywhere } from '../../../src/app/subscribers/erase-subscriber.js';
import { importSubscribers } from '../../../src/app/subscribers/import-subscribers.js';
import { listSubscribers } from '../../../src/app/subscribers/list-subscribers.js';
import { purgeSubscribers } from '../../../src/app/subscribers/purge-subscribers.js';
import { readMailbox } from '../../../src/app/inbound/read-mailbox.js';
import { openListContext } from '../../../src/app/public-pages/list-context.js';
import { whyAddress } from '../../../src/app/subscribers/explain-address.js';
import { openKeys } from '../../../src/subscribers/tokens/keys.js';
import type { Configuration } from '../../../src/model/settings/configuration.js';
import { openDatabase, type NewsletterDatabase } from '../../../src/store/database.js';
import { emptyWorkspace, now, writeCsv } from '../../support/subscribers/workspace.js';
import { writtenMail } from '../../support/inbound/written-mail.js';
import { writeBuild } from '../../support/send/built-issue.js';
import { recordingTransport } from '../../support/send/recording-transport.js';
import { sendIn, sendingWorkspace } from '../../support/send/sending-workspace.js';

const LEFT = 'left@example.org';
const STAYS = 'stays@example.org';

let configuration: Configuration;

beforeEach(async () => {
  configuration = await emptyWorkspace();
});

const keyFile = ({ root }: Configuration): string => path.join(root, 'data', 'keys');
const add = (email: string) => addSubscriber({ configuration, email, now });
const erase = (address: string) => eraseAddressEverywhere({ configuration, address, keepFiles: false, now });
const addresses = async () => (await listSubscribers({ configuration })).map(({ email }) => email);

async function importAddress(address: string, into = configuration) {
  return importSubscribers({ configuration: into, file: await writeCsv(into, `email\n${address}\n`), now });
}

async function withDatabase<T>(work: (database: NewsletterDatabase) => Promise<T>): Promise<T> {
  const database = await openDatabase(configuration.databasePath);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** Every use case that needs the keys. */
const DOORS: Readonly<Record<string, () => Promise<unknown>>> = {
  'an import': () => importAddress('new@example.org'),
  adding: () => add('new@example.org'),
  erasing: () => erase(STAYS),
  purging: () => purgeSubscribers({ configuration, dryRun: false, now }),
  asking: () => whyAddress(configuration, LEFT),
  'the mailbox': async () => {
    const request = { configuration, from: configuration.root, standardInput: new Blob([]).stream(), dryRun: true };
    await mkdir(path.join(configuration.root, 'mails'), { recursive: true });
    await writeFile(path.join(configuration.root, 'mails', '1.eml'), writtenMail({}));
    return readMailbox({ ...request, paths: ['mails'], now });
  },
  'the public pages': async () => {
    const publicUrl = 'https://newsletter.example.org';
    const list = await openListContext({ configuration, publicUrl, now, onWarning: () => undefined });
    await list.close();
  },
  'a send': async () => {
    await writeBuild(configuration.root);
    return sendIn(configuration, { createTransport: () => Promise.resolve(recordingTransport()) });
  },
};

describe('without the keys of its database', () => {
  beforeEach(async () => {
    await add(STAYS);
    await add(LEFT);
    await erase(LEFT);
  });

  test('an import brings nobody back who was erased, and makes no new keys', async () => {
    await rm(keyFile(configuration));
    await expect(importAddress(LEFT)).rejects.toMatchObject({
      code: 'key-unusable',
      exitCode: 4,
      message: expect.stringContaining(keyFile(configuration)) as unknown,
      help: expect.stringMatching(/Restore data\/keys .*backup.*links.*never to be mailed/s) as unknown,
    });
    expect(existsSync(keyFile(configuration))).toBe(false);
    expect(await addresses()).toEqual([STAYS]);
  });

  test('goes on when the file is brought back', async () => {
    const backup = await readFile(keyFile(configuration));
    await rm(keyFile(configuration));
    await expect(importAddress(LEFT)).rejects.toMatchObject({ code: 'key-unusable' });
    await writeFile(keyFile(configuration), backup);
    expect(await importAddress(LEFT)).toMatchObject({ added: 0, suppressed: 1 });
  });

  test.each(Object.entries(DOORS))('refuses %s where the file is gone', async (_, open) => {
    await rm(keyFile(configuration));
    await expect(open()).rejects.toMatchObject({ code: 'key-unusable' });
    expect(existsSync(keyFile(configuration))).toBe(false);
  });

  test.each(Object.entries(DOORS))('refuses %s where the file is another workspace’s', async (_, open) => {
    const other = await emptyWorkspace();
    await importAddress('somebody@example.org', other);
    await copyFile(keyFile(other), keyFile(configuration));
    await expect(open()).rejects.toMatchObject({ code: 'key-unusable' });
  });

  test('refuses a fresh workspace that is pointed at the database', async () => {
    const { databasePath } = configuration;
    const fresh = await emptyWorkspace({ databasePath });
    await expect(importAddress(LEFT, fresh)).rejects.toMatchObject({ code: 'key-unusable' });
    expect(existsSync(keyFile(fresh))).toBe(false);
  });

  test('lets the same doors open with the keys', async () => {
    for (const open of Object.values(DOORS)) await open();
  });
});

describe('a database without a subscriber', () => {
  test('still needs its keys where somebody was erased', async () => {
    await add(LEFT);
    await erase(LEFT);
    await rm(keyFile(configuration));
    await expect(importAddress(LEFT)).rejects.toMatchObject({ code: 'key-unusable' });
  });

  test('still needs them where an issue was sent', async () => {
    await add(STAYS);
    await DOORS['a send']?.();
    await withDatabase(({ query }) => query.deleteFrom('subscribers').execute());
    await rm(keyFile(configuration));
    await expect(add(STAYS)).rejects.toMatchObject({ code: 'key-unusable' });
  });

  test('gets new keys where it knows nobody', async () => {
    await withDatabase(() => Promise.resolve());
    expect(await importAddress(STAYS)).toMatchObject({ added: 1 });
    expect(existsSync(keyFile(configuration))).toBe(true);
  });
});

describe('two commands that start at once in a new workspace', () => {
  test('have the same keys', async () => {
    await withDatabase(async ({ query }) => {
      const [first, second] = await Promise.all([openKeys(configuration, query), openKeys(configuration, query)]);
      expect(second).toEqual(first);
    });
  });

  test('do not refuse one another: who is known has keys', async () => {
    await add(STAYS);
    const keys = await openKeys(configuration);
    const later = `${keyFile(configuration)}.later`;
    renameSync(keyFile(configuration), later);
    await withDatabase(async ({ query }) => {
      // The other command makes keys and writes its first subscriber just before this one looks into the database.
      const raced = query.withPlugin({
        transformQuery: ({ node }) => {
          if (existsSync(later)) renameSync(later, keyFile(configuration));
          return node;
        },
        transformResult: ({ result }) => Promise.resolve(result),
      });
      expect(await openKeys(configuration, raced)).toEqual(keys);
    });
  });
});

describe('NEWSLETTER_TOKEN_KEY that is set in the middle of a send', () => {
  test('leaves the links of earlier mails as they are', async () => {
    const workspace = await sendingWorkspace(2);
    const transport = recordingTransport({ connections: 1 });
    await workspace.send(transport, { limit: 1 });
    const changed = { ...workspace.configuration, secrets: { tokenKey: 'a secret that was long enough to be one' } };
    await workspace.send(transport, { configuration: changed });
    const mails = path.join(changed.root, 'mails');
    await mkdir(mails);
    for (const [index, { headers }] of transport.taken.entries()) {
      const subject = /<mailto:[^>]*subject=([^>&]+)>/.exec(headers.join('\n'))?.[1] ?? '';
      const mail = writtenMail({ From: 'somebody@example.com', Subject: decodeURIComponent(subject) });
      await writeFile(path.join(mails, `${String(index)}.eml`), mail);
    }
    const request = { configuration: changed, paths: ['mails'], from: changed.root, dryRun: false, now };
    const { entries } = await readMailbox({ ...request, standardInput: new Blob([]).stream() });
    expect(entries.map(({ recipient, outcome }) => [recipient, outcome])).toEqual([
      ['r0@example.org', 'unsubscribed'],
      ['r1@example.org', 'unsubscribed'],
    ]);
  });
});
