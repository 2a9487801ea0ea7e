import { spawnSync } from 'node:child_process';
import { beforeEach, describe, expect, test } from 'vitest';
import { importSubscribers } from '../../src/app/subscribers/import-subscribers.js';
import { unsubscribeByHand } from '../../src/app/subscribers/unsubscribe-by-hand.js';
import { reportSend } from '../../src/app/send/report-send.js';
import type { SendIssueResult } from '../../src/app/send/send-issue.js';
import { hashAddress, openKeys } from '../../src/subscribers/tokens/keys.js';
import type { Configuration } from '../../src/model/settings/configuration.js';
import type { SendReport } from '../../src/model/send/delivery.js';
import type { OutgoingMessage, SubmitOutcome, Transport } from '../../src/model/send/outgoing-message.js';
import { openDatabase } from '../../src/store/database.js';
import { emptyWorkspace, now, writeCsv } from '../support/subscribers/workspace.js';
import { ISSUE, smallTemplate, writeBuild } from '../support/send/built-issue.js';
import { recordingTransport, submitted } from '../support/send/recording-transport.js';
import { sendIn, type SendChanges } from '../support/send/sending-workspace.js';
let configuration: Configuration;

beforeEach(async () => {
  configuration = await emptyWorkspace();
  await writeBuild(configuration.root);
});

async function subscribe(count: number): Promise<void> {
  const lines = Array.from({ length: count }, (_, index) => `r${String(index)}@example.org`);
  const file = await writeCsv(configuration, ['email', ...lines].join('\n'));
  await importSubscribers({ configuration, file, now });
}

function send(transport: Transport, changes: SendChanges = {}): Promise<SendIssueResult> {
  return sendIn(configuration, { createTransport: () => Promise.resolve(transport), ...changes });
}

async function report(): Promise<SendReport> {
  const found = await reportSend({ configuration, issue: ISSUE, now });
  if (found === undefined) throw new Error('no send');
  return found;
}

/** Whatever happened, every delivery has exactly one place. */
function expectBalanced(found: SendReport): void {
  expect(found.pending + found.submitted + found.failed + found.skipped + found.uncertain).toBe(found.audience);
}

const everybody = (transport: { taken: readonly { envelope: { to: string } }[] }): readonly string[] =>
  transport.taken.map((message) => message.envelope.to).sort();

describe('a send that goes well', () => {
  test('hands over everybody once, with as many at once as the transport takes', async () => {
    await subscribe(100);
    const transport = recordingTransport({ connections: 4 });
    expect(await send(transport)).toMatchObject({ complete: true, report: { submitted: 100 } });
    expect(new Set(everybody(transport)).size).toBe(100);
    expect(transport.taken).toHaveLength(100);
    expect(transport.mostAtOnce).toBe(4);
    expect(transport.calls).toEqual([`open ${ISSUE} real`, 'close']);
  });

  test('fills batches', async () => {
    await subscribe(25);
    const sizes: number[] = [];
    const answer = (batch: readonly unknown[]): Promise<readonly SubmitOutcome[]> => {
      sizes.push(batch.length);
      return Promise.resolve(batch.map(() => submitted));
    };
    await send(recordingTransport({ connections: 1, batchSize: 10, answer }));
    expect(sizes).toEqual([10, 10, 5]);
  });

  test('has claimed a message durably before it is handed over, and never more than twice the connections', async () => {
    await subscribe(50);
    let most = 0;
    // A database of its own sees only what was committed.
    const database = await openDatabase(configuration.databasePath);
    const answer = async (batch: readonly OutgoingMessage[]): Promise<readonly SubmitOutcome[]> => {
      const rows = await database.query
        .selectFrom('deliveries')
        .select('message_id')
        .where('state', '=', 'submitting')
        .execute();
      most = Math.max(most, rows.length);
      const claimed = rows.map((row) => row.message_id);
      for (const { messageId } of batch) expect(claimed).toContain(messageId);
      return batch.map(() => submitted);
    };
    const result = await send(recordingTransport({ connections: 3, answer }));
    await database.close();
    expect(result).toMatchObject({ complete: true, report: { submitted: 50 } });
    expect(most).toBeGreaterThan(3);
    expect(most).toBeLessThanOrEqual(2 * 3);
  });

  test('stops after its limit, and goes on later', async () => {
    await subscribe(10);
    const transport = recordingTransport();
    expect(await send(transport, { limit: 4 })).toMatchObject({
      complete: false,
      report: { submitted: 4, pending: 6 },
    });
    expect(await send(transport)).toMatchObject({ complete: true, report: { submitted: 10 } });
    expect(new Set(everybody(transport)).size).toBe(10);
  });
});

describe('a send that goes on', () => {
  test('uses what was frozen: message, date and audience', async () => {
    await subscribe(4);
    const transport = recordingTransport({ connections: 1 });
    await send(transport, { limit: 2 });
    const greeting = { withName: 'Changed {name}', withoutName: 'Changed' };
    await writeBuild(configuration.root, smallTemplate({ greeting }));
    await subscribe(9);
    const later = (): Date => new Date('2021-02-01T00:00:00.000Z');
    const stale = { isBuildStale: () => Promise.resolve('it was built anew'), now: later };
    expect(await send(transport, stale)).toMatchObject({ report: { audience: 4, submitted: 4 } });
    expect(new Set(transport.taken.map((message) => message.values.greeting))).toEqual(new Set(['Dear reader,']));
    expect(
      new Set(transport.taken.flatMap((message) => message.headers.filter((field) => field.startsWith('Date:')))),
    ).toEqual(new Set(['Date: Fri, 18 Dec 2020 12:00:00 +0000']));
  });

  test('may go on through another transport', async () => {
    await subscribe(4);
    const first = recordingTransport();
    const second = recordingTransport();
    await send(first, { limit: 2 });
    await send(second);
    expect([...everybody(first), ...everybody(second)].sort()).toEqual(
      ['r0', 'r1', 'r2', 'r3'].map((name) => `${name}@example.org`),
    );
  });

  test('passes over who left, was suppressed or erased since, with the reason', async () => {
    await subscribe(5);
    const transport = recordingTransport({ connections: 1 });
    await send(transport, { limit: 1 });
    await unsubscribeByHand({ configuration, email: 'r1@example.org', now });
    const hash = hashAddress(await openKeys(configuration), 'r2@example.org');
    const database = await openDatabase(configuration.databasePath);
    const suppression = { address_hash: hash, reason: 'complaint', created_at: '' };
    await database.query.insertInto('suppressions').values(suppression).execute();
    await database.query.deleteFrom('subscribers').where('email', '=', 'r3@example.org').execute();
    expect(await send(transport)).toMatchObject({ complete: true, report: { submitted: 2, skipped: 3 } });
    const rows = await database.query
      .selectFrom('deliveries')
      .select('reason')
      .where('state', '=', 'skipped')
      .orderBy('position')
      .execute();
    await database.close();
    expect(rows.map((row) => row.reason)).toEqual(['unsubscribed', 'suppressed', 'forgotten']);
    expect(everybody(transport)).toEqual(['r0@example.org', 'r4@example.org']);
  });

  test('comes to its end when only ineligible people are left', async () => {
    await subscribe(120);
    const transport = recordingTransport({ connections: 1 });
    await send(transport, { limit: 1 });
    const database = await openDatabase(configuration.databasePath);
    await database.query.updateTable('subscribers').set({ state: 'unsubscribed' }).execute();
    await database.close();
    expect(await send(transport)).toMatchObject({ complete: true, report: { submitted: 1, skipped: 119 } });
  });
});

describe('a transport', () => {
  test('that refuses somebody keeps nobody else from theirs', async () => {
    await subscribe(6);
    const answers: readonly SubmitOutcome[] = [
      submitted,
      { outcome: 'failed', reason: 'no such mailbox' },
      { outcome: 'uncertain', reason: 'no answer' },
      { outcome: 'deferred', reason: 'try later' },
      submitted,
      submitted,
    ];
    let index = 0;
    const answer = (): Promise<readonly SubmitOutcome[]> => Promise.resolve([answers[index++] ?? submitted]);
    const transport = recordingTransport({ connections: 1, answer });
    const result = await send(transport);
    expect(result).toMatchObject({ complete: false, report: { submitted: 3, failed: 1, uncertain: 1, pending: 1 } });
    expect(transport.taken).toHaveLength(6);
    const second = recordingTransport();
    expect(await send(second)).toMatchObject({ complete: false, report: { submitted: 4, failed: 1, uncertain: 1 } });
    expect(everybody(second)).toEqual(['r3@example.org']);
  });

  test.each([
    ['throws', () => Promise.reject(new Error('the line is dead'))],
    ['answers for too few', () => Promise.resolve([])],
    ['answers for too many', () => Promise.resolve([submitted, submitted])],
  ])('that %s leaves what it had uncertain and the rest pending', async (_what, answer) => {
    await subscribe(40);
    const transport = recordingTransport({ connections: 3, answer });
    const result = await send(transport);
    expect(result).toMatchObject({ kind: 'sent', complete: false, interrupted: false, report: { submitted: 0 } });
    expect(result.kind === 'sent' ? result.failure : undefined).toBeInstanceOf(Error);
    const found = await report();
    expect(found.uncertain).toBe(transport.taken.length);
    expect(found.uncertain).toBeLessThanOrEqual(3);
    expectBalanced(found);
  });

  test('that throws, but cannot take a message twice, leaves everything pending', async () => {
    await subscribe(5);
    const answer = () => Promise.reject(new Error('disk full'));
    await send(recordingTransport({ idempotent: true, answer }));
    expect(await report()).toMatchObject({ pending: 5, uncertain: 0 });
    expect(await send(recordingTransport({ idempotent: true }))).toMatchObject({ complete: true });
  });

  test('that cannot be opened costs nothing', async () => {
    await subscribe(2);
    const broken = recordingTransport();
    broken.open = () => Promise.reject(new Error('no route'));
    await expect(send(broken)).rejects.toThrow('no route');
    expect(await send(recordingTransport())).toMatchObject({ complete: true, report: { submitted: 2 } });
  });
});

describe('a signal to stop', () => {
  test('lets what is under way finish, records it, and leaves the rest pending', async () => {
    await subscribe(60);
    const stop = new AbortController();
    const transport = recordingTransport({ connections: 2 });
    const result = await send(transport, {
      signal: stop.signal,
      onEvent: (event) => {
        if (event.event === 'progress' && event.report.submitted >= 20) stop.abort();
      },
    });
    expect(result).toMatchObject({ complete: false, interrupted: true });
    const found = await report();
    expect(found.submitted).toBe(transport.taken.length);
    expect(found.uncertain).toBe(0);
    expectBalanced(found);
    await send(transport);
    expect(new Set(everybody(transport)).size).toBe(60);
    expect(transport.taken).toHaveLength(60);
  });
});

/** A process number that was in use, and is no more. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

/** A sender that hangs while messages are being submitted; then the lease takes its process for dead. */
async function deadSender(transport: { idempotent: boolean; kind: 'real' | 'rehearsal' }) {
  let revive: () => void = () => undefined;
  let caught: () => void = () => undefined;
  const hanging = new Promise<void>((resolve) => (revive = resolve));
  const underWay = new Promise<void>((resolve) => (caught = resolve));
  let count = 0;
  const answer = async (): Promise<readonly SubmitOutcome[]> => {
    count += 1;
    if (count === 3) caught();
    await hanging;
    return [submitted];
  };
  const sending = send(recordingTransport({ ...transport, connections: 3, answer }));
  await underWay;
  await expect(send(recordingTransport(transport))).rejects.toMatchObject({ code: 'send-running' });
  const database = await openDatabase(configuration.databasePath);
  await database.query.updateTable('leases').set({ pid: deadProcess() }).execute();
  await database.close();
  return { sending, revive };
}

describe('two senders', () => {
  test('never work at once; a dead one is taken over, and what it had half-way is uncertain', async () => {
    await subscribe(20);
    const { sending, revive } = await deadSender({ idempotent: false, kind: 'real' });
    expect(await report()).toMatchObject({ uncertain: 6, pending: 14 });
    const second = recordingTransport();
    expect(await send(second)).toMatchObject({ complete: false, report: { submitted: 14, uncertain: 6 } });
    revive();
    const late = await sending;
    expect(late.kind === 'sent' ? late.failure : undefined).toMatchObject({ code: 'send-running' });
    expect(await report()).toMatchObject({ submitted: 14, uncertain: 6, pending: 0 });
    expect(second.taken).toHaveLength(14);
  });

  test('go on with what was half-way, though nobody else is left, where a message cannot be taken twice', async () => {
    await subscribe(6);
    const { sending, revive } = await deadSender({ idempotent: true, kind: 'real' });
    const second = recordingTransport({ idempotent: true });
    expect(await send(second)).toMatchObject({ complete: true, nothingLeft: false, report: { submitted: 6 } });
    revive();
    await sending;
    expect(await report()).toMatchObject({ submitted: 6, uncertain: 0 });
  });

  test('leave nothing uncertain where a message cannot be taken twice', async () => {
    await subscribe(20);
    const { sending, revive } = await deadSender({ idempotent: true, kind: 'rehearsal' });
    expect(await report()).toMatchObject({ uncertain: 0, pending: 20 });
    const second = recordingTransport({ idempotent: true, kind: 'rehearsal' });
    expect(await send(second)).toMatchObject({ complete: true, report: { submitted: 20 } });
    revive();
    await sending;
    expect(await report()).toMatchObject({ submitted: 20 });
  });
});
