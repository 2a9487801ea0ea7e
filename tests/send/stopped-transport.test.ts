import { expect, test } from 'vitest';
import { NewsletterError } from '../../src/model/error.js';
import type { OutgoingMessage, SubmitOutcome } from '../../src/model/send/outgoing-message.js';
import { recordingTransport, submitted } from '../support/send/recording-transport.js';
import { sendingWorkspace } from '../support/send/sending-workspace.js';

test('a transport that can go no further stops the send, and nobody becomes uncertain', async () => {
  const stop = new NewsletterError('transport-unusable', { message: 'Gone.', expected: 'a server', help: 'Wait.' });
  const workspace = await sendingWorkspace(40);
  let turns = 0;
  const answer = (batch: readonly OutgoingMessage[]): Promise<readonly SubmitOutcome[]> => {
    turns += 1;
    const gone: SubmitOutcome = { outcome: 'deferred', reason: stop.message, stop };
    return Promise.resolve(batch.map(() => (turns > 10 ? gone : submitted)));
  };
  const first = recordingTransport({ connections: 2, answer });
  const stopped = await workspace.send(first);
  expect(stopped).toMatchObject({ complete: false, report: { submitted: 10, pending: 30, uncertain: 0, failed: 0 } });
  expect(stopped).toHaveProperty('failure', stop);
  expect(first.taken.length).toBeLessThanOrEqual(12);
  const second = recordingTransport();
  expect(await workspace.send(second)).toMatchObject({ complete: true, report: { submitted: 40 } });
  expect(second.taken).toHaveLength(30);
});
