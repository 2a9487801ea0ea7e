import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hashAddress, openKeys } from '../../src/audience/keys.js';
import { INERT_TOKEN, makeToken, verifyToken } from '../../src/audience/tokens.js';
import { emptyWorkspace } from './workspace.js';

const LIST = 'newsletter.example.org';
const OLD = '2020:an old secret that is long enough to be one';
const NEW = '2021:a new secret that is long enough to be one';

describe('keys', () => {
  it('are made once, for their owner alone', async () => {
    const workspace = await emptyWorkspace();
    const [first, second] = await Promise.all([openKeys(workspace), openKeys(workspace)]);
    expect(second).toEqual(first);
    expect(await openKeys(workspace)).toEqual(first);
    expect((await stat(join(workspace.root, 'data', 'keys'))).mode & 0o777).toBe(0o600);
  });

  it.each(['', 'nonsense', 'token abc short'])('are not made anew over a file that holds %j', async (content) => {
    const workspace = await emptyWorkspace();
    await openKeys(workspace);
    const path = join(workspace.root, 'data', 'keys');
    await writeFile(path, content);
    await expect(openKeys(workspace)).rejects.toMatchObject({ code: 'key-unusable' });
    expect(await readFile(path, 'utf8')).toBe(content);
  });

  it.each(['short', `${OLD},short`, `${OLD},${OLD}`, `${OLD},`])('are not taken from %j', async (tokenKey) => {
    const workspace = await emptyWorkspace({ secrets: { tokenKey } });
    await expect(openKeys(workspace)).rejects.toMatchObject({ code: 'environment-invalid' });
  });

  it('keep the hashes of suppressions the same when the tokens key changes', async () => {
    const workspace = await emptyWorkspace();
    const before = await openKeys(workspace);
    const after = await openKeys({ ...workspace, secrets: { tokenKey: NEW } });
    expect(after.tokenKeys).not.toEqual(before.tokenKeys);
    expect(hashAddress(after, 'anna@example.org')).toBe(hashAddress(before, 'anna@example.org'));
  });
});

describe('a token', () => {
  it('names its subscriber to this list, this purpose and these keys alone', async () => {
    const keys = await openKeys(await emptyWorkspace());
    const otherKeys = await openKeys(await emptyWorkspace());
    const token = makeToken(keys, LIST, 'unsubscribe', 4711);
    expect(token).toMatch(/^[A-Za-z0-9._-]{1,50}$/);
    expect(verifyToken(keys, LIST, 'unsubscribe', token)).toBe(4711);
    expect(verifyToken(keys, 'other.example.org', 'unsubscribe', token)).toBeUndefined();
    expect(verifyToken(otherKeys, LIST, 'unsubscribe', token)).toBeUndefined();
  });

  it('of an old key still works after a new one was put before it', async () => {
    const workspace = await emptyWorkspace();
    const oldKeys = await openKeys({ ...workspace, secrets: { tokenKey: OLD } });
    const bothKeys = await openKeys({ ...workspace, secrets: { tokenKey: `${NEW},${OLD}` } });
    const token = makeToken(oldKeys, LIST, 'unsubscribe', 1);
    expect(verifyToken(bothKeys, LIST, 'unsubscribe', token)).toBe(1);
    expect(makeToken(bothKeys, LIST, 'unsubscribe', 1)).toMatch(/^2021\./);
  });

  it('that was changed anywhere is worth nothing', async () => {
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
