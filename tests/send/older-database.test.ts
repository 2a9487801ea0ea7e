import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { skipDeliveries } from '../../src/app/send/open-deliveries.js';
import { NewsletterError } from '../../src/model/error.js';
import type { SubmitOutcome } from '../../src/model/send/outgoing-message.js';
import { now } from '../support/subscribers/workspace.js';
import { ISSUE } from '../support/send/built-issue.js';
import { recordingTransport, submitted } from '../support/send/recording-transport.js';
import { sendingWorkspace, type SendingWorkspace } from '../support/send/sending-workspace.js';
const stop = new NewsletterError('transport-unusable', { message: 'Gone.', expected: 'a server', help: 'Wait.' });
const copies: string[] = [];

afterAll(() => {
  for (const folder of copies) rmSync(folder, { recursive: true, force: true });
});

const dataOf = ({ configuration }: SendingWorkspace) => path.dirname(configuration.databasePath);
const recordOf = ({ configuration }: SendingWorkspace) => path.join(configuration.root, 'issues', ISSUE, 'sent.json');

/** Copies the database as it is now, and gives what brings that copy back. */
function backUp(workspace: SendingWorkspace): () => void {
  const copy = mkdtempSync(path.join(tmpdir(), 'newsletter-backup-'));
  copies.push(copy);
  cpSync(dataOf(workspace), copy, { recursive: true });
  return () => {
    rmSync(dataOf(workspace), { recursive: true });
    cpSync(copy, dataOf(workspace), { recursive: true });
  };
}

async function expectRefusal(workspace: SendingWorkspace): Promise<void> {
  const transport = recordingTransport();
  await expect(workspace.send(transport)).rejects.toMatchObject({ code: 'send-elsewhere', exitCode: 4 });
  await expect(workspace.run(transport, { dryRun: true })).rejects.toMatchObject({ code: 'send-elsewhere' });
  expect(transport.taken).toEqual([]);
}

describe('a database brought back from a backup', () => {
  test('does not go on with a send that has gone further since', async () => {
    const workspace = await sendingWorkspace(6);
    await workspace.send(recordingTransport(), { limit: 2 });
    const restore = backUp(workspace);
    await workspace.send(recordingTransport(), { limit: 2 });
    restore();
    await expectRefusal(workspace);
    const found = { configuration: workspace.configuration, issue: ISSUE, now };
    const cancel = skipDeliveries('pending', found, () => Promise.resolve(true));
    await expect(cancel).rejects.toMatchObject({ code: 'send-elsewhere' });
    expect(await workspace.report()).toMatchObject({ submitted: 2, pending: 4 });
  });

  test('does not begin a send anew of which it has no message yet', async () => {
    const workspace = await sendingWorkspace(3);
    const full: SubmitOutcome = { outcome: 'deferred', reason: stop.message, stop };
    await workspace.send(recordingTransport({ answer: (batch) => Promise.resolve(batch.map(() => full)) }));
    expect(await workspace.report()).toMatchObject({ submitted: 0, pending: 3 });
    const restore = backUp(workspace);
    await workspace.send(recordingTransport());
    restore();
    await expectRefusal(workspace);
  });

  test('does not go on with what was completed by the very run in which it was copied', async () => {
    const workspace = await sendingWorkspace(12);
    let restore: (() => void) | undefined;
    const transport = recordingTransport({
      connections: 1,
      answer: (batch) => {
        if (transport.taken.length === 4) restore = backUp(workspace);
        return Promise.resolve(batch.map(() => submitted));
      },
    });
    await workspace.send(transport);
    restore?.();
    // The process that held it then has ended.
    await workspace.withDatabase(({ query }) => query.updateTable('leases').set({ pid: null }).execute());
    expect((await workspace.report()).pending).toBeGreaterThan(0);
    await expectRefusal(workspace);
  });

  test('goes on when a person has taken the record away, and is the one that counts from then on', async () => {
    const workspace = await sendingWorkspace(4);
    await workspace.send(recordingTransport(), { limit: 1 });
    const restore = backUp(workspace);
    await workspace.send(recordingTransport(), { limit: 1 });
    restore();
    rmSync(recordOf(workspace));
    expect(await workspace.send(recordingTransport(), { limit: 1 })).toMatchObject({ report: { submitted: 2 } });
    expect(existsSync(recordOf(workspace))).toBe(true);
    expect(await workspace.send(recordingTransport())).toMatchObject({ complete: true, report: { submitted: 4 } });
  });
});

describe('the record beside the issue', () => {
  test('stops a send where it cannot be read: it may know of more', async () => {
    const workspace = await sendingWorkspace(2);
    await workspace.send(recordingTransport(), { limit: 1 });
    writeFileSync(recordOf(workspace), '<<<<<<< mine\n{}\n');
    await expectRefusal(workspace);
  });

  test('of an earlier version, without the number of its run, is no reason to stop', async () => {
    const workspace = await sendingWorkspace(2);
    await workspace.send(recordingTransport(), { limit: 1 });
    const written = readFileSync(recordOf(workspace), 'utf8');
    const without = written.replace(/,\n\s*"run": \d+/, '');
    expect(without).not.toBe(written);
    writeFileSync(recordOf(workspace), without);
    expect(await workspace.send(recordingTransport())).toMatchObject({ complete: true });
  });

  test('does not stop those who are tried once more after the end of a send', async () => {
    const workspace = await sendingWorkspace(2);
    const failing = recordingTransport({
      answer: (batch) => Promise.resolve(batch.map(() => ({ outcome: 'failed', reason: '552 5.2.2 mailbox full' }))),
    });
    await workspace.send(failing);
    expect(await workspace.send(recordingTransport(), { retryState: 'failed' })).toMatchObject({ complete: true });
  });
});
