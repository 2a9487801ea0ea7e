import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { openListContext, type OpenListContextRequest, type ListContext } from '../app/public-pages/list-context.js';
import { openTemplateSources } from '../app/workspace/template-sources.js';
import type { Configuration } from '../model/settings/configuration.js';
import { NewsletterError } from '../model/error.js';
import { isLoopback } from '../model/settings/loopback.js';
import { createApplication, type RequestLine } from './application.js';
import { connectionLimit } from './limits/connection-limit.js';
import { Connections } from './limits/connections.js';
import { FormLimits } from './limits/form-limits.js';
import { Pages } from './pages.js';
import { refuseMalformed } from './security-headers.js';

export interface StartServerRequest {
  readonly configuration: Configuration;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly now: () => Date;
  readonly onRequest: (line: RequestLine) => void;
  readonly onWarning: OpenListContextRequest['onWarning'];
}

export interface RunningServer {
  /** Where it listens. */
  readonly url: string;
  /** Ends within five seconds: answers open requests, finishes the mail that is under way, closes the database. */
  readonly close: () => Promise<void>;
}

type Listener = ReturnType<typeof getRequestListener>;

/** Of the five seconds that an end may take; the rest is for mail and database. */
const DRAIN_MS = 2500;
const MAIL_MS = 1500;
/** Of the time to drain, how long a request may wait for another program that writes. */
const LOCK_MS = 1500;

/** What a client may cost: a slow one is cut off, and no header or crowd takes the memory. */
const SERVER_BOUNDS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 10_000,
  connectionsCheckingInterval: 2000,
} as const;
/** How many new connections may wait to be accepted, so that a crowd does not delay other readers by seconds. */
const BACKLOG = 2048;
const HEADER_LIMIT = 100;
const IDLE_MS = 30_000;

/**
 * Starts the public pages.
 *
 * @throws NewsletterError `usage` for a port that is taken or a host that is not ours, `configuration-invalid` without
 * a public address on a host that others can reach, and those of `openServedList`.
 */
export async function startServer(request: StartServerRequest): Promise<RunningServer> {
  const { configuration, now, onWarning } = request;
  refuseUnknownAddress(configuration, request.host);
  const server = createServer(SERVER_BOUNDS);
  // The port must be known before the pages are made; requests that come in between wait.
  let makeReady: (listener: Listener) => void = () => undefined;
  const ready = new Promise<Listener>((resolve) => {
    makeReady = resolve;
  });
  const connections = new Connections({ trust: configuration.serve, most: await connectionLimit() });
  server.on('connection', (socket) => {
    connections.add(socket);
  });
  server.on('request', (incoming, outgoing) => {
    if (connections.begin(incoming, outgoing)) void ready.then((listener) => listener(incoming, outgoing));
  });
  const url = await listen(server, request.host, request.port);
  try {
    const publicUrl = configuration.publicUrl ?? url;
    const base = new URL(publicUrl).pathname.replace(/\/+$/, '');
    const list = await openListContext({ configuration, publicUrl, now, onWarning });
    const pages = await Pages.open(configuration, base, await openTemplateSources(configuration));
    const serving = {
      list,
      pages,
      trust: configuration.serve,
      limits: { form: new FormLimits(() => now().getTime()) },
    };
    const application = createApplication({ serving, base, onRequest: request.onRequest, onWarning });
    list.worker.start();
    makeReady(getRequestListener(application.fetch, { errorHandler: refuseMalformed }));
    return { url, close: () => close(server, list) };
  } catch (error) {
    server.close();
    throw error;
  }
}

/** The links in our mails need an address that readers can reach. */
function refuseUnknownAddress(configuration: Configuration, host: string): void {
  if (configuration.publicUrl !== undefined || isLoopback(host)) return;
  throw new NewsletterError('configuration-invalid', {
    message: 'newsletter.yaml has no publicUrl, so the links in our mails would lead nowhere.',
    expected: 'the address under which readers reach this server, such as publicUrl: https://newsletter.example.org',
    help: 'Write publicUrl in newsletter.yaml, or set NEWSLETTER_PUBLIC_URL. To try it out on this machine, use --host 127.0.0.1.',
  });
}

function listen(server: Server, host: string, port: number): Promise<string> {
  server.maxHeadersCount = HEADER_LIMIT;
  server.setTimeout(IDLE_MS);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(cannotListen(host, port, error));
    });
    server.listen({ host, port, backlog: BACKLOG }, () => {
      const address = server.address();
      resolve(`http://${shownHost(host)}:${String(isAddressInfo(address) ? address.port : port)}`);
    });
  });
}

function isAddressInfo(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

function shownHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function cannotListen(host: string, port: number, error: NodeJS.ErrnoException): NewsletterError {
  const taken = error.code === 'EADDRINUSE';
  return new NewsletterError(
    'usage',
    {
      message: taken
        ? `Port ${String(port)} on ${host} is taken by another program.`
        : `It is not possible to listen on ${host}, port ${String(port)} (${error.code ?? error.name}).`,
      expected: 'an address of this machine and a free port',
      help: 'Give another --host or --port; --port 0 takes any free one.',
    },
    error,
  );
}

async function close(server: Server, list: ListContext): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  // Requests that wait for another program get an answer before the end.
  const hurry = setTimeout(() => {
    list.database.stopWaiting();
  }, LOCK_MS);
  const cut = setTimeout(() => {
    server.closeAllConnections();
  }, DRAIN_MS);
  await closed;
  clearTimeout(hurry);
  clearTimeout(cut);
  list.database.stopWaiting();
  let timer: NodeJS.Timeout | undefined;
  const mailDeadline = new Promise((resolve) => {
    timer = setTimeout(resolve, MAIL_MS);
  });
  await Promise.race([list.close(), mailDeadline]);
  clearTimeout(timer);
}
