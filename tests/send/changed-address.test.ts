import { describe, expect, test } from 'vitest';
import { whyAddress } from '../../src/app/subscribers/explain-address.js';
import { confirmAddressChange, requestAddressChange } from '../../src/subscribers/consent/change-address.js';
import { openKeys } from '../../src/subscribers/tokens/keys.js';
import { suppressAddress } from '../../src/subscribers/consent/suppress-address.js';
import { now } from '../support/subscribers/workspace.js';
import { recordingTransport, submitted } from '../support/send/recording-transport.js';
import { sendingWorkspace, type SendingWorkspace } from '../support/send/sending-workspace.js';
const OLD = 'r1@example.org';
const NEW = 'elsewhere@example.org';

/** The second of three readers has not got the issue yet, and changes the address. */
async function moveInTheMiddle(): Promise<SendingWorkspace> {
  const workspace = await sendingWorkspace(3);
  await workspace.send(recordingTransport(), { limit: 1 });
  const keys = await openKeys(workspace.configuration);
  await workspace.withDatabase(async (database) => {
    const context = { database, keys, source: 'form', at: now() };
    const request = await requestAddressChange(context, 2, NEW, 'refuse');
    if (request.outcome !== 'confirm') throw new Error(request.outcome);
    await confirmAddressChange(context, request.changeId, 7, 'refuse');
  });
  return workspace;
}

async function suppress(workspace: SendingWorkspace, address: string): Promise<void> {
  const keys = await openKeys(workspace.configuration);
  await workspace.withDatabase((database) =>
    database.transaction((query) => suppressAddress(query, address, 'complaint', { source: 'form', at: now(), keys })),
  );
}

async function rest(workspace: SendingWorkspace) {
  const transport = recordingTransport({ connections: 1 });
  const { report } = await workspace.send(transport);
  return { mailed: transport.taken.map(({ envelope }) => envelope.to), report };
}

describe('a reader whose address changes while an issue is sent', () => {
  test('gets theirs at the new address: somebody else may read the old mailbox', async () => {
    const workspace = await moveInTheMiddle();
    expect((await rest(workspace)).mailed).toEqual([NEW, 'r2@example.org']);
    const { people } = await whyAddress(workspace.configuration, NEW);
    expect(people[0]?.deliveries).toMatchObject([{ state: 'submitted', address: NEW }]);
  });

  test('gets theirs there also where the old address must not be mailed any more', async () => {
    const workspace = await moveInTheMiddle();
    await suppress(workspace, OLD);
    expect((await rest(workspace)).mailed).toEqual([NEW, 'r2@example.org']);
  });

  test('gets nothing where the new address must not be mailed', async () => {
    const workspace = await moveInTheMiddle();
    await suppress(workspace, NEW);
    expect(await rest(workspace)).toMatchObject({ mailed: ['r2@example.org'], report: { skipped: 1 } });
  });

  test('is tried once more at the new address where the old one had failed', async () => {
    const workspace = await sendingWorkspace(2);
    const full = { outcome: 'failed', reason: '552 5.2.2 mailbox full' } as const;
    await workspace.send(recordingTransport({ answer: (batch) => Promise.resolve(batch.map(() => full)) }));
    await workspace.withDatabase(({ query }) =>
      query.updateTable('subscribers').set({ email: NEW, address_key: NEW }).where('id', '=', 2).execute(),
    );
    const transport = recordingTransport({ connections: 1 });
    await workspace.send(transport, { retryState: 'failed' });
    expect(transport.taken.map(({ envelope }) => envelope.to)).toEqual(['r0@example.org', NEW]);
  });
});

describe('an address that is forgotten while a message to it is under way', () => {
  test('is passed over where the message was not taken', async () => {
    const workspace = await sendingWorkspace(2);
    const transport = recordingTransport({
      connections: 1,
      answer: async (batch) => {
        if (batch[0]?.envelope.to !== 'r0@example.org') return batch.map(() => submitted);
        // This is what a person does who erases somebody by an address that they had before.
        await workspace.withDatabase(({ query }) =>
          query.updateTable('deliveries').set({ address: '', name: null }).where('subscriber_id', '=', 1).execute(),
        );
        return batch.map(() => ({ outcome: 'deferred', reason: '451 later' }));
      },
    });
    await workspace.send(transport);
    const { mailed, report } = await rest(workspace);
    expect(mailed).toEqual([]);
    expect(report).toMatchObject({ submitted: 1, skipped: 1, pending: 0, failed: 0 });
    // Nor does it come back into the record.
    expect((await workspace.deliveries())[0]).toMatchObject({ address: '', reason: 'forgotten' });
  });
});
