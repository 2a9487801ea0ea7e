import { ClientRequest, request as requestPlain, type RequestOptions, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import { Client } from '@sendgrid/client';
import { MailService } from '@sendgrid/mail';
import * as z from 'zod';
import { errorCode } from '../../../files/error-code.js';

/** The result of one call. */
export type ApiReply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, unknown>>;
      readonly body: unknown;
    }
  /** No connection came about, so not a byte of the request left. */
  | { readonly kind: 'unsent'; readonly reason: string }
  /** The request, or a part of it, left, and no answer came. */
  | { readonly kind: 'lost'; readonly reason: string };

/** Calls SendGrid's API. */
export interface SendGridApi {
  get(path: string): Promise<ApiReply>;
  /** @param body JSON. */
  post(path: string, body: Uint8Array): Promise<ApiReply>;
}

export interface SendGridApiOptions {
  readonly key: string;
  readonly region: 'global' | 'eu';
  /** Another base address than the region's, without a slash at the end. */
  readonly url: string | undefined;
  /** How long one call may take from its beginning to the end of its answer. */
  readonly timeoutMilliseconds: number;
}

/** More than any answer has. */
const ANSWER_LIMIT = 1_000_000;

const answerSchema = z.object({
  statusCode: z.number(),
  // Loose, since the client gives an object of a class.
  headers: z.looseObject({}).catch({}),
  body: z.unknown(),
});

/** SendGrid's own client, kept from what a ledger cannot have: redirects, reused connections, and requests without an end. */
export function createSendGridApi(options: SendGridApiOptions): SendGridApi {
  const wire = new Wire(options.timeoutMilliseconds);
  const bodies = new Bodies();
  const client = clientFor(options, wire, bodies);
  // @sendgrid/mail is the library that was asked for; its `send` builds each recipient several times over, so its client is called.
  new MailService().setClient(client);

  async function call(method: 'GET' | 'POST', path: string, body?: Uint8Array): Promise<ApiReply> {
    const key = body === undefined ? undefined : bodies.keep(body);
    try {
      const [response] = await client.request({ method, url: path, ...(key === undefined ? {} : { body: key }) });
      const { statusCode, headers, body: content } = answerSchema.parse(response);
      return { kind: 'answer', status: statusCode, headers, body: content };
    } catch (error) {
      // Only its words are kept: the error itself holds the key and the whole request.
      return { kind: wire.hasBegun(error) ? 'lost' : 'unsent', reason: describe(error) };
    } finally {
      if (key !== undefined) bodies.drop(key);
    }
  }
  return { get: (path) => call('GET', path), post: (path, body) => call('POST', path, body) };
}

function clientFor({ region, url, key }: SendGridApiOptions, wire: Wire, bodies: Bodies): Client {
  const client = new Client();
  client.setDataResidency(region);
  if (url !== undefined) client.setDefaultRequest('baseUrl', `${url}/`);
  // Not setApiKey, which writes to the terminal when it does not like the key.
  client.setDefaultHeader('Authorization', `Bearer ${key}`);
  const settings = {
    url: '',
    transport: wire,
    // The key goes to SendGrid and to nobody between.
    proxy: false,
    maxContentLength: ANSWER_LIMIT,
    // Every answer is judged here; the client's own error class fails in a folder with a bracket in its name.
    validateStatus: () => true,
    transformRequest: [(bodyKey: unknown) => bodies.get(bodyKey)],
  };
  client.setDefaultRequest(settings);
  return client;
}

/**
 * The bodies of requests that are under way, by a key that stands in their place until the very end: the client would
 * copy bytes octet by octet.
 */
class Bodies {
  readonly #bodies = new Map<unknown, Uint8Array>();
  #last = 0;

  keep(body: Uint8Array): string {
    this.#last += 1;
    const key = `body ${String(this.#last)}`;
    this.#bodies.set(key, body);
    return key;
  }

  get(key: unknown): Uint8Array | undefined {
    return this.#bodies.get(key);
  }

  drop(key: string): void {
    this.#bodies.delete(key);
  }
}

/**
 * Makes the connections, a new one for each request: on an old one nobody could tell whether a request that failed had
 * been read. Knows of each request whether its connection ever came about, and ends it after its time.
 */
class Wire {
  readonly #begun = new WeakSet();
  readonly #timeoutMilliseconds: number;

  constructor(timeoutMilliseconds: number) {
    this.#timeoutMilliseconds = timeoutMilliseconds;
  }

  request(options: RequestOptions, onAnswer: (answer: IncomingMessage) => void): ClientRequest {
    const secure = options.protocol === 'https:';
    const request = (secure ? requestSecure : requestPlain)({ ...options, agent: false }, onAnswer);
    request.once('socket', (socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', () => this.#begun.add(request));
    });
    const timer = setTimeout(() => {
      request.destroy(new Error(`there was no answer within ${String(this.#timeoutMilliseconds / 1000)} seconds`));
    }, this.#timeoutMilliseconds);
    request.once('close', () => {
      clearTimeout(timer);
    });
    return request;
  }

  /** Whether anything may have left; also where that cannot be told. */
  hasBegun(error: unknown): boolean {
    if (!(error instanceof Error) || !('request' in error)) return true;
    return !(error.request instanceof ClientRequest) || this.#begun.has(error.request);
  }
}

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name was not found; is this machine online?',
  EAI_AGAIN: 'its name was not found; is this machine online?',
  ECONNREFUSED: 'it takes no connection',
  ECONNRESET: 'the connection broke off',
  EPIPE: 'the connection broke off',
  ETIMEDOUT: 'it did not answer in time',
  EHOSTUNREACH: 'the network does not reach it',
  ENETUNREACH: 'the network does not reach it',
};

function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'the connection failed';
  const code = errorCode(error) ?? '';
  return WORDS[code] ?? (error.message === '' ? `the connection failed (${code})` : error.message);
}
