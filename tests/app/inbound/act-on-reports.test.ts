import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eraseAddressEverywhere } from '../../../src/app/subscribers/erase-subscriber.js';
import { unsubscribeByHand } from '../../../src/app/subscribers/unsubscribe-by-hand.js';
import { openDatabase } from '../../../src/store/database.js';
import { withDatabase } from '../../../src/store/with-database.js';
import { confirmAddressChange, requestAddressChange } from '../../../src/subscribers/consent/change-address.js';
import { makeBounceToken, makeToken } from '../../../src/subscribers/tokens/tokens.js';
import { openKeys } from '../../../src/subscribers/tokens/keys.js';
import { bounceOf, complaintOf, sentIssues, READERS, type SentIssues } from '../../support/inbound/sent-issues.js';
import { NEWS, UNSUBSCRIBE, writtenMail } from '../../support/inbound/written-mail.js';

const [ANNA, BO, CYD] = READERS;
const ISSUES = ['2020-06', '2020-07', '2020-08', '2020-09', '2020-10', '2020-11', '2020-12'] as const;
const EVERYBODY = { [ANNA]: 'active', [BO]: 'active', [CYD]: 'active' };
const now = () => new Date('2020-12-20T12:00:00Z');

let sent: SentIssues;

beforeEach(async () => {
  sent = await sentIssues();
});

afterEach(async () => {
  await sent.remove();
});

async function outcomes(mails: readonly string[], dryRun = false): Promise<readonly unknown[]> {
  const { entries } = await sent.read(mails, { dryRun });
  return entries.map(({ report }) => report?.outcome);
}

/** Everything that the database holds about reports and suppressions, without numbers and times. */
async function state(): Promise<unknown> {
  return sent.query(async (query) => ({
    people: await query.selectFrom('subscribers').select(['email', 'state']).orderBy('id').execute(),
    suppressions: await query.selectFrom('suppressions').select(['address_hash', 'reason']).execute(),
    events: await query
      .selectFrom('delivery_events')
      .select(['delivery_id', 'kind', 'digest', 'at', 'status', 'answer'])
      .orderBy('digest')
      .execute(),
    deliveries: await query.selectFrom('deliveries').select(['id', 'state', 'reason']).orderBy('id').execute(),
  }));
}

describe('a bounce for good', () => {
  test('suppresses the address at once, and stands beside the delivery', async () => {
    await sent.send('2020-12');
    const mail = bounceOf(sent.message('2020-12', ANNA), { answer: 'no mailbox anna@example.net here' });
    const { entries } = await sent.read([mail]);
    expect(entries).toMatchObject([
      { kind: 'permanent', status: '5.1.1', recipient: ANNA, report: { outcome: 'suppressed', issue: '2020-12' } },
    ]);
    expect(await sent.states()).toEqual({ ...EVERYBODY, [ANNA]: 'suppressed' });
    const events = await sent.query((query) =>
      query
        .selectFrom('delivery_events')
        .innerJoin('deliveries', 'deliveries.id', 'delivery_events.delivery_id')
        .select(['deliveries.state', 'kind', 'status', 'at', 'answer'])
        .execute(),
    );
    expect(events).toMatchObject([
      { state: 'submitted', kind: 'permanent', status: '5.1.1', at: '2020-12-19T09:00:00.000Z' },
    ]);
    // Facts only: no address, nothing of the mail's text for people.
    expect(events[0]?.answer).toContain('no mailbox (address) here');
    expect(JSON.stringify(events)).not.toMatch(/@|Somebody/);
  });

  test('leaves a trace of where it came from', async () => {
    await sent.send('2020-12');
    await sent.read([bounceOf(sent.message('2020-12', ANNA))]);
    const records = await sent.query((query) =>
      query.selectFrom('consent_records').selectAll().where('action', '=', 'suppress').execute(),
    );
    expect(records).toMatchObject([{ source: 'bounce', state_before: 'active', state_after: 'suppressed' }]);
    expect(records[0]?.detail).toMatch(/^issue 2020-12, 5\.1\.1, /);
  });

  test('counts for a delivery of which nobody knew whether it was taken, which stays uncertain', async () => {
    await sent.send('2020-12', { answer: { outcome: 'uncertain', reason: 'the answer was lost' } });
    expect(await outcomes([bounceOf(sent.message('2020-12', BO))])).toEqual(['suppressed']);
    expect(await state()).toMatchObject({
      deliveries: [{ state: 'uncertain' }, { state: 'uncertain' }, { state: 'uncertain' }],
    });
  });

  test('counts by the return path alone, by the copy alone, and by a Message-ID in the text', async () => {
    await sent.send('2020-12');
    const [anna, bo, cyd] = READERS.map((reader) => sent.message('2020-12', reader));
    if (anna === undefined || bo === undefined || cyd === undefined) throw new Error('not sent');
    const quoted = [
      `Hi. This is the program at mx.example.net.`,
      `<${CYD}>:`,
      '550 5.1.1 there is no such mailbox',
      '',
      '--- Below this line is a copy of the message.',
      '',
      'Return-Path: <news@example.org>',
      `Message-ID: <${cyd.messageId}>`,
    ].join('\r\n');
    const mails = [
      bounceOf(anna, { messageId: null }),
      bounceOf(bo, { to: NEWS }),
      writtenMail({ From: 'MAILER-DAEMON@mx.example.net', To: NEWS, 'Message-ID': '<3@mx>' }, quoted),
    ];
    expect(await outcomes(mails)).toEqual(['suppressed', 'suppressed', 'suppressed']);
    expect(await sent.states()).toEqual({ [ANNA]: 'suppressed', [BO]: 'suppressed', [CYD]: 'suppressed' });
  });

  test('is counted once, also when it is read again after the next issue', async () => {
    await sent.send('2020-11');
    const late = bounceOf(sent.message('2020-11', ANNA), { status: '4.4.1', messageId: null });
    expect(await outcomes([late, late])).toEqual(['counted', 'known']);
    await sent.send('2020-12', { at: '2020-12-18T13:00:00Z' });
    expect(await outcomes([late])).toEqual(['known']);
    expect((await sent.query((query) => query.selectFrom('delivery_events').selectAll().execute())).length).toBe(1);
  });

  test('in a dry run says what would be done, and changes nothing', async () => {
    for (const issue of ISSUES.slice(-3)) await sent.send(issue);
    const before = await state();
    const late = ISSUES.slice(-3).map((issue) => bounceOf(sent.message(issue, BO), { status: '4.2.2', id: issue }));
    const { entries } = await sent.read([bounceOf(sent.message('2020-12', ANNA)), ...late], { dryRun: true });
    expect(entries.map(({ report }) => report?.outcome)).toEqual(['suppressed', 'counted', 'counted', 'suppressed']);
    expect(entries[0]?.report?.done).toContain('would not be mailed');
    expect(await state()).toEqual(before);
  });

  test('does not move who has another address by now', async () => {
    await sent.send('2020-12');
    await withDatabase(openDatabase(sent.configuration.databasePath), async (database) => {
      const context = { database, keys: await openKeys(sent.configuration), source: 'form', at: now() };
      const request = await requestAddressChange(context, 1, 'new@example.net', 'refuse');
      if (request.outcome !== 'confirm') throw new Error(request.outcome);
      await confirmAddressChange(context, request.changeId, 30, 'refuse');
    });
    await sent.read([bounceOf(sent.message('2020-12', ANNA))]);
    expect(await sent.states()).toEqual({ 'new@example.net': 'active', [BO]: 'active', [CYD]: 'active' });
  });
});

describe('a bounce for now', () => {
  /** Reads a bounce for now of each of these issues, and says whether the reader is still on the list. */
  async function late(which: readonly string[]): Promise<string | undefined> {
    await sent.read(which.map((issue) => bounceOf(sent.message(issue, ANNA), { status: '4.4.1', id: issue })));
    return (await sent.states())[ANNA];
  }

  test.each([
    ['one', ['2020-12'], 'active'],
    ['two', ['2020-11', '2020-12'], 'active'],
    ['three in a row', ['2020-10', '2020-11', '2020-12'], 'suppressed'],
    ['the first, third and last of the last five', ['2020-08', '2020-10', '2020-12'], 'suppressed'],
    ['two of the last five and one before them', ['2020-07', '2020-08', '2020-12'], 'active'],
    ['three before the last five', ['2020-06', '2020-07', '2020-08'], 'active'],
    ['the first three of the last five', ['2020-08', '2020-09', '2020-10'], 'suppressed'],
  ])('of %s of seven issues', async (_, which, expected) => {
    for (const issue of ISSUES) await sent.send(issue);
    expect(await late(which)).toBe(expected);
  });

  test('counts an issue once, however many reports say the same of it', async () => {
    for (const issue of ISSUES) await sent.send(issue);
    const message = sent.message('2020-12', ANNA);
    const mails = ['1', '2', '3', '4'].map((id) => bounceOf(message, { status: '4.4.1', action: 'delayed', id }));
    expect(await outcomes(mails)).toEqual(['counted', 'counted', 'counted', 'counted']);
    expect(await sent.states()).toEqual(EVERYBODY);
  });

  test('counts only issues that were sent to the address: no rehearsal, nothing that was refused', async () => {
    await sent.send('2020-08');
    await sent.send('2020-09');
    await sent.send('2020-10', { answer: { outcome: 'failed', reason: '554 5.6.0 refused' } });
    await sent.send('2020-10', { kind: 'rehearsal' });
    await sent.send('2020-11', { answer: { outcome: 'failed', reason: '554 5.6.0 refused' } });
    await sent.send('2020-11', { kind: 'rehearsal' });
    await sent.send('2020-12', { answer: { outcome: 'uncertain', reason: 'lost' } });
    expect(await late(['2020-08', '2020-09', '2020-12'])).toBe('suppressed');
  });

  test('becomes a bounce for good, in either order', async () => {
    for (const issue of ISSUES) await sent.send(issue);
    const three = ['2020-10', '2020-11', '2020-12'].map((issue) =>
      bounceOf(sent.message(issue, ANNA), { status: '4.4.1', id: issue }),
    );
    await sent.read([...three, bounceOf(sent.message('2020-12', ANNA))]);
    expect(await state()).toMatchObject({ suppressions: [{ reason: 'hard-bounce' }] });
  });
});

describe('a refusal by a rule of the other side', () => {
  test('never changes a subscriber, however often it comes', async () => {
    for (const issue of ISSUES) await sent.send(issue);
    const mails = ISSUES.map((issue) => bounceOf(sent.message(issue, ANNA), { status: '5.7.1', id: issue }));
    expect(await outcomes(mails)).toEqual(ISSUES.map(() => 'counted'));
    expect(await sent.states()).toEqual(EVERYBODY);
    expect(await state()).toMatchObject({ suppressions: [] });
  });
});

describe('a complaint', () => {
  test('suppresses, also when the provider blanks the address or stars it out', async () => {
    await sent.send('2020-12');
    const mails = [
      complaintOf(sent.message('2020-12', ANNA), { to: NEWS }),
      complaintOf(sent.message('2020-12', BO), { to: NEWS, names: null }),
      complaintOf(sent.message('2020-12', CYD), { to: NEWS, names: 'c**@example.net' }),
    ];
    expect(await outcomes(mails)).toEqual(['suppressed', 'suppressed', 'suppressed']);
    expect(await state()).toMatchObject({
      suppressions: [{ reason: 'complaint' }, { reason: 'complaint' }, { reason: 'complaint' }],
    });
  });

  test('counts by the token of List-Unsubscribe where another server wrote a new Message-ID', async () => {
    await sent.send('2020-12');
    const mail = complaintOf(sent.message('2020-12', ANNA), {
      to: NEWS,
      messageId: '0100@ses.example.com',
      names: null,
    });
    expect(await outcomes([mail])).toEqual(['suppressed']);
    expect(await sent.states()).toEqual({ ...EVERYBODY, [ANNA]: 'suppressed' });
  });

  test('is kept as one after a bounce, and of a reader who has left', async () => {
    await sent.send('2020-12');
    await unsubscribeByHand({ configuration: sent.configuration, email: BO, now });
    const of = (reader: string) => sent.message('2020-12', reader);
    await sent.read([bounceOf(of(ANNA)), complaintOf(of(ANNA)), complaintOf(of(BO), { id: '2' })]);
    expect(await state()).toMatchObject({ suppressions: [{ reason: 'complaint' }, { reason: 'complaint' }] });
    expect(await sent.states()).toEqual({ [ANNA]: 'suppressed', [BO]: 'unsubscribed', [CYD]: 'active' });
  });
});

describe('a reader who is off the list', () => {
  test('stays unsubscribed after a bounce, and no suppression is written', async () => {
    await sent.send('2020-12');
    await unsubscribeByHand({ configuration: sent.configuration, email: ANNA, now });
    expect(await outcomes([bounceOf(sent.message('2020-12', ANNA))])).toEqual(['noted']);
    expect(await sent.states()).toEqual({ ...EVERYBODY, [ANNA]: 'unsubscribed' });
    expect(await state()).toMatchObject({ suppressions: [], events: [{ kind: 'permanent' }] });
  });

  test('stays erased, and the server’s words go with an erasure', async () => {
    await sent.send('2020-12');
    await sent.read([bounceOf(sent.message('2020-12', BO), { answer: 'Bo Berg is unknown' })]);
    for (const address of [ANNA, BO]) {
      await eraseAddressEverywhere({ configuration: sent.configuration, address, keepFiles: true, now });
    }
    expect(await outcomes([bounceOf(sent.message('2020-12', ANNA), { names: null })])).toEqual(['noted']);
    expect(await sent.states()).toEqual({ [CYD]: 'active' });
    const after = await state();
    expect(after).toMatchObject({ suppressions: [{ reason: 'forgotten' }, { reason: 'forgotten' }] });
    expect(JSON.stringify(after)).not.toMatch(/Berg|anna|bo@/);
  });

  test('is unsubscribed, not suppressed, when they also ask to leave, whichever mail is read first', async () => {
    await sent.send('2020-12');
    const ask = (From: string) => writtenMail({ From, To: UNSUBSCRIBE, Subject: 'unsubscribe' });
    await sent.read([
      bounceOf(sent.message('2020-12', ANNA)),
      ask(ANNA),
      ask(BO),
      bounceOf(sent.message('2020-12', BO)),
    ]);
    expect(await sent.states()).toEqual({ [ANNA]: 'unsubscribed', [BO]: 'unsubscribed', [CYD]: 'active' });
    expect(await state()).toMatchObject({ suppressions: [] });
  });
});

describe('a forged report', () => {
  const KINDS = [
    ['a bounce', bounceOf],
    ['a complaint', complaintOf],
  ] as const;

  test.each(KINDS)('%s changes nothing', async (_, write) => {
    await sent.send('2020-12');
    await sent.send('2020-11', { kind: 'rehearsal' });
    const keys = await openKeys(sent.configuration);
    const { id: listId } = sent.configuration.list;
    const message = sent.message('2020-12', ANNA);
    const plain = { ...message, headers: [] };
    const invented = `${'0'.repeat(32)}@example.org`;
    const wrong = message.envelope.from.replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@'));
    const mails = [
      // Nothing of ours in it, or an invented Message-ID.
      write(plain, { to: NEWS, messageId: null }),
      write(plain, { to: NEWS, messageId: invented }),
      // A token of nobody, of another list, of another purpose, with one wrong letter, or no token.
      write(message, { to: wrong, messageId: invented }),
      write(message, { to: wrong }),
      write(plain, { to: `bounces+${makeBounceToken(keys, 'other.example.org', 1)}@example.org`, messageId: null }),
      write(plain, { to: `bounces+${makeToken(keys, listId, 'footer', 1)}@example.org`, messageId: null }),
      write(plain, { to: 'bounces+everybody@example.org', messageId: invented }),
      // The return path of one reader, and the message of another.
      write(sent.message('2020-12', BO), { to: message.envelope.from, names: null }),
      // Another address than the one to which it went.
      write(message, { names: CYD }),
      write(message, { names: 'somebody@example.com' }),
      // A rehearsal that never left this machine.
      write(sent.message('2020-11', ANNA), { to: NEWS }),
    ];
    const before = await state();
    const { entries } = await sent.read(mails);
    expect(entries.filter(({ report }) => report !== undefined)).toHaveLength(mails.length);
    expect(await state()).toEqual(before);
  });

  test('about every reader, from one who knows only their own message, changes nothing for others', async () => {
    await sent.send('2020-12');
    const own = sent.message('2020-12', ANNA);
    await sent.read([BO, CYD, ANNA].map((names, index) => bounceOf(own, { names, id: String(index) })));
    expect(await sent.states()).toEqual({ ...EVERYBODY, [ANNA]: 'suppressed' });
  });
});

describe('mails in any order, read any number of times', () => {
  test('end in the same state', async () => {
    for (const issue of ISSUES) await sent.send(issue);
    const mails = READERS.flatMap((reader) => [
      ...ISSUES.slice(-3).map((issue) => bounceOf(sent.message(issue, reader), { status: '4.4.1', id: issue })),
      bounceOf(sent.message('2020-12', reader), { status: '5.7.1' }),
      bounceOf(sent.message('2020-11', reader), { messageId: null }),
      complaintOf(sent.message('2020-12', reader), { to: NEWS }),
      writtenMail({ From: reader, To: UNSUBSCRIBE, Subject: 'unsubscribe', 'Message-ID': `<${reader}>` }),
      bounceOf(sent.message('2020-12', reader), { names: 'somebody@example.com', id: 'forged' }),
    ]);
    const reset = () =>
      sent.query(async (query) => {
        await query.deleteFrom('delivery_events').execute();
        await query.deleteFrom('suppressions').execute();
        await query.updateTable('subscribers').set({ state: 'active' }).execute();
        await query.deleteFrom('consent_records').where('action', 'in', ['suppress', 'unsubscribe']).execute();
      });
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(mails, { minLength: 1 }).chain((chosen) =>
          fc.record({
            chosen: fc.constant(chosen),
            order: fc.shuffledSubarray([...chosen, ...chosen], { minLength: 2 * chosen.length }),
          }),
        ),
        async ({ chosen, order }) => {
          await reset();
          await sent.read(chosen);
          const once = await state();
          await reset();
          await sent.read(order);
          await sent.read(chosen);
          expect(await state()).toEqual(once);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('end in the same state after a run that broke off half-way', async () => {
    await sent.send('2020-12');
    const mails = READERS.map((reader) => bounceOf(sent.message('2020-12', reader), { id: reader }));
    const inOneFile = mails.map((mail) => `From - Sat Dec 19 10:00:00 2020\r\n${mail}\r\n`);
    await expect(sent.pipe(inOneFile, 2)).rejects.toThrow('the pipe broke');
    const half = await sent.states();
    expect(Object.values(half).filter((one) => one === 'suppressed')).toHaveLength(1);
    await sent.pipe(inOneFile);
    expect(await sent.states()).toEqual({ [ANNA]: 'suppressed', [BO]: 'suppressed', [CYD]: 'suppressed' });
    const { suppressions, events } = await sent.query(async (query) => ({
      suppressions: await query.selectFrom('suppressions').selectAll().execute(),
      events: await query.selectFrom('delivery_events').selectAll().execute(),
    }));
    expect(events.map(({ id }) => id).sort()).toEqual(suppressions.map(({ event_id: event }) => event).sort());
  });
});
