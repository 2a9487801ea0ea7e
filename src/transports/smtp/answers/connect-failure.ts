import { NewsletterError, type ErrorText } from '../../../model/error.js';
import type { SmtpServer } from '../connection/mail-server.js';
import type { TokenFailure } from '../../../oauth/token-failure.js';
import { refusedLogin } from '../sign-in/refused-login.js';
import { parseReply } from './replies.js';
import { place, replyText, type ServerText } from './server-text.js';

/** Why there is no connection. */
export interface ConnectFailure {
  readonly error: NewsletterError;
  /** Whether another attempt may succeed in a moment. */
  readonly passing: boolean;
  /** The number of milliseconds before which another attempt makes no sense. */
  readonly waitMs?: number;
}

/** What nodemailer says about a connection that failed. */
interface ConnectError extends Error {
  readonly code?: unknown;
  /** The code of the operating system or of OpenSSL. */
  readonly originalCode?: unknown;
  readonly response?: unknown;
  readonly timeoutType?: unknown;
}

/** The message for a person, and whether another attempt may succeed in a moment. */
type ExplainedFailure = ErrorText & { readonly passing: boolean };

const CERTIFICATE = /CERT|SIGNATURE|ALTNAME|SELF_SIGNED|ISSUER/;
const UNREACHABLE = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'ENETDOWN', 'EHOSTDOWN']);
const TLS_OFF = 'For a server on this machine itself, "?tls=off" at the end of the address does without.';
const CHECK_URL = 'Check the host and the port in NEWSLETTER_SMTP_URL with your mail provider’s instructions.';

/** Says in plain words why a connection failed and what to do; nothing in it repeats the password. */
export function connectFailure(error: Error, server: SmtpServer, serverText: ServerText): ConnectFailure {
  const { passing, ...text } = explain(error, server, serverText);
  return { passing, error: new NewsletterError('transport-unusable', text, withoutSecrets(error, serverText)) };
}

/** A log-in is wanted, and the server does not take it that way. @param offered its SASL mechanisms. */
export function loginNotOffered(server: SmtpServer, offered: readonly string[]): ConnectFailure {
  if (server.login?.kind === 'oauth') {
    const instead = offered.length === 0 ? 'no log-in at all' : `only ${offered.slice(0, 8).join(', ').slice(0, 100)}`;
    return explained({
      message: `The mail server ${place(server)} takes no log-in by OAuth 2.0: it offers ${instead}.`,
      expected: 'a server that offers AUTH XOAUTH2 on this port',
      help: `${CHECK_URL} Microsoft's is smtp://…@smtp.office365.com:587, Google's smtp://…@smtp.gmail.com:587.`,
      passing: false,
    });
  }
  return explained({
    message: `The mail server ${place(server)} takes no user name and password.`,
    expected: 'a server that offers AUTH on this port',
    help: `${CHECK_URL} Where the server needs no log-in, write the address without user and password.`,
    passing: false,
  });
}

/** There is no access token, so there was no connection either. */
export function withoutToken({ text, passing, waitMs }: TokenFailure): ConnectFailure {
  const help = `${text.help} What could not be handed over stays pending.`;
  return { waitMs, ...explained({ ...text, help, passing }) };
}

/** Connections are made, but each breaks before the first message. */
export function keepsBreaking(server: SmtpServer, why: string): NewsletterError {
  return explained({
    message: `Each connection to the mail server ${place(server)} ends before it takes a message: ${why}.`,
    expected: 'a server that takes messages',
    help: 'Try again later; if it stays so, ask your mail provider. What could not be handed over stays pending.',
    passing: true,
  }).error;
}

function explained({ passing, ...text }: ExplainedFailure): ConnectFailure {
  return { passing, error: new NewsletterError('transport-unusable', text) };
}

function explain(error: ConnectError, server: SmtpServer, serverText: ServerText): ExplainedFailure {
  const at = place(server);
  const reply = typeof error.response === 'string' ? parseReply(error.response) : undefined;
  const said = reply === undefined ? '' : serverText(replyText(reply));
  if (error.code === 'EAUTH') return refusedLogin(server, said, reply);
  if (error.code === 'ETLS' && said !== '') return withoutTls(server, at, said);
  if (reply !== undefined) {
    return {
      message: `The mail server ${at} does not take this connection: ${said}.`,
      expected: 'a greeting (220) and an answer to EHLO (250)',
      help: 'Try again later; if it stays so, ask your mail provider what this answer means.',
      passing: true,
    };
  }
  return withoutReply(error, server, at);
}

function withoutTls({ loopback }: SmtpServer, at: string, said: string): ExplainedFailure {
  return {
    message: `The mail server ${at} offers no encryption (STARTTLS): ${said}. Nothing was sent, since anybody on the way could read it.`,
    expected: 'a server with STARTTLS (smtp://, port 587) or with TLS from the start (smtps://, port 465)',
    help: loopback ? `${CHECK_URL} ${TLS_OFF}` : CHECK_URL,
    passing: false,
  };
}

function withoutReply(error: ConnectError, server: SmtpServer, at: string): ExplainedFailure {
  const cause = [error.originalCode, error.code].find((code) => typeof code === 'string') ?? '';
  if (error.code === 'EDNS') {
    return {
      message: `The mail server ${at} was not found (${cause}).`,
      expected: 'the name of a host in NEWSLETTER_SMTP_URL, and a network',
      help: `Look whether this machine is online. ${CHECK_URL}`,
      passing: true,
    };
  }
  if (CERTIFICATE.test(cause)) return badCertificate(server, at, cause);
  if (error.code === 'ETIMEDOUT' || cause === 'ETIMEDOUT') return timedOut(error, server, at);
  if (cause === 'ECONNREFUSED' || UNREACHABLE.has(cause)) {
    return {
      message: `Nothing answers at the mail server ${at} (${cause}).`,
      expected: 'a mail server on that host and port',
      help: `${CHECK_URL} Some networks let no mail out on port 25.`,
      passing: true,
    };
  }
  if (error.code === 'ETLS' || /^(ERR_(SSL|TLS)_|EPROTO$)/.test(cause)) return brokenTls(server, at, cause);
  return {
    message: `The connection to the mail server ${at} broke while it was being made (${cause === '' ? 'no reason given' : cause}).`,
    expected: 'a server that speaks SMTP',
    help: `Try again later. ${CHECK_URL}`,
    passing: true,
  };
}

function badCertificate({ loopback }: SmtpServer, at: string, cause: string): ExplainedFailure {
  const ownServer = loopback
    ? TLS_OFF
    : 'For a server of your own with its own authority, name that in NODE_EXTRA_CA_CERTS.';
  return {
    message: `The certificate of the mail server ${at} cannot be trusted (${cause}). Nothing was sent, and no password either.`,
    expected: 'a certificate that is valid today, for exactly this host, from a known authority',
    help: `Use the host name that your provider names, not its IP address. ${ownServer}`,
    passing: false,
  };
}

function timedOut({ timeoutType }: ConnectError, server: SmtpServer, at: string): ExplainedFailure {
  const silent = timeoutType === 'GREETING_TIMEOUT' && server.encryption !== 'tls';
  return {
    message: silent
      ? `The mail server ${at} was reached, but says nothing.`
      : `The mail server ${at} does not answer in time.`,
    expected: 'a mail server that answers',
    help: silent
      ? 'Perhaps it waits for TLS: then write smtps:// in place of smtp:// (usual on port 465). Otherwise try again later.'
      : `${CHECK_URL} A firewall between here and there can also be the reason.`,
    passing: true,
  };
}

function brokenTls({ encryption }: SmtpServer, at: string, cause: string): ExplainedFailure {
  return {
    message: `No encrypted connection to the mail server ${at} came about (${cause}). Nothing was sent.`,
    expected: 'TLS 1.2 or newer',
    help:
      encryption === 'tls'
        ? 'Perhaps it begins without TLS: then write smtp:// in place of smtps:// (usual on port 587).'
        : 'Try again later; if it stays so, ask your mail provider for a host and port with TLS.',
    passing: false,
  };
}

/** For DEBUG only, and even there without what the server may have repeated. */
function withoutSecrets(error: Error, serverText: ServerText): Error {
  return new Error(serverText(error.message));
}
