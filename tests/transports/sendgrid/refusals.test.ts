import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutgoingMessage, SubmitOutcome, Transport } from '../../../src/model/send/outgoing-message.js';
import { composeServiceMail } from '../../../src/send/message/service-mail.js';
import { createSendGrid } from '../../../src/transports/sendgrid/sendgrid.js';
import { emptyWorkspace } from '../../support/subscribers/workspace.js';
import { someMessages } from '../../support/transports/contract/transport.contract.js';
import { ISSUE } from '../../support/send/built-issue.js';
import { sendingWorkspace } from '../../support/send/sending-workspace.js';
import type { MailSend } from '../../support/transports/sendgrid/api-schema.js';
import {
  KEY,
  reply,
  startLocalSendGrid,
  type LocalSendGrid,
} from '../../support/transports/sendgrid/local-sendgrid.js';

const SEND = { issue: ISSUE, kind: 'real', test: false } as const;
let server: LocalSendGrid;

beforeEach(async () => {
  server = await startLocalSendGrid();
});
afterEach(async () => {
  await server.close();
  expect(server.violations).toEqual([]);
});

interface ApiError {
  readonly field?: string | null;
  readonly message: string;
}

/** What is wrong with a request, if anything: then it is refused with a 400. */
type Objections = (body: MailSend) => readonly ApiError[];

function make(connections = 1): Transport {
  const settings = { region: 'global', url: server.url, key: KEY, connections, timeoutSeconds: 60 } as const;
  return createSendGrid(settings);
}

function refuse(objections: Objections): void {
  server.fault = ({ body, answer }) => {
    const errors = objections(body);
    if (errors.length === 0) return undefined;
    reply(answer, 400, { errors });
    return 'answered';
  };
}

async function submitUnder(objections: Objections, messages: readonly OutgoingMessage[]) {
  const transport = make();
  await transport.open(SEND);
  refuse(objections);
  return transport.submit(messages);
}

/** Objects to the readers with these numbers, to all of them at once or to the first alone. */
function toReaders(which: (reader: number) => boolean, error: ApiError, named: 'all' | 'first' = 'all'): Objections {
  return ({ personalizations }) => {
    const errors = personalizations.flatMap(({ to }, place) => {
      const reader = Number(/\d+/.exec(to[0]?.email ?? '')?.[0]);
      const field = `personalizations.${String(place)}.${error.field ?? ''}`;
      return which(reader) ? [{ ...error, field }] : [];
    });
    return named === 'all' ? errors : errors.slice(0, 1);
  };
}

const BAD_ADDRESS = { field: 'to.0.email', message: 'Does not contain a valid address.' };
const names = (outcomes: readonly SubmitOutcome[]) => outcomes.map(({ outcome }) => outcome);
const all = (state: SubmitOutcome['outcome'], count: number) => Array.from({ length: count }, () => state);
const failedAt = (count: number, ...failed: readonly number[]) =>
  all('submitted', count).map((state, index) => (failed.includes(index) ? 'failed' : state));

describe('a refusal of the request as a whole', () => {
  test.each<[string, ApiError]>([
    ['of the sender', { field: 'from.email', message: 'The from email does not contain a valid address.' }],
    ['of the content', { field: 'content', message: 'The content is not taken.' }],
    ['that names nothing', { field: null, message: 'Bad Request' }],
    ['that names a reader who is not in it', { field: 'personalizations.8.to', message: 'bad' }],
    ['of a member that is ours', { field: 'personalizations.0.custom_args', message: 'too long' }],
    ['of a member that we do not use', { field: 'personalizations.0.subject', message: 'too long' }],
  ])('%s leaves everybody to be sent, and stops', async (_, error) => {
    const outcomes = await submitUnder(() => [error], someMessages(8));
    expect(names(outcomes)).toEqual(all('deferred', 8));
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({
        reason: `SendGrid answered 400: ${error.message}`,
        stop: { code: 'send-stopped' },
      });
    }
    expect(server.requests).toHaveLength(1);
    expect(outcomes[0]).toHaveProperty('stop.message', expect.stringContaining(error.message));
    expect(outcomes[0]).toHaveProperty('stop.message', expect.stringContaining(error.field ?? 'Bad Request'));
  });

  test('fails nobody beside it, and is found though readers are named too', async () => {
    const both: Objections = (body) => [
      ...toReaders((reader) => reader === 2, BAD_ADDRESS)(body),
      { field: 'from.email', message: 'bad sender' },
    ];
    expect(names(await submitUnder(both, someMessages(4)))).toEqual(all('deferred', 4));
    expect(server.requests).toHaveLength(1);
  });

  test('stops a send of thousands with nobody left out, and the next run goes on', async () => {
    const workspace = await sendingWorkspace(2500);
    refuse(() => [{ field: 'from.email', message: 'bad sender' }]);
    const stopped = await workspace.send(make(2));
    expect(stopped.failure).toMatchObject({ code: 'send-stopped' });
    expect(stopped.report).toMatchObject({ audience: 2500, pending: 2500, failed: 0, submitted: 0 });
    server.fault = undefined;
    const later = new Date('2100-01-01T00:00:00Z');
    expect((await workspace.send(make(2), { now: () => later })).report).toMatchObject({ submitted: 2500, pending: 0 });
  });

  test('of one service mail keeps no other from going out', async () => {
    const configuration = await emptyWorkspace();
    const mails = ['Bad', 'Good', 'Good'].map((subject, index) =>
      composeServiceMail(
        {
          to: `r${String(index)}@example.org`,
          language: 'en',
          subject,
          text: 'Hello\n',
          html: '<p>Hello</p>\n',
          attachment: undefined,
        },
        configuration,
        new Date(0),
      ),
    );
    const outcomes = await submitUnder(
      ({ subject }) => (subject === 'Bad' ? [{ field: 'subject', message: 'bad subject' }] : []),
      mails,
    );
    expect(names(outcomes)).toEqual(['deferred', 'submitted', 'submitted']);
  });
});

describe('a refusal that names a reader', () => {
  test.each<[string, ApiError]>([
    ['a header field that all have', { field: 'headers.List-Id', message: 'bad header' }],
    ['such a field, however it is written', { field: 'headers.list-id', message: 'bad header' }],
    ['a header field that nobody has', { field: 'headers.List-Help', message: 'bad header' }],
  ])('for %s is about all, and none is tried alone', async (_, error) => {
    for (const count of [300, 1]) {
      server.requests.length = 0;
      const outcomes = await submitUnder(
        toReaders(() => true, error, 'first'),
        someMessages(count),
      );
      expect(names(outcomes)).toEqual(all('deferred', count));
      expect(outcomes.at(-1)).toHaveProperty('stop.message', expect.stringContaining('bad header'));
      expect(server.requests).toHaveLength(1);
    }
  });

  test('for the value of a slot that all have is about all', async () => {
    const nameless = someMessages(60).filter(({ recipient }) => recipient.name === undefined);
    const greeting: Objections = ({ personalizations: [first] }) => {
      const [mark = ''] = Object.keys(first?.substitutions ?? {});
      return [{ field: `personalizations.0.substitutions.${mark}`, message: 'bad value' }];
    };
    expect(names(await submitUnder(greeting, nameless))).toEqual(all('deferred', nameless.length));
    expect(server.requests).toHaveLength(1);
  });

  test.each<[string, ApiError]>([
    ['their address', BAD_ADDRESS],
    ['their name', { field: 'to.0.name', message: 'bad name' }],
    ['a header field of their own', { field: 'headers.List-Unsubscribe', message: 'bad header' }],
    ['their values', { field: 'substitutions', message: 'too long' }],
    ['no said part', { field: '', message: 'no' }],
  ])('for %s fails that reader alone', async (_, error) => {
    const outcomes = await submitUnder(
      toReaders((reader) => reader === 3, error),
      someMessages(8),
    );
    expect(names(outcomes)).toEqual(failedAt(8, 3));
    expect(outcomes[3]).toMatchObject({ reason: `SendGrid: ${error.message}` });
    const alone = await submitUnder(
      toReaders(() => true, error),
      someMessages(1),
    );
    expect(names(alone)).toEqual(['failed']);
  });

  test('fails that reader alone, though the answer as a whole is called bad too', async () => {
    const objections: Objections = (body) => {
      const errors = toReaders((reader) => reader === 3, BAD_ADDRESS)(body);
      return errors.length === 0 ? [] : [{ field: null, message: 'Bad Request' }, ...errors];
    };
    expect(names(await submitUnder(objections, someMessages(8)))).toEqual(failedAt(8, 3));
  });

  test.each(['all', 'first'] as const)('fails many here and there, each alone (%s named at once)', async (named) => {
    const outcomes = await submitUnder(
      toReaders((reader) => reader % 4 === 1, BAD_ADDRESS, named),
      someMessages(48),
    );
    expect(names(outcomes)).toEqual(
      failedAt(48, ...Array.from({ length: 48 }, (_, index) => index).filter((reader) => reader % 4 === 1)),
    );
  });
});

describe('the same refusal for many readers', () => {
  const NOT_ALLOWED = { field: 'to.0.email', message: 'The trial does not allow this recipient.' };

  test.each([
    [300, 'all', 1],
    [300, 'first', 10],
    [8, 'all', 1],
    [8, 'first', 5],
  ] as const)('of %i, named %s at once, is about us: the send stops', async (count, named, most) => {
    const outcomes = await submitUnder(
      toReaders(() => true, NOT_ALLOWED, named),
      someMessages(count),
    );
    expect(names(outcomes)).toEqual(all('deferred', count));
    expect(outcomes[0]).toMatchObject({ stop: { code: 'send-stopped' } });
    expect(outcomes[0]).toHaveProperty('stop.message', expect.stringContaining(NOT_ALLOWED.message));
    expect(server.requests).toHaveLength(most);
  });

  test('leaves failed who was refused for something else', async () => {
    const objections: Objections = (body) => [
      ...toReaders((reader) => reader === 0, BAD_ADDRESS)(body),
      ...toReaders((reader) => reader > 0, NOT_ALLOWED)(body),
    ];
    const outcomes = await submitUnder(objections, someMessages(20));
    expect(names(outcomes)).toEqual(['failed', ...all('deferred', 19)]);
  });
});

describe('a message that is too large', () => {
  test('for everybody stops the send instead of failing them one by one', async () => {
    const transport = make();
    await transport.open(SEND);
    server.fault = ({ answer }) => (reply(answer, 413, { errors: [{ message: 'too large' }] }), 'answered');
    const outcomes = await transport.submit(someMessages(100));
    expect(names(outcomes)).toEqual(all('deferred', 100));
    expect(outcomes[0]).toHaveProperty('stop.message', expect.stringContaining('too large'));
    expect(server.requests.length).toBeLessThan(10);
  });
});
