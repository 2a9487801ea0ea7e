import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { makeToken } from '../../src/subscribers/tokens/tokens.js';
import {
  keysOf,
  LIST,
  readStates,
  startServe,
  workspaceWithReaders,
  type RunningServe,
} from '../support/serve/running-server.js';

const CROWD = 2500;
const READERS = 200;
const TRUSTING = `name: The Newsletter
organisation: La Strada International
sender: { name: La Strada International, address: news@lsi.example.org }
serve: { trustProxy: yes }
`;

const open = new Set<Socket>();

afterEach(() => {
  for (const socket of open) socket.destroy();
  open.clear();
});

/** Opens a connection from an address of this machine, and begins something on it. */
function begin(server: RunningServe, localAddress: string, bytes: string): Promise<Socket> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), localAddress }, () => {
      if (bytes !== '') socket.write(bytes);
      resolve(socket);
    });
    open.add(socket);
    socket.on('error', reject);
    socket.resume();
  });
}

/** Asks for a page from an address of this machine, on a connection of its own. */
function get(server: RunningServe, path: string, localAddress: string, headers: Record<string, string> = {}) {
  return new Promise<number | string>((resolve) => {
    const asking = request(server.url + path, { localAddress, agent: false, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => {
        resolve(answer.statusCode ?? 0);
      });
    });
    asking.on('error', (error) => {
      resolve(error.message);
    });
    asking.end();
  });
}

/** Readers, each of a network of their own, a few at a time; what they got. */
async function honestReaders(
  server: RunningServe,
  token: string,
  headersOf: (reader: number) => Record<string, string> = () => ({}),
) {
  const statuses = new Set<number | string>();
  let next = 0;
  const read = async () => {
    for (let reader = next++; reader < READERS; reader = next++) {
      const path = ['/', '/subscribe', `/u/${token}`][reader % 3] ?? '/';
      statuses.add(await get(server, path, `127.${String(1 + reader)}.0.7`, headersOf(reader)));
    }
  };
  await Promise.all(Array.from({ length: 20 }, read));
  return statuses;
}

async function serving(files: Record<string, string> = {}) {
  const root = await workspaceWithReaders(['anna@example.org'], files);
  const server = await startServe(root);
  return { root, server, token: makeToken(await keysOf(root), LIST, 'unsubscribe', 1) };
}

const post = (token: string, headers = '') =>
  `POST /u/${token} HTTP/1.1\r\nHost: x\r\n${headers}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 26\r\n\r\nList-`;

describe(`${String(CROWD)} slow connections`, () => {
  test.each([
    ['that are only open', '127.0.1.', () => ''],
    ['with half a request line', '127.0.1.', () => 'GET /u/'],
    ['with half a head', '127.0.1.', () => 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '],
    ['with half a body', '127.0.1.', (token: string) => post(token)],
    ['that ask once and stay', '127.0.1.', () => 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['from all over a /16', '127.0.*.', (token: string) => post(token)],
  ])('%s (from %s) keep no reader of another network waiting', async (_, from, bytes) => {
    const { root, server, token } = await serving();
    for (let begun = 0; begun < CROWD; begun += 250) {
      const addresses = Array.from({ length: 250 }, (_one, index) => {
        const number = begun + index;
        return `${from.replace('*', String(1 + (number % 250)))}${String(1 + (number % 250))}`;
      });
      await Promise.all(addresses.map((address) => begin(server, address, bytes(token))));
    }
    // The crowd comes all at once; from the first answer on, it only stays.
    expect(await get(server, '/', '127.250.0.7')).toBe(200);
    expect(await honestReaders(server, token)).toEqual(new Set([200]));
    expect(await readStates(root)).toEqual({ 'anna@example.org': 'active' });
    expect(await server.stop()).toBe(143);
  });

  test('that a trusted proxy brings from one network keep no reader of another waiting, nor the proxy', async () => {
    const { server, token } = await serving({ 'newsletter.yaml': TRUSTING });
    const headers = (address: string) => `X-Forwarded-For: ${address}\r\n`;
    for (let begun = 0; begun < CROWD; begun += 250) {
      const crowd = Array.from({ length: 250 }, (_, index) => post(token, headers(`203.0.113.${String(index)}`)));
      await Promise.all(crowd.map((bytes) => begin(server, '127.0.0.1', bytes)));
    }
    const statuses = await honestReaders(server, token, (reader) => ({
      'X-Forwarded-For': `198.${String(reader)}.100.1`,
    }));
    expect(statuses).toEqual(new Set([200]));
  });
});
