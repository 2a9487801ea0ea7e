import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeToken } from '../../src/subscribers/tokens/tokens.js';
import { occupy } from '../support/serve/occupied-database.js';
import {
  keysOf,
  LIST,
  readStates,
  serviceMailsTo,
  startServe,
  submit,
  workspaceWithReaders,
  type RunningServe,
} from '../support/serve/running-server.js';
const READERS = Array.from({ length: 400 }, (_, index) => `reader${String(index)}@example.org`);
const ONE_CLICK = { 'List-Unsubscribe': 'One-Click' };

let root: string;
let server: RunningServe;
let token: (purpose: 'unsubscribe' | 'preferences', subscriber: number) => string;

beforeAll(async () => {
  root = await workspaceWithReaders(READERS);
  server = await startServe(root);
  const keys = await keysOf(root);
  token = (purpose, subscriber) => makeToken(keys, LIST, purpose, subscriber);
});

function lock() {
  return occupy(path.join(root, 'data', 'newsletter.db'));
}

interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly language: string | null;
  readonly text: string;
}

async function post(url: string, fields: Readonly<Record<string, string>>, language = 'en'): Promise<Answer> {
  const answer = await fetch(server.url + url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'Accept-Language': language },
    redirect: 'manual',
  });
  return {
    status: answer.status,
    retryAfter: answer.headers.get('Retry-After'),
    language: answer.headers.get('Content-Language'),
    text: await answer.text(),
  };
}

describe('while another program holds the database for long', () => {
  test('everybody who waits gets 503 with a time, nobody is lost or promised anything, and later it goes on', async () => {
    const before = await readStates(root);
    const occupation = await lock();
    // More than one commit takes.
    const answers = await Promise.all(
      READERS.slice(0, 300).map((_, index) => post(`/u/${token('unsubscribe', index + 1)}`, ONE_CLICK)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
    expect(new Set(answers.map(({ retryAfter }) => retryAfter))).toEqual(new Set(['120']));
    expect(await readStates(root)).toEqual(before);
    await occupation.end();
    const later = await post(`/u/${token('unsubscribe', 1)}`, ONE_CLICK);
    expect(later.status).toBe(200);
    // Of those who were refused, nobody is taken off behind their backs.
    expect(await readStates(root)).toEqual({ ...before, 'reader0@example.org': 'unsubscribed' });
  });

  test('each page says so in the language of its reader, and pages that only read are there', async () => {
    const occupation = await lock();
    const change = (fields: Record<string, string>, subscriber: number, language: string) =>
      post(`/p/${token('preferences', subscriber)}`, fields, language);
    const [leaving, language, leavingBySettings, erasing, joining, moving, ...reading] = await Promise.all([
      post(`/u/${token('unsubscribe', 310)}`, { action: 'leave' }, 'de'),
      change({ action: 'language', language: 'nl' }, 311, 'nl'),
      change({ action: 'leave' }, 312, 'fr'),
      change({ action: 'erase-now' }, 313, 'uk'),
      post('/subscribe', { address: 'new@example.org' }, 'ar'),
      change({ action: 'address', address: 'other@example.org' }, 314, 'en'),
      ...['/', '/subscribe', `/u/${token('unsubscribe', 310)}`, `/p/${token('preferences', 310)}`].map(async (page) => {
        const { status } = await fetch(server.url + page);
        return { status };
      }),
    ]);
    for (const [answer, expected] of [
      [leaving, 'de'],
      [language, 'nl'],
      [leavingBySettings, 'fr'],
      [erasing, 'uk'],
      [joining, 'ar'],
      [moving, 'en'],
    ] as const) {
      expect(answer).toMatchObject({ status: 503, retryAfter: '120', language: expected });
      expect(answer.text).not.toMatch(/SQLITE|newsletter\.db|@example\.org(?!<|")/i);
    }
    expect(leaving.text).toContain('Es wurde nichts geändert');
    expect(new Set(reading.map(({ status }) => status))).toEqual(new Set([200]));
    await occupation.end();
    const states = await readStates(root);
    for (const subscriber of [310, 311, 312, 313]) {
      expect(states[`reader${String(subscriber - 1)}@example.org`]).toBe('active');
    }
    expect(states['new@example.org']).toBeUndefined();
    // One who comes back has used up nothing.
    for (let time = 0; time < 2; time += 1) {
      expect((await post('/subscribe', { address: 'new@example.org' })).status).toBe(200);
    }
    expect(await serviceMailsTo(root, 'new@example.org', 1)).not.toEqual([]);
  });

  test('what was promised before waits for the end of the lock', async () => {
    await submit(`${server.url}/subscribe`, { address: 'waits@example.org' });
    const occupation = await lock();
    await post(`/u/${token('unsubscribe', 320)}`, ONE_CLICK);
    await occupation.end();
    expect(await serviceMailsTo(root, 'waits@example.org', 1)).toHaveLength(1);
  });

  test('a lock that is short is not noticed', async () => {
    const occupation = await lock();
    const answer = post(`/u/${token('unsubscribe', 321)}`, ONE_CLICK);
    await expect.poll(() => fetch(`${server.url}/u/x`).then(({ status }) => status)).toBe(404);
    await occupation.end();
    expect((await answer).status).toBe(200);
    expect((await readStates(root))['reader320@example.org']).toBe('unsubscribed');
  });

  test('the log names the reason, and nobody', () => {
    expect(server.log()).toMatch(/trouble: POST \/u\/:token database-locked/);
    expect(server.log()).not.toMatch(/@|newsletter\.db/);
  });

  test('SIGTERM ends it before the lock ends, and who waits hears that nothing was done', async () => {
    const occupation = await lock();
    const answer = post(`/u/${token('unsubscribe', 330)}`, ONE_CLICK);
    await expect.poll(() => fetch(`${server.url}/u/x`).then(({ status }) => status)).toBe(404);
    expect(await server.stop()).toBe(143);
    expect(await answer).toMatchObject({ status: 503, retryAfter: '120' });
    await occupation.end();
    expect((await readStates(root))['reader329@example.org']).toBe('active');
  });
});
