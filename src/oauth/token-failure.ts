import type { ErrorText } from '../model/error.js';
import { durationWords } from '../model/text/amounts/duration-words.js';

/** Why there is no token. */
export interface TokenFailure {
  readonly kind: 'failure';
  readonly text: ErrorText;
  /** Whether a later try may succeed, because nobody refused anything. */
  readonly passing: boolean;
  /** For how many milliseconds the token server asks not to be called. */
  readonly waitMs: number;
}

const ONLINE = 'Look whether this machine is online, then run the same command again.';
const OWN_URL = 'Where NEWSLETTER_OAUTH_TOKEN_URL is set, correct it or take it out.';

function passing(text: ErrorText, waitMs = 0): TokenFailure {
  return { kind: 'failure', text, passing: true, waitMs };
}

/**
 * The server did not answer in time.
 *
 * @param host the host of the token server.
 */
export function slow(host: string, timeoutMs: number): TokenFailure {
  return passing({
    message: `The token server ${host} did not answer within ${durationWords(timeoutMs)}.`,
    expected: 'an access token to sign in with',
    help: 'Look whether this machine is online, and run the same command again in a few minutes.',
  });
}

/** The server asks for a pause. */
export function busy(host: string, status: number, waitMs: number): TokenFailure {
  const pause = waitMs > 0 ? `a pause of ${durationWords(waitMs)}` : 'a pause';
  return passing(
    {
      message: `The token server ${host} wants ${pause} (${String(status)}).`,
      expected: 'an access token to sign in with',
      help: `Run the same command again ${waitMs > 0 ? 'after that' : 'in a few minutes'}.`,
    },
    waitMs,
  );
}

/** The server has an internal error. */
export function broken(host: string, said: string, waitMs: number): TokenFailure {
  return passing(
    {
      message: `The token server ${host} has trouble of its own: ${said}.`,
      expected: 'an access token to sign in with',
      help: `Run the same command again ${waitMs > 0 ? `after ${durationWords(waitMs)}` : 'in a few minutes'}; if it stays so, look at the provider's status page.`,
    },
    waitMs,
  );
}

/** The answer is something else, such as the log-in page of a network. */
export function notTokens(host: string, said: string): TokenFailure {
  return passing({
    message: `What answers at the token server ${host} gives no token: ${said}.`,
    expected: 'an answer in JSON, as OAuth 2.0 has it',
    help: `Some networks (hotel, office) put a page of their own in between: open a page in the browser first. ${OWN_URL}`,
  });
}

/** The server redirects, but a secret is not sent to an address that nobody configured. */
export function redirects(host: string, status: number): TokenFailure {
  return {
    kind: 'failure',
    passing: false,
    waitMs: 0,
    text: {
      message: `The token server ${host} sends to another address (${String(status)}), which is not followed, since secrets would go there.`,
      expected: 'the address that gives tokens itself',
      help: `Correct NEWSLETTER_OAUTH_TOKEN_URL or NEWSLETTER_OAUTH_TENANT.`,
    },
  };
}

const NOT_FOUND = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA']);
const CERTIFICATE = /CERT|SIGNATURE|ALTNAME|SELF_SIGNED|ISSUER/;
const TLS = /^(ERR_(SSL|TLS)_|EPROTO$)/;

/**
 * The connection failed or broke.
 *
 * @param code the code of the operating system or of OpenSSL.
 */
export function unreached(host: string, code: string): TokenFailure {
  const expected = 'an access token to sign in with';
  const reason = code === '' ? '' : ` (${code})`;
  if (NOT_FOUND.has(code)) {
    return passing({
      message: `The token server ${host} was not found${reason}.`,
      expected,
      help: `${ONLINE} ${OWN_URL}`,
    });
  }
  if (CERTIFICATE.test(code)) {
    return passing({
      message: `The certificate of the token server ${host} cannot be trusted${reason}. No secret was sent.`,
      expected: 'a certificate that is valid today, for exactly this host, from a known authority',
      help: `Some networks (hotel, office) read along: use another. Where that is meant, name the network's authority in NODE_EXTRA_CA_CERTS. ${OWN_URL}`,
    });
  }
  if (TLS.test(code)) {
    return passing({
      message: `No encrypted connection to the token server ${host} came about${reason}. No secret was sent.`,
      expected: 'TLS 1.2 or newer',
      help: `${ONLINE} ${OWN_URL}`,
    });
  }
  return passing({
    message: `The token server ${host} cannot be reached${reason}.`,
    expected,
    help: `${ONLINE} ${OWN_URL}`,
  });
}
