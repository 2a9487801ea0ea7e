import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { groupTransactions, type GroupedDatabase, type GroupingOptions } from '../../src/store/group-commit.js';
import { databaseFailureOf } from '../../src/store/database-errors.js';
import { openDatabase, type NewsletterDatabase } from '../../src/store/database.js';
import { emptyWorkspace } from '../support/subscribers/workspace.js';

let path: string;
let inner: NewsletterDatabase;
let database: GroupedDatabase;
let commits: number;
let tries: (string | undefined)[];
/** The other program's transaction. */
let ended: Promise<void>;

beforeEach(async () => {
  path = (await emptyWorkspace()).databasePath;
  inner = await openDatabase(path, 20);
  commits = 0;
  tries = [];
  database = group({ busyTimeoutMs: 3_600_000 });
});

afterEach(async () => {
  await database.close();
});

function group(options: GroupingOptions): GroupedDatabase {
  const counting: NewsletterDatabase = {
    ...inner,
    transaction: (work) => {
      commits += 1;
      return inner.transaction(work);
    },
  };
  return groupTransactions(counting, { onTry: (failure) => tries.push(failure), ...options });
}

/** Holds the write lock as another program does, until it is given back. */
async function lock(): Promise<() => Promise<void>> {
  const other = await openDatabase(path);
  let release: () => void = () => undefined;
  const isHeld = new Promise<void>((held) => {
    const work = () => {
      held();
      return new Promise<void>((resolve) => (release = resolve));
    };
    ended = other.transaction(work);
  });
  await isHeld;
  return async () => {
    release();
    await ended;
    await other.close();
  };
}
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
  test('share a commit, and each has its own result', async () => {
    expect(await Promise.all(['a', 'b', 'c'].map((hash) => suppress(hash)))).toEqual(['a', 'b', 'c']);
    expect(commits).toBe(1);
    expect(await stored()).toEqual(['a', 'b', 'c']);
  });

  test('do not suffer from one that fails', async () => {
    const results = await Promise.allSettled([suppress('a'), suppress('b', true), suppress('c')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await stored()).toEqual(['a', 'c']);
  });

  test('wait while another program writes, and others can read meanwhile', async () => {
    const unlock = await lock();
    const waiting = suppress('a');
    await untilTried(2);
    expect(await stored()).toEqual([]);
    await unlock();
    expect(await waiting).toBe('a');
    expect(tries.slice(0, 2)).toEqual(['database-locked', 'database-locked']);
    expect(tries.at(-1)).toBeUndefined();
  });

  test('let a compaction in between', async () => {
    const work = Promise.all([suppress('a'), suppress('b')]);
    database.compact();
    await work;
    database.compact();
    expect(await stored()).toEqual(['a', 'b']);
  });
});

/** Until that number of tries were made. */
async function untilTried(times: number): Promise<void> {
  while (tries.length < times) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('a lock that lasts', () => {
  beforeEach(() => {
    database = group({ busyTimeoutMs: 400 });
  });

  test.each([1, 2, 10, 200, 201, 450])(
    'ends the waiting of %i, none is written, and then work goes on',
    async (count) => {
      const unlock = await lock();
      const results = await Promise.allSettled(Array.from({ length: count }, (_, index) => suppress(String(index))));
      for (const result of results) {
        expect(result.status === 'rejected' && databaseFailureOf(result.reason)).toBe('database-locked');
      }
      await unlock();
      expect(await suppress('later')).toBe('later');
      // What was refused is not done behind anybody's back.
      expect(await stored()).toEqual(['later']);
    },
  );

  test('counts for each from its own arrival', async () => {
    // The late one comes after half of the early one's time: the other half is left to unlock.
    database = group({ busyTimeoutMs: 4_000 });
    const unlock = await lock();
    const ends: string[] = [];
    const early = suppress('early').catch(() => ends.push('early'));
    await untilTried(15);
    const late = suppress('late').catch(() => ends.push('late'));
    await early;
    expect(ends).toEqual(['early']);
    await unlock();
    expect(await late).toBe('late');
    expect(await stored()).toEqual(['late']);
  });

  test('is not waited for any more once the end is near', async () => {
    const patient = group({ busyTimeoutMs: 3_600_000 });
    const unlock = await lock();
    const waiting = patient.transaction(() => Promise.resolve('never'));
    const refused = expect(waiting).rejects.toMatchObject({ code: 'database-unusable' });
    await untilTried(1);
    patient.stopWaiting();
    await refused;
    const late = patient.transaction(() => Promise.resolve('never'));
    await expect(late).rejects.toMatchObject({ code: 'database-unusable' });
    await unlock();
    expect(await patient.transaction(() => Promise.resolve('free'))).toBe('free');
  });

  test('keeps a compaction for later, and the caller who asked for it gets no error', async () => {
    const unlock = await lock();
    expect(database.compact()).toBe(false);
    await unlock();
    database = group({ busyTimeoutMs: 3_600_000 });
    await suppress('a');
    await expect.poll(() => database.compact()).toBe(true);
  });
});

describe('work that fails for another reason', () => {
  test('is tried by itself, and told as it is', async () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const fail = () => database.transaction(() => Promise.reject(full));
    const results = await Promise.allSettled([suppress('a'), fail(), suppress('b')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(tries).toEqual(['disk-full', undefined, 'disk-full', undefined]);
    expect(await stored()).toEqual(['a', 'b']);
  });
});
