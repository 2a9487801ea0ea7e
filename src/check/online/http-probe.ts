import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { errorCode } from '../../files/error-code.js';

/** An address of a host. */
export interface HostAddress {
  readonly address: string;
  readonly family: number;
}

/** What decides where a request may go. */
export interface Guard {
  readonly resolve: (host: string) => Promise<readonly HostAddress[]>;
  /** Whether a request may go to an address. */
  readonly permits: (address: string) => boolean;
}

/** What one request brought. */
export type ProbeReply =
  | { readonly kind: 'status'; readonly status: number; readonly location: string | undefined }
  /** The host has an address that no request may go to. */
  | { readonly kind: 'private' }
  | { readonly kind: 'no-host' }
  | { readonly kind: 'failed'; readonly reason: string };

/** A page needs not be read to know that it is there. */
const MAX_BYTES = 64 * 1024;
const LONGEST_MS = 10_000;

const HEADERS = {
  'User-Agent': 'newsletter link check',
  Accept: '*/*',
  'Accept-Encoding': 'identity',
  Connection: 'close',
};

/** Answers every question for an address with the one that was checked, so that it cannot change meanwhile. */
function pinned({ address, family }: HostAddress): LookupFunction {
  return (_host, options, answer) => {
    if (options.all === true) answer(null, [{ address, family }]);
    else answer(null, address, family);
  };
}

function send(url: URL, method: 'HEAD' | 'GET', to: HostAddress, signal: AbortSignal): Promise<ProbeReply> {
  return new Promise((resolve) => {
    const { request } = url.protocol === 'https:' ? https : http;
    const range = method === 'GET' ? { Range: `bytes=0-${String(MAX_BYTES - 1)}` } : {};
    const outgoing = request(url, {
      method,
      agent: false,
      lookup: pinned(to),
      headers: { ...HEADERS, ...range },
      maxHeaderSize: 32 * 1024,
      signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]),
    });
    outgoing.on('response', (response) => {
      const { statusCode: status = 0, headers } = response;
      resolve({ kind: 'status', status, location: headers.location });
      // The status says it all: nothing of the page is wanted.
      response.destroy();
    });
    outgoing.on('error', (error) => {
      resolve({
        kind: 'failed',
        reason: error.name === 'TimeoutError' ? 'no answer in time' : (errorCode(error) ?? 'no answer'),
      });
    });
    outgoing.end();
  });
}

/** Asks for a page once: where its host may be asked, and exactly at the address that was checked. */
export async function probeUrl(
  url: URL,
  method: 'HEAD' | 'GET',
  guard: Guard,
  signal: AbortSignal,
): Promise<ProbeReply> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  let addresses: readonly HostAddress[];
  try {
    // A number is asked at as it is: nobody looks it up.
    addresses = isIP(host) === 0 ? await guard.resolve(host) : [{ address: host, family: isIP(host) }];
  } catch (error) {
    const reason = errorCode(error) ?? 'no answer';
    return reason === 'ENOTFOUND' || reason === 'ENODATA' ? { kind: 'no-host' } : { kind: 'failed', reason };
  }
  const [first] = addresses;
  if (first === undefined) return { kind: 'no-host' };
  return addresses.every(({ address }) => guard.permits(address))
    ? send(url, method, first, signal)
    : { kind: 'private' };
}
