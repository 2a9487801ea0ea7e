import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { eraseAddressEverywhere } from '../../src/app/subscribers/erase-subscriber.js';
import { importSubscribers } from '../../src/app/subscribers/import-subscribers.js';
import { listSubscribers } from '../../src/app/subscribers/list-subscribers.js';
import { undoImport } from '../../src/app/subscribers/undo-import.js';
import { whyAddress } from '../../src/app/subscribers/explain-address.js';
import { openKeys } from '../../src/subscribers/tokens/keys.js';
import { confirmOptIn, requestOptIn } from '../../src/subscribers/consent/opt-in.js';
import { unsubscribe } from '../../src/subscribers/consent/unsubscribe.js';
import { now } from '../support/subscribers/workspace.js';
import { recordingTransport, submitted } from '../support/send/recording-transport.js';
import { sendingWorkspace, type SendingWorkspace } from '../support/send/sending-workspace.js';
const FIRST = 'r0@example.org';

const undo = ({ configuration }: SendingWorkspace) => undoImport({ configuration, number: 1, now });

async function importAgain({ configuration }: SendingWorkspace, content: string): Promise<void> {
  const file = path.join(configuration.root, 'right.csv');
  await writeFile(file, content);
  await importSubscribers({ configuration, file, now });
}

async function active({ configuration }: SendingWorkspace): Promise<readonly string[]> {
  return (await listSubscribers({ configuration, state: 'active' })).map(({ email }) => email);
}

/** The first of the readers uses the link of the mail that they got. */
async function unsubscribeByLink(workspace: SendingWorkspace): Promise<void> {
  const keys = await openKeys(workspace.configuration);
  await workspace.withDatabase((database) => unsubscribe({ database, keys, source: 'one-click', at: now() }, 1));
}

describe('an import that is undone while an issue is sent', () => {
  test('nobody of it is mailed any more, and the ledger says why', async () => {
    const workspace = await sendingWorkspace(3);
    await workspace.send(recordingTransport({ connections: 1 }), { limit: 1 });
    expect(await undo(workspace)).toMatchObject({ removed: 3, mailed: { people: 1, issues: ['2020-12'] } });
    const transport = recordingTransport();
    const { report } = await workspace.send(transport);
    expect(transport.taken).toEqual([]);
    expect(report).toMatchObject({ audience: 3, submitted: 1, skipped: 2, pending: 0, failed: 0, uncertain: 0 });
    const { formerDeliveries, people } = await whyAddress(workspace.configuration, 'r1@example.org');
    expect(people).toEqual([]);
    expect(formerDeliveries).toMatchObject([{ state: 'skipped', reason: 'import-undone', address: 'r1@example.org' }]);
    expect((await whyAddress(workspace.configuration, FIRST)).formerDeliveries).toMatchObject([{ state: 'submitted' }]);
  });

  test('whose sender is at work stops at once, and what was in its hands is not tried again', async () => {
    const workspace = await sendingWorkspace(30);
    const transport = recordingTransport({
      connections: 1,
      answer: async (batch) => {
        if (batch[0]?.envelope.to !== 'r3@example.org') return batch.map(() => submitted);
        await undo(workspace);
        return batch.map(() => ({ outcome: 'deferred', reason: '451 later' }));
      },
    });
    await workspace.send(transport);
    const again = recordingTransport();
    await workspace.send(again);
    const mailed = [...transport.taken, ...again.taken].map(({ envelope }) => envelope.to);
    // What was claimed before the undo, at most two for a connection, may still go out; nobody twice.
    expect(mailed.length).toBeLessThanOrEqual(6);
    expect(new Set(mailed).size).toBe(mailed.length);
    expect((await workspace.deliveries())[3]).toMatchObject({ state: 'skipped', reason: 'import-undone' });
    expect(await workspace.report()).toMatchObject({ pending: 0, uncertain: 0, failed: 0 });
  });

  test('leaves out who is uncertain, also where they are to be sent it once more', async () => {
    const workspace = await sendingWorkspace(2);
    const lost = { outcome: 'uncertain', reason: 'connection lost' } as const;
    await workspace.send(recordingTransport({ answer: (batch) => Promise.resolve(batch.map(() => lost)) }));
    await undo(workspace);
    const transport = recordingTransport();
    await workspace.send(transport, { retryState: 'uncertain' });
    expect(transport.taken).toEqual([]);
  });
});

describe('somebody who was mailed before their import was undone', () => {
  const mailed = async (): Promise<SendingWorkspace> => {
    const workspace = await sendingWorkspace(2);
    await workspace.send(recordingTransport());
    await undo(workspace);
    return workspace;
  };

  test('and leaves by the link of that mail is brought back by no import', async () => {
    const workspace = await mailed();
    await unsubscribeByLink(workspace);
    await unsubscribeByLink(workspace);
    await importAgain(workspace, 'email\nr0@example.org\nr1@example.org\n');
    expect(await active(workspace)).toEqual(['r1@example.org']);
    expect((await whyAddress(workspace.configuration, FIRST)).suppression).toMatchObject({ reason: 'unsubscribed' });
  });

  test('and leaves so after the right file was imported is off the list', async () => {
    const workspace = await mailed();
    await importAgain(workspace, 'email\nr0@example.org\nr1@example.org\n');
    await unsubscribeByLink(workspace);
    expect(await active(workspace)).toEqual(['r1@example.org']);
    const { people } = await whyAddress(workspace.configuration, FIRST);
    expect(people).toMatchObject([
      { state: 'unsubscribed', consents: [{ action: 'import' }, { action: 'unsubscribe' }] },
    ]);
  });

  test('and left so may come back by their own wish', async () => {
    const workspace = await mailed();
    await unsubscribeByLink(workspace);
    const keys = await openKeys(workspace.configuration);
    await workspace.withDatabase(async (database) => {
      const context = { database, keys, source: 'form', at: now() };
      const fields = { email: FIRST, name: null, language: null, tags: [] };
      const request = await requestOptIn(context, fields, 'refuse');
      if (request.outcome !== 'confirm') throw new Error(request.outcome);
      await confirmOptIn(context, request.subscriber.id, 7);
    });
    expect(await active(workspace)).toEqual([FIRST]);
  });

  test('and asks to be erased is taken out of the ledger too', async () => {
    const workspace = await mailed();
    await eraseAddressEverywhere({ configuration: workspace.configuration, address: FIRST, keepFiles: true, now });
    expect((await workspace.deliveries()).map(({ address }) => address)).toEqual(['', 'r1@example.org']);
    await importAgain(workspace, 'email\nr0@example.org\n');
    expect(await active(workspace)).toEqual([]);
  });
});
