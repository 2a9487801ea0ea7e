import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.js';
import { MIGRATIONS } from '../../src/store/migrations.js';

const APPLICATION_ID = 0x6e77736c;

test('brings a database of the first form up to date, and loses nobody', async () => {
  const filePath = path.join(await mkdtemp(path.join(tmpdir(), 'newsletter-store-')), 'newsletter.db');
  const sqlite = new Sqlite(filePath);
  sqlite.exec(MIGRATIONS[0]?.sql ?? '');
  sqlite.pragma(`application_id = ${String(APPLICATION_ID)}`);
  sqlite.pragma('user_version = 1');
  sqlite.exec(`
    INSERT INTO subscribers VALUES (7, 'A@example.org', 'a@example.org', 'h', 'A', 'de', '["press"]', 'active', 't');
    INSERT INTO subscribers VALUES (9, 'gone@example.org', 'gone@example.org', 'g', NULL, NULL, '[]', 'active', 't');
    DELETE FROM subscribers WHERE id = 9;
    INSERT INTO consent_records VALUES (3, 7, '2020-12-01', 'add', 'secretariat', 'by phone');
    INSERT INTO consent_records VALUES (4, 7, '2020-12-02', 'remove', 'secretariat', NULL);
  `);
  sqlite.close();

  const database = await openDatabase(filePath);
  const subscribers = await database.query.selectFrom('subscribers').selectAll().execute();
  expect(subscribers).toEqual([
    {
      id: 7,
      email: 'A@example.org',
      address_key: 'a@example.org',
      shared_by: '',
      address_hash: 'h',
      name: 'A',
      language: 'de',
      tags: '["press"]',
      state: 'active',
      created_at: 't',
    },
  ]);
  const records = await database.query.selectFrom('consent_records').selectAll().execute();
  expect(records).toMatchObject([
    { id: 3, subscriber_id: 7, detail: 'by phone', state_before: null, state_after: 'active' },
    { id: 4, action: 'remove', state_before: 'active', state_after: 'unsubscribed' },
  ]);
  // A number that was given once is never given again: tokens in old mails name it.
  const added = await database.query
    .insertInto('subscribers')
    .values({ email: 'b', address_key: 'b', address_hash: 'b', tags: '[]', state: 'active', created_at: 't' })
    .returning('id')
    .executeTakeFirstOrThrow();
  expect(added.id).toBe(10);
  await database.close();
});

test('leaves what an import wrote before imports were recorded as it was, without a number', async () => {
  const filePath = path.join(await mkdtemp(path.join(tmpdir(), 'newsletter-store-')), 'newsletter.db');
  const sqlite = new Sqlite(filePath);
  for (const { sql } of MIGRATIONS.slice(0, 4)) sqlite.exec(sql);
  sqlite.pragma(`application_id = ${String(APPLICATION_ID)}`);
  sqlite.pragma('user_version = 4');
  sqlite.exec(`
    INSERT INTO consent_records VALUES (1, 7, '2020-12-01', 'import', 'import:old.csv', NULL, NULL, NULL, 'active');
    INSERT INTO suppressions VALUES ('h', 'import', '2020-12-01');
  `);
  sqlite.close();

  const database = await openDatabase(filePath);
  const { query } = database;
  expect(await query.selectFrom('consent_records').selectAll().execute()).toMatchObject([
    { id: 1, subscriber_id: 7, source: 'import:old.csv', state_after: 'active', import_id: null },
  ]);
  expect(await query.selectFrom('suppressions').selectAll().execute()).toEqual([
    {
      address_hash: 'h',
      reason: 'import',
      created_at: '2020-12-01',
      import_id: null,
      note: null,
      event_id: null,
      asked_again_at: null,
    },
  ]);
  expect(await query.selectFrom('imports').selectAll().execute()).toEqual([]);
  await database.close();
});

test('gives a ledger of before its place for what comes back, and leaves its rows and suppressions as they were', async () => {
  const filePath = path.join(await mkdtemp(path.join(tmpdir(), 'newsletter-store-')), 'newsletter.db');
  const sqlite = new Sqlite(filePath);
  for (const { sql } of MIGRATIONS.slice(0, 5)) sqlite.exec(sql);
  sqlite.pragma(`application_id = ${String(APPLICATION_ID)}`);
  sqlite.pragma('user_version = 5');
  sqlite.exec(`
    INSERT INTO sends VALUES (1, '2020-11', 'real', 'h', '{}', 'd', 1, 't', 't', 'smtp', NULL);
    INSERT INTO deliveries VALUES (1, 1, 'd1', 7, 'a@example.org', NULL, NULL, 'm@x', 'submitted', NULL, 1, NULL, 't');
    INSERT INTO suppressions VALUES ('h', 'hard-bounce', '2020-12-01', NULL);
  `);
  sqlite.close();

  const database = await openDatabase(filePath);
  const { query } = database;
  expect(await query.selectFrom('suppressions').selectAll().execute()).toEqual([
    {
      address_hash: 'h',
      reason: 'hard-bounce',
      created_at: '2020-12-01',
      import_id: null,
      note: null,
      event_id: null,
      asked_again_at: null,
    },
  ]);
  const event = { delivery_id: 'd1', kind: 'permanent', digest: 'x', at: 't', status: '5.1.1', answer: null } as const;
  await query.insertInto('delivery_events').values(event).execute();
  await expect(query.insertInto('delivery_events').values(event).execute()).rejects.toThrow();
  expect(await query.selectFrom('deliveries').selectAll().execute()).toMatchObject([{ id: 'd1', state: 'submitted' }]);
  await database.close();
});

test('leaves deliveries about which a person decided before as they were, without a reason of before', async () => {
  const filePath = path.join(await mkdtemp(path.join(tmpdir(), 'newsletter-store-')), 'newsletter.db');
  const sqlite = new Sqlite(filePath);
  for (const { sql } of MIGRATIONS.slice(0, 5)) sqlite.exec(sql);
  sqlite.pragma(`application_id = ${String(APPLICATION_ID)}`);
  sqlite.pragma('user_version = 5');
  sqlite.exec(`
    INSERT INTO sends VALUES (1, '2020-12', 'real', 'h', '{}', 'd', 1, 't', NULL, 'smtp', NULL);
    INSERT INTO deliveries VALUES (1, 1, 'd', 7, 'a@example.org', NULL, NULL, 'm', 'skipped', 'uncertain', 1, NULL, 't');
  `);
  sqlite.close();

  const database = await openDatabase(filePath);
  expect(await database.query.selectFrom('deliveries').selectAll().execute()).toMatchObject([
    { id: 'd', state: 'skipped', reason: 'uncertain', uncertain_reason: null, attempts: 1 },
  ]);
  await database.close();
});
