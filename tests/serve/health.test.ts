import { rmSync } from 'node:fs';
import { copyFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ListHealth } from '../../src/app/public-pages/list-health.js';
import { makeToken } from '../../src/subscribers/tokens/tokens.js';
import { openDatabase } from '../../src/store/database.js';
import { emptyWorkspace } from '../support/subscribers/workspace.js';
import { occupy } from '../support/serve/occupied-database.js';
import { keysOf, LIST, readStates, startServe, submit, workspaceWithReaders } from '../support/serve/running-server.js';
import { fillUp, readOnlyView, smallDisk } from '../support/serve/small-disk.js';

const disk = smallDisk(4);
const readOnly = disk === undefined ? undefined : readOnlyView(disk);

interface Health {
  readonly code: number;
  readonly body: unknown;
}

async function askHealth(url: string): Promise<Health> {
  const answer = await fetch(`${url}/healthz`);
  return { code: answer.status, body: await answer.json() };
}

const healthy = { code: 200, body: { list: LIST, status: 'ok' } };
const ill = (status: string) => ({ code: 503, body: { list: LIST, status } });

/** Asks until the answer is this one: an answer is kept for a moment. */
async function expectHealth(url: string, health: Health): Promise<void> {
  await expect.poll(() => askHealth(url), { interval: 200 }).toEqual(health);
}

describe('/healthz', () => {
  test('says that another program holds the database, and when it is over', async () => {
    const root = await workspaceWithReaders(['anna@example.org']);
    const server = await startServe(root);
    expect(await askHealth(server.url)).toEqual(healthy);
    const occupation = await occupy(path.join(root, 'data', 'newsletter.db'));
    await expectHealth(server.url, ill('database-locked'));
    await occupation.end();
    await expectHealth(server.url, healthy);
    expect(await readStates(root)).toEqual({ 'anna@example.org': 'active' });
  });

  test.skipIf(disk === undefined)('says that the disk is full; readers get 503, and later it goes on', async () => {
    const root = await workspaceWithReaders(['anna@example.org']);
    const databasePath = path.join(disk ?? '', 'newsletter.db');
    await copyFile(path.join(root, 'data', 'newsletter.db'), databasePath);
    const environment = { NEWSLETTER_DATABASE_URL: databasePath };
    const server = await startServe(root, { environment });
    const unsubscribeUrl = `${server.url}/u/${makeToken(await keysOf(root), LIST, 'unsubscribe', 1)}`;
    expect(await askHealth(server.url)).toEqual(healthy);
    await fillUp(path.join(disk ?? '', 'filler'));
    await expectHealth(server.url, ill('disk-full'));
    const answer = await submit(unsubscribeUrl, { 'List-Unsubscribe': 'One-Click' });
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '120']);
    expect((await fetch(unsubscribeUrl)).status).toBe(200);
    await rm(path.join(disk ?? '', 'filler'));
    await expectHealth(server.url, healthy);
    expect((await submit(unsubscribeUrl, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect(await server.stop()).toBe(143);
  });

  test.each([
    ['was moved away', async (file: string) => rename(file, `${file}.away`)],
    ['was deleted', async (file: string) => rm(file)],
    [
      'was replaced by a copy',
      async (file: string) => {
        await copyFile(file, `${file}.copy`);
        await rename(`${file}.copy`, file);
      },
    ],
    ['was replaced by something else', async (file: string) => rm(file).then(() => writeFile(file, 'text'))],
  ])('says that the database %s, without a path', async (_, change) => {
    const root = await workspaceWithReaders(['anna@example.org']);
    const server = await startServe(root);
    // The place of the old file is not given to the new one.
    const keeper = await openDatabase(path.join(root, 'data', 'newsletter.db'));
    await change(path.join(root, 'data', 'newsletter.db'));
    await expectHealth(server.url, ill('database-missing'));
    await keeper.close();
    await server.stop();
  });
});

/** The health of a database whose tries to write come to what the test says. */
async function trial(results: readonly (Error | undefined)[], databasePath?: string) {
  const clock = { now: 0 };
  let tries = 0;
  const health = new ListHealth({
    databasePath: databasePath ?? (await existingDatabase()),
    now: () => clock.now,
    database: {
      tryToWrite: () => {
        const result = results[Math.min(tries, results.length - 1)];
        tries += 1;
        return result === undefined ? Promise.resolve() : Promise.reject(result);
      },
    },
  });
  return { health, clock, tries: () => tries };
}

async function existingDatabase(): Promise<string> {
  const { databasePath } = await emptyWorkspace();
  await (await openDatabase(databasePath)).close();
  return databasePath;
}

const failure = (code: string) => Object.assign(new Error(code), { code });

describe('the health of a list', () => {
  test.each([
    ['SQLITE_FULL', 'disk-full'],
    ['SQLITE_IOERR_WRITE', 'disk-full'],
    ['SQLITE_READONLY', 'read-only'],
    ['SQLITE_READONLY_DBMOVED', 'read-only'],
    ['SQLITE_BUSY', 'database-locked'],
    ['SQLITE_LOCKED', 'database-locked'],
    ['SQLITE_CORRUPT', 'database-unusable'],
    ['SQLITE_IOERR_READ', 'database-unusable'],
    ['SOMETHING_ELSE', 'database-unusable'],
  ])('where a try to write fails with %s is %s', async (code, status) => {
    const { health } = await trial([failure(code)]);
    expect(await health.status()).toBe(status);
  });

  test('costs one try, for all who ask at once or within two seconds', async () => {
    const { health, clock, tries } = await trial([undefined, failure('SQLITE_FULL'), undefined]);
    const ask = () => Promise.all(Array.from({ length: 500 }, () => health.status()));
    expect(new Set(await ask())).toEqual(new Set(['ok']));
    clock.now = 1999;
    await ask();
    expect(tries()).toBe(1);
    clock.now = 2000;
    expect(new Set(await ask())).toEqual(new Set(['disk-full']));
    expect(tries()).toBe(2);
    clock.now = 4000;
    expect(await health.status()).toBe('ok');
  });

  test('remembers for ten seconds what a request met, until one is written again', async () => {
    const { health, clock } = await trial([undefined]);
    health.note('disk-full');
    expect(await health.status()).toBe('disk-full');
    clock.now = 9999;
    expect(await health.status()).toBe('disk-full');
    clock.now = 10_000;
    expect(await health.status()).toBe('ok');
    health.note('read-only');
    expect(await health.status()).toBe('read-only');
    health.note(undefined);
    expect(await health.status()).toBe('ok');
    // A lock that a request waited for is told only where it lasts.
    health.note('database-locked');
    expect(await health.status()).toBe('ok');
  });

  test('does not suffer from a lock that is given back soon', async () => {
    const { health, tries } = await trial([failure('SQLITE_BUSY'), failure('SQLITE_BUSY'), undefined]);
    expect(await health.status()).toBe('ok');
    expect(tries()).toBe(3);
  });

  test.skipIf(readOnly === undefined)('is read-only where the disk is', async () => {
    await writeFile(path.join(disk ?? '', 'other.db'), '');
    const { health } = await trial([undefined], path.join(readOnly ?? '', 'other.db'));
    expect(await health.status()).toBe('read-only');
  });

  test('finds that the folder is gone', async () => {
    const databasePath = await existingDatabase();
    const { health } = await trial([undefined], databasePath);
    rmSync(path.dirname(databasePath), { recursive: true });
    expect(await health.status()).toBe('database-missing');
  });

  test('changes nothing of the list when it is asked', async () => {
    const databasePath = await existingDatabase();
    const database = await openDatabase(databasePath);
    const health = new ListHealth({ database, databasePath });
    await database.query
      .insertInto('suppressions')
      .values({ address_hash: 'a', reason: 'test', created_at: '2026-01-01T00:00:00Z' })
      .execute();
    const rows = () => database.query.selectFrom('suppressions').selectAll().execute();
    const before = await rows();
    expect(await health.status()).toBe('ok');
    expect(await rows()).toEqual(before);
    await database.close();
    // It is still a database of this version.
    await (await openDatabase(databasePath)).close();
  });
});
