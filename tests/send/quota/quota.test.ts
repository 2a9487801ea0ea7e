import path from 'node:path';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { effectiveLimits, type SendingLimits } from '../../../src/model/settings/sending-limits.js';
import { Quota } from '../../../src/send/quota/quota.js';
import { openDatabase, type NewsletterDatabase } from '../../../src/store/database.js';

const MINUTE = 60_000;

/** A clock that only waiting moves. */
class Clock {
  milliseconds = Date.parse('2020-12-18T09:00:30Z');
  readonly now = () => new Date(this.milliseconds);
  readonly wait = (milliseconds: number) => {
    this.milliseconds += milliseconds;
    return Promise.resolve();
  };
}

async function withDatabase<T>(work: (database: NewsletterDatabase) => Promise<T>): Promise<T> {
  const database = await openDatabase(path.join(await mkdtemp(path.join(tmpdir(), 'quota-')), 'newsletter.db'));
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

function quotaOf(database: NewsletterDatabase, limits: SendingLimits, clock: Clock): Quota {
  const mailServersOf = (domain: string) =>
    Promise.resolve(domain === 'ngo.example' ? ['mx1.mail.example.net'] : [`mx.${domain}`]);
  return new Quota({ database, limits, now: clock.now, wait: clock.wait, mailServersOf });
}

/** The largest number of times that lie within any window of a length. */
function mostWithin(times: readonly number[], window: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + window).length));
}

test('no window holds more than its limit, over processes, restarts and pauses', async () => {
  const steps = fc.array(
    fc.record({
      process: fc.nat(1),
      restart: fc.boolean(),
      pause: fc.oneof(fc.constant(0), fc.nat(5_000), fc.nat(40 * MINUTE), fc.nat(13 * 60 * MINUTE)),
      messages: fc.integer({ min: 1, max: 12 }),
    }),
    { minLength: 1, maxLength: 25 },
  );
  const rates = fc.record({
    perMinute: fc.integer({ min: 1, max: 30 }),
    perHour: fc.integer({ min: 5, max: 60 }),
    perDay: fc.integer({ min: 5, max: 90 }),
  });
  await fc.assert(
    fc.asyncProperty(rates, steps, (limits, plan) =>
      withDatabase(async (database) => {
        const clock = new Clock();
        const make = () => quotaOf(database, effectiveLimits(limits), clock);
        const processes = [make(), make()];
        const left: number[] = [];
        for (const { process, restart, pause, messages } of plan) {
          await clock.wait(pause);
          if (restart) processes[process] = make();
          for (let message = 0; message < messages; message += 1) {
            const quota = processes[process] ?? make();
            const decision = await quota.take('reader@example.org');
            if (decision.kind !== 'go') {
              expect(decision.until.getTime()).toBeGreaterThan(clock.milliseconds);
              break;
            }
            await quota.takeTurn(undefined);
            left.push(clock.milliseconds);
          }
        }
        expect(mostWithin(left, MINUTE)).toBeLessThanOrEqual(limits.perMinute);
        expect(left.length).toBeGreaterThan(0);
        // A message is counted before it waits for its turn, which takes no longer than a minute.
        expect(mostWithin(left, 59 * MINUTE)).toBeLessThanOrEqual(limits.perHour);
        expect(mostWithin(left, 23 * 60 * MINUTE)).toBeLessThanOrEqual(limits.perDay);
      }),
    ),
    { numRuns: 40 },
  );
});

test('where a limit is reached, there is room again at the time that it names', async () => {
  await withDatabase(async (database) => {
    const clock = new Clock();
    const quota = quotaOf(database, effectiveLimits({ perDay: 3 }), clock);
    for (let message = 0; message < 3; message += 1) {
      expect(await quota.take('reader@example.org')).toEqual({ kind: 'go' });
      await clock.wait(10 * MINUTE);
    }
    const full = await quota.take('reader@example.org');
    expect(full).toEqual({
      kind: 'overall-limit',
      limit: '3 messages a day',
      until: new Date('2020-12-19T09:01:00Z'),
    });
    clock.milliseconds = Date.parse('2020-12-19T09:00:59Z');
    expect((await quota.take('reader@example.org')).kind).toBe('overall-limit');
    clock.milliseconds = Date.parse('2020-12-19T09:01:00Z');
    expect(await quota.take('reader@example.org')).toEqual({ kind: 'go' });
  });
});

test('a domain has its own limit, and who waits for it is told times one behind the other', async () => {
  await withDatabase(async (database) => {
    const clock = new Clock();
    const quota = quotaOf(database, effectiveLimits({ perDomain: { 'example.org': { perMinute: 6 } } }), clock);
    const decisions = [];
    for (let message = 0; message < 4; message += 1) decisions.push(await quota.take('reader@Example.org'));
    const from = clock.milliseconds;
    expect(decisions.map((decision) => ('until' in decision ? decision.until.getTime() - from : 0))).toEqual([
      0, 10_000, 20_000, 30_000,
    ]);
    expect(await quota.take('reader@example.net')).toEqual({ kind: 'go' });
  });
});

test('a limit can stand for all domains whose mail the same servers take', async () => {
  await withDatabase(async (database) => {
    const perDomain = { 'mail.example.net': { perHour: 1 } };
    const byServer = quotaOf(database, effectiveLimits({ perDomain, byMailServer: true }), new Clock());
    expect((await byServer.take('a@ngo.example')).kind).toBe('go');
    expect(await byServer.take('b@ngo.example')).toMatchObject({
      kind: 'domain-limit',
      limit: '1 messages an hour to mail.example.net',
    });
    const byName = quotaOf(database, effectiveLimits({ perDomain }), new Clock());
    expect((await byName.take('c@ngo.example')).kind).toBe('go');
  });
});

test('a clock that was set back keeps nothing waiting', async () => {
  await withDatabase(async (database) => {
    const clock = new Clock();
    const quota = quotaOf(database, effectiveLimits({ perMinute: 30 }), clock);
    await quota.takeTurn(undefined);
    clock.milliseconds -= 24 * 60 * MINUTE;
    const before = clock.milliseconds;
    await quota.takeTurn(undefined);
    expect(clock.milliseconds).toBe(before);
  });
});

test('where a server wants fewer messages, they leave farther apart, in a new run too, and then as before', async () => {
  await withDatabase(async (database) => {
    const clock = new Clock();
    const limits = effectiveLimits(undefined);
    const pauseOf = async (quota: Quota) => {
      await quota.takeTurn(undefined);
      const before = clock.milliseconds;
      await quota.takeTurn(undefined);
      return clock.milliseconds - before;
    };
    const fewer = { outcome: 'deferred', reason: '421 4.7.0', cause: 'rate' } as const;
    const first = quotaOf(database, limits, clock);
    expect(await pauseOf(first)).toBe(0);
    // Ten connections hear the same at once.
    for (let answer = 0; answer < 10; answer += 1) await first.observe(fewer);
    expect(await pauseOf(first)).toBe(1_000);
    await first.observe(fewer);
    expect(await pauseOf(first)).toBe(2_000);
    const second = quotaOf(database, limits, clock);
    await second.open();
    expect(await pauseOf(second)).toBe(2_000);
    for (let message = 0; message < 20; message += 1) await second.observe({ outcome: 'submitted' });
    expect(await pauseOf(second)).toBe(1_000);
    for (let message = 0; message < 20; message += 1) await second.observe({ outcome: 'submitted' });
    expect(await pauseOf(second)).toBe(0);
  });
});
