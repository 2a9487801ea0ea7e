import { beforeAll, describe, expect, it } from 'vitest';
import type { Email } from 'postal-mime';
import { makeToken } from '../../src/audience/tokens.js';
import { reportSchema, readDocument } from '../cli/documents.js';
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
} from './running-server.js';

const READERS = ['anna@example.org', 'boris@example.org', 'carla@example.org', 'dana@example.org'];

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

describe('a scanner that opens every link of a message', () => {
  it('with GET and HEAD leaves every subscriber as before', async () => {
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
  it.each([
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

  it('does nothing without its body', async () => {
    const before = await readStates(root);
    const { url } = oneClickOf(await messageTo('carla@example.org'));
    for (const body of ['', 'List-Unsubscribe=No', 'action=other', '{"List-Unsubscribe":"One-Click"}']) {
      expect((await fetch(url, { method: 'POST', body })).status).toBe(400);
    }
    expect(await readStates(root)).toEqual(before);
  });

  it('keeps the next send from them', async () => {
    await run(root, ['send', '--transport', 'outbox', '--yes', '--again'], environment);
    const recipients = (await readOutbox(root, ISSUE)).map(({ to }) => to?.[0]?.address);
    expect(recipients.sort()).toEqual(['carla@example.org', 'dana@example.org']);
  });

  it('and a send that is under way passes them over, with the reason', async () => {
    await run(root, ['send', '--transport', 'outbox', '--yes', '--again', '--limit', '1'], environment).catch(() => '');
    const sent = (await readOutbox(root, ISSUE)).map(({ to }) => to?.[0]?.address);
    const next = sent.includes('carla@example.org') ? 'dana@example.org' : 'carla@example.org';
    expect(sent).toHaveLength(1);
    await submit(await leavingUrlOf(next), { 'List-Unsubscribe': 'One-Click' });
    const report = readDocument(
      reportSchema,
      await run(root, ['send', '--transport', 'outbox', '--yes', '--json'], environment),
    );
    expect(report).toMatchObject({ audience: 2, submitted: 1, skipped: 1, pending: 0 });
  });
});

describe('the log', () => {
  it('has a line for each request, and no token or address in any of them', async () => {
    await fetch(`${server.url}/u/secret-token?address=eve@example.org`);
    await submit(`${server.url}/subscribe`, { address: 'eve@example.org', name: 'Eve' });
    await new Promise((resolve) => setTimeout(resolve, 600));
    const log = server.log();
    expect(log).toMatch(/ GET \/u\/:token 200 /);
    expect(log).toMatch(/ POST \/u\/:token 200 /);
    expect(log).not.toMatch(/@|secret|eve|127\.0\.0\.1|\/u\/(?!:token)/i);
  });
});

/** The leaving link of somebody whose message was not written yet. */
async function leavingUrlOf(address: string): Promise<string> {
  const subscriberId = READERS.indexOf(address) + 1;
  return `${server.url}/u/${makeToken(await keysOf(root), LIST, 'unsubscribe', subscriberId)}`;
}
