import { afterEach, describe, expect, test } from 'vitest';
import { eraseReader } from '../../../src/app/public-pages/erase.js';
import { consentOf } from '../../../src/app/public-pages/list-context.js';
import { requestExport, startAddressChange } from '../../../src/app/public-pages/preferences.js';
import { eraseAddressEverywhere } from '../../../src/app/subscribers/erase-subscriber.js';
import { purgeSubscribers } from '../../../src/app/subscribers/purge-subscribers.js';
import type { Transport } from '../../../src/model/send/outgoing-message.js';
import { confirmOptIn } from '../../../src/subscribers/consent/opt-in.js';
import { OpenList } from '../../support/app/open-list.js';

const ANNA = 'anna@example.org';

let open: OpenList | undefined;

afterEach(async () => {
  await open?.list.close();
  open = undefined;
});

async function openList(traits: Partial<Transport> = {}): Promise<OpenList> {
  open = await OpenList.open(traits);
  return open;
}

/** A subscriber who confirmed, by number. */
async function subscribed(list: OpenList, address: string): Promise<number> {
  await list.subscribe(address);
  await list.carryOut();
  const { id } = await list.list.database.query
    .selectFrom('subscribers')
    .select('id')
    .where('email', '=', address)
    .executeTakeFirstOrThrow();
  await confirmOptIn(consentOf(list.list, 'form'), id, 7);
  list.submitted.splice(0);
  return id;
}

/** All that the tables of jobs and requests hold, as text. */
async function stored({ list }: OpenList): Promise<string> {
  const { query } = list.database;
  const jobs = await query.selectFrom('jobs').selectAll().execute();
  const counts = await query.selectFrom('service_mail_counts').selectAll().execute();
  return JSON.stringify([jobs, counts]);
}

describe('service mail', () => {
  test('survives a restart between the answer and its work, and comes once', async () => {
    const list = await openList();
    expect(await list.subscribe(ANNA)).toBe('accepted');
    expect(list.submitted).toEqual([]);
    await list.reopen();
    await list.carryOut();
    await list.reopen();
    await list.carryOut();
    expect(list.recipients()).toEqual([ANNA]);
    expect(await list.list.jobs.counts()).toMatchObject({ done: 2, waiting: 0 });
  });

  test('leaves neither address nor name in its job', async () => {
    const list = await openList();
    list.answer = () => ({ outcome: 'failed', reason: `550 <${ANNA}> unknown` });
    await list.subscribe(ANNA);
    expect(await stored(list)).not.toMatch(/anna/i);
    await list.carryOut();
    expect(await stored(list)).not.toMatch(/anna/i);
    expect(await list.states()).toEqual(['opt-in-mail failed']);
    expect(list.warnings.join()).not.toMatch(/anna/i);
  });

  test('that a server defers is submitted again later, over a restart, with the same bytes', async () => {
    const list = await openList();
    list.answer = (count) => (count < 3 ? { outcome: 'deferred', reason: '451 later' } : { outcome: 'submitted' });
    await list.subscribe(ANNA);
    await list.carryOut();
    await list.carryOut();
    expect(list.submitted).toHaveLength(1);
    await list.reopen();
    for (let time = 0; time < 10; time += 1) {
      list.wait(10);
      await list.carryOut();
    }
    expect(list.submitted).toHaveLength(3);
    const written = await Promise.all(list.submitted.map(async (message) => Buffer.concat(await message.bytes())));
    expect(written[1]?.equals(written[0] ?? Buffer.of())).toBe(true);
    expect(written[2]?.equals(written[0] ?? Buffer.of())).toBe(true);
    expect(await list.states()).toEqual([]);
  });

  test('waits while no server can be reached, without asking for each mail', async () => {
    const list = await openList();
    list.failure = new Error('no answer from the server');
    for (let reader = 0; reader < 20; reader += 1) await list.subscribe(`reader${String(reader)}@example.org`);
    await list.carryOut();
    const tried = (await list.list.jobs.list('open')).filter(({ attempts }) => attempts > 0);
    expect(tried).toHaveLength(2);
    expect(tried[0]?.reason).toBe('no answer from the server');
    list.failure = undefined;
    for (let time = 0; time < 3; time += 1) {
      list.wait(1);
      await list.carryOut();
    }
    expect(new Set(list.recipients()).size).toBe(20);
    expect(list.submitted).toHaveLength(20);
  });

  test('of which nobody can tell whether it was taken is not submitted again', async () => {
    const list = await openList();
    list.answer = () => {
      throw new Error('the connection broke');
    };
    await list.subscribe(ANNA);
    await list.carryOut();
    list.wait(10_000);
    await list.carryOut();
    expect(list.submitted).toHaveLength(1);
    expect(await list.states()).toEqual(['opt-in-mail uncertain']);
  });

  test('of which nobody can tell is submitted again by a transport that recognises it', async () => {
    const list = await openList({ idempotent: true });
    list.answer = (count) => {
      if (count === 1) throw new Error('the disk was full');
      return { outcome: 'submitted' };
    };
    await list.subscribe(ANNA);
    await list.carryOut();
    list.wait(1);
    await list.carryOut();
    expect(new Set(list.submitted.map(({ messageId }) => messageId)).size).toBe(1);
    expect(list.submitted).toHaveLength(2);
  });

  test('is given up where its links would have expired', async () => {
    const list = await openList();
    await list.subscribe(ANNA);
    list.failure = new Error('down');
    await list.carryOut();
    list.failure = undefined;
    list.wait(8 * 24 * 60);
    await list.carryOut();
    expect(list.submitted).toEqual([]);
    expect(await list.list.jobs.list('given-up')).toMatchObject([{ kind: 'opt-in-mail', state: 'failed' }]);
  });

  test('is written in the language of the request, whoever has the address', async () => {
    const list = await openList();
    await subscribed(list, ANNA);
    await list.subscribe(ANNA, 'de');
    await list.subscribe('bea@example.org', 'fr');
    await list.carryOut();
    const languages = list.submitted.map(({ template }) => template.language);
    expect(languages).toEqual(['de', 'fr']);
  });
});

describe('nobody is written to who', () => {
  test('was erased before the request was looked at', async () => {
    const list = await openList();
    await list.subscribe(ANNA);
    await eraseAddressEverywhere({
      configuration: list.configuration,
      address: ANNA,
      keepFiles: false,
      now: () => list.now(),
    });
    await list.carryOut();
    expect(list.submitted).toEqual([]);
    const { query } = list.list.database;
    expect(await query.selectFrom('form_requests').selectAll().execute()).toEqual([]);
    expect(await query.selectFrom('subscribers').selectAll().execute()).toEqual([]);
  });

  test('was erased while the mail waited: the job is gone as well', async () => {
    const list = await openList();
    list.failure = new Error('down');
    const id = await subscribedLater(list);
    await eraseReader(list.list, id);
    list.failure = undefined;
    list.wait(10);
    await list.carryOut();
    expect(list.submitted).toEqual([]);
    expect(await list.states()).toEqual([]);
    expect(await stored(list)).not.toContain(`"subscriber_id":${String(id)}`);
  });

  test('was erased while the mail was submitted, where the transport can take it back', async () => {
    const list = await openList();
    list.answer = async () => {
      const [row] = await list.list.database.query.selectFrom('subscribers').select('id').execute();
      await eraseReader(list.list, row?.id ?? 0);
      return { outcome: 'submitted' };
    };
    await list.subscribe(ANNA);
    await list.carryOut();
    expect(list.takenBack).toEqual(list.submitted.map(({ messageId }) => messageId));
    expect(list.takenBack).toHaveLength(1);
  });

  test('has confirmed by an earlier mail', async () => {
    const list = await openList();
    list.failure = new Error('down');
    const id = await subscribedLater(list);
    await confirmOptIn(consentOf(list.list, 'form'), id, 7);
    list.failure = undefined;
    list.wait(10);
    await list.carryOut();
    expect(list.submitted).toEqual([]);
    expect(await list.states()).toEqual([]);
  });

  test('replaced a change of address by another', async () => {
    const list = await openList();
    const id = await subscribed(list, ANNA);
    const reader = { subscriberId: id, language: undefined };
    const limits = (key: string) => ({
      reader: { scope: 'reader', key: '1', times: 5, withinMs: 3_600_000 } as const,
      mailbox: { scope: 'mailbox', key, times: 3, withinMs: 3_600_000 } as const,
    });
    await startAddressChange(list.list, reader, 'first@example.org', limits('first'));
    await startAddressChange(list.list, reader, 'second@example.org', limits('second'));
    await list.carryOut();
    expect(list.recipients()).toEqual(['second@example.org']);
  });

  async function subscribedLater(list: OpenList): Promise<number> {
    await list.subscribe(ANNA);
    await list.carryOut();
    const [row] = await list.list.database.query.selectFrom('subscribers').select('id').execute();
    return row?.id ?? 0;
  }
});

describe('the limits against list bombing', () => {
  test('hold over restarts: three mails a day to one mailbox, and the answer is the same', async () => {
    const list = await openList();
    for (let time = 0; time < 8; time += 1) {
      expect(await list.subscribe(ANNA)).toBe('accepted');
      await list.carryOut();
      await list.reopen();
    }
    expect(list.submitted).toHaveLength(3);
    list.wait(24 * 60);
    await list.subscribe(ANNA);
    await list.carryOut();
    expect(list.submitted).toHaveLength(4);
  });

  test('hold over restarts: a reader’s own page causes five mails an hour', async () => {
    const list = await openList();
    const subscriberId = await subscribed(list, ANNA);
    const reader = { scope: 'reader', key: String(subscriberId), times: 5, withinMs: 3_600_000 } as const;
    const answers = [];
    for (let time = 0; time < 7; time += 1) {
      answers.push(await requestExport(list.list, { subscriberId, language: undefined }, { reader }));
      await list.reopen();
    }
    expect(answers.filter((answer) => answer === 'too-many')).toHaveLength(2);
    await list.carryOut();
    expect(list.submitted).toHaveLength(5);
  });

  test('store no address, and are deleted when their time is over', async () => {
    const list = await openList();
    await list.subscribe(ANNA);
    expect(await stored(list)).not.toMatch(/anna/i);
    list.wait(24 * 60 + 1);
    await list.subscribe('bea@example.org');
    const scopes = await list.list.database.query.selectFrom('service_mail_counts').select('scope').execute();
    expect(scopes.map(({ scope }) => scope).sort()).toEqual(['form', 'mailbox']);
  });
});

test('finished jobs are purged with the people who did not confirm', async () => {
  const list = await openList();
  await list.subscribe(ANNA);
  await list.carryOut();
  const purge = () => purgeSubscribers({ configuration: list.configuration, dryRun: false, now: () => list.now() });
  await purge();
  expect(await list.list.jobs.counts()).toMatchObject({ done: 2 });
  list.wait(31 * 24 * 60);
  await purge();
  expect(await list.list.jobs.counts()).toMatchObject({ done: 0 });
});
