import { beforeEach, expect, it } from 'vitest';
import { importSubscribers } from '../../src/app/import-subscribers.js';
import { sendIssue } from '../../src/app/send-issue.js';
import type { Configuration } from '../../src/model/configuration.js';
import { NewsletterError } from '../../src/model/error.js';
import type { OutgoingMessage, SubmitOutcome, Transport } from '../../src/model/outgoing-message.js';
import { emptyWorkspace, now, writeCsv } from '../audience/workspace.js';
import { ISSUE, writeBuild } from './built-issue.js';
import { recordingTransport, submitted } from './recording-transport.js';

let configuration: Configuration;

beforeEach(async () => {
  configuration = await emptyWorkspace();
  await writeBuild(configuration.root);
  const lines = Array.from({ length: 40 }, (_, index) => `r${String(index)}@example.org`);
  await importSubscribers({ configuration, file: await writeCsv(configuration, ['email', ...lines].join('\n')), now });
});

async function send(transport: Transport) {
  return sendIssue({
    configuration,
    issue: ISSUE,
    dryRun: false,
    testAddresses: [],
    signal: new AbortController().signal,
    now,
    onProgress: () => undefined,
    isBuildStale: () => Promise.resolve(undefined),
    createTransport: () => Promise.resolve(transport),
  });
}

it('a transport that can go no further stops the send, and nobody becomes uncertain', async () => {
  const stop = new NewsletterError('transport-unusable', { message: 'Gone.', expected: 'a server', help: 'Wait.' });
  let turns = 0;
  const answer = (batch: readonly OutgoingMessage[]): Promise<readonly SubmitOutcome[]> => {
    turns += 1;
    const gone: SubmitOutcome = { outcome: 'deferred', reason: stop.message, stop };
    return Promise.resolve(batch.map(() => (turns > 10 ? gone : submitted)));
  };
  const first = recordingTransport({ connections: 2, answer });
  const stopped = await send(first);
  expect(stopped).toMatchObject({ complete: false, report: { submitted: 10, pending: 30, uncertain: 0, failed: 0 } });
  expect(stopped).toHaveProperty('failure', stop);
  expect(first.taken.length).toBeLessThanOrEqual(12);
  const second = recordingTransport();
  expect(await send(second)).toMatchObject({ complete: true, report: { submitted: 40 } });
  expect(second.taken).toHaveLength(30);
});
