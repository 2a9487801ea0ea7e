import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { mailSendSchema, type MailSend } from './api-schema.js';
import { violationsOfOpenApi } from './open-api.js';

export const KEY = 'SG.local.key';

/** The variables with which a sender reaches the server. */
export function environmentFor({ url }: Pick<LocalSendGrid, 'url'>) {
  return { NEWSLETTER_SENDGRID_URL: url, SENDGRID_API_KEY: KEY };
}

/** A message as SendGrid would make it, with what it is known by. */
export interface MadeMessage {
  readonly messageId: string;
  readonly deliveryId: string;
  readonly to: { readonly email: string; readonly name?: string | undefined };
  readonly subject: string;
  readonly text: string | undefined;
  readonly html: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly request: MailSend;
}

/** A fault of the server: it answers itself, or ends the connection; `undefined` lets the request be taken. */
export type Fault = (asked: {
  readonly number: number;
  readonly body: MailSend;
  readonly socket: Socket;
  readonly answer: ServerResponse;
}) => 'answered' | 'taken-and-answered' | undefined;

/** A server on this machine that keeps to SendGrid's API, takes what is right, and makes messages of it. */
export interface LocalSendGrid {
  readonly url: string;
  readonly messages: MadeMessage[];
  readonly requests: MailSend[];
  /** Requests that broke the API's rules: must stay empty. */
  readonly violations: string[];
  /** The largest number of requests that were open at once. */
  mostOpen: number;
  /** Answers to `/v3/scopes`, in turn; empty: the key may send. */
  readonly scopeAnswers: { readonly status: number; readonly body: unknown }[];
  fault: Fault | undefined;
  close(): Promise<void>;
}

export async function startLocalSendGrid(): Promise<LocalSendGrid> {
  const sockets = new Set<Socket>();
  let open = 0;
  const server = createServer((request, answer) => {
    void readBody(request)
      .then((text) => {
        respond(request, text, answer);
      })
      .catch((error: unknown) => {
        if (request.complete) local.violations.push(String(error));
        request.socket.destroy();
      });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });

  function respond(request: IncomingMessage, text: string, answer: ServerResponse): void {
    if (request.headers.authorization !== `Bearer ${KEY}`) {
      reply(answer, 401, { errors: [{ message: 'authorization required', field: null }] });
    } else if (request.method === 'GET' && request.url === '/v3/scopes') {
      const { status, body } = local.scopeAnswers.shift() ?? { status: 200, body: { scopes: ['mail.send'] } };
      reply(answer, status, body);
    } else if (request.method === 'POST' && request.url === '/v3/mail/send') {
      open += 1;
      local.mostOpen = Math.max(local.mostOpen, open);
      answer.on('close', () => (open -= 1));
      take(request, text, answer);
    } else reply(answer, 404, { errors: [{ message: 'not found' }] });
  }

  function take(request: IncomingMessage, text: string, answer: ServerResponse): void {
    const parsed = mailSendSchema.safeParse(JSON.parse(text));
    if (!parsed.success || request.headers['content-type'] !== 'application/json') {
      local.violations.push(parsed.error?.message ?? 'not JSON');
      reply(answer, 400, { errors: [{ message: 'invalid request', field: 'null' }] });
      return;
    }
    local.violations.push(...(violationsOfOpenApi?.(JSON.parse(text)) ?? []));
    local.requests.push(parsed.data);
    const asked = { number: local.requests.length, body: parsed.data, socket: request.socket, answer };
    const done = local.fault?.(asked);
    if (done === 'answered') return;
    local.messages.push(...makeMessages(parsed.data));
    if (done === undefined) reply(answer, 202, undefined);
  }

  const local: LocalSendGrid = {
    url: '',
    messages: [],
    requests: [],
    violations: [],
    mostOpen: 0,
    scopeAnswers: [],
    fault: undefined,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return Object.assign(local, { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}` });
}

export function reply(
  answer: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  answer.writeHead(status, { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) });
  answer.end(body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (chunk instanceof Buffer) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** What becomes of a request: each recipient's values put in the place of their marks, as they are. */
function makeMessages(request: MailSend): readonly MadeMessage[] {
  const part = (type: string) => request.content.find((content) => content.type === type)?.value;
  return request.personalizations.map(({ to: [to], headers = {}, substitutions = {}, custom_args = {} }) => {
    const fill = (text: string | undefined) =>
      text === undefined
        ? undefined
        : Object.entries(substitutions).reduce((filled, [mark, value]) => filled.split(mark).join(value), text);
    if (to === undefined) throw new Error('the schema lets no personalization through without a recipient');
    return {
      messageId: (headers['Message-ID'] ?? '').replace(/^<|>$/g, ''),
      deliveryId: custom_args['delivery_id'] ?? '',
      to,
      subject: fill(request.subject) ?? '',
      // Made when somebody looks, since a request may have a thousand of them.
      get text() {
        return fill(part('text/plain'));
      },
      get html() {
        return fill(part('text/html'));
      },
      headers,
      request,
    };
  });
}
