import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';
import type { HostAddress } from '../../../../src/check/online/http-probe.js';
import type { OnlineOptions } from '../../../../src/check/online/check-links.js';

/** What a path of the web sites answers: a status, a place to go on to, or something of its own. */
export type Answer = number | string | ((request: IncomingMessage, response: ServerResponse) => void);

/** Web sites of this machine, under any name. */
export interface WebSites {
  readonly port: number;
  /** Every request as `METHOD host/path`. */
  readonly requests: string[];
  readonly headers: IncomingMessage['headers'][];
  /** The largest number of requests that were open at once. */
  most: number;
}

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Serves paths; what is not named answers 200. A string that begins with a number is a status and a place. */
export function serve(paths: Readonly<Record<string, Answer>> = {}): Promise<WebSites> {
  let active = 0;
  const requests: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    requests.push(`${request.method ?? ''} ${(request.headers.host ?? '').replace(/:\d+$/, '')}${path}`);
    headers.push(request.headers);
    active += 1;
    sites.most = Math.max(sites.most, active);
    response.on('close', () => (active -= 1));
    const answer = paths[path] ?? 200;
    if (typeof answer === 'function') answer(request, response);
    else if (typeof answer === 'number') response.writeHead(answer).end();
    else {
      const [status = '302', location = ''] = answer.split(' ');
      response.writeHead(Number(status), { Location: location.replace('PORT', String(sites.port)) }).end();
    }
  });
  servers.push(server);
  const sites: WebSites = { port: 0, requests, headers, most: 0 };
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      resolve(Object.assign(sites, { port: typeof address === 'object' ? (address?.port ?? 0) : 0 }));
    });
  });
}

const LOOPBACK: readonly HostAddress[] = [{ address: '127.0.0.1', family: 4 }];

/** The door for tests: every name is this machine, and only this machine may be asked. */
export const HERE: Required<Pick<OnlineOptions, 'resolve' | 'permits'>> = {
  resolve: () => Promise.resolve(LOOPBACK),
  permits: (address) => address === '127.0.0.1',
};
