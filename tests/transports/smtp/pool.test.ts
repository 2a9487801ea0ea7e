import { describe, expect, test } from 'vitest';
import { someMessages } from '../../support/transports/contract/transport.contract.js';
import {
  CONTEXT,
  IMPATIENT,
  oneMessage,
  outcomeOfOne,
  smtpTo,
  submitAll,
} from '../../support/transports/smtp/fixture.js';

describe('connections', () => {
  test('are as many as may be, used again, and ended completely', async () => {
    const { transport, server } = await smtpTo({}, { smtp: { connections: 4 } });
    await transport.open(CONTEXT);
    expect(server.connections).toBe(1);
    await submitAll(transport, someMessages(40));
    await transport.close();
    expect(server.mostOpen).toBeLessThanOrEqual(4);
    expect(server.connections).toBe(4);
    expect(server.lines.filter((line) => line === 'QUIT')).toHaveLength(4);
    expect(server.taken).toHaveLength(40);
  });

  test('take no more messages than they may', async () => {
    const { transport, server } = await smtpTo({}, { smtp: { connections: 1, messagesPerConnection: 3 } });
    await transport.open(CONTEXT);
    await submitAll(transport, someMessages(7));
    await transport.close();
    expect(server.connections).toBe(3);
    expect(server.lines.filter((line) => line === 'QUIT')).toHaveLength(3);
    expect(server.taken).toHaveLength(7);
  });

  test('are ended when there is nothing to do, and made again', async () => {
    let ended: () => void = () => undefined;
    const quit = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const { transport, server } = await smtpTo(
      {
        behave: ({ place }) => {
          if (place === 'QUIT') ended();
          return undefined;
        },
      },
      { options: { idle: 20 } },
    );
    expect(await outcomeOfOne(transport)).toEqual({ outcome: 'submitted' });
    await quit;
    expect(await transport.submit([oneMessage()])).toEqual([{ outcome: 'submitted' }]);
    expect(server.connections).toBe(2);
  });

  test('that do not answer a QUIT keep nobody waiting', async () => {
    const { transport } = await smtpTo(
      {
        behave: ({ place }) => (place === 'QUIT' ? { fault: 'silence' } : undefined),
      },
      { options: IMPATIENT },
    );
    expect(await outcomeOfOne(transport)).toEqual({ outcome: 'submitted' });
    await transport.close();
  });
});

/** The messages keep the pauses of the rate limit, except that a busy machine may be late with the first one. */
function expectRate(begun: readonly number[], perMinute: number): void {
  const pause = 60_000 / perMinute;
  expect(Math.max(...begun) - Math.min(...begun)).toBeGreaterThan((begun.length - 1) * pause - 1.5 * pause);
}

describe('the pace', () => {
  test('holds over all connections', async () => {
    const perMinute = 1200;
    const { transport, server } = await smtpTo({}, { smtp: { connections: 5, perMinute } });
    await transport.open(CONTEXT);
    await submitAll(transport, someMessages(12));
    const begun = [...server.begun].sort((one, other) => one - other);
    expect(begun).toHaveLength(12);
    const [first = 0, last = 0] = [begun[0], begun.at(-1)];
    // Eleven pauses of 50 ms; the server's clock begins to count a little after the first was on its way.
    expect(last - first).toBeGreaterThan(11 * (60_000 / perMinute) - 25);
  });

  test('is kept after an outage, by those too who waited for a connection', async () => {
    const perMinute = 1200;
    const { transport, server } = await smtpTo(
      {},
      { smtp: { connections: 5, perMinute }, options: { pauses: Array<number>(100).fill(50) } },
    );
    let missed: () => void = () => undefined;
    const away = new Promise<void>((resolve) => {
      missed = resolve;
    });
    let warnings = 0;
    const onWarning = () => {
      warnings += 1;
      // By then each of the five would have had its turn, had it taken one without a connection.
      if (warnings === 6) missed();
    };
    await transport.open({ ...CONTEXT, onWarning });
    expect(await transport.submit([oneMessage()])).toEqual([{ outcome: 'submitted' }]);
    const { port } = server;
    await server.close();
    const outcomes = submitAll(transport, someMessages(10));
    await away;
    await server.listen(port);
    expect(new Set((await outcomes).map(({ outcome }) => outcome))).toEqual(new Set(['submitted']));
    expect(server.begun).toHaveLength(11);
    expectRate(server.begun.slice(1), perMinute);
  });

  test('holds for a second go over another connection', async () => {
    const perMinute = 1200;
    const { transport, server } = await smtpTo(
      { behave: ({ place, messages }) => (place === 'MAIL' && messages > 0 ? { fault: 'drop' } : undefined) },
      { smtp: { connections: 1, perMinute } },
    );
    await transport.open(CONTEXT);
    const outcomes = await submitAll(transport, someMessages(5));
    expect(outcomes).toEqual(Array(5).fill({ outcome: 'submitted' }));
    expect(server.begun).toHaveLength(9);
    expectRate(server.begun, perMinute);
  });

  test('keeps no connection open that waits long for its turn', async () => {
    let ended: () => void = () => undefined;
    const quit = new Promise<void>((resolve) => {
      ended = resolve;
    });
    const { transport, server } = await smtpTo(
      {
        behave: ({ place }) => {
          if (place === 'QUIT') ended();
          return undefined;
        },
      },
      { smtp: { perMinute: 1 }, options: { idle: 20 } },
    );
    const controller = new AbortController();
    await transport.open({ ...CONTEXT, signal: controller.signal });
    expect(await transport.submit([oneMessage()])).toEqual([{ outcome: 'submitted' }]);
    const waiting = transport.submit([oneMessage()]);
    await quit;
    controller.abort();
    expect(await waiting).toMatchObject([{ outcome: 'deferred' }]);
    expect(server.taken).toHaveLength(1);
  });

  test('gives a connection back whose message was interrupted before its turn', async () => {
    const { transport, server } = await smtpTo({}, { smtp: { connections: 3, perMinute: 30 } });
    const controller = new AbortController();
    await transport.open({ ...CONTEXT, signal: controller.signal });
    const outcomes = submitAll(transport, someMessages(3));
    await expect.poll(() => server.connections).toBe(3);
    controller.abort();
    expect((await outcomes).map(({ outcome }) => outcome).sort()).toEqual(['deferred', 'deferred', 'submitted']);
    await transport.close();
    expect(server.lines.filter((line) => line === 'QUIT')).toHaveLength(3);
  });

  test('needs no connections that would only wait', async () => {
    expect((await smtpTo({}, { smtp: { connections: 10, perMinute: 30 } })).transport.connections).toBe(3);
    expect((await smtpTo({}, { smtp: { connections: 10, perMinute: 6000 } })).transport.connections).toBe(10);
  });
});

describe('an interruption', () => {
  test('ends the waiting for a server that is gone, and no message is given up', async () => {
    const { transport, server } = await smtpTo({}, { options: { pauses: [3_600_000] } });
    const controller = new AbortController();
    await transport.open({ ...CONTEXT, signal: controller.signal });
    await server.close();
    server.dropAll();
    const outcomes = submitAll(transport, someMessages(5));
    controller.abort();
    expect((await outcomes).map(({ outcome }) => outcome)).toEqual(Array(5).fill('deferred'));
    for (const outcome of await outcomes) expect(outcome).not.toHaveProperty('stop');
  });

  test('ends the waiting for the next turn', async () => {
    const { transport, server } = await smtpTo({}, { smtp: { connections: 2, perMinute: 1 } });
    const controller = new AbortController();
    await transport.open({ ...CONTEXT, signal: controller.signal });
    const first = await transport.submit([oneMessage()]);
    const second = transport.submit([oneMessage()]);
    controller.abort();
    expect(first).toEqual([{ outcome: 'submitted' }]);
    expect(await second).toMatchObject([{ outcome: 'deferred' }]);
    expect(server.taken).toHaveLength(1);
  });

  test('lets a message that is under way come to its end', async () => {
    const controller = new AbortController();
    const { transport, server } = await smtpTo({
      behave: ({ place }) => {
        if (place === 'DATA') controller.abort();
        return undefined;
      },
    });
    await transport.open({ ...CONTEXT, signal: controller.signal });
    expect(await transport.submit([oneMessage()])).toEqual([{ outcome: 'submitted' }]);
    expect(await transport.submit([oneMessage()])).toMatchObject([{ outcome: 'deferred' }]);
    expect(server.taken).toHaveLength(1);
  });
});
