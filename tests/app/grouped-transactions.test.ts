import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { groupTransactions } from '../../src/app/grouped-transactions.js';
import { openDatabase, type NewsletterDatabase } from '../../src/store/database.js';
import { emptyWorkspace } from '../audience/workspace.js';

let path: string;
let inner: NewsletterDatabase;
let database: NewsletterDatabase;
let commits: number;

beforeEach(async () => {
  path = (await emptyWorkspace()).databasePath;
  inner = await openDatabase(path, 20);
  commits = 0;
  database = groupTransactions({
    ...inner,
    transaction: (work) => {
      commits += 1;
      return inner.transaction(work);
    },
  });
});

afterEach(async () => {
  await database.close();
});

function suppress(hash: string, fails = false): Promise<string> {
  return database.transaction(async (query) => {
    await query
      .insertInto('suppressions')
      .values({ address_hash: hash, reason: 'test', created_at: '2026-01-01T00:00:00Z' })
      .execute();
    if (fails) throw new Error(`no ${hash}`);
    return hash;
  });
}

async function stored(): Promise<readonly string[]> {
  const rows = await inner.query.selectFrom('suppressions').select('address_hash').orderBy('address_hash').execute();
  return rows.map((row) => row.address_hash);
}

describe('transactions that arrive together', () => {
  it('share a commit, and each has its own result', async () => {
    expect(await Promise.all(['a', 'b', 'c'].map((hash) => suppress(hash)))).toEqual(['a', 'b', 'c']);
    expect(commits).toBe(1);
    expect(await stored()).toEqual(['a', 'b', 'c']);
  });

  it('do not suffer from one that fails', async () => {
    const results = await Promise.allSettled([suppress('a'), suppress('b', true), suppress('c')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await stored()).toEqual(['a', 'c']);
  });

  it('wait while another program writes, and others can read meanwhile', async () => {
    const other = await openDatabase(path);
    let release: () => void = () => undefined;
    const held = other.transaction(() => new Promise<void>((resolve) => (release = resolve)));
    const waiting = suppress('a');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await stored()).toEqual([]);
    release();
    await held;
    expect(await waiting).toBe('a');
    await other.close();
  });

  it('let a compaction in between', async () => {
    const work = Promise.all([suppress('a'), suppress('b')]);
    database.compact();
    await work;
    database.compact();
    expect(await stored()).toEqual(['a', 'b']);
  });
});
