import { describe, expect, test } from 'vitest';
import { ServiceMailQueue } from '../../../src/app/service-mail/service-mail-queue.js';
import type { OutgoingMessage, SubmitOutcome, Transport } from '../../../src/model/send/outgoing-message.js';
import { CONFIGURATION } from '../../support/render/issue-fixture.js';

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
  const warnings: string[] = [];
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
    onWarning: (what, error) => warnings.push(`${what}${error instanceof Error ? `: ${error.message}` : ''}`),
  });
  return { queue, submitted, warnings, wait: (minutes: number) => (time += minutes * 60_000) };
}

describe('service mail', () => {
  test('is handed over after the request, in order, and each once', async () => {
    const { queue, submitted, warnings } = queueWith(() => ({ outcome: 'submitted' }));
    for (const to of ['a@example.org', 'b@example.org', 'c@example.org'])
      queue.add(() => Promise.resolve({ ...MAIL, to }));
    queue.add(() => Promise.resolve(undefined));
    expect(submitted).toEqual([]);
    await queue.close();
    expect(submitted.map(({ envelope }) => envelope.to)).toEqual(['a@example.org', 'b@example.org', 'c@example.org']);
    expect(warnings).toEqual([]);
  });

  test('that was put off is offered again later, with the same Message-ID', async () => {
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

  test('that failed is in the log, without its address', async () => {
    const { queue, warnings } = queueWith(() => ({ outcome: 'failed', reason: 'no mailbox anna@example.org' }));
    queue.add(() => Promise.resolve(MAIL));
    queue.add(() => Promise.reject(new Error('the disk')));
    await queue.close();
    expect(warnings).toEqual(['a service mail could not be made: the disk', 'a service mail is failed']);
  });

  test('is refused where too much waits', async () => {
    const { queue } = queueWith(() => ({ outcome: 'submitted' }));
    const taken = Array.from({ length: 1100 }, () => queue.add(() => Promise.resolve(undefined)));
    expect(taken.filter((one) => one)).toHaveLength(1000);
    await queue.close();
  });

  test.each([
    'SQLITE_BUSY',
    'SQLITE_BUSY_SNAPSHOT',
    'SQLITE_LOCKED',
    'SQLITE_FULL',
    'SQLITE_READONLY',
    'SQLITE_IOERR_WRITE',
  ])('that was promised waits while the database cannot be written (%s), and comes in its order', async (code) => {
    const { queue, submitted, warnings } = queueWith(() => ({ outcome: 'submitted' }));
    let free = false;
    queue.add(() => (free ? Promise.resolve(MAIL) : Promise.reject(Object.assign(new Error(code), { code }))));
    queue.add(() => Promise.resolve({ ...MAIL, to: 'second@example.org' }));
    await queue.close();
    expect(submitted).toEqual([]);
    // Where the program ends just now, the log says that somebody has to ask once more.
    expect(warnings).toEqual(['2 wishes of readers could not be written']);
    free = true;
    await queue.close();
    expect(submitted.map(({ envelope }) => envelope.to)).toEqual([MAIL.to, 'second@example.org']);
  });

  test('waits for the database no longer than an hour, and never for one that is damaged', async () => {
    const { queue, submitted, warnings, wait } = queueWith(() => ({ outcome: 'submitted' }));
    const fails = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
    queue.add(fails('SQLITE_CORRUPT'));
    queue.add(fails('SQLITE_FULL'));
    await queue.close();
    wait(60);
    queue.add(() => Promise.resolve(MAIL));
    await queue.close();
    expect(warnings).toEqual([
      'a service mail could not be made: SQLITE_CORRUPT',
      '1 wishes of readers could not be written',
      'a service mail could not be made: SQLITE_FULL',
    ]);
    expect(submitted).toHaveLength(1);
  });
});
