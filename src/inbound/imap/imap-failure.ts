import { NewsletterError, type ErrorText } from '../../model/error.js';
import { durationWords } from '../../model/text/amounts/duration-words.js';
import { placeOf, type ImapAddress } from './imap-address.js';
import { refusedImapLogin, type FailureContext } from './refused-imap-login.js';
import { FolderRefused, NoToken, SessionLost, Unencrypted } from './session-errors.js';

/** Why a mailbox on a server cannot be read. */
export interface ImapFailure {
  readonly error: NewsletterError;
  /** Whether another attempt may succeed in a moment. */
  readonly passing: boolean;
  /** The number of milliseconds before which another attempt makes no sense. */
  readonly waitMs: number;
}

/** What imapflow says about a connection or a command that failed. */
interface ImapError extends Error {
  readonly code?: unknown;
  readonly reason?: unknown;
  /** The text of the server's answer. */
  readonly response?: unknown;
  readonly responseText?: unknown;
  readonly responseStatus?: unknown;
  readonly serverResponseCode?: unknown;
  readonly authenticationFailed?: unknown;
  readonly tlsFailed?: unknown;
}

type ExplainedFailure = ErrorText & { readonly passing: boolean; readonly waitMs?: number };

const CHECK = 'Check the address of the mailbox with your mail provider’s instructions.';
const LATER = 'Try again later; if it stays so, ask your mail provider.';
const STAYS = 'The mails that were not read yet stay where they are.';
const CERTIFICATE = /CERT|SIGNATURE|ALTNAME|SELF_SIGNED|ISSUER/;
const UNREACHABLE = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'ENETDOWN', 'EHOSTDOWN']);
const TIMEOUTS = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT', 'ETIMEOUT', 'ETIMEDOUT']);
const TOO_LARGE = new Set(['LiteralTooLarge', 'LineTooLarge', 'ResponseTooLarge']);
const MAX_FOLDERS_NAMED = 12;

/** Says in plain words why a mailbox cannot be read and what to do; repeats no secret, and no control character. */
export function imapFailure(error: unknown, context: FailureContext): ImapFailure {
  const failed: ImapError = error instanceof Error ? error : new Error(String(error));
  const { passing, waitMs = 0, ...text } = explain(failed, context);
  const cause = new Error(context.serverText(failed.message));
  return { passing, waitMs, error: new NewsletterError('mailbox-unusable', text, cause) };
}

/** Whether the server did not take the log-in, rather than a way to it or a command after it. */
export function isRefusedLogin(error: unknown): boolean {
  return error instanceof Error && 'authenticationFailed' in error && error.authenticationFailed === true;
}

function explain(error: ImapError, context: FailureContext): ExplainedFailure {
  const { address, serverText } = context;
  const at = placeOf(address);
  if (error instanceof NoToken) {
    const { text, passing, waitMs } = error.failure;
    return { ...text, help: `${text.help} ${STAYS}`, passing, waitMs };
  }
  if (error instanceof FolderRefused) return folderRefused(error, context);
  if (error instanceof Unencrypted) return withoutTls(address, at);
  if (isRefusedLogin(error) || error.message === 'Unsupported authentication mechanism') {
    return refusedImapLogin(context, { said: serverText(answerOf(error)), code: stringOf(error.serverResponseCode) });
  }
  if (error.tlsFailed === true && stringOf(error.code) === '') return withoutTls(address, at);
  return withoutAnswer(error, context, at);
}

function answerOf({ response, responseText }: ImapError): string {
  return [response, responseText].find((text) => typeof text === 'string' && text !== '')?.toString() ?? '';
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function folderRefused({ refusal, folders }: FolderRefused, { address, serverText }: FailureContext): ExplainedFailure {
  const said = refusal instanceof Error ? serverText(answerOf(refusal)) : '';
  const names = folders.slice(0, MAX_FOLDERS_NAMED).map((name) => `"${serverText(name)}"`);
  const more = folders.length > MAX_FOLDERS_NAMED ? ` and ${String(folders.length - MAX_FOLDERS_NAMED)} more` : '';
  return {
    message: `The mail server ${placeOf(address)} does not open the folder "${address.folder.join('/')}"${said === '' ? '' : `: ${said}`}.`,
    expected: names.length === 0 ? 'a folder of this mailbox' : `one of its folders: ${names.join(', ')}${more}`,
    help: 'Correct the folder at the end of the address, or give the account the right to read it.',
    passing: false,
  };
}

function withoutTls({ loopback }: ImapAddress, at: string): ExplainedFailure {
  return {
    message: `The mail server ${at} offers no encryption (STARTTLS). Nothing was read, and no password was sent, since anybody on the way could read them.`,
    expected: 'a server with TLS from the start (imaps://, port 993) or with STARTTLS (imap://, port 143)',
    help: loopback ? `${CHECK} "?tls=off" at the end of the address does without on this machine.` : CHECK,
    passing: false,
  };
}

function withoutAnswer(error: ImapError, { address, serverText }: FailureContext, at: string): ExplainedFailure {
  const code = stringOf(error.code);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return {
      message: `The mail server ${at} was not found (${code}).`,
      expected: 'the name of a host in the address of the mailbox, and a network',
      help: `Look whether this machine is online. ${CHECK}`,
      passing: true,
    };
  }
  if (CERTIFICATE.test(code)) return badCertificate(address, at, code);
  if (TIMEOUTS.has(code) || error.message.includes('too long')) return timedOut(address, at, code);
  if (code === 'ECONNREFUSED' || UNREACHABLE.has(code)) {
    return {
      message: `Nothing answers at the mail server ${at} (${code}).`,
      expected: 'a mail server on that host and port',
      help: CHECK,
      passing: true,
    };
  }
  if (/^(ERR_(SSL|TLS)_|EPROTO$)/.test(code)) return brokenTls(address, at, code);
  if (TOO_LARGE.has(code)) {
    return {
      message: `The mail server ${at} sends more than it was asked for, so the connection was ended (${code}).`,
      expected: 'answers of a bounded size',
      help: `${LATER} ${STAYS}`,
      passing: false,
    };
  }
  const reason = serverText(
    error instanceof SessionLost ? (error.reason ?? '') : stringOf(error.reason) || answerOf(error),
  );
  return {
    message: `The connection to the mail server ${at} broke${reason === '' ? '' : `: ${reason}`}.`,
    expected: 'a server that keeps the connection while a mailbox is read',
    help: `${LATER} ${STAYS}`,
    passing: true,
  };
}

function badCertificate({ loopback }: ImapAddress, at: string, code: string): ExplainedFailure {
  const ownServer = loopback
    ? 'For a server on this machine itself, imap:// with "?tls=off" at the end does without.'
    : 'For a server of your own with its own authority, name that in NODE_EXTRA_CA_CERTS.';
  return {
    message: `The certificate of the mail server ${at} cannot be trusted (${code}). Nothing was read, and no password was sent.`,
    expected: 'a certificate that is valid today, for exactly this host, from a known authority',
    help: `Use the host name that your provider names, not its IP address. ${ownServer}`,
    passing: false,
  };
}

function timedOut({ encryption }: ImapAddress, at: string, code: string): ExplainedFailure {
  const silent = code === 'GREETING_TIMEOUT' && encryption !== 'tls';
  return {
    message: silent
      ? `The mail server ${at} was reached, but says nothing.`
      : `The mail server ${at} does not answer in time.`,
    expected: 'a mail server that answers',
    help: silent
      ? 'Perhaps it waits for TLS: then write imaps:// in place of imap:// (usual on port 993). Otherwise try again later.'
      : `${LATER} A firewall between here and there can also be the reason. ${STAYS}`,
    passing: true,
  };
}

function brokenTls({ encryption }: ImapAddress, at: string, code: string): ExplainedFailure {
  return {
    message: `No encrypted connection to the mail server ${at} came about (${code}). Nothing was read.`,
    expected: 'TLS 1.2 or newer',
    help:
      encryption === 'tls'
        ? 'Perhaps it begins without TLS: then write imap:// in place of imaps:// (usual on port 143).'
        : LATER,
    passing: false,
  };
}

/** What a person is told while the next attempt is waited for. */
export function tryingAgain(error: NewsletterError, pauseMs: number): string {
  return `${error.message} Trying again in ${durationWords(pauseMs)}.`;
}
