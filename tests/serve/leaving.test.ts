import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makePassingToken, makeToken } from '../../src/audience/tokens.js';
import type { Keys } from '../../src/audience/keys.js';
import {
  keysOf,
  linkIn,
  LIST,
  readStates,
  run,
  serviceMailsTo,
  startServe,
  submit,
  workspaceWithReaders,
  type RunningServe,
} from './running-server.js';

let root: string;
let server: RunningServe;
let keys: Keys;

beforeAll(async () => {
  root = await workspaceWithReaders(['anna@example.org', 'boris@example.org', 'clara@example.org']);
  server = await startServe(root);
  keys = await keysOf(root);
});

const stateOfAnna = async () => (await readStates(root))['anna@example.org'];

describe('leaving by the page', () => {
  it('asks, acts on the button, and can be taken back from the page that follows', async () => {
    const url = `${server.url}/u/${makeToken(keys, LIST, 'unsubscribe', 1)}`;
    const question = await (await fetch(url)).text();
    expect(question).toContain('<button type="submit" name="action" value="leave">');
    expect(question).not.toMatch(/anna|example\.org"?[^<]*<\/h1>/i);
    expect(await stateOfAnna()).toBe('active');

    const goodbye = await (await submit(url, { action: 'leave' })).text();
    expect(await stateOfAnna()).toBe('unsubscribed');

    const undo = /action="(\/undo\/[^"]+)"/.exec(goodbye)?.[1] ?? '';
    expect((await fetch(server.url + undo)).status).toBe(200);
    expect(await stateOfAnna()).toBe('unsubscribed');
    expect((await submit(server.url + undo, { action: 'stay' })).status).toBe(200);
    expect(await stateOfAnna()).toBe('active');
  });

  it('cannot be taken back after an hour, nor with the token to leave', async () => {
    const url = `${server.url}/u/${makeToken(keys, LIST, 'unsubscribe', 2)}`;
    await submit(url, { action: 'leave' });
    const late = makePassingToken(keys, LIST, 'undo', 2, new Date(Date.now() - 2 * 3_600_000));
    expect((await submit(`${server.url}/undo/${late}`, { action: 'stay' })).status).toBe(410);
    const other = makeToken(keys, LIST, 'unsubscribe', 2);
    expect((await submit(`${server.url}/undo/${other}`, { action: 'stay' })).status).toBe(404);
    expect((await readStates(root))['boris@example.org']).toBe('unsubscribed');
  });
});

describe('coming back by the link of our mail', () => {
  it('asks, acts on the button, works for seven days, and with no other token', async () => {
    await writeFile(
      path.join(root, 'leave.eml'),
      'From: clara@example.org\r\nTo: news@lsi.example.org\r\nSubject: unsubscribe\r\n\r\n',
    );
    await run(root, ['mailbox', 'leave.eml'], { NEWSLETTER_PUBLIC_URL: server.url });
    const stateOfClara = async () => (await readStates(root))['clara@example.org'];
    expect(await stateOfClara()).toBe('unsubscribed');
    const [told] = await serviceMailsTo(root, 'clara@example.org');
    const link = linkIn(told, '/return/');
    expect(await (await fetch(link)).text()).toContain('<button type="submit" name="action" value="stay">');
    expect(await stateOfClara()).toBe('unsubscribed');
    const wrong = [makeToken(keys, LIST, 'unsubscribe', 3), makePassingToken(keys, LIST, 'undo', 3, new Date())];
    for (const token of wrong) {
      expect((await submit(`${server.url}/return/${token}`, { action: 'stay' })).status).toBe(404);
    }
    const late = makePassingToken(keys, LIST, 'return', 3, new Date(Date.now() - 8 * 24 * 3_600_000));
    expect((await submit(`${server.url}/return/${late}`, { action: 'stay' })).status).toBe(410);
    expect(await stateOfClara()).toBe('unsubscribed');
    expect((await submit(link, { action: 'stay' })).status).toBe(200);
    expect(await stateOfClara()).toBe('active');
  });
});

describe('a token that is none of ours', () => {
  it('gets the same friendly page for everybody, with the way to leave by mail', async () => {
    const right = makeToken(keys, LIST, 'unsubscribe', 1);
    const cut = right.slice(0, -1);
    const ofNobody = makeToken(keys, 'other.example.org', 'unsubscribe', 1);
    const pages = await Promise.all(
      [cut, ofNobody, 'test-copy', 'x', makeToken(keys, LIST, 'preferences', 1)].map(async (token) => {
        const answer = await fetch(`${server.url}/u/${token}`);
        expect(answer.status).toBe(404);
        return answer.text();
      }),
    );
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('mailto:news@lsi.example.org?subject=unsubscribe');
    expect(await stateOfAnna()).toBe('active');
  });

  it('of somebody who is not there (any more) answers as that of anybody else', async () => {
    const nobody = `${server.url}/u/${makeToken(keys, LIST, 'unsubscribe', 4711)}`;
    expect((await fetch(nobody)).status).toBe(200);
    expect((await submit(nobody, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
  });
});

describe('every page', () => {
  it.each([
    '/',
    '/subscribe',
    '/u/x',
    '/p/x',
    '/confirm/x',
    '/address/x',
    '/undo/x',
    '/return/x',
    '/nothing',
    '/healthz',
  ])('%s runs nothing, frames nowhere, passes nothing on and is not kept', async (page) => {
    const { headers } = await fetch(server.url + page);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it('about somebody is not indexed', async () => {
    expect(await (await fetch(`${server.url}/u/x`)).text()).toContain('<meta name="robots" content="noindex">');
    expect(await (await fetch(`${server.url}/subscribe`)).text()).not.toContain('noindex');
  });
});

describe('/healthz', () => {
  it('names the list', async () => {
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ list: LIST, status: 'ok' });
  });
});
