import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** What was asked for, as it arrived. */
export interface TokenRequest {
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
}

/** What a token server answers; `undefined`: a good token. */
export type ScriptedAnswer =
  | {
      readonly status: number;
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly fault: 'drop' | 'silence' | 'trickle' }
  | undefined;

export interface TokenServerOptions {
  /** How long a token is said to be good. */
  readonly lifetimeSeconds?: number | string;
  /** A new refresh token with each access token, as Microsoft gives. */
  readonly rotates?: boolean;
}

/** A token server of ours that answers as Microsoft's and Google's do, and keeps what it was asked. */
export class TokenServer {
  readonly requests: TokenRequest[] = [];
  /** What is answered next, one after the other; then tokens are given. */
  readonly script: ScriptedAnswer[] = [];
  /** Every token that was given, in order: `token-1.a-secret`, `token-2.a-secret` … */
  readonly given: string[] = [];
  /** Called before each answer: a test may wait for something else first. */
  before: () => Promise<void> = () => Promise.resolve();
  options: TokenServerOptions;
  readonly #server: Server;

  constructor(options: TokenServerOptions = {}) {
    this.options = options;
    this.#server = createServer((request, response) => void this.#take(request, response));
  }

  async listen(port = 0): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    return this.url;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('the server does not listen');
    return address.port;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}/tenant/oauth2/v2.0/token`;
  }

  /** Down: nothing listens any more. */
  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request as AsyncIterable<Uint8Array>) chunks.push(chunk);
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString('utf8')));
    this.requests.push({ path: request.url ?? '', form });
    await this.before();
    const answer = this.script.length > 0 ? this.script.shift() : this.#grant();
    this.#answer(response, answer ?? this.#grant());
  }

  #grant(): Exclude<ScriptedAnswer, undefined> {
    const number = String(this.given.length + 1);
    const token = `token-${number}.a-secret`;
    this.given.push(token);
    const { lifetimeSeconds = 3599, rotates = false } = this.options;
    const body = {
      token_type: 'Bearer',
      scope: 'https://outlook.office365.com/.default',
      expires_in: lifetimeSeconds,
      ext_expires_in: lifetimeSeconds,
      access_token: token,
      ...(rotates ? { refresh_token: `refresh-${number}.a-secret` } : {}),
    };
    return { status: 200, body };
  }

  #answer(response: ServerResponse, answer: Exclude<ScriptedAnswer, undefined>): void {
    if ('fault' in answer) {
      if (answer.fault === 'drop') response.destroy();
      // One byte and no more: the connection is alive, the answer never whole.
      if (answer.fault === 'trickle') response.writeHead(200, { 'content-type': 'application/json' }).write('{');
      return;
    }
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    const type = typeof answer.body === 'string' ? 'text/html' : 'application/json; charset=utf-8';
    response.writeHead(answer.status, { 'content-type': type, ...answer.headers }).end(text);
  }
}

/** As Microsoft answers where it gives no token. */
export function entraError(number: number, error: string, words: string): Exclude<ScriptedAnswer, undefined> {
  const trace = 'Trace ID: 11111111-1111-4111-8111-111111111111 Correlation ID: 22222222-2222-4222-8222-222222222222';
  return {
    status: error === 'invalid_client' ? 401 : 400,
    body: {
      error,
      error_description: `AADSTS${String(number)}: ${words} ${trace} Timestamp: 2026-12-01 10:00:00Z`,
      error_codes: [number],
      timestamp: '2026-12-01 10:00:00Z',
      trace_id: '11111111-1111-4111-8111-111111111111',
      correlation_id: '22222222-2222-4222-8222-222222222222',
      error_uri: `https://login.microsoftonline.com/error?code=${String(number)}`,
    },
  };
}

/** As Google answers where it gives no token. */
export function googleError(error: string, words: string, more: object = {}): Exclude<ScriptedAnswer, undefined> {
  const status = error === 'invalid_client' || error === 'unauthorized_client' ? 401 : 400;
  return { status, body: { error, error_description: words, ...more } };
}
