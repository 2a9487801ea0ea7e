import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeToken } from '../../src/subscribers/tokens/tokens.js';
import {
  keysOf,
  LIST,
  readStates,
  startServe,
  submit,
  workspaceWithReaders,
  type RunningServe,
} from '../support/serve/running-server.js';

const READER = 'anna@example.org';
let root: string;
let server: RunningServe;
let unsubscribePath: string;

beforeAll(async () => {
  root = await workspaceWithReaders([READER]);
  server = await startServe(root);
  unsubscribePath = `/u/${makeToken(await keysOf(root), LIST, 'unsubscribe', 1)}`;
});

/** Megabytes that the server's process holds now. */
function residentMegabytes(): number {
  const status = readFileSync(`/proc/${String(server.process.pid)}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? NaN) / 1024;
}

/** Sends bytes as they are, and gives back what comes until the server closes the connection. */
function exchange(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let answer = '';
    const finish = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('error', finish);
    socket.on('close', finish);
  });
}

/** Posts a body of some megabytes, declared or chunked, until the server refuses it. */
function postMegabytes(path: string, megabytes: number, declared: boolean): Promise<number | string> {
  return new Promise((resolve) => {
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      ...(declared ? { 'Content-Length': megabytes * 1024 * 1024 } : {}),
    };
    const posting = request(server.url + path, { method: 'POST', headers });
    const chunk = Buffer.alloc(1024 * 1024, 'a');
    let sent = 0;
    const write = () => {
      if (sent++ < megabytes && !posting.destroyed) posting.write(chunk, write);
      else posting.end();
    };
    posting.on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
      posting.destroy();
    });
    posting.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code ?? 'error');
    });
    write();
  });
}

describe('bodies', () => {
  test.each([true, false])('of 100 MB are refused (length declared: %j), and take no memory', async (declared) => {
    const before = residentMegabytes();
    for (const path of [unsubscribePath, '/subscribe', '/p/x']) {
      expect([413, 'ECONNRESET', 'EPIPE']).toContain(await postMegabytes(path, 100, declared));
    }
    expect(residentMegabytes() - before).toBeLessThan(100);
    expect(await readStates(root)).toEqual({ [READER]: 'active' });
  });

  test.each([
    ['multipart without a boundary', 'multipart/form-data', 'action=leave'],
    [
      'multipart that is broken off',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="List-',
    ],
    ['JSON', 'application/json', '{"List-Unsubscribe":"One-Click"}'],
    [
      'a thousand fields',
      'application/x-www-form-urlencoded',
      Array.from({ length: 1000 }, (_, n) => `a${String(n)}=1`).join('&'),
    ],
  ])('that are %s are refused', async (_, type, body) => {
    const answer = await fetch(server.url + unsubscribePath, {
      method: 'POST',
      headers: { 'Content-Type': type },
      body,
    });
    expect(answer.status).toBe(400);
    expect(await readStates(root)).toEqual({ [READER]: 'active' });
  });
});

describe('paths and headers', () => {
  test.each([
    '/../../etc/passwd',
    '/2020-12/../../../newsletter.yaml',
    '/2020-12/%2e%2e/%2e%2e/newsletter.yaml',
    '/2020-12/..%2f..%2fnewsletter.yaml',
    '/2020-12/pictures\\..\\..\\manifest.json',
    '/data/newsletter.db',
    '/u/%00',
    '/u/%zz',
    '//example.org/u/x',
    '/serve/../../package.json',
    '/constructor',
    '/__proto__',
  ])('%s leads nowhere', async (path) => {
    const answer = await exchange(`GET ${path} HTTP/1.1\r\nHost: x.example\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).not.toMatch(/root:|organisation:|SQLite/);
  });

  test.each([
    ['a path of 10 KB', `GET /u/${'a'.repeat(10_000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`],
    ['a header of 100 KB', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`],
    ['no host', 'GET / HTTP/1.1\r\n\r\n'],
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: <script>\r\nConnection: close\r\n\r\n'],
    ['two lengths', 'POST /u/x HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    [
      'length and chunks',
      'POST /u/x HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['no HTTP', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['CONNECT', 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n'],
  ])('%s is refused', async (_, bytes) => {
    expect(await exchange(bytes)).toMatch(/^(HTTP\/1\.1 4\d\d |$)/);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  test('of another host put no address of theirs into a page or a mail', async () => {
    const answer = await exchange(
      'GET /subscribe HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n',
    );
    expect(answer).toContain('200 OK');
    expect(answer).not.toContain('evil.example');
  });
});

describe('clients', () => {
  test('that are slow are cut off, while others are served', async () => {
    const order: string[] = [];
    const cutOff = async (name: string, bytes: string) => {
      const answer = await exchange(bytes);
      order.push(name);
      return answer;
    };
    const slow = cutOff('slow', `POST ${unsubscribePath} HTTP/1.1\r\nHost: x\r\nContent-Length: 26\r\n\r\nList`);
    const drip = cutOff('drip', 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    order.push('healthz');
    expect(await slow).toMatch(/^(HTTP\/1\.1 408|$)/);
    expect(await drip).toMatch(/^(HTTP\/1\.1 408|$)/);
    expect(order[0]).toBe('healthz');
    expect(await readStates(root)).toEqual({ [READER]: 'active' });
  });

  test('with very many wrong tokens get as many 404, and take no memory', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 32 });
    const statuses = new Set<number | undefined>();
    const get = (path: string) =>
      new Promise<void>((resolve, reject) => {
        request(server.url + path, { agent, method: 'HEAD' }, (answer) => {
          statuses.add(answer.statusCode);
          answer.resume();
          answer.on('end', resolve);
        })
          .on('error', reject)
          .end();
      });
    const flood = async (from: number, count: number) => {
      let next = from;
      const work = async () => {
        for (let one = next++; one < from + count; one = next++)
          await get(`/u/k.${one.toString(36)}.${'A'.repeat(22)}`);
      };
      await Promise.all(Array.from({ length: 32 }, work));
    };
    await flood(1, 2000);
    const before = residentMegabytes();
    await flood(2001, 6000);
    agent.destroy();
    expect(statuses).toEqual(new Set([404]));
    expect(residentMegabytes() - before).toBeLessThan(60);
  });
});

describe('the log of all this', () => {
  test('names no path, token, address or host', () => {
    expect(server.log()).not.toMatch(/@|passwd|evil|example|newsletter\.(db|yaml)|\/u\/(?!:token)/);
  });
});

test('ends at SIGTERM, with an open connection and a request half-way', async () => {
  const hanging = exchange(`POST ${unsubscribePath} HTTP/1.1\r\nHost: x\r\nContent-Length: 26\r\n\r\nList`);
  await submit(`${server.url}/subscribe`, { address: 'late@example.org' });
  expect(await server.stop()).toBe(143);
  // Not the time of a slow request ended it.
  expect(await hanging).not.toContain('408');
  // What was answered is not lost: the mail left before the end.
  expect(await readStates(root)).toMatchObject({ 'late@example.org': 'pending' });
});
