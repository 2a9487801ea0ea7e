import { describe, expect, it } from 'vitest';
import { ServiceMailQueue } from '../../src/app/service-mail-queue.js';
import type { OutgoingMessage, SubmitOutcome, Transport } from '../../src/model/outgoing-message.js';
import { CONFIGURATION } from '../render/issue-fixture.js';

const MAIL = {
  to: 'anna@example.org',
  language: 'en',
  subject: 'One',
  text: 'One',
  html: '<p>One</p>',
  attachment: undefined,
};

function queueWith(answer: (attempt: number) => SubmitOutcome) {
  let time = 0;
  const submitted: OutgoingMessage[] = [];
  const troubles: string[] = [];
  const transport: Transport = {
    name: 'test',
    kind: 'real',
    idempotent: false,
    loopback: true,
    signing: 'ours',
    connections: 1,
    batchSize: 2,
    open: () => Promise.resolve(),
    submit: (batch) => {
      submitted.push(...batch);
      return Promise.resolve(batch.map(() => answer(submitted.length)));
    },
    close: () => Promise.resolve(),
  };
  const queue = new ServiceMailQueue({
    configuration: CONFIGURATION,
    createTransport: () => Promise.resolve(transport),
    now: () => new Date(time),
    onTrouble: (what, error) => troubles.push(`${what}${error instanceof Error ? `: ${error.message}` : ''}`),
  });
  return { queue, submitted, troubles, wait: (minutes: number) => (time += minutes * 60_000) };
}

describe('service mail', () => {
  it('is handed over after the request, in order, and each once', async () => {
    const { queue, submitted, troubles } = queueWith(() => ({ outcome: 'submitted' }));
    for (const to of ['a@example.org', 'b@example.org', 'c@example.org'])
      queue.add(() => Promise.resolve({ ...MAIL, to }));
    queue.add(() => Promise.resolve(undefined));
    expect(submitted).toEqual([]);
    await queue.close();
    expect(submitted.map(({ envelope }) => envelope.to)).toEqual(['a@example.org', 'b@example.org', 'c@example.org']);
    expect(troubles).toEqual([]);
  });

  it('that was put off is offered again later, with the same Message-ID', async () => {
    const { queue, submitted, wait } = queueWith((attempt) =>
      attempt === 1 ? { outcome: 'deferred', reason: '' } : { outcome: 'submitted' },
    );
    queue.add(() => Promise.resolve(MAIL));
    await queue.close();
    await queue.close();
    expect(submitted).toHaveLength(1);
    wait(2);
    await queue.close();
    expect(new Set(submitted.map(({ messageId }) => messageId)).size).toBe(1);
    expect(submitted).toHaveLength(2);
  });

  it('that failed is in the log, without its address', async () => {
    const { queue, troubles } = queueWith(() => ({ outcome: 'failed', reason: 'no mailbox anna@example.org' }));
    queue.add(() => Promise.resolve(MAIL));
    queue.add(() => Promise.reject(new Error('the disk')));
    await queue.close();
    expect(troubles).toEqual(['a service mail could not be made: the disk', 'a service mail is failed']);
  });

  it('is refused where too much waits', async () => {
    const { queue } = queueWith(() => ({ outcome: 'submitted' }));
    const taken = Array.from({ length: 1100 }, () => queue.add(() => Promise.resolve(undefined)));
    expect(taken.filter((one) => one)).toHaveLength(1000);
    await queue.close();
  });
});
