import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { hashAddress, openKeys } from '../../src/subscribers/tokens/keys.js';
import {
  INERT_TOKEN,
  makeBounceToken,
  makeExpiringToken,
  makeToken,
  verifyBounceToken,
  verifyExpiringToken,
  verifyToken,
} from '../../src/subscribers/tokens/tokens.js';
import { emptyWorkspace } from '../support/subscribers/workspace.js';

const LIST = 'newsletter.example.org';
const OLD = '2020:an old secret that is long enough to be one';
const NEW = '2021:a new secret that is long enough to be one';

describe('keys', () => {
  test('are made once, for their owner alone', async () => {
    const workspace = await emptyWorkspace();
    const [first, second] = await Promise.all([openKeys(workspace), openKeys(workspace)]);
    expect(second).toEqual(first);
    expect(await openKeys(workspace)).toEqual(first);
    expect((await stat(path.join(workspace.root, 'data', 'keys'))).mode & 0o777).toBe(0o600);
  });

  test.each(['', 'nonsense', 'token abc short'])('are not made anew over a file that holds %j', async (content) => {
    const workspace = await emptyWorkspace();
    await openKeys(workspace);
    const filePath = path.join(workspace.root, 'data', 'keys');
    await writeFile(filePath, content);
    await expect(openKeys(workspace)).rejects.toMatchObject({ code: 'key-unusable' });
    expect(await readFile(filePath, 'utf8')).toBe(content);
  });

  test.each(['short', `${OLD},short`, `${OLD},${OLD}`, `${OLD},`])('are not taken from %j', async (tokenKey) => {
    const workspace = await emptyWorkspace({ secrets: { tokenKey } });
    await expect(openKeys(workspace)).rejects.toMatchObject({ code: 'environment-invalid' });
  });

  test('keep the hashes of suppressions the same when the tokens key changes', async () => {
    const workspace = await emptyWorkspace();
    const before = await openKeys(workspace);
    const after = await openKeys({ ...workspace, secrets: { tokenKey: NEW } });
    expect(after.tokenKeys).not.toEqual(before.tokenKeys);
    expect(hashAddress(after, 'anna@example.org')).toBe(hashAddress(before, 'anna@example.org'));
  });
});

describe('a token', () => {
  test('names its subscriber to this list, this purpose and these keys alone', async () => {
    const keys = await openKeys(await emptyWorkspace());
    const otherKeys = await openKeys(await emptyWorkspace());
    const token = makeToken(keys, LIST, 'unsubscribe', 4711);
    expect(token).toMatch(/^[A-Za-z0-9._-]{1,50}$/);
    expect(verifyToken(keys, LIST, 'unsubscribe', token)).toBe(4711);
    expect(verifyToken(keys, 'other.example.org', 'unsubscribe', token)).toBeUndefined();
    expect(verifyToken(otherKeys, LIST, 'unsubscribe', token)).toBeUndefined();
  });

  test('of an old key still works after a new one was put before it', async () => {
    const workspace = await emptyWorkspace();
    const oldKeys = await openKeys({ ...workspace, secrets: { tokenKey: OLD } });
    const bothKeys = await openKeys({ ...workspace, secrets: { tokenKey: `${NEW},${OLD}` } });
    const token = makeToken(oldKeys, LIST, 'unsubscribe', 1);
    expect(verifyToken(bothKeys, LIST, 'unsubscribe', token)).toBe(1);
    expect(makeToken(bothKeys, LIST, 'unsubscribe', 1)).toMatch(/^2021\./);
  });

  test('of data/keys still works when NEWSLETTER_TOKEN_KEY is set later, and that one signs', async () => {
    const workspace = await emptyWorkspace();
    const fileKeys = await openKeys(workspace);
    const bothKeys = await openKeys({ ...workspace, secrets: { tokenKey: NEW } });
    expect(verifyToken(bothKeys, LIST, 'unsubscribe', makeToken(fileKeys, LIST, 'unsubscribe', 1))).toBe(1);
    expect(makeToken(bothKeys, LIST, 'unsubscribe', 1)).toMatch(/^2021\./);
  });

  test('of data/keys is worth nothing where the environment has another key of the same name', async () => {
    const workspace = await emptyWorkspace();
    const fileKeys = await openKeys(workspace);
    const tokenKey = `${NEW},${fileKeys.tokenKeys[0].id}:another secret that is long enough to be one`;
    const keys = await openKeys({ ...workspace, secrets: { tokenKey } });
    expect(keys.tokenKeys).toHaveLength(2);
    expect(verifyToken(keys, LIST, 'unsubscribe', makeToken(fileKeys, LIST, 'unsubscribe', 1))).toBeUndefined();
    const bounce = makeBounceToken(fileKeys, LIST, 1);
    expect(verifyBounceToken(keys, LIST, bounce)).toBeUndefined();
  });

  test('that was changed anywhere is worth nothing', async () => {
    const keys = await openKeys(await emptyWorkspace());
    const token = makeToken(keys, LIST, 'unsubscribe', 36 ** 3);
    const forgeries = Array.from(token).flatMap((character, index) => {
      const other = character === 'A' ? 'B' : 'A';
      return [token.slice(0, index) + other + token.slice(index + 1), token.slice(0, index) + token.slice(index + 1)];
    });
    for (const forged of [...forgeries, `${token}A`, ` ${token}`, INERT_TOKEN, '', '..', token.replace('.', '.0')]) {
      expect(verifyToken(keys, LIST, 'unsubscribe', forged)).toBeUndefined();
    }
  });
});

describe('a token that ends', () => {
  const MADE = new Date('2026-11-21T12:00:30Z');
  const later = (hours: number) => new Date(MADE.getTime() + hours * 3_600_000);

  test('is good for its purpose alone, until its time is over', async () => {
    const keys = await openKeys(await emptyWorkspace());
    const token = makeExpiringToken(keys, LIST, 'opt-in', 4711, MADE);
    expect(token.length).toBeLessThan(60);
    const read = (purpose: 'opt-in' | 'address-change' | 'undo', list: string, at: Date) =>
      verifyExpiringToken(keys, list, purpose, token, at);
    expect(read('opt-in', LIST, later(0))).toEqual({
      kind: 'valid',
      subject: 4711,
      madeAt: new Date('2026-11-21T12:00:00Z'),
    });
    expect(read('opt-in', LIST, later(7 * 24 - 1))).toMatchObject({ kind: 'valid' });
    expect(read('opt-in', LIST, later(7 * 24 + 1))).toEqual({ kind: 'expired' });
    expect(read('address-change', LIST, later(0))).toBeUndefined();
    expect(read('undo', LIST, later(0))).toBeUndefined();
    expect(read('opt-in', 'other.example.org', later(0))).toBeUndefined();
    expect(verifyToken(keys, LIST, 'unsubscribe', token)).toBeUndefined();
    const lasting = makeToken(keys, LIST, 'unsubscribe', 4711);
    expect(verifyExpiringToken(keys, LIST, 'undo', lasting, later(0))).toBeUndefined();
  });

  test('cannot be given a later time', async () => {
    const keys = await openKeys(await emptyWorkspace());
    const token = makeExpiringToken(keys, LIST, 'undo', 1, MADE);
    const [id = '', subject = '', minute = '', code = ''] = token.split('.');
    const moved = [id, subject, (Number.parseInt(minute, 36) + 600).toString(36), code].join('.');
    expect(verifyExpiringToken(keys, LIST, 'undo', moved, later(5))).toBeUndefined();
    expect(verifyExpiringToken(keys, LIST, 'undo', token, later(5))).toEqual({ kind: 'expired' });
  });
});
