import type { SendKind } from '../../../src/model/send/delivery.js';
import type { OutgoingMessage, SubmitOutcome, Transport } from '../../../src/model/send/outgoing-message.js';

export interface RecordingOptions {
  readonly kind?: SendKind;
  readonly idempotent?: boolean;
  readonly connections?: number;
  readonly batchSize?: number;
  /** Answers for a batch; absent: everything is submitted. */
  readonly answer?: (batch: readonly OutgoingMessage[]) => Promise<readonly SubmitOutcome[]>;
}

/** A transport that keeps what it was given, and the largest number of batches that were under way at once. */
export interface RecordingTransport extends Transport {
  readonly taken: OutgoingMessage[];
  readonly calls: string[];
  mostAtOnce: number;
}

export const submitted: SubmitOutcome = { outcome: 'submitted' };

export function recordingTransport(options: RecordingOptions = {}): RecordingTransport {
  let underWay = 0;
  const transport: RecordingTransport = {
    name: 'recording',
    kind: options.kind ?? 'real',
    idempotent: options.idempotent ?? false,
    loopback: true,
    signing: 'ours',
    connections: options.connections ?? 3,
    batchSize: options.batchSize ?? 1,
    taken: [],
    calls: [],
    mostAtOnce: 0,
    open: (context) => {
      transport.calls.push(`open ${context.issue} ${context.kind}${context.test ? ' test' : ''}`);
      return Promise.resolve();
    },
    submit: async (batch) => {
      underWay += 1;
      transport.mostAtOnce = Math.max(transport.mostAtOnce, underWay);
      try {
        transport.taken.push(...batch);
        // An answer never comes within the same turn of the event loop, as from a real server.
        await new Promise(setImmediate);
        return await (options.answer?.(batch) ?? batch.map(() => submitted));
      } finally {
        underWay -= 1;
      }
    },
    close: () => {
      transport.calls.push('close');
      return Promise.resolve();
    },
  };
  return transport;
}
