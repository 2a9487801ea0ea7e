import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addSubscriber } from '../../src/app/subscribers/add-subscriber.js';
import { readMailbox } from '../../src/app/inbound/read-mailbox.js';
import { openKeys } from '../../src/subscribers/tokens/keys.js';
import { makeBounceToken, makeToken, verifyBounceToken, verifyToken } from '../../src/subscribers/tokens/tokens.js';
import type { Configuration } from '../../src/model/settings/configuration.js';
import { prepareReturnPath, returnPathOf } from '../../src/send/message/return-path.js';
import { emptyWorkspace, now } from '../support/subscribers/workspace.js';
import { UNSUBSCRIBE, NEWS, writtenMail, writtenReport } from '../support/inbound/written-mail.js';

let configuration: Configuration;
let subscriberId: number;

beforeEach(async () => {
  configuration = await emptyWorkspace({ returnPath: { kind: 'verp', address: 'bounces@example.org' } });
  ({
    subscriber: { id: subscriberId },
  } = await addSubscriber({ configuration, email: 'anna@example.net', now }));
});

afterEach(async () => {
  await rm(configuration.root, { recursive: true, force: true });
});

async function returnPath(changes: Partial<Configuration> = {}): Promise<string> {
  const changed = { ...configuration, ...changes };
  return prepareReturnPath(changed, await openKeys(configuration), configuration.list.id)(subscriberId);
}

async function readOne(text: string) {
  const folder = path.join(configuration.root, 'mails');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, '1.eml'), text);
  const standardInput = new Blob([]).stream();
  const from = configuration.root;
  const { entries } = await readMailbox({ configuration, paths: ['mails'], from, standardInput, dryRun: false, now });
  return entries.map(({ kind, recipient }) => [kind, recipient]);
}

describe('the return path', () => {
  test('is one address for everybody unless VERP is asked for', async () => {
    expect(await returnPath({ returnPath: { kind: 'plain', address: 'zurück@bücher.example' } })).toBe(
      'zurück@xn--bcher-kva.example',
    );
    expect(returnPathOf(configuration)).toBe('bounces@example.org');
  });

  test('with VERP names the reader by a keyed token, within the limits of an envelope', async () => {
    const path = await returnPath();
    expect(path).toMatch(/^bounces\+[0-9a-z_-]+\.[0-9a-z]+\.[0-9a-z_-]{22}@example\.org$/);
    expect(path.indexOf('@')).toBeLessThanOrEqual(64);
    expect(path).not.toContain('anna');
  });

  test('is refused where a token has no room', async () => {
    const long = (length: number) =>
      returnPath({ returnPath: { kind: 'verp', address: `${'b'.repeat(length)}@example.org` } });
    await expect(long(40)).rejects.toMatchObject({ code: 'configuration-invalid' });
    await expect(long(20)).resolves.toMatch(/^b{20}\+/);
  });

  test('is a token of its own kind, whatever case it comes back in', async () => {
    const keys = await openKeys(configuration);
    const list = configuration.list.id;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), (id) => {
        const token = makeBounceToken(keys, list, id);
        expect(verifyBounceToken(keys, list, token.toUpperCase())).toBe(id);
        expect(verifyBounceToken(keys, 'other.example.org', token)).toBeUndefined();
        expect(verifyToken(keys, list, 'unsubscribe', token)).toBeUndefined();
        expect(verifyBounceToken(keys, list, makeToken(keys, list, 'unsubscribe', id))).toBeUndefined();
        const last = token.at(-1) === 'a' ? 'b' : 'a';
        expect(verifyBounceToken(keys, list, token.slice(0, -1) + last)).toBeUndefined();
      }),
    );
  });
});

describe('a mail that comes back to it', () => {
  const FAILED = ['Reporting-MTA: dns; mx.example.net', '', 'Action: failed', 'Status: 5.1.1'];

  test('is about the subscriber whose message it was, wherever that was forwarded to', async () => {
    const report = [...FAILED, 'Final-Recipient: rfc822; someone@elsewhere.example'];
    for (const To of [await returnPath(), (await returnPath()).toUpperCase()]) {
      expect(await readOne(writtenReport('delivery-status', report, { To }))).toEqual([
        ['permanent', 'anna@example.net'],
      ]);
    }
    const delivered = { To: 'undisclosed-recipients:;', 'Delivered-To': await returnPath() };
    expect(await readOne(writtenReport('delivery-status', FAILED, delivered))).toEqual([
      ['permanent', 'anna@example.net'],
    ]);
  });

  test('is no request to leave, also where one address is for both', async () => {
    configuration = {
      ...configuration,
      unsubscribeAddress: UNSUBSCRIBE,
      returnPath: { kind: 'verp', address: UNSUBSCRIBE },
    };
    const To = await returnPath();
    const From = 'MAILER-DAEMON@mx.example.net';
    expect(await readOne(writtenMail({ To, From }, '550 5.1.1 no such user'))).toEqual([
      ['permanent', 'anna@example.net'],
    ]);
  });

  test('may be a complaint that blanks the address', async () => {
    const fields = ['Feedback-Type: abuse', `Original-Mail-From: <${await returnPath()}>`];
    expect(await readOne(writtenReport('feedback-report', fields, { To: NEWS }))).toEqual([
      ['complaint', 'anna@example.net'],
    ]);
  });

  test('says nothing of anybody with a token that is not ours', async () => {
    const To = (await returnPath()).replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@'));
    expect(await readOne(writtenReport('delivery-status', FAILED, { To }))).toEqual([['permanent', null]]);
  });
});
