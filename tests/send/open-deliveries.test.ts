import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportSendDetails } from '../../src/app/send/report-send.js';
import { skipDeliveries, uncertainDeliveries } from '../../src/app/send/open-deliveries.js';
import { whyAddress } from '../../src/app/subscribers/explain-address.js';
import type { OutgoingMessage, SubmitOutcome } from '../../src/model/send/outgoing-message.js';
import { now } from '../support/subscribers/workspace.js';
import { ISSUE } from '../support/send/built-issue.js';
import { recordingTransport, submitted } from '../support/send/recording-transport.js';
import { sendingWorkspace, type SendingWorkspace } from '../support/send/sending-workspace.js';

/** Answers by the number in the reader's address. */
function answering(outcomes: Readonly<Record<number, SubmitOutcome>>) {
  const answer = (batch: readonly OutgoingMessage[]): Promise<readonly SubmitOutcome[]> =>
    Promise.resolve(
      batch.map(({ recipient }) => outcomes[Number(/\d+/.exec(recipient.address)?.[0] ?? -1)] ?? submitted),
    );
  return recordingTransport({ answer });
}

const lost: SubmitOutcome = { outcome: 'uncertain', reason: 'no answer after the last dot' };
const failed = { outcome: 'failed', reason: '552 5.2.2 mailbox full' } as const;
const gone: SubmitOutcome = { outcome: 'failed', reason: '550 5.1.1 no such user', cause: 'address' };
const welcome = () => Promise.resolve(true);
const reached = (transport: { taken: readonly OutgoingMessage[] }) =>
  transport.taken.map(({ recipient }) => recipient.address).sort();

async function deliveryOf({ configuration }: SendingWorkspace, address: string) {
  return (await whyAddress(configuration, address)).people[0]?.deliveries[0];
}

describe('uncertain deliveries', () => {
  test('are listed with address, time and reason, and never sent again by themselves', async () => {
    const workspace = await sendingWorkspace(4);
    await workspace.send(answering({ 1: lost, 3: lost }));
    const second = recordingTransport();
    expect(await workspace.send(second)).toMatchObject({
      nothingLeft: true,
      complete: false,
      report: { uncertain: 2 },
    });
    expect(second.taken).toEqual([]);
    const request = { configuration: workspace.configuration, issue: ISSUE, now };
    expect(await uncertainDeliveries(request)).toMatchObject({
      open: [
        { address: 'r1@example.org', at: now().toISOString(), reason: 'no answer after the last dot' },
        { address: 'r3@example.org' },
      ],
      leftOut: [],
    });
  });

  test('go out once more when a person wants it, those alone and under the same Message-ID', async () => {
    const workspace = await sendingWorkspace(4);
    const first = answering({ 1: lost, 3: lost });
    await workspace.send(first);
    const second = recordingTransport();
    const result = await workspace.send(second, { retryState: 'uncertain' });
    expect(result).toMatchObject({ complete: true, report: { submitted: 4, uncertain: 0 } });
    expect(reached(second)).toEqual(['r1@example.org', 'r3@example.org']);
    const ids = new Map(first.taken.map((message) => [message.recipient.address, message.messageId]));
    for (const message of second.taken) expect(message.messageId).toBe(ids.get(message.recipient.address));
  });

  test('are left out when a person wants it', async () => {
    const workspace = await sendingWorkspace(4);
    await workspace.send(answering({ 1: lost }));
    const request = { configuration: workspace.configuration, issue: ISSUE, now };
    expect(await skipDeliveries('uncertain', request, () => Promise.resolve(false))).toBeUndefined();
    expect(await workspace.report()).toMatchObject({ uncertain: 1 });
    expect(await skipDeliveries('uncertain', request, welcome)).toMatchObject({
      submitted: 3,
      skipped: 1,
      uncertain: 0,
    });
    expect((await workspace.deliveries())[1]).toMatchObject({ state: 'skipped', reason: 'uncertain' });
  });

  test('that were left out say that a person decided, and why nobody could tell', async () => {
    const workspace = await sendingWorkspace(2);
    await workspace.send(answering({ 1: lost }));
    const request = { configuration: workspace.configuration, issue: ISSUE, now };
    await skipDeliveries('uncertain', request, welcome);
    const reason =
      'left out by a person’s decision, since nobody could tell whether it was taken: no answer after the last dot';
    expect(await uncertainDeliveries(request)).toMatchObject({
      open: [],
      leftOut: [{ address: 'r1@example.org', reason }],
    });
    expect((await reportSendDetails(request))?.groups).toMatchObject([{ state: 'skipped', reason, count: 1 }]);
    expect(await deliveryOf(workspace, 'r1@example.org')).toMatchObject({
      state: 'skipped',
      reason: 'uncertain',
      uncertainReason: 'no answer after the last dot',
    });
  });

  test('that are not reached in a second run are pending without the reason of the first, which is kept', async () => {
    const workspace = await sendingWorkspace(3);
    await workspace.send(answering({ 0: lost, 1: lost }));
    await workspace.send(answering({}), { retryState: 'uncertain', limit: 1 });
    const states = (await workspace.deliveries()).map(({ state, reason }) => ({ state, reason }));
    expect(states).toEqual([
      { state: 'submitted', reason: null },
      { state: 'pending', reason: null },
      { state: 'submitted', reason: null },
    ]);
    const request = { configuration: workspace.configuration, issue: ISSUE, now };
    const reason = 'to be sent once more; nobody could tell whether it was taken: no answer after the last dot';
    expect((await reportSendDetails(request))?.groups).toMatchObject([{ state: 'pending', reason }]);
    for (const address of ['r0@example.org', 'r1@example.org']) {
      expect(await deliveryOf(workspace, address)).toMatchObject({ uncertainReason: 'no answer after the last dot' });
    }
    await skipDeliveries('pending', request, welcome);
    expect((await reportSendDetails(request))?.groups).toMatchObject([
      { reason: 'cancelled; before that, nobody could tell whether it was taken: no answer after the last dot' },
    ]);
  });

  test('that become uncertain once more have both reasons, also when they are left out then', async () => {
    const workspace = await sendingWorkspace(2);
    await workspace.send(answering({ 1: lost }));
    await workspace.send(answering({ 1: { outcome: 'uncertain', reason: 'the line broke' } }), {
      retryState: 'uncertain',
    });
    const request = { configuration: workspace.configuration, issue: ISSUE, now };
    expect((await uncertainDeliveries(request)).open).toMatchObject([
      { reason: 'the line broke; before that, nobody could tell whether it was taken: no answer after the last dot' },
    ]);
    await skipDeliveries('uncertain', request, welcome);
    expect(await deliveryOf(workspace, 'r1@example.org')).toMatchObject({
      uncertainReason: 'the line broke; before that: no answer after the last dot',
    });
  });

  test('need a send that has begun', async () => {
    const workspace = await sendingWorkspace(2);
    await expect(workspace.send(recordingTransport(), { retryState: 'uncertain' })).rejects.toMatchObject({
      code: 'send-missing',
    });
    const request = { configuration: workspace.configuration, issue: ISSUE, now };
    await expect(uncertainDeliveries(request)).rejects.toMatchObject({ code: 'send-missing' });
  });
});

describe('what a dead sender left half-way', () => {
  test('is uncertain for the report, its reasons and why alike', async () => {
    const workspace = await sendingWorkspace(3);
    await workspace.send(recordingTransport(), { limit: 1 });
    await workspace.withDatabase(({ query }) =>
      query.updateTable('deliveries').set({ state: 'submitting' }).where('position', '=', 2).execute(),
    );
    const request = { configuration: workspace.configuration, issue: ISSUE, now };
    const details = await reportSendDetails(request);
    expect(details?.report).toMatchObject({ submitted: 1, uncertain: 1, pending: 1 });
    const reason = 'the program ended while it was handing this message over';
    expect(details?.groups).toEqual([{ state: 'uncertain', reason, count: 1, addresses: ['r1@example.org'] }]);
    const known = await whyAddress(workspace.configuration, 'r1@example.org');
    expect(known.people[0]?.deliveries).toMatchObject([{ state: 'uncertain', reason }]);
  });
});

describe('failed deliveries', () => {
  test('are tried once more alone, without those who were suppressed meanwhile', async () => {
    const workspace = await sendingWorkspace(8);
    await workspace.send(answering({ 1: failed, 2: gone }), { limit: 5 });
    const second = recordingTransport();
    const result = await workspace.send(second, { retryState: 'failed' });
    expect(reached(second)).toEqual(['r1@example.org']);
    expect(result).toMatchObject({ complete: false, report: { submitted: 4, failed: 1, pending: 3 } });
  });
});

describe('failed deliveries that are not reached in a second try', () => {
  test('keep the reason why they failed', async () => {
    const workspace = await sendingWorkspace(3);
    await workspace.send(answering({ 0: failed, 1: failed }));
    await workspace.send(answering({ 0: failed }), { retryState: 'failed', limit: 1 });
    const states = (await workspace.deliveries()).map(({ state, reason }) => ({ state, reason }));
    expect(states).toEqual([
      { state: 'failed', reason: failed.reason },
      { state: 'pending', reason: failed.reason },
      { state: 'submitted', reason: null },
    ]);
  });
});

describe('an address that does not exist', () => {
  test('is off the list in the same step, for everybody who shares it, and why says so', async () => {
    const rows = 'email,name\nr0@example.org,Anna\nr0@example.org,Boris\nr1@example.org,Eva\n';
    const sharing = { sharedAddresses: 'allow', retention: { pendingDays: 30, proofYears: 3 } } as const;
    const workspace = await sendingWorkspace(rows, { subscribers: sharing });
    const transport = recordingTransport({ connections: 1, answer: () => Promise.resolve([gone]) });
    await workspace.send(transport, { limit: 1 });
    const known = await whyAddress(workspace.configuration, 'R0@Example.org');
    expect(known.suppression).toMatchObject({ reason: 'hard-bounce' });
    expect(known.people.map(({ name, state }) => [name, state])).toEqual([
      ['Anna', 'suppressed'],
      ['Boris', 'suppressed'],
    ]);
    expect(known.people[0]?.consents.at(-1)).toMatchObject({
      action: 'suppress',
      detail: '550 5.1.1 no such user',
      stateAfter: 'suppressed',
    });
    expect(await workspace.send(recordingTransport())).toMatchObject({
      report: { submitted: 1, failed: 1, skipped: 1 },
    });
  });

  test('of a rehearsal takes nobody off', async () => {
    const workspace = await sendingWorkspace(1);
    const answer = () => Promise.resolve([gone]);
    await workspace.send(recordingTransport({ kind: 'rehearsal', answer }));
    expect((await whyAddress(workspace.configuration, 'r0@example.org')).people[0]?.state).toBe('active');
  });
});

describe('a send that is refused by policy', () => {
  const policy: SubmitOutcome = { outcome: 'failed', reason: '550 5.7.1 not welcome', cause: 'policy' };

  test('stops, and leaves the rest pending', async () => {
    const workspace = await sendingWorkspace(60);
    const transport = recordingTransport({ connections: 2, answer: () => Promise.resolve([policy]) });
    const result = await workspace.send(transport);
    expect(result.failure).toMatchObject({ code: 'send-stopped', exitCode: 3 });
    expect(result.report.failed).toBe(transport.taken.length);
    expect(transport.taken.length).toBeLessThanOrEqual(11);
    expect(result.report).toMatchObject({ pending: 60 - transport.taken.length, uncertain: 0 });
    expect(await workspace.send(recordingTransport())).toMatchObject({ report: { pending: 0 } });
  });
});

describe('a cancelled send', () => {
  test('leaves out who is left, says so beside the issue, and does not go on', async () => {
    const workspace = await sendingWorkspace(5);
    await workspace.send(recordingTransport(), { limit: 2 });
    const request = { configuration: workspace.configuration, issue: ISSUE, now };
    expect(await skipDeliveries('pending', request, welcome)).toMatchObject({ submitted: 2, skipped: 3, pending: 0 });
    const record: unknown = JSON.parse(
      await readFile(path.join(workspace.configuration.root, 'issues', ISSUE, 'sent.json'), 'utf8'),
    );
    expect(record).toMatchObject({ cancelledAt: now().toISOString() });
    const transport = recordingTransport();
    expect(await workspace.send(transport)).toMatchObject({ nothingLeft: true, cancelledAt: now().toISOString() });
    expect(transport.taken).toEqual([]);
  });

  test('is refused while somebody sends', async () => {
    const workspace = await sendingWorkspace(5);
    await workspace.send(recordingTransport(), { limit: 2 });
    await workspace.withDatabase(({ query }) => query.updateTable('leases').set({ pid: process.ppid }).execute());
    const request = { configuration: workspace.configuration, issue: ISSUE, now };
    await expect(skipDeliveries('pending', request, welcome)).rejects.toMatchObject({ code: 'send-running' });
  });
});

describe('deferred deliveries', () => {
  test('have their reason in the report and in why, until they are taken', async () => {
    const workspace = await sendingWorkspace(2);
    const later: SubmitOutcome = { outcome: 'deferred', reason: '452 4.2.2 r1@example.org is over quota' };
    await workspace.send(answering({ 1: later }));
    const request = { configuration: workspace.configuration, issue: ISSUE, now };
    expect((await reportSendDetails(request))?.groups).toEqual([
      { state: 'pending', reason: '452 4.2.2 … is over quota', count: 1, addresses: ['r1@example.org'] },
    ]);
    const known = await whyAddress(workspace.configuration, 'r1@example.org');
    expect(known.people[0]?.deliveries).toMatchObject([{ state: 'pending', reason: later.reason }]);
    await workspace.send(recordingTransport());
    expect((await reportSendDetails(request))?.groups).toEqual([]);
    expect((await workspace.deliveries())[1]).toMatchObject({ state: 'submitted', reason: null });
  });

  test('are waited for with growing pauses, as long as the run may', async () => {
    const workspace = await sendingWorkspace(3);
    let clock = now().getTime();
    let asked = 0;
    const answer = (batch: readonly OutgoingMessage[]): Promise<readonly SubmitOutcome[]> => {
      const later = batch[0]?.recipient.address === 'r1@example.org' && (asked += 1) < 3;
      return Promise.resolve([later ? { outcome: 'deferred', reason: '451 try later' } : submitted]);
    };
    const pauses: number[] = [];
    const result = await workspace.send(recordingTransport({ connections: 1, answer }), {
      now: () => new Date(clock),
      waitMs: 5 * 60_000,
      pause: (milliseconds) => {
        pauses.push(milliseconds);
        clock += milliseconds;
        return Promise.resolve();
      },
    });
    expect(pauses).toEqual([60_000, 120_000]);
    expect(result).toMatchObject({ complete: true, report: { submitted: 3 } });
  });

  test('stay pending for a later run, which is told when', async () => {
    const workspace = await sendingWorkspace(2);
    const deferred: SubmitOutcome = { outcome: 'deferred', reason: '451 try later' };
    const result = await workspace.send(answering({ 1: deferred }));
    expect(result).toMatchObject({ complete: false, report: { submitted: 1, pending: 1 } });
    expect(result.retryAt).toEqual(new Date(now().getTime() + 60_000));
    expect(await workspace.send(recordingTransport())).toMatchObject({ complete: true });
  });
});
