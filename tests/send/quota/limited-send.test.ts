import { expect, test } from 'vitest';
import { effectiveLimits } from '../../../src/model/settings/sending-limits.js';
import type { OutgoingMessage, SubmitOutcome } from '../../../src/model/send/outgoing-message.js';
import { recordingTransport } from '../../support/send/recording-transport.js';
import { sendingWorkspace } from '../../support/send/sending-workspace.js';

const START = Date.parse('2020-12-18T09:00:00Z');
const DAY = 24 * 60 * 60_000;

/** A clock that pauses move. */
function clockAt(start: number) {
  let milliseconds = start;
  return {
    now: () => new Date(milliseconds),
    pause: (pause: number) => {
      milliseconds += pause;
      return Promise.resolve();
    },
  };
}

test('a full day stops the send cleanly, says when it goes on, and nobody gets it twice', async () => {
  const workspace = await sendingWorkspace(25, { limits: effectiveLimits({ perDay: 10 }) });
  const addresses: string[] = [];
  for (const [day, pending] of [15, 5, 0].entries()) {
    const transport = recordingTransport();
    const sent = await workspace.send(transport, clockAt(START + day * (DAY + 60_000)));
    expect(sent.report).toMatchObject({ pending, failed: 0, uncertain: 0 });
    if (pending > 0) expect(String(sent.failure)).toContain('The limit of 10 messages a day is reached.');
    addresses.push(...transport.taken.map(({ envelope }) => envelope.to));
  }
  expect(new Set(addresses).size).toBe(25);
  expect(addresses).toHaveLength(25);
});

test('the error of a full day names the time at which it has room again', async () => {
  const workspace = await sendingWorkspace(3, { limits: effectiveLimits({ perDay: 2 }) });
  const { failure } = await workspace.send(recordingTransport(), clockAt(START));
  expect(failure).toHaveProperty('expected', expect.stringContaining('2020-12-19 09:01 UTC'));
});

test('a domain with a limit does not keep the others waiting, and one run reaches everybody', async () => {
  const limits = effectiveLimits({ perDomain: { 'example.com': { perMinute: 2 } } });
  const readers = [
    'email',
    ...Array.from({ length: 12 }, (_, index) => `r${String(index)}@example.${index % 2 === 0 ? 'com' : 'net'}`),
  ];
  const workspace = await sendingWorkspace(readers.join('\n'), { limits });
  const clock = clockAt(START);
  const left: { readonly to: string; readonly at: number }[] = [];
  const answer = (batch: readonly OutgoingMessage[]): Promise<readonly SubmitOutcome[]> => {
    left.push(...batch.map(({ envelope }) => ({ to: envelope.to, at: clock.now().getTime() - START })));
    return Promise.resolve(batch.map(() => ({ outcome: 'submitted' })));
  };
  expect(await workspace.send(recordingTransport({ answer }), clock)).toMatchObject({
    complete: true,
    report: { submitted: 12, pending: 0 },
  });
  const to = (domain: string) => left.filter(({ to: address }) => address.endsWith(domain)).map(({ at }) => at);
  expect(to('.net')).toEqual(Array(6).fill(0));
  expect(to('.com')).toEqual([0, 30_000, 60_000, 90_000, 120_000, 150_000]);
});

test('a limit by the minute holds for a transport that takes batches', async () => {
  const workspace = await sendingWorkspace(100, { limits: effectiveLimits({ perMinute: 600 }) });
  const clock = clockAt(START);
  const times: number[] = [];
  const answer = (batch: readonly OutgoingMessage[]): Promise<readonly SubmitOutcome[]> => {
    times.push(...batch.map(() => clock.now().getTime()));
    return Promise.resolve(batch.map(() => ({ outcome: 'submitted' })));
  };
  await workspace.send(recordingTransport({ batchSize: 1000, connections: 1, answer }), clock);
  expect(times).toHaveLength(100);
  expect(Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1_000).length))).toBe(10);
});

test('a rehearsal has no limits', async () => {
  const workspace = await sendingWorkspace(5, { limits: effectiveLimits({ perDay: 1 }) });
  expect(await workspace.send(recordingTransport({ kind: 'rehearsal' }))).toMatchObject({ complete: true });
});
