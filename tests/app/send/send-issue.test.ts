import { existsSync } from 'node:fs';
import { readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { beforeEach, describe, expect, test } from 'vitest';
import { importSubscribers } from '../../../src/app/subscribers/import-subscribers.js';
import { unsubscribeByHand } from '../../../src/app/subscribers/unsubscribe-by-hand.js';
import { eraseAddressEverywhere } from '../../../src/app/subscribers/erase-subscriber.js';
import { reportSend } from '../../../src/app/send/report-send.js';
import type { SendEvent } from '../../../src/app/send/send-context.js';
import { openKeys } from '../../../src/subscribers/tokens/keys.js';
import { verifyToken } from '../../../src/subscribers/tokens/tokens.js';
import type { Configuration } from '../../../src/model/settings/configuration.js';
import type { Transport } from '../../../src/model/send/outgoing-message.js';
import { openDatabase } from '../../../src/store/database.js';
import { emptyWorkspace, now, writeCsv } from '../../support/subscribers/workspace.js';
import { ISSUE, smallTemplate, writeBuild } from '../../support/send/built-issue.js';
import { recordingTransport, submitted } from '../../support/send/recording-transport.js';
import { sendIn, type SendChanges } from '../../support/send/sending-workspace.js';
let configuration: Configuration;
let events: SendEvent[];

beforeEach(async () => {
  configuration = await emptyWorkspace();
  events = [];
  await writeBuild(configuration.root);
});

async function subscribe(count: number): Promise<void> {
  const lines = Array.from({ length: count }, (_, index) => `r${String(index)}@example.org,Reader ${String(index)}`);
  const file = await writeCsv(configuration, ['email,name', ...lines].join('\n'));
  await importSubscribers({ configuration, file, now });
}

function send(changes: SendChanges = {}, transport?: Transport) {
  return sendIn(configuration, {
    onEvent: (event) => events.push(event),
    ...(transport === undefined ? {} : { createTransport: () => Promise.resolve(transport) }),
    ...changes,
  });
}

const outboxFolder = (): string => path.join(configuration.root, 'outbox', ISSUE);
const report = () => reportSend({ configuration, issue: ISSUE, now });

describe('a rehearsal', () => {
  test('writes one message per active subscriber, once', async () => {
    await subscribe(5);
    expect(await send()).toMatchObject({ kind: 'sent', complete: true, nothingLeft: false, report: { submitted: 5 } });
    expect(events.slice(0, 4)).toMatchObject([
      { event: 'opening', transport: 'outbox' },
      { event: 'preflight' },
      { event: 'opening', transport: 'outbox' },
      { event: 'frozen', report: { audience: 5, pending: 5 } },
    ]);
    expect(events.at(-1)).toMatchObject({ event: 'progress', report: { pending: 0, submitted: 5 } });
    const before = await readdir(outboxFolder());
    expect(before.filter((name) => name.endsWith('.eml'))).toHaveLength(5);
    expect(await send()).toMatchObject({ kind: 'sent', complete: true, nothingLeft: true });
    expect(await readdir(outboxFolder())).toEqual(before);
  });

  test('writes messages of their own readers, whose tokens name them', async () => {
    await subscribe(3);
    await send();
    const keys = await openKeys(configuration);
    const inFooter = new Set<number | undefined>();
    const inHeader = new Set<number | undefined>();
    for (const name of await readdir(outboxFolder())) {
      const parsed = await PostalMime.parse(await readFile(path.join(outboxFolder(), name)));
      expect(`${parsed.messageId ?? ''}.eml`).toBe(`<${name.replace(/\.eml$/, '')}>.eml`);
      expect(parsed.text).toContain(`Dear ${parsed.to?.[0]?.name ?? ''},`);
      const tokenIn = (text = '') => /subject=unsubscribe%20([^\s>,]+)/.exec(text)?.[1] ?? '';
      // A person who gets a forwarded issue has the visible link, so that link has a token of its own.
      inFooter.add(verifyToken(keys, configuration.list.id, 'footer', tokenIn(parsed.text)));
      const field = parsed.headers.find(({ key }) => key === 'list-unsubscribe')?.value;
      inHeader.add(verifyToken(keys, configuration.list.id, 'unsubscribe', tokenIn(field)));
    }
    expect(inFooter).toEqual(new Set([1, 2, 3]));
    expect(inHeader).toEqual(new Set([1, 2, 3]));
  });

  test('leaves out who left', async () => {
    await subscribe(3);
    await unsubscribeByHand({ configuration, email: 'r1@example.org', now });
    expect(await send()).toMatchObject({ report: { audience: 2, submitted: 2 } });
  });

  test('again: starts from the beginning, with files of its own alone', async () => {
    await subscribe(2);
    await send();
    const before = await readdir(outboxFolder());
    await subscribe(3);
    expect(await send({ restartRehearsal: true })).toMatchObject({ report: { audience: 3, submitted: 3 } });
    const after = await readdir(outboxFolder());
    expect(after).toHaveLength(3);
    expect(after.filter((name) => before.includes(name))).toEqual([]);
  });

  test('never uses up the real send', async () => {
    await subscribe(2);
    await send();
    const transport = recordingTransport();
    expect(await send({}, transport)).toMatchObject({ report: { kind: 'real', submitted: 2 } });
    expect(await report()).toMatchObject({ kind: 'real' });
  });
});

describe('what stops a send before it begins', () => {
  test('nobody on the list', async () => {
    await expect(send()).rejects.toMatchObject({ code: 'audience-empty' });
    expect(existsSync(path.join(configuration.root, 'data'))).toBe(false);
    await subscribe(1);
    await unsubscribeByHand({ configuration, email: 'r0@example.org', now });
    await expect(send()).rejects.toMatchObject({ code: 'audience-empty' });
    expect(await report()).toBeUndefined();
  });

  test('no build', async () => {
    await subscribe(1);
    await rm(path.join(configuration.root, 'out'), { recursive: true });
    await expect(send()).rejects.toMatchObject({ code: 'build-missing' });
  });

  test.each([
    ['an output changed', 'out/2020-12/message.json'],
    ['a broken manifest', 'out/2020-12/manifest.json'],
  ])('%s', async (_what, filePath) => {
    await subscribe(1);
    const absolute = path.join(configuration.root, filePath);
    await writeFile(absolute, `${await readFile(absolute, 'utf8')}\n#`);
    await expect(send()).rejects.toMatchObject({ code: 'build-stale' });
  });

  test('inputs that have changed since the build, for test copies too', async () => {
    await subscribe(1);
    const isBuildStale = (): Promise<string> => Promise.resolve('a new file has come');
    await expect(send({ isBuildStale })).rejects.toThrow(/a new file has come/);
    await expect(send({ isBuildStale, dryRun: true })).rejects.toMatchObject({ code: 'build-stale' });
    await expect(send({ isBuildStale, testAddresses: ['a@example.org'] })).rejects.toMatchObject({
      code: 'build-stale',
    });
  });

  test('a header in the template that belongs to one message', async () => {
    await subscribe(1);
    const headers = [...smallTemplate().headers, 'Bcc: everybody@example.org'];
    await writeBuild(configuration.root, smallTemplate({ headers }));
    await expect(send()).rejects.toMatchObject({ code: 'build-stale' });
  });

  test.each(['outbx', 'smpt', ''])('the transport %j, which there is not', async (transportName) => {
    await expect(send({ transportName })).rejects.toMatchObject({ code: 'transport-unknown' });
  });
});

describe('a dry run', () => {
  test('says what would be, and writes nothing', async () => {
    await subscribe(4);
    const before = await readdir(configuration.root, { recursive: true });
    expect(await send({ dryRun: true, testAddresses: ['x@example.org'] })).toMatchObject({
      kind: 'dry-run',
      send: 'rehearsal',
      begun: false,
      complete: false,
      report: { audience: 4, pending: 4 },
    });
    expect(await readdir(configuration.root, { recursive: true })).toEqual(before);
    await send();
    expect(await send({ dryRun: true })).toMatchObject({ begun: true, complete: true, report: { submitted: 4 } });
  });
});

describe('test copies', () => {
  test('go to the named addresses alone, with inert tokens and outside of the ledger', async () => {
    await subscribe(3);
    const result = await send({ testAddresses: ['boss@example.org', ' Chair@example.org '] });
    expect(result).toMatchObject({ kind: 'test', copies: [{ outcome: submitted }, { outcome: submitted }] });
    const folder = path.join(outboxFolder(), 'test');
    const names = await readdir(folder);
    expect(names).toHaveLength(2);
    for (const name of names) {
      const parsed = await PostalMime.parse(await readFile(path.join(folder, name)));
      expect(parsed.text).toContain('Dear reader,');
      expect(parsed.text).toContain('unsubscribe%20test-copy');
      expect(['boss@example.org', 'Chair@example.org']).toContain(parsed.to?.[0]?.address);
    }
    expect(await report()).toBeUndefined();
  });

  test('go to nobody twice, and not to an address that must not be mailed', async () => {
    await subscribe(1);
    const transport = recordingTransport();
    const twice = { testAddresses: ['Me@example.org', 'me@Example.org'] };
    expect(await send(twice, transport)).toMatchObject({ kind: 'test', copies: [{}] });
    expect(transport.taken).toHaveLength(1);
    await eraseAddressEverywhere({ configuration, address: 'r0@example.org', keepFiles: true, now });
    await expect(send({ testAddresses: ['me@example.org', 'r0@example.org'] }, transport)).rejects.toMatchObject({
      code: 'subscriber-left',
    });
    expect(transport.taken).toHaveLength(1);
  });

  test('go to no broken address', async () => {
    await expect(send({ testAddresses: ['a@example.org, b@example.org'] })).rejects.toMatchObject({
      code: 'address-invalid',
    });
  });
});

describe('a real send', () => {
  test('leaves a record beside the issue, without addresses', async () => {
    await subscribe(2);
    await send({}, recordingTransport());
    const record = await readFile(path.join(configuration.root, 'issues', ISSUE, 'sent.json'), 'utf8');
    expect(JSON.parse(record)).toMatchObject({ issue: ISSUE, kind: 'real', audience: 2 });
    expect(JSON.parse(record)).toHaveProperty('completedAt');
    expect(record).not.toContain('r0@example.org');
  });

  test('is refused where the record is there, but the database knows nothing of it', async () => {
    await subscribe(2);
    await send({}, recordingTransport());
    await rm(path.join(configuration.root, 'data'), { recursive: true });
    await subscribe(2);
    const transport = recordingTransport();
    await expect(send({}, transport)).rejects.toMatchObject({ code: 'send-elsewhere' });
    expect(transport.taken).toEqual([]);
  });

  test('is refused where the record came along with the folder of another issue, and says so', async () => {
    await subscribe(2);
    const record = path.join(configuration.root, 'issues', ISSUE, 'sent.json');
    await writeFile(record, JSON.stringify({ issue: '2019-11', kind: 'real', completedAt: '2019-11-18T10:00:00Z' }));
    const transport = recordingTransport();
    const refusal = await send({}, transport).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'send-elsewhere' });
    expect(String(refusal)).toContain('the record of the issue 2019-11');
    expect(transport.taken).toEqual([]);
    await rm(record);
    await send({}, transport);
    expect(transport.taken).toHaveLength(2);
  });

  test('cannot be started again from the beginning', async () => {
    await expect(send({ restartRehearsal: true }, recordingTransport())).rejects.toMatchObject({ code: 'usage' });
  });
});

describe('the files of a send', () => {
  test('are for their owner alone', async () => {
    await subscribe(1);
    await send();
    const [name = ''] = await readdir(outboxFolder());
    expect((await stat(path.join(outboxFolder(), name))).mode & 0o777).toBe(0o600);
    expect((await stat(outboxFolder())).mode & 0o777).toBe(0o700);
    const database = await openDatabase(configuration.databasePath);
    await database.close();
    expect((await stat(configuration.databasePath)).mode & 0o777).toBe(0o600);
  });
});
