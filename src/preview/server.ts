import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { WorkspaceRequest } from '../app/workspace/open-workspace.js';
import { NewsletterError } from '../model/error.js';
import { createApplication } from './application.js';
import { LiveIssue, type LiveState } from './live-issue.js';
import { hostInUrl, ownHosts, refuseOtherHosts } from './loopback.js';
import { PreviewPage } from './page/page.js';

export interface StartPreviewRequest {
  readonly request: WorkspaceRequest;
  readonly issue: string;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly now: () => Date;
  readonly onProgress: (step: string, done: number, of: number) => void;
}

export interface RunningPreview {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  /** The present state. */
  readonly state: () => LiveState;
  /** Ends at once: there is nothing to finish. */
  readonly close: () => Promise<void>;
}

type Listener = ReturnType<typeof getRequestListener>;

/**
 * Starts the preview of an issue: it listens, and is ready, when its first build is over.
 *
 * @throws NewsletterError `usage` when others can reach the address, or the port is taken.
 */
export async function startPreview(options: StartPreviewRequest): Promise<RunningPreview> {
  const { request, issue, host, now, onProgress } = options;
  refuseOtherHosts(host);
  const server = createServer();
  // A page that is still open asks as soon as the port is there: it waits for the first build.
  let makeReady: (listener: Listener) => void = () => undefined;
  const ready = new Promise<Listener>((resolve) => {
    makeReady = resolve;
  });
  server.on('request', (incoming, outgoing) => void ready.then((listener) => listener(incoming, outgoing)));
  const port = await listen(server, host, options.port);
  const live = new LiveIssue({ request, issue, now, onProgress });
  const closing = new AbortController();
  const close = async () => {
    live.close();
    closing.abort();
    await closeServer(server);
  };
  try {
    const page = await PreviewPage.open();
    await live.start();
    const application = createApplication({
      live,
      page,
      hosts: ownHosts(host, port),
      closing: closing.signal,
    });
    const errorHandler = () => new Response(null, { status: 400 });
    makeReady(getRequestListener(application.fetch, { errorHandler }));
    return { url: `http://${hostInUrl(host)}:${String(port)}`, state: () => live.state, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(cannotListen(host, port, error));
    });
    server.listen({ host, port }, () => {
      const address = server.address();
      resolve(isAddressInfo(address) ? address.port : port);
    });
  });
}

function isAddressInfo(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

function cannotListen(host: string, port: number, error: NodeJS.ErrnoException): NewsletterError {
  const taken = error.code === 'EADDRINUSE';
  return new NewsletterError(
    'usage',
    {
      message: taken
        ? `Port ${String(port)} on ${host} is taken: another preview may be running.`
        : `It is not possible to listen on ${host}, port ${String(port)} (${error.code ?? error.name}).`,
      expected: 'a free port of this machine',
      help: 'Give another --port; --port 0 takes any free one.',
    },
    error,
  );
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
