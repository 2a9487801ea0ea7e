import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeExpiringToken, makeToken } from '../../src/subscribers/tokens/tokens.js';
import type { Keys } from '../../src/subscribers/tokens/keys.js';
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
} from '../support/serve/running-server.js';

let root: string;
let server: RunningServe;
let keys: Keys;

beforeAll(async () => {
  const names = ['anna', 'boris', 'carla', 'dana', 'eva', 'fred', 'gina'];
  root = await workspaceWithReaders(names.map((name) => `${name}@example.org`));
  server = await startServe(root);
  keys = await keysOf(root);
});

const stateOfAnna = async () => (await readStates(root))['anna@example.org'];

/** The way back that a page offers, or nothing. */
function undoIn(page: string): string | undefined {
  return /action="(\/undo\/[^"]+)"/.exec(page)?.[1];
}

/** The page that a request, or a form, is answered with. */
async function textOf(url: string, fields?: Readonly<Record<string, string>>): Promise<string> {
  return (await (fields === undefined ? fetch(url) : submit(url, fields))).text();
}

describe('leaving by the page', () => {
  test('asks, acts on the button, and can be taken back from the page that follows', async () => {
    const url = `${server.url}/u/${makeToken(keys, LIST, 'unsubscribe', 1)}`;
    const question = await (await fetch(url)).text();
    expect(question).toContain('<button type="submit" name="action" value="leave">');
    expect(question).not.toMatch(/anna|example\.org"?[^<]*<\/h1>/i);
    expect(await stateOfAnna()).toBe('active');

    const goodbye = await (await submit(url, { action: 'leave' })).text();
    expect(await stateOfAnna()).toBe('unsubscribed');

    const undo = undoIn(goodbye) ?? '';
    expect((await fetch(server.url + undo)).status).toBe(200);
    expect(await stateOfAnna()).toBe('unsubscribed');
    for (let time = 0; time < 2; time += 1) {
      expect((await submit(server.url + undo, { action: 'stay' })).status).toBe(200);
      expect(await stateOfAnna()).toBe('active');
    }
  });

  test('offers the way back in the answer that did it, and nowhere else', async () => {
    const url = `${server.url}/u/${makeToken(keys, LIST, 'unsubscribe', 3)}`;
    const before = await textOf(url);
    expect(undoIn(await textOf(url, { action: 'leave' }))).toBeDefined();
    // Somebody to whom the mail was passed on, or the same person again.
    const later = await textOf(url, { action: 'leave' });
    expect(undoIn(later)).toBeUndefined();
    expect(later).toContain('You are off the list');
    expect(later).toContain('href="/subscribe"');
    expect(undoIn(await textOf(url, { 'List-Unsubscribe': 'One-Click' }))).toBeUndefined();
    // The page that asks tells nobody whether its reader has left.
    const question = await textOf(url);
    expect(question).toBe(before);
    expect(undoIn(question)).toBeUndefined();
    expect(question).toContain('href="/subscribe"');
    const settings = `${server.url}/p/${makeToken(keys, LIST, 'preferences', 3)}`;
    expect(undoIn(await textOf(settings, { action: 'leave' }))).toBeUndefined();
    expect((await readStates(root))['carla@example.org']).toBe('unsubscribed');
  });

  test('by the settings offers it, too, and once', async () => {
    const settings = `${server.url}/p/${makeToken(keys, LIST, 'preferences', 4)}`;
    const undo = undoIn(await textOf(settings, { action: 'leave' })) ?? '';
    await submit(server.url + undo, { action: 'stay' });
    expect((await readStates(root))['dana@example.org']).toBe('active');
    // They leave once more: the way back of the first time does not lead back from the second.
    await submit(settings, { action: 'leave' });
    expect((await submit(server.url + undo, { action: 'stay' })).status).toBe(410);
    expect((await readStates(root))['dana@example.org']).toBe('unsubscribed');
  });

  test('by a mail program offers none, nor does its link later', async () => {
    const url = `${server.url}/u/${makeToken(keys, LIST, 'unsubscribe', 5)}`;
    for (const fields of [{ 'List-Unsubscribe': 'One-Click' }, { action: 'leave' }, undefined]) {
      expect(undoIn(await textOf(url, fields))).toBeUndefined();
    }
    expect((await readStates(root))['eva@example.org']).toBe('unsubscribed');
  });

  test('cannot be taken back after an hour, nor with the token to leave, nor by naming the person', async () => {
    const url = `${server.url}/u/${makeToken(keys, LIST, 'unsubscribe', 2)}`;
    const undo = undoIn(await textOf(url, { action: 'leave' })) ?? '';
    const recordId = Number.parseInt(undo.split('.')[1] ?? '', 36);
    const late = makeExpiringToken(keys, LIST, 'undo', recordId, new Date(Date.now() - 2 * 3_600_000));
    expect((await submit(`${server.url}/undo/${late}`, { action: 'stay' })).status).toBe(410);
    const ofPerson = makeExpiringToken(keys, LIST, 'undo', 2, new Date());
    expect((await submit(`${server.url}/undo/${ofPerson}`, { action: 'stay' })).status).toBe(410);
    const other = makeToken(keys, LIST, 'unsubscribe', 2);
    expect((await submit(`${server.url}/undo/${other}`, { action: 'stay' })).status).toBe(404);
    expect((await readStates(root))['boris@example.org']).toBe('unsubscribed');
  });
});

describe('coming back by the link of our mail', () => {
  test('asks, acts on the button, works for seven days, and with no other token', async () => {
    await writeFile(
      path.join(root, 'leave.eml'),
      'From: fred@example.org\r\nTo: news@lsi.example.org\r\nSubject: unsubscribe\r\n\r\n',
    );
    await run(root, ['mailbox', 'leave.eml'], { NEWSLETTER_PUBLIC_URL: server.url });
    const stateOfFred = async () => (await readStates(root))['fred@example.org'];
    expect(await stateOfFred()).toBe('unsubscribed');
    const [told] = await serviceMailsTo(root, 'fred@example.org');
    const link = linkIn(told, '/return/');
    expect(await (await fetch(link)).text()).toContain('<button type="submit" name="action" value="stay">');
    expect(await stateOfFred()).toBe('unsubscribed');
    const wrong = [makeToken(keys, LIST, 'unsubscribe', 3), makeExpiringToken(keys, LIST, 'undo', 3, new Date())];
    for (const token of wrong) {
      expect((await submit(`${server.url}/return/${token}`, { action: 'stay' })).status).toBe(404);
    }
    const late = makeExpiringToken(keys, LIST, 'return', 6, new Date(Date.now() - 8 * 24 * 3_600_000));
    expect((await submit(`${server.url}/return/${late}`, { action: 'stay' })).status).toBe(410);
    expect(await stateOfFred()).toBe('unsubscribed');
    expect((await submit(link, { action: 'stay' })).status).toBe(200);
    expect(await stateOfFred()).toBe('active');
  });
});

describe('a token that is none of ours', () => {
  test('gets the same friendly page for everybody, with the way to leave by mail', async () => {
    const right = makeToken(keys, LIST, 'unsubscribe', 1);
    const cut = right.slice(0, -1);
    const ofNobody = makeToken(keys, 'other.example.org', 'unsubscribe', 1);
    const pages = await Promise.all(
      [cut, ofNobody, 'x', makeToken(keys, LIST, 'preferences', 1)].map(async (token) => {
        const answer = await fetch(`${server.url}/u/${token}`);
        expect(answer.status).toBe(404);
        return answer.text();
      }),
    );
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('mailto:news@lsi.example.org?subject=unsubscribe');
    expect(await stateOfAnna()).toBe('active');
  });

  test('of somebody who is not there (any more) answers as that of anybody else', async () => {
    const nobody = `${server.url}/u/${makeToken(keys, LIST, 'unsubscribe', 4711)}`;
    expect((await fetch(nobody)).status).toBe(200);
    expect((await submit(nobody, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
  });
});

describe('every page', () => {
  test.each([
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

  test('about somebody is not indexed', async () => {
    expect(await (await fetch(`${server.url}/u/x`)).text()).toContain('<meta name="robots" content="noindex">');
    expect(await (await fetch(`${server.url}/subscribe`)).text()).not.toContain('noindex');
  });
});

describe('/healthz', () => {
  test('names the list', async () => {
    expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ list: LIST, status: 'ok' });
  });
});
