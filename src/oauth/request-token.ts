import { parseJson } from '../files/parse-json.js';
import { errorCode } from '../files/error-code.js';
import type { OAuthSettings } from './oauth-settings.js';
import { foreignText } from '../model/text/foreign-text.js';
import { tokenForm } from './grants.js';
import { refused } from './refusals.js';
import { grantedSchema, refusalSchema } from './token-answer.js';
import { broken, busy, notTokens, redirects, slow, unreached, type TokenFailure } from './token-failure.js';

/** A token, or why there is none. */
export type TokenAnswer =
  | {
      readonly kind: 'token';
      readonly value: string;
      readonly lifetimeMs: number;
      /** A new refresh token for the next time. */
      readonly refreshToken: string | undefined;
    }
  | TokenFailure;

export interface RequestOptions {
  /** For one whole request. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 20_000;
/** Much more than any answer has. */
const MAX_BODY_BYTES = 256 * 1024;
const MAX_WAIT_MS = 24 * 3600 * 1000;

/** The answer, as far as it was read. */
interface HttpAnswer {
  readonly status: number;
  readonly retryAfter: string | null;
  /** `undefined` when it is too large. */
  readonly body: string | undefined;
}

/**
 * Requests one token from a token server (RFC 6749 §4.4, §6; RFC 7523). It never rejects, and nothing that it returns
 * repeats a secret.
 */
export async function requestToken(
  settings: OAuthSettings,
  user: string,
  now: Date,
  { timeoutMs = TIMEOUT_MS }: RequestOptions = {},
): Promise<TokenAnswer> {
  const { host } = new URL(settings.tokenUrl);
  const form = tokenForm(settings, user, now);
  try {
    const answer = await post(settings.tokenUrl, form, timeoutMs);
    return judge(settings, answer, host, secretsIn(form), now);
  } catch (error) {
    // The error's text is dropped, because the request that failed was full of secrets.
    return isTimeout(error) ? slow(host, timeoutMs) : unreached(host, codeOf(error));
  }
}

async function post(url: string, form: URLSearchParams, timeoutMs: number): Promise<HttpAnswer> {
  const response = await fetch(url, {
    method: 'POST',
    body: form,
    headers: { accept: 'application/json' },
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
  const retryAfter = response.headers.get('retry-after');
  return { status: response.status, retryAfter, body: await readBody(response) };
}

async function readBody({ body }: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (body === null) return '';
  const arriving: AsyncIterable<Uint8Array> = body;
  for await (const chunk of arriving) {
    size += chunk.byteLength;
    // Leaving the loop cancels the rest.
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function judge(
  settings: OAuthSettings,
  { status, retryAfter, body }: HttpAnswer,
  host: string,
  secrets: readonly string[],
  now: Date,
): TokenAnswer {
  if (status >= 300 && status < 400) return redirects(host, status);
  const json = body === undefined ? undefined : parseJson(body);
  const waitMs = waitOf(retryAfter, now);
  const refusal = refusalSchema.safeParse(json).data;
  if (status === 429 || status === 408 || status === 425) return busy(host, status, waitMs);
  const said =
    refusal === undefined ? undefined : foreignText(withoutTrace(`${refusal.error}: ${refusal.description}`), secrets);
  if (status >= 500) return broken(host, said ?? `it answered ${String(status)}`, waitMs);
  if (refusal !== undefined && said !== undefined) return refused(settings, refusal, said, host, waitMs);
  const granted = status < 300 ? grantedSchema.safeParse(json).data : undefined;
  if (granted === undefined) return notTokens(host, whatItIs(status, body, json));
  const { access_token: value, expires_in: lifetime, refresh_token: refreshToken } = granted;
  return { kind: 'token', value, lifetimeMs: lifetime * 1000, refreshToken };
}

function whatItIs(status: number, body: string | undefined, json: unknown): string {
  const kind =
    body === undefined
      ? 'more than a token server says'
      : json !== undefined
        ? 'JSON without a token that can be used'
        : /^\s*</.test(body)
          ? 'a web page'
          : 'something that is no JSON';
  return `it answered ${String(status)} with ${kind}`;
}

/** Reads `Retry-After` as milliseconds: seconds or a date (RFC 9110 §10.2.3). */
function waitOf(written: string | null, now: Date): number {
  if (written === null) return 0;
  const wait = /^\d+$/.test(written) ? Number(written) * 1000 : Date.parse(written) - now.getTime();
  return Number.isNaN(wait) ? 0 : Math.min(Math.max(wait, 0), MAX_WAIT_MS);
}

/** Removes the numbers that Microsoft adds for its own support staff. */
function withoutTrace(text: string): string {
  return text.replace(/\s*Trace ID:.*$/s, '').replace(/[:.\s]+$/, '');
}

function secretsIn(form: URLSearchParams): readonly string[] {
  const values = ['client_secret', 'refresh_token', 'assertion'].flatMap((name) => form.get(name) ?? []);
  return values.flatMap((value) => [value, encodeURIComponent(value)]);
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}

/** Finds the code of the operating system or of OpenSSL in what `fetch` throws. */
function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = errorCode(at);
    if (code !== undefined) return code;
    // It holds one error for each address of the host that was tried.
    if (at instanceof AggregateError) return codeOf(at.errors[0]);
  }
  return '';
}
