import { beforeEach, describe, expect, it } from 'vitest';
import type { Configuration } from '../../src/model/configuration.js';
import type { OutgoingMessage, Transport, TransportContext } from '../../src/model/outgoing-message.js';
import { composeMessage } from '../../src/send/compose-message.js';
import { prepareMessage } from '../../src/send/splice.js';
import { emptyWorkspace } from '../audience/workspace.js';
import { ISSUE, smallTemplate } from '../send/built-issue.js';

/** One message as it arrived behind the transport. */
export interface ArrivedMessage {
  readonly messageId: string;
  readonly bytes: Uint8Array;
}

/** A transport under test, with a way to see what arrived. */
export interface TransportUnderTest {
  readonly name: string;
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
      },
      'Fri, 18 Dec 2020 12:00:00 +0000',
    ),
  );
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

    it('says what it is', () => {
      expect(transport.name).toBe(subject.name);
      expect(transport.connections).toBeGreaterThanOrEqual(1);
      expect(transport.batchSize).toBeGreaterThanOrEqual(1);
    });

    it('answers for each message in order, and each arrives once, byte for byte', async () => {
      const messages = someMessages(12);
      await transport.open(context);
      expect(await submitAll(messages)).toEqual(messages.map(() => ({ outcome: 'submitted' })));
      await transport.close();
      const arrived = new Map((await subject.arrived(configuration)).map((one) => [one.messageId, one.bytes]));
      expect([...arrived.keys()].sort()).toEqual(messages.map((message) => message.messageId).sort());
      for (const message of messages) {
        const bytes = arrived.get(message.messageId) ?? new Uint8Array();
        expect(Buffer.from(bytes).equals(Buffer.concat(await message.bytes()))).toBe(true);
      }
    });

    it('takes as many batches at once as it says', async () => {
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

    it('makes one message of the same one twice, where it says so', async () => {
      const [message] = someMessages(1);
      if (message === undefined || !transport.idempotent) return;
      await transport.open(context);
      await transport.submit([message]);
      await transport.submit([message]);
      await transport.close();
      expect(await subject.arrived(configuration)).toHaveLength(1);
    });

    it('may be closed unused, and opened again', async () => {
      await transport.open(context);
      await transport.close();
      await transport.open(context);
      expect(await submitAll(someMessages(1))).toEqual([{ outcome: 'submitted' }]);
      await transport.close();
    });

    it('never counts a test copy among the messages of the issue', async () => {
      await transport.open({ ...context, test: true });
      await submitAll(someMessages(1));
      await transport.close();
      if (transport.kind === 'rehearsal') expect(await subject.arrived(configuration)).toEqual([]);
    });
  });
}
