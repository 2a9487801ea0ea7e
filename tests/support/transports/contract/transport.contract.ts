import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Configuration } from '../../../../src/model/settings/configuration.js';
import type { OutgoingMessage, Transport, TransportContext } from '../../../../src/model/send/outgoing-message.js';
import { composeMessage } from '../../../../src/send/message/compose-message.js';
import { prepareMessage } from '../../../../src/send/message/splice.js';
import { emptyWorkspace } from '../../subscribers/workspace.js';
import { ISSUE, smallTemplate } from '../../send/built-issue.js';

/** One message as it arrived behind the transport: its bytes, or what a service shall make a message of. */
export type ArrivedMessage =
  | { readonly messageId: string; readonly bytes: Uint8Array }
  | { readonly messageId: string; readonly content: ArrivedContent };

export interface ArrivedContent {
  readonly to: { readonly email: string; readonly name?: string | undefined };
  readonly subject: string;
  readonly text: string | undefined;
  readonly html: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** A transport under test, with a way to see what arrived. */
export interface TransportUnderTest {
  readonly name: string;
  /** A service that writes the MIME itself cannot be held to our bytes; `ours` where it is left out. */
  readonly writesMime?: 'ours' | 'theirs';
  create(configuration: Configuration): Promise<Transport>;
  /** Everything that arrived from sends of the issue, in any order. */
  arrived(configuration: Configuration): Promise<readonly ArrivedMessage[]>;
}

/** Messages as a send makes them, to difficult names. */
export function someMessages(count: number): readonly OutgoingMessage[] {
  const prepared = prepareMessage(smallTemplate());
  const names = [undefined, 'Łucja Öz', '.', 'Анна "A" <x>', '$& {name}', 'a, b'];
  return Array.from({ length: count }, (_, index) =>
    composeMessage(
      prepared,
      {
        deliveryId: `delivery-${String(index)}`,
        messageId: `message-${String(index)}@example.org`,
        address: `reader${String(index)}@example.org`,
        name: names[index % names.length],
        token: `k.${String(index + 1)}.AAAAAAAAAAAAAAAAAAAAAA`,
        footerToken: 'footer',
        preferencesToken: `k.${String(index + 1)}.BBBBBBBBBBBBBBBBBBBBBB`,
      },
      'Fri, 18 Dec 2020 12:00:00 +0000',
    ),
  );
}

async function expectBytes(arrived: ArrivedMessage | undefined, message: OutgoingMessage): Promise<void> {
  const bytes = arrived !== undefined && 'bytes' in arrived ? arrived.bytes : new Uint8Array();
  expect(Buffer.from(bytes).equals(Buffer.concat(await message.bytes()))).toBe(true);
}

/** Fields that a service which writes the MIME has to write itself. */
const FIELDS_OF_THE_SERVICE = ['From', 'To', 'Subject', 'Date', 'MIME-Version', 'Content-Type', 'Reply-To'];

async function expectContent(arrived: ArrivedMessage | undefined, message: OutgoingMessage): Promise<void> {
  if (arrived === undefined || !('content' in arrived)) throw new Error(`${message.messageId} did not arrive`);
  const expected = await PostalMime.parse(Buffer.concat(await message.bytes()));
  const { to, subject, text, html, headers } = arrived.content;
  expect({ subject, text, html }).toEqual({ subject: expected.subject, text: expected.text, html: expected.html });
  expect(to.email).toBe(message.envelope.to);
  // A name may be left out where the service cannot take its signs, but never be another.
  const { name } = message.recipient;
  expect(to.name ?? (/[;,<>"\\]/.test(name ?? '') ? name : undefined)).toBe(name);
  const fields = [...message.template.headers, ...message.headers].map((field) => {
    const [fieldName = '', ...value] = field.replace(/\r\n(?=[ \t])/g, '').split(': ');
    return [fieldName, value.join(': ')] as const;
  });
  expect(headers).toEqual(Object.fromEntries(fields.filter(([key]) => !FIELDS_OF_THE_SERVICE.includes(key))));
}

/** What every transport keeps to. */
export function testTransport(subject: TransportUnderTest): void {
  describe(`the transport ${subject.name}`, () => {
    let configuration: Configuration;
    let transport: Transport;
    let context: TransportContext;

    beforeEach(async () => {
      configuration = await emptyWorkspace();
      transport = await subject.create(configuration);
      context = { issue: ISSUE, kind: transport.kind, test: false };
    });

    async function submitAll(messages: readonly OutgoingMessage[]) {
      const outcomes = [];
      for (let start = 0; start < messages.length; start += transport.batchSize) {
        outcomes.push(...(await transport.submit(messages.slice(start, start + transport.batchSize))));
      }
      return outcomes;
    }

    test('says what it is', () => {
      expect(transport.name).toBe(subject.name);
      expect(transport.connections).toBeGreaterThanOrEqual(1);
      expect(transport.batchSize).toBeGreaterThanOrEqual(1);
    });

    test('says in a sentence how it signs in, where it does', async () => {
      await transport.open(context);
      expect(transport.describeSignIn?.() ?? 'It signs in.').toMatch(/^It signs in.*\.$/);
      await transport.close();
    });

    test('answers for each message in order, and each arrives once, as it was made', async () => {
      const messages = someMessages(12);
      await transport.open(context);
      expect(await submitAll(messages)).toEqual(messages.map(() => ({ outcome: 'submitted' })));
      await transport.close();
      const arrived = await subject.arrived(configuration);
      expect(arrived.map((one) => one.messageId).sort()).toEqual(messages.map((message) => message.messageId).sort());
      for (const message of messages) {
        const one = arrived.find(({ messageId }) => messageId === message.messageId);
        if (subject.writesMime === 'theirs') await expectContent(one, message);
        else await expectBytes(one, message);
      }
    });

    test('takes as many batches at once as it says', async () => {
      await transport.open(context);
      const batches = someMessages(transport.connections * transport.batchSize);
      const groups = Array.from({ length: transport.connections }, (_, index) =>
        batches.slice(index * transport.batchSize, (index + 1) * transport.batchSize),
      );
      const outcomes = await Promise.all(groups.map((group) => transport.submit(group)));
      await transport.close();
      expect(outcomes.flat()).toHaveLength(batches.length);
      expect(await subject.arrived(configuration)).toHaveLength(batches.length);
    });

    test('makes one message of the same one twice, where it says so', async () => {
      const [message] = someMessages(1);
      if (message === undefined || !transport.idempotent) return;
      await transport.open(context);
      await transport.submit([message]);
      await transport.submit([message]);
      await transport.close();
      expect(await subject.arrived(configuration)).toHaveLength(1);
    });

    test('may be closed unused, and opened again', async () => {
      await transport.open(context);
      await transport.close();
      await transport.open(context);
      expect(await submitAll(someMessages(1))).toEqual([{ outcome: 'submitted' }]);
      await transport.close();
    });

    test('never counts a test copy among the messages of the issue', async () => {
      await transport.open({ ...context, test: true });
      await submitAll(someMessages(1));
      await transport.close();
      if (transport.kind === 'rehearsal') expect(await subject.arrived(configuration)).toEqual([]);
    });
  });
}
