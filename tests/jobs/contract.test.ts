import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClaimedJob, JobOutcome } from '../../src/jobs/job.js';
import type { TransactionHandler } from '../../src/jobs/jobs.js';
import { IMPLEMENTATIONS } from '../support/jobs/implementations.js';
import { DONE, JobBench, outside } from '../support/jobs/job-fixture.js';

/** A mail about the row of this number. */
const mail = (row: number) => ({ kind: 'mail', ids: { row } });

/** A handler that ends with its outcomes in their order, and the last one from then on. */
function answering(...outcomes: readonly JobOutcome[]) {
  const given: ClaimedJob[] = [];
  const handler = outside((job) => {
    given.push(job);
    return outcomes[Math.min(given.length, outcomes.length) - 1] ?? DONE;
  });
  return { given, handler };
}

/** Never resolves, like work in a process that is killed. */
const forever = () => new Promise<JobOutcome>(() => undefined);

describe.each(IMPLEMENTATIONS)('jobs in $name', ({ open }) => {
  let bench: JobBench;

  beforeEach(async () => {
    bench = new JobBench(await open());
  });
  afterEach(async () => {
    await bench.open.close();
  });

  test('are carried out in their order, each once, with the ids that they were given', async () => {
    const { given, handler } = answering(DONE);
    await bench.enqueue(mail(5), mail(6), mail(7));
    await bench.carryOut({ mail: handler });
    await bench.carryOut({ mail: handler });
    expect(given.map(({ ids }) => ids)).toEqual([{ row: 5 }, { row: 6 }, { row: 7 }]);
    expect(given.map(({ createdAt }) => createdAt)).toEqual([bench.now(), bench.now(), bench.now()]);
    expect(await bench.open.jobs.counts()).toEqual({ waiting: 0, running: 0, done: 3, failed: 0, uncertain: 0 });
  });

  test('are there only when what caused them is', async () => {
    const { given, handler } = answering(DONE);
    const caused = bench.open.database.transaction(async (query) => {
      await bench.open.jobs.enqueue(query, mail(1), bench.now());
      throw new Error('the cause failed');
    });
    await expect(caused).rejects.toThrow('the cause failed');
    await bench.carryOut({ mail: handler });
    expect(given).toEqual([]);
  });

  test('that only change the database change it once, together with their end', async () => {
    let fails = true;
    const adding: TransactionHandler = {
      how: 'in-transaction',
      carryOut: async (query, { ids }) => {
        await query
          .insertInto('suppressions')
          .values({ address_hash: `row ${String(ids['row'])}`, reason: 'test', created_at: 't' })
          .execute();
        if (fails) throw new Error('after it was written');
      },
    };
    await bench.enqueue(mail(1), mail(2));
    await bench.carryOut({ mail: adding });
    const written = () => bench.open.database.query.selectFrom('suppressions').select('address_hash').execute();
    expect(await written()).toEqual([]);
    expect(await bench.states()).toEqual(['waiting', 'waiting']);
    fails = false;
    bench.wait(1);
    await bench.carryOut({ mail: adding });
    expect(await written()).toHaveLength(2);
    expect(await bench.states()).toEqual([]);
  });

  test('that lead to others have these carried out as well', async () => {
    const { given, handler } = answering(DONE);
    const leading: TransactionHandler = {
      how: 'in-transaction',
      carryOut: (query, { ids }) => bench.open.jobs.enqueue(query, { kind: 'mail', ids }, bench.now()),
    };
    await bench.enqueue({ kind: 'request', ids: { row: 9 } });
    await bench.carryOut({ request: leading, mail: handler });
    expect(given.map(({ ids }) => ids)).toEqual([{ row: 9 }]);
  });

  test('that were deferred are tried again after growing pauses, and given up with the reason', async () => {
    const { given, handler } = answering({ outcome: 'deferred', reason: '451 try later' });
    await bench.enqueue(mail(1));
    const minutes: number[] = [];
    let waited = 0;
    await bench.carryOut({ mail: handler });
    while ((await bench.states())[0] === 'waiting') {
      bench.wait(1);
      waited += 1;
      const before = given.length;
      await bench.carryOut({ mail: handler });
      if (given.length > before) minutes.push(waited);
    }
    const pauses = minutes.map((at, place) => at - (minutes[place - 1] ?? 0));
    expect(pauses).toEqual([...pauses].sort((one, other) => one - other));
    expect(new Set(pauses).size).toBe(pauses.length);
    expect(await bench.open.jobs.list('given-up')).toMatchObject([
      {
        state: 'failed',
        attempts: given.length,
        reason: `given up after ${String(given.length)} tries: 451 try later`,
      },
    ]);
  });

  test('of which no other would fare better pause all of their handler, and no other', async () => {
    const { given, handler } = answering({ outcome: 'deferred', reason: 'no connection', pause: true }, DONE);
    const other = answering(DONE);
    await bench.enqueue(mail(1), mail(2), mail(3), mail(4), { kind: 'other', ids: {} });
    await bench.carryOut({ mail: { ...handler, atOnce: 1 }, other: other.handler });
    expect(given).toHaveLength(1);
    expect(other.given).toHaveLength(1);
  });

  test('that fail, or of which nobody can tell, are not tried again', async () => {
    const { given, handler } = answering(
      { outcome: 'failed', reason: 'no mailbox' },
      { outcome: 'uncertain', reason: 'the connection broke' },
    );
    await bench.enqueue(mail(1), mail(2));
    await bench.carryOut({ mail: handler });
    bench.wait(100_000);
    await bench.carryOut({ mail: handler });
    expect(given).toHaveLength(2);
    expect(await bench.open.jobs.list('given-up')).toMatchObject([
      { state: 'failed', reason: 'no mailbox', dueAt: undefined },
      { state: 'uncertain', reason: 'the connection broke' },
    ]);
  });

  test('are tried again when a person wants it, and then with all their tries', async () => {
    const { given, handler } = answering({ outcome: 'failed', reason: 'refused' }, DONE);
    await bench.enqueue(mail(1), mail(2));
    await bench.carryOut({ mail: handler });
    const [job] = await bench.open.jobs.list('given-up');
    const id = job?.id ?? 0;
    expect(await bench.open.jobs.retry(id, bench.now())).toEqual({ outcome: 'waiting', before: 'failed' });
    await bench.carryOut({ mail: handler });
    expect(given.map(({ ids }) => ids['row'])).toEqual([1, 2, 1]);
    expect(given.at(-1)?.attempts).toBe(1);
    expect(await bench.open.jobs.retry(id, bench.now())).toEqual({ outcome: 'done' });
    expect(await bench.open.jobs.retry(4711, bench.now())).toEqual({ outcome: 'missing' });
  });

  test('of a handler that throws or says too little are uncertain, or deferred where repeating is harmless', async () => {
    const throwing = outside(() => Promise.reject(new Error('anna@example.org has no mailbox')));
    const silent = outside(() => DONE, { carryOut: () => Promise.resolve([]) });
    await bench.enqueue(mail(1), { kind: 'silent', ids: {} }, { kind: 'harmless', ids: {} });
    await bench.carryOut({ mail: throwing, silent, harmless: { ...throwing, repeatable: true } });
    expect(await bench.states()).toEqual(['uncertain', 'uncertain', 'waiting']);
    expect(await bench.open.stored()).not.toContain('anna');
  });

  test('never keep an address that a server repeats', async () => {
    const reason = '550 5.1.1 <anna.bell@example.org>: user "Anna.Bell@example.org" unknown, see анна@пример.example';
    const { handler } = answering({ outcome: 'failed', reason });
    await bench.enqueue(mail(1));
    await bench.carryOut({ mail: handler });
    expect(await bench.open.stored()).not.toMatch(/anna|анна|@/i);
    expect((await bench.open.jobs.list('given-up'))[0]?.reason).toContain('550 5.1.1');
  });

  test('are deleted with the subscriber whom they are about, and their handler takes back what was under way', async () => {
    const takenBack: ClaimedJob[] = [];
    await bench.addSubscriber(7);
    await bench.addSubscriber(8);
    const about = (subscriberId: number) => ({ kind: 'mail', ids: { subscriber: subscriberId }, subscriberId });
    await bench.enqueue(about(7), about(8), about(7));
    const handler = outside(async ({ ids }) => {
      // The erasure comes while the first mails are on their way.
      if (ids['subscriber'] === 7)
        await bench.open.database.query.deleteFrom('subscribers').where('id', '=', 7).execute();
      return DONE;
    });
    await bench.carryOut({ mail: { ...handler, takeBack: (job) => Promise.resolve(void takenBack.push(job)) } });
    expect(takenBack.map(({ ids }) => ids)).toEqual([{ subscriber: 7 }]);
    expect(await bench.open.jobs.counts()).toMatchObject({ done: 1, waiting: 0 });
    expect(await bench.open.stored()).not.toContain('"subscriber_id":7');
  });

  test('that a killed process had begun are uncertain, and begun again only where that is harmless', async () => {
    const kinds = ['mail', 'harmless', 'moved', 'inside'];
    await bench.enqueue(...kinds.map((kind) => ({ kind, ids: { row: 1 } })));
    const hanging = outside(forever);
    const insideHanging: TransactionHandler = { how: 'in-transaction', carryOut: () => Promise.resolve() };
    const killed = bench.worker({
      mail: hanging,
      harmless: { ...hanging, repeatable: true },
      moved: { ...hanging, repeatable: true, via: 'another' },
    });
    void killed.carryOutDue();
    await expect.poll(() => bench.states()).toEqual(['running', 'running', 'running', 'waiting']);
    // While its process lives, nobody takes them.
    const { given, handler } = answering(DONE);
    const handlers = {
      mail: handler,
      harmless: { ...handler, repeatable: true },
      moved: { ...handler, repeatable: true },
    };
    await bench.carryOut(handlers);
    expect(given).toEqual([]);
    await bench.open.killWorkers();
    await bench.carryOut({ ...handlers, inside: insideHanging });
    expect(given.map(({ kind }) => kind)).toEqual(['harmless']);
    const left = await bench.open.jobs.list('open');
    expect(left).toMatchObject([
      { kind: 'mail', state: 'uncertain' },
      { kind: 'moved', state: 'uncertain' },
    ]);
    expect(left[0]?.reason).toContain('nobody can tell');
  });

  test('that end the process each time are given up', async () => {
    await bench.enqueue(mail(1));
    const handler = outside(forever, { repeatable: true });
    for (let time = 1; (await bench.states())[0] !== 'failed'; time += 1) {
      void bench.worker({ mail: handler }).carryOutDue();
      const begunOrGivenUp = async () => {
        const [job] = await bench.open.jobs.list('open');
        return job?.attempts === time || job?.state === 'failed';
      };
      await expect.poll(begunOrGivenUp).toBe(true);
      await bench.open.killWorkers();
      expect(time).toBeLessThan(20);
    }
  });

  test('whose worker stops are finished and recorded, and nothing more is begun', async () => {
    await bench.enqueue(mail(1), mail(2), mail(3));
    let finish: (outcome: JobOutcome) => void = () => undefined;
    const first = new Promise<JobOutcome>((resolve) => (finish = resolve));
    const worker = bench.worker({ mail: outside(() => first, { atOnce: 1 }) });
    void worker.carryOutDue();
    await expect.poll(() => bench.states()).toEqual(['running', 'waiting', 'waiting']);
    const stopped = worker.stop();
    finish(DONE);
    await stopped;
    expect(await bench.states()).toEqual(['waiting', 'waiting']);
  });

  test('that were not begun because the worker stops wait on, without having used up a try', async () => {
    await bench.enqueue(mail(1));
    const worker = bench.worker({
      mail: outside(() => DONE, {
        carryOut: (jobs, signal) =>
          new Promise((resolve) => {
            signal.addEventListener('abort', () => {
              resolve(jobs.map(() => ({ outcome: 'untouched' })));
            });
          }),
      }),
    });
    void worker.carryOutDue();
    await expect.poll(() => bench.states()).toEqual(['running']);
    await worker.stop();
    expect(await bench.open.jobs.list('open')).toMatchObject([{ state: 'waiting', attempts: 0 }]);
  });

  test('of a kind that this worker does not know wait for one that does', async () => {
    await bench.enqueue({ kind: 'of-the-future', ids: {} });
    await bench.carryOut({ mail: outside(() => DONE) });
    expect(await bench.states()).toEqual(['waiting']);
  });

  test('are begun without being asked for, once they are enqueued here, fall due, or wait at the start', async () => {
    const { given, handler } = answering(DONE);
    await bench.enqueue(mail(1));
    const worker = bench.worker({ mail: handler });
    worker.start();
    await expect.poll(() => given.length).toBe(1);
    await bench.enqueue(mail(2));
    worker.wake();
    await expect.poll(() => given.length).toBe(2);
    await worker.stop();
  });

  test('are never carried out by two workers at once', async () => {
    const { given, handler } = answering(DONE);
    await bench.enqueue(...Array.from({ length: 40 }, (_, row) => mail(row)));
    await Promise.all(Array.from({ length: 4 }, () => bench.carryOut({ mail: handler })));
    expect(given).toHaveLength(40);
    expect(new Set(given.map(({ id }) => id)).size).toBe(40);
  });
});
