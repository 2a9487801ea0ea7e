// Our own sender as a process of its own, bundled by `bench:send`: prepares a workspace, or sends to its readers with
// the ledger on disk or with one in memory that keeps nothing. Prints what it took as JSON.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chooseTransport } from '../../../src/app/send/send-context.ts';
import { sendIssue } from '../../../src/app/send/send-issue.ts';
import { openKeys } from '../../../src/subscribers/tokens/keys.ts';
import { makeToken } from '../../../src/subscribers/tokens/tokens.ts';
import { composeMessage } from '../../../src/send/message/compose-message.ts';
import { deliver } from '../../../src/send/run/deliver.ts';
import { readDkimKeys } from '../../../src/send/dkim/keys.ts';
import { prepareReturnPath } from '../../../src/send/message/return-path.ts';
import { prepareMessage } from '../../../src/send/message/splice.ts';
import { createTransport, TRANSPORTS } from '../../../src/transports/registry.ts';
import { readConfiguration } from '../../../src/workspace/settings/configuration.ts';
import { ISSUE, prepareWorkspace } from './workspace.js';

const [, , mode, root = '', readers = '0'] = process.argv;
const TRANSPORT = process.env.BENCH_TRANSPORT ?? 'smtp';
const { signal } = new AbortController();
const now = () => new Date();

/** From the first claim to the last record, with the ledger. */
async function sendWithLedger(configuration) {
  let started = 0;
  let ended = 0;
  const onEvent = ({ event }) => {
    if (event === 'frozen') started = performance.now();
    if (event === 'progress') ended = performance.now();
  };
  const { transport, dkim } = await chooseTransport(TRANSPORT, { configuration, onEvent });
  const options = { dryRun: false, testAddresses: [], restartRehearsal: false, waitMs: 0 };
  const result = await sendIssue(options, {
    configuration,
    issue: ISSUE,
    transport,
    dkim,
    signal,
    now,
    onEvent,
    isBuildStale: () => Promise.resolve(undefined),
  });
  if (result.kind !== 'sent' || result.failure !== undefined) throw result.failure ?? new Error('nothing was sent');
  return { sent: result.report.submitted, milliseconds: ended - started };
}

/** Claims deliveries out of memory, and forgets their outcomes. @param {number} audience */
function ledgerInMemory(audience) {
  let position = 0;
  return {
    step(_settlements, _refused, wanted) {
      const claimed = [];
      while (claimed.length < wanted && position < audience) {
        position += 1;
        const id = `delivery-${String(1e14 + position)}`;
        claimed.push({
          id,
          messageId: `${id}@example.org`,
          name: `Reader ${id}`,
          address: `reader${id}@example.com`,
          position,
          subscriberId: position,
          attempts: 1,
        });
      }
      return Promise.resolve({ claimed, skipped: 0, exhausted: position === audience });
    },
  };
}

/** The same without a ledger, to see what that costs. */
async function sendWithout(configuration, audience) {
  const transport = await createTransport(TRANSPORT, configuration);
  const keys = await openKeys(configuration);
  const listId = configuration.list.id;
  const returnPath = prepareReturnPath(configuration, keys, listId);
  const template = JSON.parse(readFileSync(path.join(root, 'out', ISSUE, 'message.json'), 'utf8'));
  const prepared = prepareMessage(template, await readDkimKeys(configuration));
  const date = 'Fri, 18 Dec 2020 12:00:00 +0000';
  let report = { pending: audience, submitted: 0, failed: 0, skipped: 0, uncertain: 0 };
  await transport.open({ issue: ISSUE, kind: 'real', test: false });
  const started = performance.now();
  const compose = (delivery) => {
    const { subscriberId, id } = delivery;
    const token = makeToken(keys, listId, 'unsubscribe', subscriberId);
    const preferencesToken =
      template.preferences === undefined ? '' : makeToken(keys, listId, 'preferences', subscriberId);
    const more = { deliveryId: id, token, preferencesToken, returnPath: returnPath(subscriberId) };
    return composeMessage(prepared, { ...delivery, ...more }, date);
  };
  const { failure } = await deliver(
    { ledger: ledgerInMemory(audience), compose, report, limit: undefined },
    {
      transport,
      signal,
      now,
      onEvent: (event) => {
        report = event.report;
      },
      onWarning: () => undefined,
    },
  );
  const milliseconds = performance.now() - started;
  await transport.close();
  if (failure !== undefined) throw failure;
  return { sent: report.submitted, milliseconds };
}

if (mode === 'prepare') await prepareWorkspace(root, Number(readers));
else {
  const { configuration } = readConfiguration(root, process.env, TRANSPORTS);
  const before = process.cpuUsage();
  const sent =
    mode === 'ledger' ? await sendWithLedger(configuration) : await sendWithout(configuration, Number(readers));
  const { user, system } = process.cpuUsage(before);
  const peakMebibytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ ...sent, processorMilliseconds: (user + system) / 1000, peakMebibytes }));
}
