import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Configuration } from '../../../src/model/settings/configuration.js';
import type { Transport } from '../../../src/model/send/outgoing-message.js';
import { createTransport } from '../../../src/transports/registry.js';
import { emptyWorkspace } from '../../support/subscribers/workspace.js';
import { someMessages } from '../../support/transports/contract/transport.contract.js';
import { ISSUE } from '../../support/send/built-issue.js';
import { sendingWorkspace } from '../../support/send/sending-workspace.js';

const SEND = { issue: ISSUE, kind: 'real', test: false } as const;
let configuration: Configuration;

beforeEach(async () => {
  configuration = await emptyWorkspace();
});

function write(name: string, text: string): void {
  const file = path.join(configuration.root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A transport whose `submit` has this body, with further members. */
async function moduleWith(submit: string, members = ''): Promise<Transport> {
  write('own.mjs', `export const createTransport = () => ({ ${members} async submit(messages) { ${submit} } });`);
  const transport = await createTransport('./own.mjs', configuration);
  await transport.open(SEND);
  return transport;
}

describe('a module of the user’s', () => {
  test('is found by its path, counted from the workspace, and has the documented defaults', async () => {
    const transport = await moduleWith(`return messages.map(() => ({ outcome: 'submitted' }));`);
    expect(transport).toMatchObject({
      name: './own.mjs',
      kind: 'real',
      idempotent: false,
      loopback: false,
      signing: 'ours',
      connections: 1,
      batchSize: 1,
    });
    expect(await transport.submit(someMessages(1))).toEqual([{ outcome: 'submitted' }]);
  });

  test.each([
    ['main', { main: 'lib/start' }, 'module.exports = { createTransport: () => ({ submit: async () => [] }) };', 'js'],
    [
      'exports',
      { exports: './lib/start.mjs', type: 'module' },
      'export default () => ({ submit: async () => [] });',
      'mjs',
    ],
    [
      'conditional exports',
      { exports: { '.': { import: { types: './no.d.ts', default: './lib/start.mjs' } } } },
      'export default async () => ({ submit: async () => [] });',
      'mjs',
    ],
  ])('is found as a package of the workspace (%s)', async (_, manifest, code, extension) => {
    write('node_modules/@own/sender/package.json', JSON.stringify(manifest));
    write(`node_modules/@own/sender/lib/start.${extension}`, code);
    expect((await createTransport('@own/sender', configuration)).name).toBe('@own/sender');
  });

  test('gets frozen messages with all that it needs, and nothing that others share', async () => {
    const transport = await moduleWith(`
      const [message] = messages;
      const bytes = await message.bytes();
      const text = Buffer.from(bytes).toString('latin1');
      bytes.fill(0);
      const frozen = [messages, message, message.envelope, message.headers, message.headers[0]].every(Object.isFrozen);
      const to = message.headers.find(({ name }) => name === 'To').value;
      const keys = Object.keys(message).sort().join();
      return [{ outcome: 'failed', reason: JSON.stringify({ frozen, keys, to, ...message.envelope, whole: text.endsWith('--\\r\\n') }) }];
    `);
    const batch = someMessages(1);
    const before = Buffer.concat((await batch[0]?.bytes()) ?? []);
    const [outcome] = await transport.submit(batch);
    expect(outcome?.outcome === 'failed' ? JSON.parse(outcome.reason) : undefined).toEqual({
      frozen: true,
      keys: 'bytes,deliveryId,envelope,headers,messageId',
      to: 'reader0@example.org',
      from: 'news@example.org',
      whole: true,
    });
    expect(Buffer.concat((await batch[0]?.bytes()) ?? [])).toEqual(before);
  });

  test('sees the environment, and the .env of the workspace', async () => {
    write('.env', 'OWN_KEY=from-env-file\n');
    write(
      'own.mjs',
      `export default function ({ environment, workspace }) {
        const reason = environment.OWN_KEY + ' ' + (environment.PATH === process.env.PATH) + ' ' + workspace;
        return { submit: async () => [{ outcome: 'failed', reason }] };
      }`,
    );
    const transport = await createTransport('./own.mjs', configuration);
    expect(await transport.submit(someMessages(1))).toMatchObject([
      { reason: `from-env-file true ${configuration.root}` },
    ]);
  });

  test('may use `this`', async () => {
    write(
      'own.mjs',
      `class Own { #taken = 0; async open() { this.#taken = 7; } async submit() { return [{ outcome: 'failed', reason: String(this.#taken) }]; } }
       export const createTransport = () => new Own();`,
    );
    const transport = await createTransport('./own.mjs', configuration);
    await transport.open(SEND);
    expect(await transport.submit(someMessages(1))).toEqual([{ outcome: 'failed', reason: '7' }]);
  });
});

describe('a module that breaks its word', () => {
  const LIES: readonly (readonly [string, string])[] = [
    ['throws', `throw new Error('no such host');`],
    ['throws nothing', 'throw undefined;'],
    ['throws what cannot be shown', `throw { get message() { throw 1; }, toString() { return 'odd'; } };`],
    ['never ends', 'await new Promise(() => undefined);'],
    ['gives too few outcomes', `return [{ outcome: 'submitted' }];`],
    ['gives too many outcomes', `return [...messages, 0].map(() => ({ outcome: 'submitted' }));`],
    ['gives none', ''],
    ['gives a text', `return 'ok';`],
    ['gives a list that is none', `return { length: messages.length, 0: { outcome: 'submitted' } };`],
    ['gives a state that there is not', `return messages.map(() => ({ outcome: 'delivered' }));`],
    ['gives a failure without a reason', `return messages.map(() => ({ outcome: 'failed' }));`],
    ['gives outcomes that throw', `return messages.map(() => ({ get outcome() { throw new Error('trap'); } }));`],
    ['gives a list with holes', 'return new Array(messages.length);'],
  ];

  test.each(LIES)('%s: its messages are uncertain, and nothing more is handed to it', async (_, submit) => {
    const transport = await moduleWith(submit, 'batchSize: 2, timeoutSeconds: 0.1,');
    const [first, second] = [someMessages(2), someMessages(2)];
    const outcomes = await transport.submit(first);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['uncertain', 'uncertain']);
    for (const outcome of outcomes) {
      expect(outcome).toHaveProperty('reason', expect.stringMatching(/^the transport \.\/own\.mjs \S/));
    }
    expect(outcomes[0]).toHaveProperty('stop.code', 'send-stopped');
    const after = await transport.submit(second);
    expect(after).toMatchObject([{ outcome: 'deferred' }, { outcome: 'deferred' }]);
    expect(after[0]).toHaveProperty('stop.code', 'send-stopped');
  });

  test.each(LIES)('%s: where it is idempotent, they may be handed over again', async (_, submit) => {
    const transport = await moduleWith(submit, 'idempotent: true, batchSize: 2, timeoutSeconds: 0.1,');
    const outcomes = await transport.submit(someMessages(2));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['deferred', 'deferred']);
    expect(outcomes[0]).toHaveProperty('stop.code', 'send-stopped');
  });

  test.each([false, true])(
    'stops the send also in its only batch, and says why (idempotent: %s)',
    async (idempotent) => {
      const workspace = await sendingWorkspace(25);
      ({ configuration } = workspace);
      const members = `batchSize: 1000, loopback: true, idempotent: ${String(idempotent)},`;
      const transport = await moduleWith(`throw new Error('401 the key is not valid any more');`, members);
      const result = await workspace.send(transport);
      const [uncertain, pending] = idempotent ? [0, 25] : [25, 0];
      expect(result).toMatchObject({ complete: false, report: { submitted: 0, failed: 0, uncertain, pending } });
      expect(result).toHaveProperty('failure.code', 'send-stopped');
      expect(result).toHaveProperty('failure.message', expect.stringContaining('401 the key is not valid'));
    },
  );

  test('keeps the true state of those of which it did say something', async () => {
    const transport = await moduleWith(
      `return [{ outcome: 'submitted' }, 'sent', { outcome: 'failed', reason: 'a\\nb', cause: 'address' }];`,
    );
    expect(await transport.submit(someMessages(3))).toMatchObject([
      { outcome: 'submitted' },
      { outcome: 'uncertain' },
      { outcome: 'failed', reason: 'a b', cause: 'address' },
    ]);
  });

  test('may resolve twice, and fail afterwards: the first answer counts', async () => {
    const transport = await moduleWith(`
      return { then(resolve, reject) { resolve([{ outcome: 'submitted' }]); resolve([]); reject(new Error('late')); throw 1; } };
    `);
    expect(await transport.submit(someMessages(1))).toEqual([{ outcome: 'submitted' }]);
  });

  test('may stop the send itself', async () => {
    const transport = await moduleWith(
      `return messages.map(() => ({ outcome: 'deferred', reason: 'the quota is used up', stop: true }));`,
    );
    const [outcome] = await transport.submit(someMessages(1));
    expect(outcome).toMatchObject({ outcome: 'deferred', reason: 'the quota is used up' });
    expect(outcome).toHaveProperty('stop.message', expect.stringContaining('the quota is used up'));
  });

  test('does not hang a send in open', async () => {
    const members = 'timeoutSeconds: 0.05, open: () => new Promise(() => undefined),';
    await expect(moduleWith('return [];', members)).rejects.toThrow(/open failed: it did not end within 0.05 seconds/);
  });

  test('keeps nobody waiting in open who stops the send', async () => {
    write('own.mjs', 'export default () => ({ submit() {}, open: () => new Promise(() => undefined) });');
    const transport = await createTransport('./own.mjs', configuration);
    const stop = new AbortController();
    const opened = transport.open({ ...SEND, signal: stop.signal });
    stop.abort();
    await expect(opened).rejects.toThrow('interrupted before the transport ./own.mjs was ready');
    await expect(opened).rejects.toHaveProperty('code', 'send-stopped');
  });

  test('is not opened where the send was stopped before', async () => {
    write('own.mjs', `export default () => ({ submit() {}, open() { throw new Error('it was opened'); } });`);
    const transport = await createTransport('./own.mjs', configuration);
    await expect(transport.open({ ...SEND, signal: AbortSignal.abort() })).rejects.toThrow(/interrupted before/);
  });

  test('says so where close fails', async () => {
    const closing = await moduleWith('return [];', `close() { throw new Error('still busy'); },`);
    await expect(closing.close()).rejects.toThrow(/close failed.*still busy/);
  });
});

describe('a module that cannot be used', () => {
  test.each([
    ['./absent.mjs', undefined, /there is no file .*absent\.mjs/],
    ['./folder', undefined, /there is no file/],
    ['./own.ts', 'export {}', /it is no JavaScript/],
    ['./own.mjs', 'export const createTransport = (', /own\.mjs did not load/],
    ['./own.mjs', `throw new Error('my own words');`, /own\.mjs did not load: my own words/],
    ['./own.mjs', `import 'not-there-at-all';`, /did not load: .*not-there-at-all/],
    ['./own.mjs', 'export const submit = () => [];', /exports no function createTransport/],
    [
      './own.mjs',
      `export const createTransport = () => { throw new Error('no key'); };`,
      /createTransport .* failed: no key/,
    ],
    ['./own.mjs', 'export const createTransport = () => undefined;', /is no transport/],
    ['./own.mjs', 'export const createTransport = () => ({});', /"submit"/],
    ['./own.mjs', 'export const createTransport = () => ({ submit() {}, batchSize: 1e6 });', /"batchSize"/],
    ['./own.mjs', 'export const createTransport = () => ({ submit() {}, timeoutSeconds: 1e6 });', /"timeoutSeconds"/],
  ])('%s', async (name, text, words) => {
    if (text !== undefined) write(name, text);
    await expect(createTransport(name, configuration)).rejects.toThrow(words);
    await expect(createTransport(name, configuration)).rejects.toHaveProperty('code', 'transport-unusable');
  });

  test('is told apart from a name that was mistyped', async () => {
    await expect(createTransport('sengrid', configuration)).rejects.toThrow(/Did you mean "sendgrid"/);
    await expect(createTransport('own.mjs', configuration)).rejects.toThrow(/Did you mean ".\/own.mjs"/);
    await expect(createTransport('http', configuration)).rejects.toHaveProperty('code', 'transport-unknown');
  });
});
