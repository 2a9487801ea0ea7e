import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { isMountPoint } from '../../src/store/database-file.js';
import { openDatabase, openExistingDatabase } from '../../src/store/database.js';

let folder: string;
let filePath: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'newsletter-store-'));
  filePath = path.join(folder, 'data', 'newsletter.db');
});

async function addSuppression(hash: string): Promise<void> {
  const database = await openDatabase(filePath);
  await database.query
    .insertInto('suppressions')
    .values({ address_hash: hash, reason: 'test', created_at: '2020-12-01T00:00:00.000Z' })
    .execute();
  await database.close();
}

async function suppressions(): Promise<readonly string[]> {
  const database = await openDatabase(filePath);
  const rows = await database.query.selectFrom('suppressions').select('address_hash').execute();
  await database.close();
  return rows.map((row) => row.address_hash);
}

describe('the database', () => {
  test('is made for its owner alone, and keeps what was written', async () => {
    await addSuppression('first');
    await addSuppression('second');
    expect(await suppressions()).toEqual(['first', 'second']);
    expect((await stat(filePath)).mode & 0o777).toBe(0o600);
    expect((await stat(path.join(folder, 'data'))).mode & 0o777).toBe(0o700);
    expect(await readdir(path.join(folder, 'data'))).toEqual(['newsletter.db']);
  });

  test('is durable: WAL with full synchronisation and foreign keys', async () => {
    await addSuppression('first');
    const sqlite = new Sqlite(filePath);
    expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
    sqlite.close();
    const database = await openDatabase(filePath);
    await expect(
      database.query
        .insertInto('address_changes')
        .values({ subscriber_id: 99, email: '', address_key: '', address_hash: '', requested_at: '' })
        .execute(),
    ).rejects.toThrow(/FOREIGN KEY/);
    await database.close();
  });

  test('undoes a transaction that fails', async () => {
    const database = await openDatabase(filePath);
    const work = database.transaction(async (query) => {
      await query.insertInto('suppressions').values({ address_hash: 'x', reason: 'x', created_at: '' }).execute();
      throw new Error('half-way');
    });
    await expect(work).rejects.toThrow('half-way');
    await database.close();
    expect(await suppressions()).toEqual([]);
  });

  test('may be opened by several at once, also when it is new', async () => {
    await Promise.all(['a', 'b', 'c'].map(addSuppression));
    expect(await suppressions()).toEqual(['a', 'b', 'c']);
  });

  test('is not made by reading', async () => {
    expect(await openExistingDatabase(filePath)).toBeUndefined();
    expect(existsSync(path.join(folder, 'data'))).toBe(false);
  });

  test('is left byte for byte as it was by reading', async () => {
    await addSuppression('first');
    const before = await readFile(filePath);
    const database = await openExistingDatabase(filePath);
    await database?.query.selectFrom('suppressions').selectAll().execute();
    await database?.close();
    expect((await readFile(filePath)).equals(before)).toBe(true);
    expect(await readdir(path.join(folder, 'data'))).toEqual(['newsletter.db']);
  });
});

describe('a database that cannot be used', () => {
  test.each(['postgres://localhost/newsletter', 'mysql://x'])('%s is refused', async (location) => {
    await expect(openDatabase(location)).rejects.toMatchObject({ code: 'database-unsupported' });
  });

  test('as it is another file', async () => {
    await addSuppression('first');
    await writeFile(filePath, 'This is a letter, not a database. '.repeat(200));
    await expect(openDatabase(filePath)).rejects.toMatchObject({ code: 'database-unusable' });
    await expect(openExistingDatabase(filePath)).rejects.toThrow(/is not a database of this program/);
  });

  test('as it belongs to another program', async () => {
    const foreign = path.join(folder, 'foreign.db');
    const sqlite = new Sqlite(foreign);
    sqlite.exec('CREATE TABLE songs (title TEXT)');
    sqlite.close();
    await expect(openDatabase(foreign)).rejects.toThrow(/another program/);
  });

  test('as it is damaged', async () => {
    await addSuppression('first');
    const bytes = await readFile(filePath);
    await writeFile(filePath, Buffer.concat([bytes.subarray(0, 1024), Buffer.alloc(bytes.length - 1024, 0xff)]));
    const attempt = async (): Promise<void> => {
      await suppressions();
    };
    await expect(attempt()).rejects.toMatchObject({ code: 'database-unusable' });
  });

  test('as a newer program made it', async () => {
    await addSuppression('first');
    const sqlite = new Sqlite(filePath);
    sqlite.pragma('user_version = 1000');
    sqlite.close();
    await expect(openDatabase(filePath)).rejects.toThrow(/newer version/);
  });

  test('as its place is a folder', async () => {
    await expect(openDatabase(folder)).rejects.toMatchObject({ code: 'database-unusable' });
  });

  test('as another command holds it for long', async () => {
    await addSuppression('first');
    const holder = new Sqlite(filePath);
    holder.exec('BEGIN IMMEDIATE');
    await expect(addSuppression('second')).rejects.toThrow(/in use by another program/);
    holder.exec('ROLLBACK');
    holder.close();
    await addSuppression('third');
    expect(await suppressions()).toEqual(['first', 'third']);
  });
});

/** Everything about a file that somebody could notice. */
async function traces(file: string): Promise<unknown> {
  const { mtimeMs, ctimeMs, mode, size } = await stat(file);
  return { mtimeMs, ctimeMs, mode, size, bytes: (await readFile(file)).toString('base64') };
}

describe('a file of somebody else at the place of the database', () => {
  /** By what it is: makes it, and leaves it as a program that was killed would. */
  const FOREIGN: Readonly<Record<string, (sqlite: Sqlite.Database) => void>> = {
    'with tables of its own': (sqlite) => sqlite.exec('CREATE TABLE songs (title TEXT)'),
    'with a table that has a name of ours': (sqlite) =>
      sqlite.exec('CREATE TABLE subscribers (id INTEGER PRIMARY KEY)'),
    'with the number of another program': (sqlite) => sqlite.pragma('application_id = 252006674'),
    'with a form of its own': (sqlite) => sqlite.pragma('user_version = 3'),
    'with more tables than one page lists': (sqlite) => {
      for (let number = 0; number < 200; number += 1) sqlite.exec(`CREATE TABLE songs_${String(number)} (title TEXT)`);
    },
    'whose tables stand in its log only': (sqlite) => {
      sqlite.pragma('journal_mode = WAL');
      sqlite.pragma('wal_autocheckpoint = 0');
      sqlite.exec('CREATE TABLE songs (title TEXT)');
    },
  };

  async function folderWith(make: (sqlite: Sqlite.Database) => void): Promise<readonly string[]> {
    const source = path.join(folder, 'source.db');
    const sqlite = new Sqlite(source);
    make(sqlite);
    await mkdir(path.join(folder, 'data'));
    for (const end of ['', '-wal']) {
      if (existsSync(source + end)) await copyFile(source + end, filePath + end);
    }
    sqlite.close();
    return readdir(path.join(folder, 'data'));
  }

  test.each(Object.entries(FOREIGN))('%s is refused, and left as it was', async (_, make) => {
    const files = await folderWith(make);
    const before = await Promise.all(files.map((name) => traces(path.join(folder, 'data', name))));
    for (const open of [openDatabase, openExistingDatabase]) {
      await expect(open(filePath)).rejects.toMatchObject({ code: 'database-foreign', exitCode: 2 });
    }
    expect(await readdir(path.join(folder, 'data'))).toEqual(files);
    expect(await Promise.all(files.map((name) => traces(path.join(folder, 'data', name))))).toEqual(before);
  });

  test.each([
    ['a letter', 'This is a letter, not a database. '.repeat(200)],
    ['one byte', 'S'],
    ['the beginning of a database', 'SQLite format 3\0'],
  ])('that holds %s is refused, and left as it was', async (_, text) => {
    await mkdir(path.join(folder, 'data'));
    await writeFile(filePath, text);
    const before = await traces(filePath);
    for (const open of [openDatabase, openExistingDatabase]) {
      await expect(open(filePath)).rejects.toMatchObject({ code: 'database-unusable' });
    }
    expect(await readdir(path.join(folder, 'data'))).toEqual(['newsletter.db']);
    expect(await traces(filePath)).toEqual(before);
  });

  test('that a later version of ours made is left as it was', async () => {
    await addSuppression('first');
    const sqlite = new Sqlite(filePath);
    sqlite.pragma('user_version = 1000');
    sqlite.close();
    const before = await traces(filePath);
    await expect(openDatabase(filePath)).rejects.toThrow(/newer version/);
    expect(await traces(filePath)).toEqual(before);
    expect(await readdir(path.join(folder, 'data'))).toEqual(['newsletter.db']);
  });

  test('that is empty becomes a database, for its owner alone', async () => {
    await mkdir(path.join(folder, 'data'));
    await writeFile(filePath, '', { mode: 0o644 });
    await addSuppression('first');
    expect((await stat(filePath)).mode & 0o777).toBe(0o600);
    expect(await suppressions()).toEqual(['first']);
  });
});

test('a database of ours whose first page stands in its log only is opened, and nothing is lost', async () => {
  const database = await openDatabase(filePath);
  await database.query
    .insertInto('suppressions')
    .values({ address_hash: 'first', reason: 'test', created_at: '2020-12-01T00:00:00.000Z' })
    .execute();
  // As a power cut leaves them.
  const copy = path.join(folder, 'copy');
  await mkdir(copy);
  for (const name of ['newsletter.db', 'newsletter.db-wal'])
    await copyFile(path.join(folder, 'data', name), path.join(copy, name));
  await database.close();
  filePath = path.join(copy, 'newsletter.db');
  expect((await readFile(filePath)).readUInt32BE(68)).toBe(0);
  expect(await suppressions()).toEqual(['first']);
});

describe('a database under two names', () => {
  const refusal = { code: 'database-linked' };

  test.each(['newsletter.db', 'newsletter.db-wal', 'newsletter.db-shm'])(
    'is refused where %s has a second one, and nothing is written',
    async (name) => {
      await addSuppression('first');
      const file = path.join(folder, 'data', name);
      if (!existsSync(file)) await writeFile(file, '');
      await mkdir(path.join(folder, 'copy'));
      await link(file, path.join(folder, 'copy', name));
      const before = await readdir(path.join(folder, 'data'));
      const bytes = await readFile(filePath);
      await expect(openDatabase(filePath)).rejects.toMatchObject(refusal);
      await expect(openExistingDatabase(filePath)).rejects.toMatchObject(refusal);
      expect(await readdir(path.join(folder, 'data'))).toEqual(before);
      expect((await readFile(filePath)).equals(bytes)).toBe(true);
      await rm(path.join(folder, 'copy', name));
      expect(await suppressions()).toEqual(['first']);
    },
  );

  test('is refused through a symbolic link as well', async () => {
    await addSuppression('first');
    await link(filePath, path.join(folder, 'second.db'));
    await symlink(filePath, path.join(folder, 'link.db'));
    await expect(openDatabase(path.join(folder, 'link.db'))).rejects.toMatchObject(refusal);
  });

  test('is fine where the other name is a symbolic link, which leads to the same log', async () => {
    await addSuppression('first');
    await symlink(filePath, path.join(folder, 'link.db'));
    const database = await openExistingDatabase(path.join(folder, 'link.db'));
    expect(await database?.query.selectFrom('suppressions').select('address_hash').execute()).toHaveLength(1);
    await database?.close();
  });

  test('is refused where it is mounted by itself', () => {
    const mounts = [
      '22 1 0:21 / / rw - overlay overlay rw',
      '23 22 8:1 /srv/newsletter.db /app/my\\040data/newsletter.db rw - ext4 /dev/sda1 rw',
      '24 22 8:1 /srv/whole /app/whole rw - ext4 /dev/sda1 rw',
      '',
    ].join('\n');
    expect(isMountPoint(mounts, '/app/my data/newsletter.db')).toBe(true);
    expect(isMountPoint(mounts, '/app/whole/newsletter.db')).toBe(false);
    expect(isMountPoint('', '/app/whole/newsletter.db')).toBe(false);
  });
});

describe('a log whose database is gone', () => {
  test.each(['missing', 'empty'])('is kept, where the database is %s', async (state) => {
    const log = `${filePath}-wal`;
    await mkdir(path.join(folder, 'data'));
    await writeFile(log, 'the latest changes');
    if (state === 'empty') await writeFile(filePath, '');
    await expect(openDatabase(filePath)).rejects.toMatchObject({ code: 'database-linked' });
    expect(await readFile(log, 'utf8')).toBe('the latest changes');
    await rm(log);
    expect(await suppressions()).toEqual([]);
  });
});
