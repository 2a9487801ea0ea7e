import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openDatabase, openExistingDatabase, type NewsletterDatabase } from '../../src/store/database.js';
import { withDatabase } from '../../src/store/with-database.js';
import { emptyWorkspace } from '../support/subscribers/workspace.js';

const isClosed = (database: NewsletterDatabase): Promise<boolean> =>
  database.tryToWrite().then(
    () => false,
    () => true,
  );

describe('withDatabase', () => {
  test('gives what the work comes to, and closes the database after it', async () => {
    const { databasePath } = await emptyWorkspace();
    const used = await withDatabase(openDatabase(databasePath), async (database) => {
      expect(await isClosed(database)).toBe(false);
      return database;
    });
    expect(await isClosed(used)).toBe(true);
    // SQLite removes its log when the last one closes the database.
    expect(existsSync(`${databasePath}-wal`)).toBe(false);
  });

  test('closes it where the work fails, and throws what the work threw', async () => {
    const { databasePath } = await emptyWorkspace();
    const used: NewsletterDatabase[] = [];
    const failing = withDatabase(openDatabase(databasePath), (database) => {
      used.push(database);
      throw new Error('no work today');
    });
    await expect(failing).rejects.toThrow('no work today');
    expect(await Promise.all(used.map(isClosed))).toEqual([true]);
  });

  test('makes none for those who only read', async () => {
    const { databasePath } = await emptyWorkspace();
    const found = await withDatabase(openExistingDatabase(databasePath), (database) =>
      Promise.resolve(database === undefined),
    );
    expect(found).toBe(true);
    expect(existsSync(databasePath)).toBe(false);
  });

  test('does no work where the database cannot be opened', async () => {
    let worked = false;
    const work = (): Promise<void> => {
      worked = true;
      return Promise.resolve();
    };
    await expect(withDatabase(openDatabase('postgres://host/list'), work)).rejects.toMatchObject({
      code: 'database-unsupported',
    });
    expect(worked).toBe(false);
  });
});
