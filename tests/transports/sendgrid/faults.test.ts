import { getEventListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SendGridSettings } from '../../../src/transports/sendgrid/settings.js';
import type { SubmitOutcome, Transport } from '../../../src/model/send/outgoing-message.js';
import { createSendGrid } from '../../../src/transports/sendgrid/sendgrid.js';
import { someMessages } from '../../support/transports/contract/transport.contract.js';
import { ISSUE } from '../../support/send/built-issue.js';
import {
  KEY,
  reply,
  startLocalSendGrid,
  type Fault,
  type LocalSendGrid,
} from '../../support/transports/sendgrid/local-sendgrid.js';

const SEND = { issue: ISSUE, kind: 'real', test: false } as const;
/** As in earnest, only shorter. */
const RETRY_TIMES = { pausesMilliseconds: [5, 10, 15], longestMilliseconds: 3000 };
let server: LocalSendGrid;

beforeEach(async () => {
  server = await startLocalSendGrid();
});
afterEach(async () => {
  await server.close();
  expect(server.violations).toEqual([]);
});

function make(changes: Partial<SendGridSettings> = {}, retryTimes = RETRY_TIMES): Transport {
  const settings = {
    region: 'global',
    url: server.url,
    key: KEY,
    connections: 1,
    timeoutSeconds: 60,
    ...changes,
  } as const;
  return createSendGrid(settings, retryTimes);
}

async function submitUnder(fault: Fault, count = 3, changes: Partial<SendGridSettings> = {}) {
  const transport = make(changes);
  await transport.open(SEND);
  server.fault = fault;
  return transport.submit(someMessages(count));
}

/** Answers the first requests so, and takes the others. */
function first(times: number, status: number, headers: Readonly<Record<string, string>> = {}): Fault {
  return ({ number, answer }) => {
    if (number > times) return undefined;
    reply(answer, status, { errors: [{ message: 'not now' }] }, headers);
    return 'answered';
  };
}

const names = (outcomes: readonly SubmitOutcome[]) => outcomes.map(({ outcome }) => outcome);
const all = (state: SubmitOutcome['outcome'], count = 3) => Array.from({ length: count }, () => state);

describe('when SendGrid takes nothing yet', () => {
  test.each([500, 503])('a %i is tried again, and each message goes out once', async (status) => {
    expect(names(await submitUnder(first(3, status)))).toEqual(all('submitted'));
    expect(server.requests).toHaveLength(4);
    expect(server.messages).toHaveLength(3);
  });

  test('a server that stays down stops the send, and everything stays to be sent', async () => {
    const outcomes = await submitUnder(first(99, 500));
    expect(names(outcomes)).toEqual(all('deferred'));
    expect(outcomes[0]).toHaveProperty('stop.code', 'send-stopped');
    expect(server.requests).toHaveLength(4);
  });

  test('a 429 is obeyed for as long as it says', async () => {
    const started = performance.now();
    expect(names(await submitUnder(first(2, 429, { 'Retry-After': '1' })))).toEqual(all('submitted'));
    expect(performance.now() - started).toBeGreaterThan(1990);
    expect(server.messages).toHaveLength(3);
  });

  test('a 429 counts by the clock of the server', async () => {
    const date = new Date('2031-01-01T00:00:00Z');
    const reset = String(date.getTime() / 1000 + 1);
    const started = performance.now();
    const fault = first(1, 429, { 'X-RateLimit-Reset': reset, Date: date.toUTCString() });
    expect(names(await submitUnder(fault))).toEqual(all('submitted'));
    expect(performance.now() - started).toBeGreaterThan(990);
  });

  test('a 429 that asks for an hour ends the run instead of sitting there', async () => {
    const outcomes = await submitUnder(first(1, 429, { 'Retry-After': '3600' }));
    expect(names(outcomes)).toEqual(all('deferred'));
    expect(outcomes[0]).toHaveProperty('stop.code', 'send-stopped');
    expect(server.requests).toHaveLength(1);
  });

  test('a 429 makes all connections wait', async () => {
    const transport = make({ connections: 2 });
    await transport.open(SEND);
    const times: number[] = [];
    server.fault = (asked) => {
      times.push(performance.now());
      return first(1, 429, { 'Retry-After': '1' })(asked);
    };
    const [one, two] = [transport.submit(someMessages(1)), transport.submit(someMessages(1))];
    expect(names([...(await one), ...(await two)])).toEqual(all('submitted', 2));
    // The second had left before the answer; whatever came later came after the pause.
    const [begin = 0, , third = 0] = times;
    expect(third - begin).toBeGreaterThan(990);
  });

  test('a refused connection leaves everything to be sent', async () => {
    const transport = make();
    await transport.open(SEND);
    await server.close();
    const outcomes = await transport.submit(someMessages(3));
    expect(names(outcomes)).toEqual(all('deferred'));
    expect(outcomes[0]).toHaveProperty('reason', expect.stringContaining('it takes no connection'));
    expect(outcomes[0]).toHaveProperty('stop.code', 'send-stopped');
  });
});

describe('a pause', () => {
  test('is told to people, with its reason and for how long, each time', async () => {
    const transport = make();
    const warnings: string[] = [];
    await transport.open({ ...SEND, onWarning: (what) => warnings.push(what) });
    server.fault = (asked) => first(2, 503)(asked) ?? first(3, 429, { 'Retry-After': '1' })(asked);
    expect(names(await transport.submit(someMessages(3)))).toEqual(all('submitted'));
    expect(warnings).toEqual([
      'SendGrid takes nothing just now. SendGrid answered 503: not now. Trying again in 1 second.',
      'SendGrid takes nothing just now. SendGrid answered 503: not now. Trying again in 1 second.',
      'SendGrid takes nothing just now. SendGrid answered 429: not now. Trying again in 1 second.',
    ]);
  });

  test('is told once, however many requests make it', async () => {
    const transport = make({ connections: 3 });
    const warnings: string[] = [];
    await transport.open({ ...SEND, onWarning: (what) => warnings.push(what) });
    const asking: ServerResponse[] = [];
    server.fault = ({ answer, number }) => {
      if (number > 3) return undefined;
      asking.push(answer);
      // Only when all of them are open.
      if (number === 3) for (const one of asking) reply(one, 429, { errors: [] }, { 'Retry-After': '1' });
      return 'answered';
    };
    const outcomes = await Promise.all([1, 2, 3].map(() => transport.submit(someMessages(1))));
    expect(names(outcomes.flat())).toEqual(all('submitted'));
    expect(warnings).toEqual(['SendGrid takes nothing just now. SendGrid answered 429. Trying again in 1 second.']);
  });

  test('leaves nothing behind at the signal that could have ended it', async () => {
    const transport = make();
    const { signal } = new AbortController();
    await transport.open({ ...SEND, signal });
    server.fault = first(3, 500);
    expect(names(await transport.submit(someMessages(1)))).toEqual(['submitted']);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });
});

describe('an interruption', () => {
  const LONG = { pausesMilliseconds: [3_600_000], longestMilliseconds: 3_600_000 };
  const INTERRUPTED = { outcome: 'deferred', reason: 'the send was interrupted before its turn came' };

  test.each([
    ['that SendGrid asks for', 429, { 'Retry-After': '600' }],
    ['of our own', 500, {}],
  ])('ends a pause %s, and nothing is handed over after it', async (_, status, headers) => {
    const transport = make({ connections: 2 }, { ...LONG, pausesMilliseconds: [600_000] });
    const controller = new AbortController();
    const warnings: string[] = [];
    const onWarning = (what: string) => {
      warnings.push(what);
      controller.abort();
    };
    await transport.open({ ...SEND, signal: controller.signal, onWarning });
    server.fault = first(99, status, headers);
    expect(await transport.submit(someMessages(3))).toEqual(Array(3).fill(INTERRUPTED));
    expect(server.requests).toHaveLength(1);
    expect(warnings).toEqual([expect.stringMatching(/Trying again in 10 minutes\.$/)]);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    expect(await transport.submit(someMessages(1))).toEqual([INTERRUPTED]);
    expect(server.requests).toHaveLength(1);
  });

  test('lets the request that is under way come to its end, and begins no other', async () => {
    const transport = make();
    const controller = new AbortController();
    await transport.open({ ...SEND, signal: controller.signal });
    server.fault = () => {
      controller.abort();
      return undefined;
    };
    // The second message to an address goes into another request.
    const [message] = someMessages(1);
    if (message === undefined) throw new Error('there is no message');
    expect(await transport.submit([message, message])).toEqual([{ outcome: 'submitted' }, INTERRUPTED]);
    expect(server.requests).toHaveLength(1);
  });

  test('ends the waiting for a SendGrid that is not reached yet', async () => {
    const transport = make({}, LONG);
    await server.close();
    const controller = new AbortController();
    const warnings: string[] = [];
    const onWarning = (what: string) => {
      warnings.push(what);
      controller.abort();
    };
    await expect(transport.open({ ...SEND, signal: controller.signal, onWarning })).rejects.toThrow(/was not reached/);
    expect(warnings).toEqual([
      'SendGrid takes nothing just now. SendGrid was not reached: it takes no connection. Trying again in 1 hour.',
    ]);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });
});

describe('when nobody can tell whether SendGrid took it', () => {
  test.each<[string, Fault]>([
    ['a reset', ({ socket }) => (socket.resetAndDestroy(), 'taken-and-answered')],
    ['an end of the connection', ({ socket }) => (socket.end(), 'taken-and-answered')],
    [
      'an answer that breaks off',
      ({ answer, socket }) => {
        answer.writeHead(202, { 'content-length': '10' });
        answer.write('ab', () => socket.destroy());
        return 'taken-and-answered';
      },
    ],
    ['an answer that is none', ({ socket }) => (socket.end('garbage\r\n\r\n'), 'taken-and-answered')],
    ['a time-out of SendGrid’s own', (asked) => first(1, 504)(asked)],
    ['an answer of a gateway before it', (asked) => first(1, 502)(asked)],
    [
      'a success that it never promised',
      ({ answer }) => (reply(answer, 200, '<html>Welcome</html>'), 'taken-and-answered'),
    ],
  ])('%s leaves exactly this request uncertain, and is not tried again', async (_, fault) => {
    const outcomes = await submitUnder(fault);
    expect(names(outcomes)).toEqual(all('uncertain'));
    expect(server.requests).toHaveLength(1);
  });

  test('one answer that gets lost does not stop the send; two in a row do, and nothing more is handed over', async () => {
    const transport = make();
    await transport.open(SEND);
    const reset: Fault = ({ number, socket }) =>
      number === 2 ? undefined : (socket.resetAndDestroy(), 'taken-and-answered');
    server.fault = reset;
    const outcomes: SubmitOutcome[] = [];
    for (let request = 1; request <= 4; request += 1) outcomes.push(...(await transport.submit(someMessages(1))));
    expect(names(outcomes)).toEqual(['uncertain', 'submitted', 'uncertain', 'uncertain']);
    expect(outcomes.map((outcome) => 'stop' in outcome)).toEqual([false, false, false, true]);
    expect(outcomes[3]).toHaveProperty('stop.code', 'send-stopped');
  });

  test('what was not posted after it is still to be sent, not uncertain', async () => {
    const fault: Fault = ({ socket }) => (socket.resetAndDestroy(), 'taken-and-answered');
    const transport = make();
    await transport.open(SEND);
    server.fault = fault;
    // Each message to the same address goes into a request of its own.
    const [message] = someMessages(1);
    if (message === undefined) throw new Error('there is no message');
    const outcomes = await transport.submit(Array.from({ length: 4 }, () => message));
    expect(names(outcomes)).toEqual(['uncertain', 'uncertain', 'deferred', 'deferred']);
    expect(server.requests).toHaveLength(2);
  });

  test('silence leaves it uncertain when its time is over, also where bytes drip', async () => {
    const drip: Fault = ({ answer }) => {
      answer.writeHead(202);
      const timer = setInterval(() => answer.write(' '), 20);
      answer.on('close', () => {
        clearInterval(timer);
      });
      return 'taken-and-answered';
    };
    for (const fault of [drip, (() => 'taken-and-answered') satisfies Fault]) {
      const outcomes = await submitUnder(fault, 2, { timeoutSeconds: 0.3 });
      expect(names(outcomes)).toEqual(all('uncertain', 2));
      expect(outcomes[0]).toHaveProperty('reason', expect.stringContaining('within 0.3 seconds'));
    }
  });

  test('a 202 with a body that nobody expects is a 202', async () => {
    const fault: Fault = ({ answer }) => (reply(answer, 202, '{"broken'), 'taken-and-answered');
    expect(names(await submitUnder(fault))).toEqual(all('submitted'));
  });
});

describe('when SendGrid refuses', () => {
  test('one bad address fails alone, wherever SendGrid names it', async () => {
    const bad = new Map([
      [
        'reader3@example.org',
        (place: number) => ({
          field: `personalizations.${String(place)}.to.0.email`,
          message: 'Does not contain a valid address.',
        }),
      ],
      [
        'reader5@example.org',
        (place: number) => ({ field: 'personalizations', message: `bad personalizations.${String(place)}.to field` }),
      ],
    ]);
    const fault: Fault = ({ body, answer }) => {
      const place = body.personalizations.findIndex(({ to }) => bad.has(to[0]?.email ?? ''));
      const error = bad.get(body.personalizations[place]?.to[0]?.email ?? '')?.(place);
      if (error === undefined) return undefined;
      reply(answer, 400, { errors: [error] });
      return 'answered';
    };
    const outcomes = await submitUnder(fault, 8);
    expect(names(outcomes)).toEqual(
      all('submitted', 8).map((state, index) => (index === 3 || index === 5 ? 'failed' : state)),
    );
    expect(outcomes[3]).toMatchObject({ reason: 'SendGrid: Does not contain a valid address.' });
    expect(server.messages.map(({ messageId }) => messageId)).toHaveLength(6);
  });

  test('a refusal of the whole took nobody: all stay to be sent, and the send stops', async () => {
    const fault: Fault = ({ answer }) => (
      reply(answer, 400, { errors: [{ message: 'bad\r\ncontent', field: 'content' }] }),
      'answered'
    );
    const refusal = {
      outcome: 'deferred',
      reason: 'SendGrid answered 400: bad content',
      stop: { code: 'send-stopped' },
    };
    expect(await submitUnder(fault)).toMatchObject([refusal, refusal, refusal]);
  });

  test('what is too large goes in halves, and what is too large alone fails', async () => {
    const fault: Fault = ({ body, answer }) => {
      const large =
        body.personalizations.length > 3 || body.personalizations.some(({ to }) => to[0]?.email.startsWith('reader6@'));
      if (!large) return undefined;
      reply(answer, 413, { errors: [{ message: 'content too large' }] });
      return 'answered';
    };
    const outcomes = await submitUnder(fault, 10);
    expect(names(outcomes)).toEqual(all('submitted', 10).map((state, index) => (index === 6 ? 'failed' : state)));
    expect(server.messages).toHaveLength(9);
  });

  test.each([
    [401, /does not know the key/],
    [403, /does not let this key or sender send/],
    [404, /is not SendGrid as we know it/],
    [302, /is not SendGrid as we know it/],
  ])('a %i stops the send: nothing was taken, and nothing more is handed over', async (status, words) => {
    const fault: Fault = ({ answer }) => (
      reply(answer, status, { errors: [{ message: 'no' }] }, { Location: '/v3/other' }),
      'answered'
    );
    const outcomes = await submitUnder(fault, 4);
    expect(names(outcomes)).toEqual(all('deferred', 4));
    expect(outcomes[3]).toHaveProperty('stop.message', expect.stringMatching(words));
    expect(server.requests).toHaveLength(1);
  });
});

describe('before the first message', () => {
  test.each([
    [{ key: undefined }, /There is no key for SendGrid/],
    [{ key: 'SG.two\nlines' }, /holds a space, a line break/],
    [{ key: 'SG.another' }, /does not know the key/],
  ])('says what is wrong with the key', async (changes, words) => {
    await expect(make(changes).open(SEND)).rejects.toThrow(words);
  });

  test.each([
    [200, { scopes: ['alerts.read'] }, /may not send mail/],
    [403, { errors: [{ message: 'access forbidden' }] }, /does not let this key/],
  ])('says what the key may not do (%i)', async (status, body, words) => {
    server.scopeAnswers.push({ status, body });
    await expect(make().open(SEND)).rejects.toThrow(words);
  });

  test('goes on where only the question is not understood', async () => {
    for (const status of [404, 429, 500]) {
      server.scopeAnswers.push({ status, body: {} });
      await expect(make().open(SEND)).resolves.toBeUndefined();
    }
  });

  test('says that SendGrid was not reached, or does not speak as it should, and never names the key', async () => {
    const garbage = createServer((socket) => socket.resume().end('garbage\r\n\r\n'));
    await new Promise<void>((ready) => garbage.listen(0, '127.0.0.1', ready));
    const url = `http://127.0.0.1:${String((garbage.address() as AddressInfo).port)}`;
    const error: unknown = await make({ url })
      .open(SEND)
      .catch((thrown: unknown) => thrown);
    expect(error).toHaveProperty('code', 'transport-unusable');
    expect(error).toHaveProperty('message', expect.stringContaining('was not reached'));
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(KEY);
    await new Promise((done) => garbage.close(done));
    await expect(make({ url }).open(SEND)).rejects.toThrow(/takes no connection/);
  });

  test('goes to the European Union where it is told so', () => {
    expect(make({ url: undefined, region: 'eu' }).loopback).toBe(false);
    expect(make().loopback).toBe(true);
  });

  test.each([
    ['http://[::1]:2525', true],
    ['http://localhost:2525', true],
    ['https://127.evil.example.com', false],
    ['https://127.0.0.1.example.org', false],
  ])('knows whether %s is this machine', (url, loopback) => {
    expect(make({ url }).loopback).toBe(loopback);
  });
});
