import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OutgoingMessage } from '../../../src/model/send/outgoing-message.js';
import { someMessages } from '../../support/transports/contract/transport.contract.js';
import {
  CONTEXT,
  messageOf,
  oneMessage,
  outcomeOfOne,
  smtpTo,
  submitAll,
} from '../../support/transports/smtp/fixture.js';

function commandsOf(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => /^(MAIL|RCPT)/.test(line));
}

function addressed(from: string, to: string): OutgoingMessage {
  return oneMessage({ envelope: { from, to }, headers: [] });
}

describe('the data', () => {
  test.each([
    [['.']],
    [['.\r\n']],
    [['.a: b\r\n\r\n..\r\n.\r\n']],
    [['a: b\r\n', '.c\r\n', '.', '\r\n']],
    [['a: b\r', '\n.c\r\n']],
    [['a: b\r\n', '', '.', '.', '\r\n']],
    [['a: b\r\n\r\n', `${'x'.repeat(5000)}\r\n.\r\nMAIL FROM:<evil@example.org>\r\n`]],
  ])('%j arrives as it is', async (pieces) => {
    const { transport, server } = await smtpTo({});
    // Twice, since a piece is looked at once.
    const message = messageOf(...pieces);
    expect(await outcomeOfOne(transport, message)).toEqual({ outcome: 'submitted' });
    expect(await transport.submit([message])).toEqual([{ outcome: 'submitted' }]);
    const whole = pieces.join('');
    for (const { bytes } of server.taken)
      expect(bytes.toString('utf8')).toBe(whole.endsWith('\r\n') ? whole : `${whole}\r\n`);
    expect(server.taken).toHaveLength(2);
  });

  test('any lines, cut anywhere, arrive as they are', async () => {
    const { transport, server } = await smtpTo({});
    await transport.open(CONTEXT);
    const piece = fc.constantFrom('.', '..', 'a', '\r\n', '\r\n.', '.\r\n', 'é', 'b.c');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const shared = Buffer.from(`x\r\n.${'y'.repeat(1100)}\r\n`);
        const bytes = [...pieces.map((text) => Buffer.from(text)), Buffer.from('\r\n'), shared];
        const [outcome] = await transport.submit([oneMessage({ bytes: () => Promise.resolve(bytes) })]);
        expect(outcome).toEqual({ outcome: 'submitted' });
        expect(server.taken.at(-1)?.bytes.equals(Buffer.concat(bytes))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test.each([[['a\n.\nb\r\n']], [['a\r.\r\n']], [['a\r', 'b\r\n']], [['a', '\nb\r\n']], [['a\r']], [['\n']]])(
    '%j has lines that end otherwise, and is not sent',
    async (pieces) => {
      const { transport, server } = await smtpTo({});
      expect(await outcomeOfOne(transport, messageOf(...pieces))).toMatchObject({ outcome: 'failed' });
      expect(server.taken).toEqual([]);
    },
  );

  test('that cannot be made fails by itself', async () => {
    const { transport } = await smtpTo({});
    const message = oneMessage({ bytes: () => Promise.reject(new Error('no memory')) });
    expect(await outcomeOfOne(transport, message)).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining('no memory') as string,
    });
  });
});

describe('what the server offers', () => {
  test('is used: SIZE, DSN', async () => {
    const { transport, server } = await smtpTo({ extensions: ['DSN', 'SIZE'] });
    await outcomeOfOne(
      transport,
      oneMessage({ deliveryId: 'a+b=é', bytes: () => Promise.resolve([Buffer.from('a: b\r\n')]) }),
    );
    expect(commandsOf(server.lines)).toEqual([
      'MAIL FROM:<news@example.org> SIZE=6 RET=HDRS ENVID=a+2Bb+3D+C3+A9',
      'RCPT TO:<reader0@example.org> NOTIFY=FAILURE',
    ]);
  });

  test('and nothing else', async () => {
    const { transport, server } = await smtpTo({ extensions: [] });
    await outcomeOfOne(transport);
    expect(commandsOf(server.lines)).toEqual(['MAIL FROM:<news@example.org>', 'RCPT TO:<reader0@example.org>']);
  });

  test('decides about an address with other letters before the @', async () => {
    const message = addressed('news@example.org', 'лариса@example.org');
    const offered = await smtpTo({});
    expect(await outcomeOfOne(offered.transport, message)).toEqual({ outcome: 'submitted' });
    expect(commandsOf(offered.server.lines)[0]).toContain(' SMTPUTF8');
    const without = await smtpTo({ extensions: ['PIPELINING', '8BITMIME'] });
    await without.transport.open(CONTEXT);
    const [refused, ...others] = await submitAll(without.transport, [message, ...someMessages(2)]);
    expect(refused).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('SMTPUTF8') as string });
    expect(refused).not.toHaveProperty('cause');
    expect(others).toEqual([{ outcome: 'submitted' }, { outcome: 'submitted' }]);
  });

  test('decides about bytes beyond ASCII', async () => {
    const message = messageOf('a: b\r\n\r\né\r\n');
    const offered = await smtpTo({});
    expect(await outcomeOfOne(offered.transport, message)).toEqual({ outcome: 'submitted' });
    expect(commandsOf(offered.server.lines)[0]).toContain(' BODY=8BITMIME');
    const without = await smtpTo({ extensions: [] });
    expect(await outcomeOfOne(without.transport, message)).toMatchObject({ outcome: 'failed' });
  });

  test('decides about the size before anything is sent', async () => {
    const { transport, server } = await smtpTo({ extensions: ['SIZE 2000'] });
    const outcome = await outcomeOfOne(transport, messageOf('a: b\r\n\r\n', `${'x'.repeat(70)}\r\n`.repeat(100)));
    expect(outcome).toEqual({
      outcome: 'failed',
      reason: 'the message is too large for the mail server: 7.3 KB, where it takes 2 KB',
    });
    expect(commandsOf(server.lines)).toEqual([]);
  });
});

describe('an envelope', () => {
  test.each([
    ['a@example.org>\r\nRCPT TO:<b@example.org', 'news@example.org'],
    ['a b@example.org', 'news@example.org'],
    ['', 'news@example.org'],
  ])('never breaks out of its command: %j', async (to, from) => {
    const { transport, server } = await smtpTo({});
    expect(await outcomeOfOne(transport, addressed(from, to))).toMatchObject({ outcome: 'failed' });
    expect(commandsOf(server.lines)).toEqual([]);
  });

  test('of a sender that would break out stops the send', async () => {
    const { transport, server } = await smtpTo({});
    const outcome = await outcomeOfOne(transport, addressed('news@example.org> SIZE=1', 'a@example.org'));
    expect(outcome).toMatchObject({ outcome: 'deferred', stop: { code: 'transport-unusable' } });
    expect(commandsOf(server.lines)).toEqual([]);
  });
});

describe('a reason', () => {
  test('is one bounded line, without controls, the address or the password', async () => {
    const login = { kind: 'password', user: 'news', password: 's3cr3t-word' } as const;
    const { transport } = await smtpTo(
      {
        login,
        behave: ({ place }) =>
          place === 'RCPT'
            ? `550-5.1.1 <READER0@example.org>:\u001b[31m ${login.password}\r\n550 5.1.1 ${'long '.repeat(200)}`
            : undefined,
      },
      { server: { login } },
    );
    const outcome = await outcomeOfOne(transport);
    if (outcome.outcome !== 'failed') throw new Error(outcome.outcome);
    expect(outcome.reason).toMatch(
      /^the mail server refused the address: 550 5\.1\.1 <the address>: \[31m \*\*\* (long )+/,
    );
    expect(outcome.reason.length).toBeLessThan(360);
    expect(outcome.reason).not.toMatch(/[\x00-\x1f]|5\.1\.1.*5\.1\.1/);
  });
});
