import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryName } from '../../../src/files/temporary-file.js';
import type { Configuration } from '../../../src/model/settings/configuration.js';
import type { OutgoingMessage, Transport } from '../../../src/model/send/outgoing-message.js';
import { createTransport } from '../../../src/transports/registry.js';
import { emptyWorkspace } from '../../support/subscribers/workspace.js';
import { someMessages } from '../../support/transports/contract/transport.contract.js';
import { ISSUE } from '../../support/send/built-issue.js';

let configuration: Configuration;
let outbox: Transport;
const context = { issue: ISSUE, kind: 'rehearsal', test: false } as const;

beforeEach(async () => {
  configuration = await emptyWorkspace();
  outbox = await createTransport('outbox', configuration);
});

const files = async (): Promise<readonly string[]> =>
  (await readdir(configuration.root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();

/** The name under which a process with our number that was killed before us was writing a file. */
function nameOfEarlierRun(file: string): string {
  return temporaryName(file).replace(/-[0-9a-f]{8}(-[0-9a-f]{8}\.tmp)$/, '-00000000$1');
}

function withMessageId(messageId: string): OutgoingMessage {
  const [message] = someMessages(1);
  if (message === undefined) throw new Error('no message');
  return { ...message, messageId };
}

describe('the outbox', () => {
  test.each([
    '../escape@example.org',
    '..',
    'a/b@example.org',
    'a\\b@example.org',
    '/etc/x',
    'a\u0000b',
    '.x',
    'C:x',
    '',
  ])('writes no file for the Message-ID %j', async (messageId) => {
    await outbox.open(context);
    const [outcome] = await outbox.submit([withMessageId(messageId)]);
    await outbox.takeBack?.([messageId]);
    await outbox.close();
    expect(outcome).toMatchObject({ outcome: 'failed' });
    expect(await files()).toEqual([]);
  });

  test.each(['../2020-12', '..', 'a/b', ''])('makes no folder for the issue %j', async (issue) => {
    await expect(outbox.open({ ...context, issue })).rejects.toMatchObject({ code: 'transport-unusable' });
    expect(await readdir(configuration.root)).toEqual([]);
  });

  test('removes what a crash left half-written, and leaves no temporary file', async () => {
    const folder = path.join(configuration.root, 'outbox', ISSUE);
    await mkdir(folder, { recursive: true });
    await writeFile(nameOfEarlierRun(path.join(folder, 'message-0@example.org.eml')), 'half');
    await outbox.open(context);
    await outbox.submit(someMessages(1));
    await outbox.close();
    expect(await files()).toEqual(['message-0@example.org.eml']);
  });

  test('takes back exactly what it is told to', async () => {
    await outbox.open(context);
    await outbox.submit(someMessages(3));
    await outbox.takeBack?.(['message-0@example.org', 'message-2@example.org', 'never@example.org']);
    await outbox.close();
    expect(await files()).toEqual(['message-1@example.org.eml']);
  });

  test('says when its folder cannot be made', async () => {
    await writeFile(path.join(configuration.root, 'outbox'), 'a file in the way');
    await expect(outbox.open(context)).rejects.toMatchObject({ code: 'transport-unusable' });
  });

  test('says when it cannot write, and loses nothing by it', async () => {
    await outbox.open(context);
    await mkdir(path.join(configuration.root, 'outbox', ISSUE, 'message-0@example.org.eml', 'in the way'), {
      recursive: true,
    });
    await expect(outbox.submit(someMessages(1))).rejects.toMatchObject({ code: 'transport-unusable' });
    expect(await files()).toEqual([]);
  });
});

describe('the registry', () => {
  test('suggests a name', async () => {
    await expect(createTransport('outbx', configuration)).rejects.toThrow(/Did you mean "outbox"/);
  });
});
