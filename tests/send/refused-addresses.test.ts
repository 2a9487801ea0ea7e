import { describe, expect, test } from 'vitest';
import { listSubscribers } from '../../src/app/subscribers/list-subscribers.js';
import type { OutgoingMessage, SubmitOutcome } from '../../src/model/send/outgoing-message.js';
import { recordingTransport, submitted } from '../support/send/recording-transport.js';
import { sendingWorkspace, type SendingWorkspace } from '../support/send/sending-workspace.js';
const unknown: SubmitOutcome = { outcome: 'failed', reason: '550 5.1.1 user unknown', cause: 'address' };

/** Knows the readers whose number passes. */
function knowing(isKnown: (reader: number) => boolean) {
  const answer = (batch: readonly OutgoingMessage[]): Promise<readonly SubmitOutcome[]> =>
    Promise.resolve(
      batch.map(({ recipient }) => (isKnown(Number(/\d+/.exec(recipient.address)?.[0])) ? submitted : unknown)),
    );
  return recordingTransport({ connections: 2, answer });
}

async function suppressed({ configuration }: SendingWorkspace): Promise<number> {
  const people = await listSubscribers({ configuration });
  return people.filter(({ state }) => state === 'suppressed').length;
}

describe('a server that knows none of the readers', () => {
  test('does not empty a long list: the send stops, and nobody is taken off', async () => {
    const workspace = await sendingWorkspace(200);
    const { failure, report } = await workspace.send(knowing(() => false));
    expect(failure).toMatchObject({ code: 'send-stopped', exitCode: 3 });
    expect(report.failed).toBeGreaterThanOrEqual(30);
    expect(report.failed).toBeLessThanOrEqual(32);
    expect(report.pending).toBe(200 - report.failed);
    expect(await suppressed(workspace)).toBe(0);
  });

  test('does not empty a short list', async () => {
    const workspace = await sendingWorkspace(12);
    const { failure, report } = await workspace.send(knowing(() => false));
    expect(failure).toMatchObject({ code: 'send-stopped' });
    expect(report).toMatchObject({ failed: 12 });
    expect(await suppressed(workspace)).toBe(0);
    // With the right server everybody gets the issue.
    expect(
      await workspace.send(
        knowing(() => true),
        { retryState: 'failed' },
      ),
    ).toMatchObject({ complete: true });
  });

  test('or does not any more, after it took some', async () => {
    const workspace = await sendingWorkspace(100);
    const { failure } = await workspace.send(knowing((reader) => reader < 20));
    expect(failure).toMatchObject({ code: 'send-stopped' });
    expect(await suppressed(workspace)).toBe(0);
  });
});

describe('addresses that are none', () => {
  test('are off the list where the same server takes messages for others', async () => {
    const workspace = await sendingWorkspace(100);
    const { failure, report } = await workspace.send(knowing((reader) => reader % 5 === 4));
    expect(failure).toBeUndefined();
    expect(report).toMatchObject({ submitted: 20, failed: 80 });
    expect(await suppressed(workspace)).toBe(80);
  });

  test('are off the list where they are few, though nobody else is on it', async () => {
    const workspace = await sendingWorkspace(9);
    expect(await workspace.send(knowing(() => false))).toMatchObject({ failure: undefined, report: { failed: 9 } });
    expect(await suppressed(workspace)).toBe(9);
  });
});
