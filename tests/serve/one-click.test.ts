import { request } from 'node:http';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Email } from 'postal-mime';
import { makeToken } from '../../src/subscribers/tokens/tokens.js';
import { reportSchema, readDocument } from '../support/cli/documents.js';
import {
  ISSUE,
  keysOf,
  LIST,
  readOutbox,
  readStates,
  run,
  serveSentIssue,
  submit,
  type RunningServe,
} from '../support/serve/running-server.js';

const READERS = ['anna', 'boris', 'carla', 'dana', 'eva', 'filip', 'greta'].map((name) => `${name}@example.org`);

let root: string;
let server: RunningServe;
let environment: Record<string, string>;

beforeAll(async () => {
  ({ root, server, environment } = await serveSentIssue(READERS));
});

async function messageTo(address: string): Promise<Email> {
  const message = (await readOutbox(root, ISSUE)).find(({ to }) => to?.[0]?.address === address);
  if (message === undefined) throw new Error(`no message to ${address}`);
  return message;
}

function headerOf(message: Email, name: string): string {
  return message.headers.find(({ key }) => key === name)?.value ?? '';
}

/** What a mail program reads from the headers (RFC 8058 §3.1). */
function oneClickOf(message: Email): { readonly url: string; readonly body: string } {
  const url = /<(https?:[^>]+)>/.exec(headerOf(message, 'list-unsubscribe'))?.[1] ?? '';
  return { url, body: headerOf(message, 'list-unsubscribe-post') };
}

/** Sends exactly these headers, as a mail program would; `fetch` adds a type of its own. */
function postAs(url: string, headers: Record<string, string>, body: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const posting = request(url, { method: 'POST', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    posting.on('error', reject);
    posting.write(body.slice(0, 10));
    posting.end(body.slice(10));
  });
}

describe('a scanner that opens every link of a message', () => {
  test('with GET and HEAD leaves every subscriber as before', async () => {
    const before = await readStates(root);
    for (const address of READERS) {
      const message = await messageTo(address);
      const links = [...`${message.html ?? ''} ${message.text ?? ''}`.matchAll(/https?:\/\/127\.0\.0\.1[^\s"<>]+/g)];
      const urls = new Set([oneClickOf(message).url, ...links.map(([link]) => link)]);
      expect(urls.size).toBeGreaterThan(0);
      for (const url of urls) {
        for (const method of ['GET', 'HEAD', 'OPTIONS', 'PROPFIND']) await fetch(url, { method });
      }
      expect((await fetch(oneClickOf(message).url)).status).toBe(200);
    }
    expect(await readStates(root)).toEqual(before);
  });
});

describe("the one-click POST of a message's own headers", () => {
  test.each([
    { address: 'anna@example.org', form: 'urlencoded' },
    { address: 'boris@example.org', form: 'multipart' },
  ] as const)('takes exactly $address off the list ($form), twice is harmless', async ({ address, form }) => {
    const before = await readStates(root);
    const { url, body } = oneClickOf(await messageTo(address));
    expect(body).toBe('List-Unsubscribe=One-Click');
    const [name = '', value = ''] = body.split('=');
    for (let time = 0; time < 2; time += 1) {
      const data = form === 'multipart' ? new FormData() : new URLSearchParams();
      data.append(name, value);
      const answer = await fetch(url, { method: 'POST', body: data, redirect: 'manual' });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('set-cookie')).toBeNull();
      expect(await answer.text()).not.toMatch(/<script|http-equiv/i);
      expect(await readStates(root)).toEqual({ ...before, [address]: 'unsubscribed' });
    }
  });

  test.each([
    ['eva@example.org', 'as text, with a line end behind it', { 'Content-Type': 'text/plain;charset=UTF-8' }, '\r\n'],
    ['filip@example.org', 'without a type', {}, ''],
    [
      'greta@example.org',
      'in chunks, as JSON',
      { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' },
      '\n',
    ],
  ])('takes %s off the list: %s', async (address, _, headers, lineEnd) => {
    const before = await readStates(root);
    const { url, body } = oneClickOf(await messageTo(address));
    expect(await postAs(url, headers, `${body}${lineEnd}`)).toBe(200);
    expect(await readStates(root)).toEqual({ ...before, [address]: 'unsubscribed' });
  });

  test('does nothing without its body', async () => {
    const before = await readStates(root);
    const { url } = oneClickOf(await messageTo('carla@example.org'));
    for (const body of ['', 'List-Unsubscribe=No', 'action=other', '{"List-Unsubscribe":"One-Click"}']) {
      expect((await fetch(url, { method: 'POST', body })).status).toBe(400);
    }
    expect((await fetch(url, { method: 'POST' })).status).toBe(400);
    expect(await readStates(root)).toEqual(before);
  });

  test('never acts by another method, whatever its body says', async () => {
    const before = await readStates(root);
    const { url, body } = oneClickOf(await messageTo('carla@example.org'));
    for (const method of ['PUT', 'PATCH', 'DELETE']) expect((await fetch(url, { method, body })).status).toBe(405);
    for (const method of ['GET', 'HEAD']) expect((await fetch(`${url}?${body}`, { method })).status).toBe(200);
    expect(await readStates(root)).toEqual(before);
  });

  test('keeps the next send from them', async () => {
    await run(root, ['send', '--transport', 'outbox', '--yes', '--again'], environment);
    const recipients = (await readOutbox(root, ISSUE)).map(({ to }) => to?.[0]?.address);
    expect(recipients.sort()).toEqual(['carla@example.org', 'dana@example.org']);
  });

  test('and a send that is under way passes them over, with the reason', async () => {
    await run(root, ['send', '--transport', 'outbox', '--yes', '--again', '--limit', '1'], environment).catch(() => '');
    const sent = (await readOutbox(root, ISSUE)).map(({ to }) => to?.[0]?.address);
    const next = sent.includes('carla@example.org') ? 'dana@example.org' : 'carla@example.org';
    expect(sent).toHaveLength(1);
    await submit(await unsubscribeUrlOf(next), { 'List-Unsubscribe': 'One-Click' });
    const report = readDocument(
      reportSchema,
      await run(root, ['send', '--transport', 'outbox', '--yes', '--json'], environment),
    );
    expect(report).toMatchObject({ audience: 2, submitted: 1, skipped: 1, pending: 0 });
  });
});

describe('the log', () => {
  test('has a line for each request, and no token or address in any of them', async () => {
    await fetch(`${server.url}/u/secret-token?address=eve@example.org`);
    await submit(`${server.url}/subscribe`, { address: 'eve@example.org', name: 'Eve' });
    await new Promise((resolve) => setTimeout(resolve, 600));
    const log = server.log();
    expect(log).toMatch(/ GET \/u\/:token 200 /);
    expect(log).toMatch(/ POST \/u\/:token 200 /);
    expect(log).not.toMatch(/@|secret|eve|127\.0\.0\.1|\/u\/(?!:token)/i);
  });
});

/** The link to unsubscribe of somebody whose message was not written yet. */
async function unsubscribeUrlOf(address: string): Promise<string> {
  const subscriberId = READERS.indexOf(address) + 1;
  return `${server.url}/u/${makeToken(await keysOf(root), LIST, 'unsubscribe', subscriberId)}`;
}
