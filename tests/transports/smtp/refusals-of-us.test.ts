import { describe, expect, test } from 'vitest';
import type { OutgoingMessage, SubmitOutcome } from '../../../src/model/send/outgoing-message.js';
import { someMessages } from '../../support/transports/contract/transport.contract.js';
import type { FaultServerOptions, Place } from '../../support/transports/smtp/fault-server.js';
import { CONTEXT, oneMessage, outcomeOfOne, smtpTo, submitAll } from '../../support/transports/smtp/fixture.js';

const VERP = 'bounces+k3f9.2s.AAAAAAAAAAAAAAAAAAAAAA@example.org';

function saying(place: Place, reply: string): FaultServerOptions {
  return { behave: (turn) => (turn.place === place ? reply : undefined) };
}

function withEnvelope(from: string, to: string): OutgoingMessage {
  return oneMessage({ envelope: { from, to }, headers: [] });
}

/** A message of which these fields are the same for everybody. */
function withFields(...headers: readonly string[]): OutgoingMessage {
  const message = oneMessage({ headers: [] });
  return { ...message, template: { ...message.template, headers: [...message.template.headers, ...headers] } };
}

/** What the send stops with; the message itself is as pending as before, and its reason says the same. */
function stopOf(outcome: SubmitOutcome) {
  if (outcome.outcome !== 'deferred' || outcome.stop === undefined) throw new Error(JSON.stringify(outcome));
  expect(outcome).toEqual({ outcome: 'deferred', reason: outcome.stop.message, stop: outcome.stop });
  expect(outcome.stop.code).toBe('transport-unusable');
  for (const text of [outcome.stop.message, outcome.stop.expected, outcome.stop.help])
    expect(text).not.toMatch(/undefined|^$/);
  return outcome.stop;
}

describe('an answer to MAIL FROM', () => {
  test.each([
    '553 5.1.8 sender domain not found',
    '550 5.1.0 sender rejected',
    '550 we do not know you',
    '501 syntax error in parameters',
    '555 5.5.4 unsupported parameter',
    '554 5.6.7 no such letters',
    '552 5.2.2 your mailbox is full',
  ])('%s is about us: the send stops, and the reader stays pending', async (reply) => {
    const { transport, server } = await smtpTo(saying('MAIL', reply));
    const { message, help } = stopOf(await outcomeOfOne(transport));
    expect(message).toContain(`refuses our mail before it hears whom it is for: ${reply}.`);
    expect(message).toContain(`127.0.0.1:${String(server.port)}`);
    expect(help).toContain('`sender`');
  });

  test('stops a whole send before anybody fails', async () => {
    const { transport, server } = await smtpTo(saying('MAIL', '553 5.1.8 sender domain not found'), {
      smtp: { connections: 10 },
    });
    await transport.open(CONTEXT);
    for (const outcome of await submitAll(transport, someMessages(40))) stopOf(outcome);
    expect(server.taken).toEqual([]);
  });

  test('is about us as well where each reader has a return path of their own', async () => {
    const { transport } = await smtpTo(saying('MAIL', '553 5.1.7 bad sender'));
    const { help } = stopOf(await outcomeOfOne(transport, withEnvelope(VERP, 'reader@example.org')));
    expect(help).toContain('`returnPath`');
  });

  test.each(['552 5.3.4 too large', '552 message size exceeds fixed maximum'])(
    '%s names the size of the message',
    async (reply) => {
      const { transport } = await smtpTo(saying('MAIL', reply));
      expect(stopOf(await outcomeOfOne(transport)).message).toContain(`is too large for the mail server`);
    },
  );

  test.each(['550 5.7.1 not you', '554 5.7.0 blocked'])('%s is a policy, which many messages decide', async (reply) => {
    const { transport } = await smtpTo(saying('MAIL', reply));
    expect(await outcomeOfOne(transport)).toMatchObject({ outcome: 'failed', cause: 'policy' });
  });

  describe('of a message that alone asks for SMTPUTF8', () => {
    const message = withEnvelope('news@example.org', 'лариса@example.org');

    test.each([
      '553 5.6.7 no such letters',
      '555 5.5.4 unsupported parameter',
      '501 5.5.2 syntax',
      '550 5.0.0 no',
      '553 no',
    ])('%s is about that reader', async (reply) => {
      const { transport, server } = await smtpTo({
        behave: ({ place, line }) => (place === 'MAIL' && line.endsWith('SMTPUTF8') ? reply : undefined),
        extensions: ['8BITMIME', 'SMTPUTF8'],
      });
      const outcome = await outcomeOfOne(transport, message);
      expect(outcome).toEqual({ outcome: 'failed', reason: `the mail server refused the sender: ${reply}` });
      expect(await transport.submit([oneMessage()])).toEqual([{ outcome: 'submitted' }]);
      expect(server.taken).toHaveLength(1);
    });

    test('553 5.1.8 is about us all the same', async () => {
      const { transport } = await smtpTo(saying('MAIL', '553 5.1.8 sender domain not found'));
      stopOf(await outcomeOfOne(transport, message));
    });
  });

  test('553 5.6.7 is about us where every message has the letters', async () => {
    const { transport } = await smtpTo(saying('MAIL', '553 5.6.7 no such letters'));
    stopOf(await outcomeOfOne(transport, withEnvelope('новости@example.org', 'reader@example.org')));
  });
});

describe('the limit of our account (5.4.5)', () => {
  test('is told without the address of the reader', async () => {
    const { transport } = await smtpTo(saying('RCPT', '550 5.4.5 <READER0@example.org>: limit exceeded.'));
    expect(stopOf(await outcomeOfOne(transport)).message).toMatch(/: 550 5\.4\.5 <the address>: limit exceeded\.$/);
  });

  test.each(['MAIL', 'RCPT', 'DATA', 'end'] as const)('said at %s stops the send until it is over', async (place) => {
    const said = '550-5.4.5 Daily user sending limit exceeded.\r\n550 5.4.5 See the help.';
    let taken = 0;
    const { transport, server } = await smtpTo(
      {
        behave: (turn) => {
          if (turn.place === 'end') taken += 1;
          return turn.place === place && (place === 'end' ? taken > 2 : taken >= 2) ? said : undefined;
        },
      },
      { smtp: { connections: 1 } },
    );
    await transport.open(CONTEXT);
    const [first, second, ...others] = await submitAll(transport, someMessages(5));
    expect([first, second]).toEqual([{ outcome: 'submitted' }, { outcome: 'submitted' }]);
    for (const outcome of others) {
      const { message, help } = stopOf(outcome);
      expect(message).toMatch(/takes no more mail from this account for now: 550 5\.4\.5 Daily user sending limit/);
      expect(help).toContain('run the same command again');
    }
    expect(server.taken).toHaveLength(2);
  });

  test.each(['452 4.4.5 congested', '550 5.4.4 no route', '552 5.2.2 mailbox full', '550 5.5.5 wrong'])(
    'is not what %s at RCPT says',
    async (reply) => {
      const { transport } = await smtpTo(saying('RCPT', reply));
      expect(await outcomeOfOne(transport)).not.toHaveProperty('stop');
    },
  );
});

describe('what every message has, and the server does not take', () => {
  const WITHOUT_UTF8 = { extensions: ['8BITMIME'] };

  test.each([
    ['Reply-To', withFields('Reply-To: büro@example.org'), 'the header field "Reply-To"'],
    ['the return path', withEnvelope('новости@example.org', 'reader@example.org'), 'the return path'],
  ])('letters that need SMTPUTF8 in %s', async (_, message, where) => {
    const { transport, server } = await smtpTo(WITHOUT_UTF8);
    const stop = stopOf(await outcomeOfOne(transport, message));
    expect(stop.message).toContain(where);
    expect(stop.message).toContain('SMTPUTF8');
    expect(server.lines.filter((line) => line.startsWith('MAIL'))).toEqual([]);
  });

  test('stops the send also at a reader whose own address has such letters', async () => {
    const { transport } = await smtpTo(WITHOUT_UTF8);
    const message = withFields('Reply-To: büro@example.org');
    const envelope = { ...message.envelope, to: 'лариса@example.org' };
    stopOf(await outcomeOfOne(transport, { ...message, envelope }));
  });

  test('is handed over where the server takes it', async () => {
    const { transport, server } = await smtpTo({});
    expect(await outcomeOfOne(transport, withFields('Reply-To: büro@example.org'))).toEqual({ outcome: 'submitted' });
    expect(server.taken[0]?.mail).toContain(' SMTPUTF8');
  });

  test('more octets than its limit', async () => {
    const large = oneMessage();
    const message = { ...large, template: { ...large.template, body: ['x'.repeat(70).concat('\r\n').repeat(100)] } };
    const bytes = [Buffer.from(`a: b\r\n\r\n${message.template.body.join('')}`)];
    const { transport, server } = await smtpTo({ extensions: ['SIZE 2000'] });
    const stop = stopOf(await outcomeOfOne(transport, { ...message, bytes: () => Promise.resolve(bytes) }));
    expect(stop.message).toMatch(/^The message is too large for the mail server .*: 7.3 KB, where it takes 2 KB\.$/);
    expect(server.lines.filter((line) => line.startsWith('MAIL'))).toEqual([]);
  });
});
