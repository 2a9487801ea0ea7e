import { describe, expect, test } from 'vitest';
import { someMessages } from '../../support/transports/contract/transport.contract.js';
import type { Behaviour, FaultServerOptions, Place } from '../../support/transports/smtp/fault-server.js';
import {
  CONTEXT,
  IMPATIENT,
  messageOf,
  oneMessage,
  outcomeOfOne,
  smtpTo,
  submitAll,
} from '../../support/transports/smtp/fixture.js';

const WITHOUT_PIPELINING = ['8BITMIME', 'SIZE 10000000'];

function at(place: Place, behaviour: Behaviour): FaultServerOptions {
  return { behave: (turn) => (turn.place === place ? behaviour : undefined) };
}

const DROP = { fault: 'drop' } as const;
const RESET = { fault: 'reset' } as const;
const SILENCE = { fault: 'silence' } as const;

const REPLIES: readonly (readonly [Place, string, object])[] = [
  ['MAIL', '451 4.3.0 later', { outcome: 'deferred' }],
  ['MAIL', '421 4.3.2 closing', { outcome: 'deferred', cause: 'rate' }],
  ['MAIL', '550 5.7.1 not you', { outcome: 'failed', cause: 'policy' }],
  ['MAIL', '503 5.5.1 what now', { outcome: 'deferred' }],
  ['RCPT', '450 4.2.1 busy', { outcome: 'deferred' }],
  // Asking strangers to come again is no refusal by policy.
  ['RCPT', '450 4.7.1 greylisted', { outcome: 'deferred' }],
  ['RCPT', '421 4.7.0 too fast', { outcome: 'deferred', cause: 'rate' }],
  ['RCPT', '550 5.1.1 no such user', { outcome: 'failed', cause: 'address' }],
  ['RCPT', '550-5.1.1 no such\r\n550 5.1.1 user', { outcome: 'failed', cause: 'address' }],
  ['RCPT', '556 5.1.10 null MX', { outcome: 'failed', cause: 'address' }],
  ['RCPT', '550 5.7.1 blocked', { outcome: 'failed', cause: 'policy' }],
  ['RCPT', '552 5.2.2 full', { outcome: 'failed', reason: 'the mail server refused the address: 552 5.2.2 full' }],
  // Without an enhanced code, or with one that speaks of the sender, the address is kept.
  ['RCPT', '550 no such user', { outcome: 'failed', reason: 'the mail server refused the address: 550 no such user' }],
  [
    'RCPT',
    '550 5.1.8 sender unknown',
    { outcome: 'failed', reason: 'the mail server refused the address: 550 5.1.8 sender unknown' },
  ],
  [
    'RCPT',
    '450 4.1.1 perhaps',
    { outcome: 'deferred', reason: 'the mail server did not take the address now: 450 4.1.1 perhaps' },
  ],
  ['DATA', '451 4.3.0 later', { outcome: 'deferred' }],
  ['DATA', '554 5.7.1 spam', { outcome: 'failed', cause: 'policy' }],
  ['end', '451 4.3.0 later', { outcome: 'deferred' }],
  ['end', '421 4.3.2 closing', { outcome: 'deferred', cause: 'rate' }],
  [
    'end',
    '550 5.1.1 spoken too late',
    { outcome: 'failed', reason: 'the mail server refused the message: 550 5.1.1 spoken too late' },
  ],
  ['end', '554 5.7.1 spam', { outcome: 'failed', cause: 'policy' }],
  ['end', '552 5.3.4 too large', { outcome: 'failed' }],
  ['body', '452 4.3.1 disk full', { outcome: 'deferred' }],
];

describe.each([
  ['with PIPELINING', {}],
  ['without', { extensions: WITHOUT_PIPELINING }],
])('what a server replies, %s', (_, extensions) => {
  test.each(REPLIES)('at %s: %s', async (place, reply, expected) => {
    const { transport, server } = await smtpTo({ ...at(place, reply), ...extensions });
    const outcome = await outcomeOfOne(transport);
    expect(outcome).toMatchObject(expected);
    if (!('cause' in expected)) expect(outcome).not.toHaveProperty('cause');
    expect(server.taken).toEqual([]);
  });

  test('goes on over the same connection after a refusal', async () => {
    const { transport, server } = await smtpTo(
      {
        ...extensions,
        behave: ({ place, recipient, messages }) =>
          (place === 'RCPT' && recipient.startsWith('reader0')) || (place === 'end' && messages === 1)
            ? '550 5.1.1 no'
            : undefined,
      },
      { smtp: { connections: 1 } },
    );
    await transport.open(CONTEXT);
    const outcomes = await submitAll(transport, someMessages(4));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['failed', 'submitted', 'failed', 'submitted']);
    expect(server.connections).toBe(1);
    expect(server.taken.map(({ recipient }) => recipient)).toEqual(['reader1@example.org', 'reader3@example.org']);
  });
});

describe.each([
  ['dropped', DROP],
  ['reset', RESET],
  ['silent', SILENCE],
  ['garbage', 'HTTP/1.1 400 Bad Request'],
  ['another code', '299 what'],
  ['two replies', '250 ok\r\n250 ok'],
])('a connection that is lost (%s)', (kind, behaviour) => {
  // A reply that only one place can take for an answer is no fault there.
  const places = (['MAIL', 'RCPT', 'DATA', 'body'] as const).filter(
    (place) =>
      !(kind === 'another code' && (place === 'MAIL' || place === 'RCPT' || place === 'body')) &&
      !(kind === 'two replies' && place === 'body'),
  );
  test.each(places)('at %s leaves the message deferred', async (place) => {
    const { transport, server } = await smtpTo(
      {
        ...at(place, behaviour),
        extensions: ['8BITMIME'],
        ...(place === 'body' ? { deaf: true } : {}),
      },
      kind === 'silent' ? { options: IMPATIENT } : {},
    );
    // More than any socket takes at once, so that the final dot cannot have left.
    const large =
      place === 'body' ? messageOf('A: b\r\n\r\n', 'x'.repeat(64).concat('\r\n').repeat(400_000)) : oneMessage();
    const outcome = await outcomeOfOne(transport, large);
    expect(outcome.outcome).toBe('deferred');
    expect(outcome).toHaveProperty(
      'reason',
      expect.stringMatching(/^before the message was complete, the (server|connection) /),
    );
    expect(server.taken).toEqual([]);
  });

  test('after the final dot leaves it uncertain', async () => {
    const settings = kind === 'silent' ? { options: IMPATIENT } : {};
    const { transport } = await smtpTo(at('end', kind === 'another code' ? '354 what' : behaviour), settings);
    const outcome = await outcomeOfOne(transport);
    // Of two replies the first is the answer.
    expect(outcome.outcome).toBe(kind === 'two replies' ? 'submitted' : 'uncertain');
  });
});

describe('a server in trouble', () => {
  test('421 now and then: nobody is lost, nobody gets two, and the others go on', async () => {
    let turns = 0;
    const { transport, server } = await smtpTo({
      behave: ({ place }) => {
        turns += 1;
        return turns % 19 === 0 && place !== 'EHLO' && place !== 'greeting' && place !== 'QUIT'
          ? '421 4.3.2 not now'
          : undefined;
      },
    });
    await transport.open(CONTEXT);
    const messages = someMessages(60);
    const outcomes = await submitAll(transport, messages);
    const submitted = messages.filter((_, index) => outcomes[index]?.outcome === 'submitted');
    expect(server.taken.map(({ recipient }) => recipient).sort()).toEqual(
      submitted.map(({ envelope }) => envelope.to).sort(),
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'deferred').length).toBe(60 - submitted.length);
    expect(submitted.length).toBeGreaterThan(20);
  });

  test('that ends a session between two messages costs no message its turn', async () => {
    const { transport, server } = await smtpTo(
      {
        behave: ({ place, messages }) =>
          place === 'MAIL' && messages >= 2 ? '421 4.7.0 enough for one session' : undefined,
      },
      { smtp: { connections: 1 } },
    );
    await transport.open(CONTEXT);
    const outcomes = await submitAll(transport, someMessages(7));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(7).fill('submitted'));
    expect(server.connections).toBe(4);
  });

  test('that says one reply too many has no connection left open, and no more at once than it may', async () => {
    const { transport, server } = await smtpTo(
      { behave: ({ place }) => (place === 'end' ? '250 2.0.0 ok\r\n250 2.0.0 ok' : undefined) },
      { smtp: { connections: 2 } },
    );
    await transport.open(CONTEXT);
    const outcomes = await submitAll(transport, someMessages(9));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(9).fill('submitted'));
    expect(server.mostOpen).toBeLessThanOrEqual(3);
    await transport.close();
    await expect.poll(() => server.open).toBe(0);
  });

  test('that closes idle connections is asked for new ones', async () => {
    const { transport, server } = await smtpTo({});
    expect(await outcomeOfOne(transport)).toEqual({ outcome: 'submitted' });
    server.dropAll();
    expect((await transport.submit([oneMessage()]))[0]).toEqual({ outcome: 'submitted' });
  });

  test('that is gone for good stops the send, and says that nothing has left', async () => {
    const { transport, server } = await smtpTo({});
    expect(await outcomeOfOne(transport)).toEqual({ outcome: 'submitted' });
    await server.close();
    const outcomes = await submitAll(transport, someMessages(5));
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ outcome: 'deferred', stop: { code: 'transport-unusable' } });
    }
  });

  test('that comes back is used again', async () => {
    const { transport, server } = await smtpTo({}, { options: { pauses: [50, 50, 50, 50, 50, 50, 50, 50, 50, 50] } });
    const warnings: string[] = [];
    await transport.open({ ...CONTEXT, onWarning: (what) => warnings.push(what) });
    expect(await transport.submit([oneMessage()])).toEqual([{ outcome: 'submitted' }]);
    const { port } = server;
    await server.close();
    const waiting = transport.submit([oneMessage()]);
    // Only after it was missed.
    await expect.poll(() => warnings.length).toBeGreaterThan(0);
    await server.listen(port);
    expect(await waiting).toEqual([{ outcome: 'submitted' }]);
    for (const what of warnings) expect(what).toMatch(/^Nothing answers at .* Trying again in 1 second\.$/);
  });

  test('that breaks each connection before it takes a message stops the send', async () => {
    const { transport } = await smtpTo(at('MAIL', DROP));
    await transport.open(CONTEXT);
    const outcomes = await submitAll(transport, someMessages(12));
    expect(outcomes.every(({ outcome }) => outcome === 'deferred')).toBe(true);
    expect(outcomes.at(-1)).toMatchObject({ stop: { code: 'transport-unusable' } });
  });

  test('that allows fewer connections gets no more, and everybody their message', async () => {
    let open = 0;
    const { transport, server } = await smtpTo(
      {
        behave: ({ place, connection }) => {
          if (place === 'greeting' && connection > 2) return '421 4.7.0 too many connections';
          open = Math.max(open, connection);
          return undefined;
        },
      },
      { smtp: { connections: 8 }, options: { pauses: [5, 5] } },
    );
    await transport.open(CONTEXT);
    const outcomes = await submitAll(transport, someMessages(40));
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['submitted']));
    expect(server.taken).toHaveLength(40);
  });

  test('that wants a log-in first stops the send at the first message', async () => {
    const { transport } = await smtpTo(at('MAIL', '530 5.7.0 Authentication required'));
    const outcome = await outcomeOfOne(transport);
    expect(outcome).toMatchObject({ outcome: 'deferred', stop: { code: 'transport-unusable' } });
    expect(outcome).toHaveProperty('reason', expect.stringContaining('wants a user name and a password'));
  });
});

describe('a server that falls silent', () => {
  /** Long enough for several looks at the connections, short enough for a test. */
  const options = { silence: 40, timeouts: { command: 600, end: 600, quit: 200 } };

  function silentWarnings(warnings: readonly string[]): readonly string[] {
    return warnings.filter((what) => what.includes('has not answered'));
  }

  test.each(['MAIL', 'RCPT', 'end'] as const)('at %s is told of once, not for each connection', async (place) => {
    const { transport, server } = await smtpTo(at(place, SILENCE), { smtp: { connections: 3 }, options });
    const warnings: string[] = [];
    await transport.open({ ...CONTEXT, onWarning: (what) => warnings.push(what) });
    await Promise.all(someMessages(3).map((message) => transport.submit([message])));
    expect(silentWarnings(warnings)).toEqual([
      `The mail server 127.0.0.1:${String(server.port)} has not answered for 1 second. Waiting up to 1 second more.`,
    ]);
  });

  test('is told of while it is silent, and again when it is silent anew', async () => {
    let silent = true;
    const { transport, server } = await smtpTo(
      { behave: ({ place }) => (place === 'end' && silent ? SILENCE : undefined) },
      { smtp: { connections: 1 }, options: { ...options, timeouts: { ...options.timeouts, end: 20_000 } } },
    );
    const warnings: string[] = [];
    let told: () => void = () => undefined;
    const isTold = () =>
      new Promise<void>((resolve) => {
        told = resolve;
      });
    const onWarning = (what: string) => {
      warnings.push(what);
      told();
    };
    await transport.open({ ...CONTEXT, onWarning });
    for (const count of [1, 2]) {
      silent = true;
      const waiting = isTold();
      const outcome = transport.submit([oneMessage()]);
      await waiting;
      expect(silentWarnings(warnings)).toHaveLength(count);
      expect(warnings.at(-1)).toMatch(/Waiting up to 20 seconds more\.$/);
      server.dropAll();
      expect(await outcome).toMatchObject([{ outcome: 'uncertain' }]);
      silent = false;
      expect(await transport.submit([oneMessage()])).toEqual([{ outcome: 'submitted' }]);
    }
  });

  test('is not one that only has nothing to do', async () => {
    const { transport } = await smtpTo({}, { options });
    const warnings: string[] = [];
    await transport.open({ ...CONTEXT, onWarning: (what) => warnings.push(what) });
    await submitAll(transport, someMessages(2));
    warnings.length = 0;
    // The other one's silence lasts for several looks at this one.
    const other = await smtpTo(at('MAIL', SILENCE), { options });
    await outcomeOfOne(other.transport);
    expect(warnings).toEqual([]);
  });
});
