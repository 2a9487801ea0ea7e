import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NewsletterError } from '../../src/model/error.js';
import { LedgerInThread } from '../../src/send/ledger-in-thread.js';
import { packError, unpackError } from '../../src/send/ledger-messages.js';
import type { OutgoingMessage, SubmitOutcome } from '../../src/model/outgoing-message.js';
import { now } from '../audience/workspace.js';
import { ISSUE } from './built-issue.js';
import { compileLedgerThread } from './compiled-ledger-thread.js';
import type { CompiledThreads } from './compiled-ledger-thread.js';
import { recordingTransport, submitted } from './recording-transport.js';
import { sendingWorkspace } from './sending-workspace.js';
import type { SendingWorkspace } from './sending-workspace.js';

const READERS = 120;
const CONNECTIONS = 4;

let threads: CompiledThreads;

beforeAll(async () => {
  threads = await compileLedgerThread();
});

afterAll(() => threads.remove());

/** Answers by the number in the reader's address, so that every kind of outcome comes up. */
function answer(batch: readonly OutgoingMessage[]): Promise<readonly SubmitOutcome[]> {
  const outcomes: Readonly<Record<number, SubmitOutcome>> = {
    1: { outcome: 'failed', reason: '552 5.2.2 mailbox full' },
    2: { outcome: 'failed', reason: '550 5.1.1 no such user', cause: 'address' },
    3: { outcome: 'deferred', reason: '451 later' },
    4: { outcome: 'uncertain', reason: 'no answer after the last dot' },
  };
  const numberOf = ({ recipient }: OutgoingMessage) => Number(/\d+/.exec(recipient.address)?.[0]) % 40;
  return Promise.resolve(batch.map((message) => outcomes[numberOf(message)] ?? submitted));
}

const sorted = (transport: { taken: readonly OutgoingMessage[] }) =>
  transport.taken.map(({ recipient }) => recipient.address).sort();

/** All that the ledger has of each delivery but its random ids, and who is left on the list. */
function recorded(workspace: SendingWorkspace): Promise<unknown> {
  return workspace.withDatabase(async ({ query }) => [
    await query
      .selectFrom('deliveries')
      .select(['position', 'address', 'state', 'reason', 'attempts', 'attempt_after', 'updated_at'])
      .orderBy('position')
      .execute(),
    await query.selectFrom('subscribers').select(['id', 'state']).orderBy('id').execute(),
    await query.selectFrom('suppressions').select(['reason']).execute(),
  ]);
}

/** After a holder that will not come back. */
async function goOn(workspace: SendingWorkspace) {
  const transport = recordingTransport({ connections: CONNECTIONS });
  return { transport, result: await workspace.send(transport, { ledgerThread: threads.threadFile }) };
}

describe('a ledger in a thread of its own', () => {
  it('comes to the same records as one in the same thread', async () => {
    const results = await Promise.all(
      [threads.threadFile, undefined].map(async (ledgerThread) => {
        const workspace = await sendingWorkspace(READERS);
        const transport = recordingTransport({ connections: CONNECTIONS, answer });
        const { report } = await workspace.send(transport, { ledgerThread });
        return { report, taken: sorted(transport), recorded: await recorded(workspace) };
      }),
    );
    expect(results[0]?.report).toMatchObject({ submitted: 108, failed: 6, pending: 3, uncertain: 3 });
    expect(results[0]).toEqual(results[1]);
    expect(new Set(results[0]?.taken).size).toBe(READERS);
  });

  it('has claimed a message durably before it is handed over, and never more than twice the connections', async () => {
    const workspace = await sendingWorkspace(READERS);
    let most = 0;
    await workspace.withDatabase(async ({ query }) => {
      const watching = recordingTransport({
        connections: CONNECTIONS,
        answer: async (batch) => {
          const claimed = await query
            .selectFrom('deliveries')
            .select('message_id')
            .where('state', '=', 'submitting')
            .execute();
          most = Math.max(most, claimed.length);
          const ids = claimed.map((row) => row.message_id);
          for (const { messageId } of batch) expect(ids).toContain(messageId);
          return batch.map(() => submitted);
        },
      });
      const result = await workspace.send(watching, { ledgerThread: threads.threadFile });
      expect(result).toMatchObject({ complete: true, failure: undefined });
    });
    expect(most).toBeGreaterThan(CONNECTIONS);
    expect(most).toBeLessThanOrEqual(2 * CONNECTIONS);
  });

  it('stops when another sender took the send over, and says so', async () => {
    const workspace = await sendingWorkspace(READERS);
    let taken = 0;
    await workspace.withDatabase(async ({ query }) => {
      const transport = recordingTransport({
        connections: CONNECTIONS,
        answer: async (batch) => {
          taken += 1;
          if (taken === 20) await query.updateTable('leases').set({ fencing: 99 }).execute();
          return batch.map(() => submitted);
        },
      });
      const { failure } = await workspace.send(transport, { ledgerThread: threads.threadFile });
      expect(failure).toBeInstanceOf(NewsletterError);
      expect(failure).toMatchObject({ code: 'send-running', exitCode: 4 });
    });
    expect(taken).toBeLessThanOrEqual(20 + 2 * CONNECTIONS);
  });

  it.each([
    ['ends', 'process.exit(7)'],
    ['throws', 'throw new Error("out of order")'],
    ['runs out of memory', 'for (const all = []; ; ) all.push(new Array(1000).fill(Math.random()))'],
  ])('that %s stops the send with words; then it goes on, and nobody is doubled', async (what, end) => {
    const workspace = await sendingWorkspace(READERS);
    const code = `let left = 8; parentPort.on('message', () => { left -= 1; if (left === 0) { ${end} } });`;
    const ledgerThread = await threads.variant(what.replaceAll(' ', '-'), code);
    const first = recordingTransport({ connections: CONNECTIONS });
    const { failure, complete } = await workspace.send(first, { ledgerThread });
    expect(complete).toBe(false);
    expect(failure).toMatchObject({ code: 'database-unusable', exitCode: 70 });
    expect(String(failure)).toContain('ended before its work was done');
    expect(first.taken.length).toBeGreaterThan(0);
    const { transport, result } = await goOn(workspace);
    const { submitted: certain, uncertain } = result.report;
    expect(certain + uncertain).toBe(READERS);
    expect(uncertain).toBeLessThanOrEqual(2 * CONNECTIONS);
    const everybody = [...sorted(first), ...sorted(transport)];
    expect(new Set(everybody).size).toBe(everybody.length);
    for (const { address, state } of await workspace.deliveries()) {
      if (state === 'submitted') expect(everybody).toContain(address);
    }
  });

  it('that cannot open the database fails at its first step, and ends', async () => {
    const workspace = await sendingWorkspace(1);
    const { root } = workspace.configuration;
    const ledger = new LedgerInThread(threads.threadFile, root, now);
    ledger.begin({
      lease: { issue: ISSUE, kind: 'real', fencing: 1 },
      keys: { tokenKeys: [{ id: 'a', secret: 'b' }], suppressionKey: 'c' },
      send: { id: 1, issue: ISSUE, kind: 'real' },
      choice: 'all',
    });
    await expect(ledger.step([], 1)).rejects.toMatchObject({ code: 'database-unusable' });
    await ledger.close();
    await expect(ledger.step([], 1)).rejects.toThrow(/ended before its work was done/);
  });

  it('is interrupted as before: what was claimed and not begun is pending again', async () => {
    const workspace = await sendingWorkspace(READERS);
    const controller = new AbortController();
    const transport = recordingTransport({
      connections: CONNECTIONS,
      answer: (batch) => {
        if (transport.taken.length >= 30) controller.abort();
        return Promise.resolve(batch.map(() => submitted));
      },
    });
    const { interrupted, report } = await workspace.send(transport, {
      ledgerThread: threads.threadFile,
      signal: controller.signal,
    });
    expect(interrupted).toBe(true);
    expect(report).toMatchObject({
      submitted: transport.taken.length,
      pending: READERS - transport.taken.length,
      uncertain: 0,
    });
  });
});

describe('an error that goes from thread to thread', () => {
  it('keeps its code, its sentences and its causes', () => {
    const disk = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const text = { message: 'The disk is full.', expected: 'some space', help: 'Make room.' };
    const arrived = unpackError(structuredClone(packError(new NewsletterError('database-unusable', text, disk))));
    expect(arrived).toBeInstanceOf(NewsletterError);
    expect(arrived).toMatchObject({ code: 'database-unusable', exitCode: 70, ...text });
    expect(arrived.cause).toMatchObject({ message: 'database or disk is full' });
    expect(unpackError(packError(new TypeError('of the program')))).not.toBeInstanceOf(NewsletterError);
    expect(unpackError(packError('a text'))).toMatchObject({ message: 'a text' });
  });
});
