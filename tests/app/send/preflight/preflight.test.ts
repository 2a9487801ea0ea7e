import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { NetworkProbes, PreflightResult } from '../../../../src/app/send/preflight/preflight-context.js';
import { recordMailboxRead } from '../../../../src/inbound/mail/mailbox-read.js';
import { dkimRecord } from '../../../../src/send/dkim/record.js';
import { mailboxField } from '../../../../src/mime/header-fields.js';
import type { MessageTemplate } from '../../../../src/model/issue/edition.js';
import type { Configuration } from '../../../../src/model/settings/configuration.js';
import { now } from '../../../support/subscribers/workspace.js';
import { ISSUE, smallTemplate, writeBuild } from '../../../support/send/built-issue.js';
import { recordingTransport } from '../../../support/send/recording-transport.js';
import { sendingWorkspace, type SendChanges } from '../../../support/send/sending-workspace.js';
const SENDER = 'news@lastrada.org';
const PUBLIC = 'https://newsletter.lastrada.org';
const OURS: Partial<MessageTemplate> = {
  senderAddress: SENDER,
  headers: [mailboxField('From', { name: 'LSI', address: SENDER }), ...smallTemplate().headers.slice(1)],
};
const missing = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }));

interface World {
  readonly txt?: Readonly<Record<string, string>>;
  /** Answers by path. */
  readonly pages?: (filePath: string) => Response;
}

/** The world outside, in which everything is as it should be unless a test says otherwise. */
function world({ txt = {}, pages = () => Response.json({ list: 'newsletter.example.org' }) }: World = {}) {
  const records: Readonly<Record<string, string>> = {
    'lastrada.org': 'v=spf1 -all',
    '_dmarc.lastrada.org': 'v=DMARC1; p=none',
    ...txt,
  };
  const asked: string[] = [];
  const network: NetworkProbes = {
    resolver: {
      resolveMx: (name) => (name === 'lastrada.org' ? Promise.resolve([{ exchange: 'mx.lastrada.org' }]) : missing()),
      resolveTxt: (name) => {
        const found = records[name];
        return found === undefined ? missing() : Promise.resolve([[found.slice(0, 20), found.slice(20)]]);
      },
    },
    fetch: (input) => {
      const url = new URL(input instanceof Request ? input.url : input);
      asked.push(url.pathname);
      return Promise.resolve(pages(url.pathname));
    },
  };
  return { network, asked };
}

async function workspaceWith(changes: Partial<MessageTemplate>, configuration: Partial<Configuration> = {}) {
  const returnPath = { kind: 'plain', address: SENDER } as const;
  const workspace = await sendingWorkspace(3, { returnPath, ...configuration });
  await writeBuild(workspace.configuration.root, smallTemplate({ ...OURS, ...changes }));
  return workspace;
}

const real = () => ({ ...recordingTransport(), loopback: false });
const byCheck = (results: readonly PreflightResult[]) =>
  Object.fromEntries(results.map((one) => [one.check, one.result]));

async function look(
  changes: Partial<MessageTemplate>,
  { network = world().network, ...more }: SendChanges = {},
  configuration: Partial<Configuration> = {},
) {
  const workspace = await workspaceWith(changes, configuration);
  await recordMailboxRead(workspace.configuration.root, { readAt: now(), mails: 1 });
  const result = await workspace.run(real(), { dryRun: true, network, ...more });
  if (result.kind !== 'dry-run') throw new Error(result.kind);
  return { checks: byCheck(result.preflight), results: result.preflight };
}

describe('the preflight of a real send', () => {
  test('is content where everything is as it should be, but for the missing DKIM key', async () => {
    const { checks } = await look({});
    expect(checks).toEqual({
      build: 'ok',
      'not-sent': 'ok',
      audience: 'ok',
      size: 'ok',
      'way-out': 'ok',
      sender: 'ok',
      dkim: 'warning',
      mailbox: 'ok',
      transport: 'ok',
    });
  });

  test.each([
    [
      'an address of a mailbox provider',
      { senderAddress: 'lastrada@gmail.com' },
      {},
      /mailbox provider \(gmail\.com\)/,
    ],
    ['another one', { senderAddress: 'lastrada@yahoo.co.uk' }, {}, /mailbox provider \(yahoo\.co\.uk\)/],
    [
      'unsigned mail that returns to another domain',
      {},
      { returnPath: { kind: 'plain', address: 'bounces@hosting.example.net' } } as const,
      /returns to hosting\.example\.net, and messages come unsigned from lastrada\.org/,
    ],
  ])('warns where the rules for bulk senders are broken: %s', async (_, template, configuration, message) => {
    const { results } = await look(template, {}, configuration);
    expect(results.find(({ check }) => check === 'bulk-rules')).toMatchObject({ result: 'warning' });
    expect(results.find(({ check }) => check === 'bulk-rules')?.message).toMatch(message);
  });

  test('says nothing of bulk rules where undeliverable mail returns below the same domain', async () => {
    const { checks } = await look({}, {}, { returnPath: { kind: 'plain', address: 'bounces@mail.lastrada.org' } });
    expect(checks).not.toHaveProperty('bulk-rules');
  });

  test.each(['news@example.org', 'news@lsi.example.com', 'news@office.local', 'news@lsi.test'])(
    'refuses the sender %s, which is nobody',
    async (senderAddress) => {
      expect((await look({ senderAddress })).checks).toMatchObject({ sender: 'refused' });
    },
  );

  test('warns of what DNS lacks, and of a DNS that does not answer', async () => {
    const bare = world({ txt: {} }).network;
    const { results } = await look({}, { network: { ...bare, resolver: { resolveMx: missing, resolveTxt: missing } } });
    expect(results.find(({ check }) => check === 'dns')?.message).toMatch(/MX.*SPF.*DMARC/);
    const down = () => Promise.reject(Object.assign(new Error('no'), { code: 'ESERVFAIL' }));
    const broken = await look({}, { network: { ...bare, resolver: { resolveMx: down, resolveTxt: down } } });
    expect(broken.results.find(({ check }) => check === 'dns')?.message).toContain('could not be asked');
  });

  test('refuses without a way out in each part, and where Gmail would cut it off', async () => {
    const body = smallTemplate().body.filter((one) => typeof one === 'string' || one.slot !== 'unsubscribeUrl');
    expect((await look({ body })).checks).toMatchObject({ 'way-out': 'refused' });
    const long = (kilobytes: number) => {
      const lines = `${'A long line of news for everybody who reads.'.padEnd(70, ' x')}\r\n`;
      const filler = lines.repeat(Math.ceil((kilobytes * 1000) / lines.length));
      const whole = smallTemplate().body;
      return [...whole.slice(0, -2), filler, ...whole.slice(-2)];
    };
    expect((await look({ body: long(95) })).checks).toMatchObject({ size: 'warning' });
    expect((await look({ body: long(110) })).checks).toMatchObject({ size: 'refused' });
  });

  test('insists that the mailbox was read within a day, where nothing is public', async () => {
    const workspace = await workspaceWith({});
    const { network } = world();
    const attempt = () => workspace.run(real(), { network });
    await expect(attempt()).rejects.toMatchObject({ code: 'preflight-refused', exitCode: 4 });
    await recordMailboxRead(workspace.configuration.root, {
      readAt: new Date(now().getTime() - 25 * 3_600_000),
      mails: 1,
    });
    await expect(attempt()).rejects.toThrow(/mailbox was last read on 2020-12-17/);
    expect(existsSync(path.join(workspace.configuration.root, 'issues', ISSUE, 'sent.json'))).toBe(false);
    await recordMailboxRead(workspace.configuration.root, { readAt: new Date(now().getTime() - 3_600_000), mails: 1 });
    expect(await attempt()).toMatchObject({ kind: 'sent', complete: true });
  });

  test('wants a transport that can be reached', async () => {
    const broken = { ...real(), open: () => Promise.reject(new Error('connection refused')) };
    const { network } = world();
    const workspace = await workspaceWith({});
    await recordMailboxRead(workspace.configuration.root, { readAt: now(), mails: 1 });
    const result = await workspace.run(broken, { dryRun: true, network });
    expect(result.kind === 'dry-run' ? byCheck(result.preflight) : {}).toMatchObject({ transport: 'refused' });
  });

  test('names everything that refuses at once', async () => {
    const workspace = await workspaceWith({ senderAddress: 'news@example.org' });
    const attempt = workspace.run(real(), { network: world().network });
    await expect(attempt).rejects.toThrow(/example\.org.*mailbox was never read/);
  });
});

describe('the DKIM key', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const record = dkimRecord(publicKey, 'news2020', 'lastrada.org');

  async function withKey(txt: Readonly<Record<string, string>>) {
    const workspace = await workspaceWith({});
    const file = path.join(workspace.configuration.root, 'dkim.pem');
    await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await chmod(file, 0o600);
    await recordMailboxRead(workspace.configuration.root, { readAt: now(), mails: 1 });
    const place = { algorithm: 'rsa', variable: 'NEWSLETTER_DKIM_KEY', path: file, selector: 'news2020' } as const;
    const configuration = {
      ...workspace.configuration,
      sender: { name: 'LSI', address: SENDER },
      dkim: { domain: 'lastrada.org', keys: [place] },
    };
    const result = await workspace.run(real(), { dryRun: true, configuration, network: world({ txt }).network });
    return result.kind === 'dry-run' ? byCheck(result.preflight)['dkim'] : undefined;
  }

  test.each([
    ['as it stands in DNS', { [record.name]: record.value }, 'ok'],
    ['that stands nowhere in DNS', {}, 'refused'],
    ['of which another stands in DNS', { [record.name]: 'v=DKIM1; k=rsa; p=AAAA' }, 'refused'],
  ])('%s', async (_what, txt, result) => {
    expect(await withKey(txt)).toBe(result);
  });
});

describe('with a public address', () => {
  const unsubscribe = { address: 'leave@lastrada.org', url: `${PUBLIC}/u` };
  const picture = '<img src=3D"https://newsletter.lastrada.org/2020-12/pictures/a.jpg" alt=3D"">';
  const body = smallTemplate().body.map((one) =>
    typeof one === 'string' ? one.replace('<body>', `<body>${picture}`) : one,
  );

  test('somebody must answer there for this list', async () => {
    const settings = { publicUrl: PUBLIC };
    expect((await look({ unsubscribe }, {}, settings)).checks).toMatchObject({ 'public-address': 'ok' });
    for (const pages of [
      () => Response.json({ list: 'another.example.org' }),
      () => new Response('hello'),
      () => new Response('', { status: 502 }),
    ]) {
      const { checks } = await look({ unsubscribe }, { network: world({ pages }).network }, settings);
      expect(checks).toMatchObject({ 'public-address': 'refused' });
    }
  });

  test('pictures must be there, unless our own server brings them out with the send', async () => {
    const health = Response.json({ list: 'newsletter.example.org' });
    const serve = (filePath: string) => (filePath === '/healthz' ? health.clone() : new Response('', { status: 404 }));
    const settings = { publicUrl: PUBLIC };
    const ours = await look({ unsubscribe, body }, { network: world({ pages: serve }).network }, settings);
    expect(ours.checks).toMatchObject({ pictures: 'ok' });
    const broken = (filePath: string) => (filePath === '/healthz' ? health.clone() : new Response('', { status: 500 }));
    const other = await look({ unsubscribe, body }, { network: world({ pages: broken }).network }, settings);
    expect(other.checks).toMatchObject({ pictures: 'refused' });
  });

  test('a send whose pictures do not come out has not begun, and can be corrected', async () => {
    const health = Response.json({ list: 'newsletter.example.org' });
    const pages = (filePath: string) => (filePath === '/healthz' ? health.clone() : new Response('', { status: 404 }));
    const workspace = await workspaceWith({ unsubscribe, body }, { publicUrl: PUBLIC });
    const transport = real();
    const failing = workspace.run(transport, { network: world({ pages }).network });
    await expect(failing).rejects.toMatchObject({ code: 'preflight-refused' });
    expect(transport.taken).toEqual([]);
    expect(existsSync(path.join(workspace.configuration.root, 'issues', ISSUE, 'sent.json'))).toBe(false);
    await expect(workspace.report()).rejects.toThrow('no send');
    const well = await workspace.run(transport, { network: world().network });
    expect(well).toMatchObject({ kind: 'sent', complete: true });
  });
});

describe('where messages stay on this machine', () => {
  test('nobody outside is asked, and a dry run writes nothing', async () => {
    const workspace = await workspaceWith({ senderAddress: 'news@example.org' });
    const { network, asked } = world({ pages: () => new Response('', { status: 500 }) });
    const before = await readdir(workspace.configuration.root, { recursive: true });
    const result = await workspace.run(recordingTransport(), { dryRun: true, network });
    const others = result.kind === 'dry-run' ? result.preflight.filter((one) => one.result !== 'ok') : [];
    expect(others).toMatchObject([{ check: 'mailbox', result: 'warning' }]);
    expect(asked).toEqual([]);
    expect(await readdir(workspace.configuration.root, { recursive: true })).toEqual(before);
  });

  test('somebody who says no leaves nothing behind', async () => {
    const workspace = await workspaceWith({});
    const transport = recordingTransport();
    const result = await workspace.run(transport, { confirm: () => Promise.resolve(false) });
    expect(result).toMatchObject({ kind: 'not-begun' });
    expect(transport.taken).toEqual([]);
    await expect(workspace.report()).rejects.toThrow('no send');
  });
});

describe('a list of people who must not be mailed', () => {
  test('is said, with why', async () => {
    const workspace = await workspaceWith({});
    await workspace.withDatabase(async ({ query }) => {
      await query.updateTable('subscribers').set({ state: 'unsubscribed' }).execute();
      await query.updateTable('subscribers').set({ state: 'pending' }).where('id', '=', 1).execute();
    });
    const attempt = workspace.run(recordingTransport());
    await expect(attempt).rejects.toThrow(/2 left the list.*1 did not confirm|1 did not confirm.*2 left the list/);
  });
});
