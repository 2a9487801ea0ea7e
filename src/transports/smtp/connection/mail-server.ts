import { domainToASCII } from 'node:url';
import { NewsletterError } from '../../../model/error.js';
import { isLoopback } from '../../../model/settings/loopback.js';
import type { OAuthSettings } from '../../../oauth/oauth-settings.js';

/**
 * How a connection is kept from being read on its way: from its first byte, by STARTTLS (RFC 3207), or not at all,
 * which is only for a server on this machine.
 */
export type SmtpEncryption = 'tls' | 'starttls' | 'none';

/** How an account shows that it is who it says: by its password, or by a token that is asked for. Holds secrets. */
export type SmtpLogin =
  | { readonly kind: 'password'; readonly user: string; readonly password: string }
  | { readonly kind: 'oauth'; readonly user: string; readonly oauth: OAuthSettings };

/** The mail server of NEWSLETTER_SMTP_URL. Holds secrets: never to be printed. */
export interface SmtpServer {
  /** A name in A-labels, or an IP address without brackets. */
  readonly host: string;
  readonly port: number;
  readonly encryption: SmtpEncryption;
  readonly loopback: boolean;
  readonly login: SmtpLogin | undefined;
}

const VARIABLE = 'NEWSLETTER_SMTP_URL';
/** RFC 8314: 465 with TLS from the start, 587 for submission with STARTTLS. */
const DEFAULT_PORTS = { 'smtp:': 587, 'smtps:': 465 } as const;
const HOST = /^(?!-)[a-z0-9._-]{1,253}$/i;

/**
 * Reads `smtp://user:pass@host:port` or `smtps://…`.
 *
 * @param oauth how the user gets a token, in place of a password.
 * @throws NewsletterError `environment-invalid`, which never repeats the address, since a password stands in it.
 */
export function readSmtpUrl(written: string | undefined, oauth?: OAuthSettings): SmtpServer | undefined {
  if (written === undefined || written.trim() === '') return undefined;
  const url = parse(written.trim());
  const protocol = url.protocol === 'smtp:' || url.protocol === 'smtps:' ? url.protocol : undefined;
  if (protocol === undefined) throw invalid('begins with neither smtp:// nor smtps://');
  if ((url.pathname !== '' && url.pathname !== '/') || url.hash !== '') {
    throw invalid('has something after the host and the port');
  }
  const host = hostOf(url);
  const loopback = isLoopback(host);
  return {
    host,
    port: url.port === '' ? DEFAULT_PORTS[protocol] : Number(url.port),
    encryption: encryptionOf(url, protocol, loopback),
    loopback,
    login: oauth === undefined ? loginOf(url) : oauthLoginOf(url, oauth),
  };
}

function parse(written: string): URL {
  try {
    return new URL(written);
  } catch {
    throw invalid('cannot be read');
  }
}

function hostOf(url: URL): string {
  const bracketed = /^\[(.+)\]$/.exec(url.hostname)?.[1];
  if (bracketed !== undefined) return bracketed;
  const host = domainToASCII(decode(url.hostname));
  if (!HOST.test(host)) throw invalid('names no host');
  return host;
}

function encryptionOf(url: URL, protocol: keyof typeof DEFAULT_PORTS, loopback: boolean): SmtpEncryption {
  const parameters = [...url.searchParams];
  const off = parameters.some(([name, value]) => name === 'tls' && value === 'off');
  if (parameters.length > (off ? 1 : 0)) throw invalid('has an ending that is not known');
  if (protocol === 'smtps:') {
    if (off) throw invalid('asks for encryption (smtps) and for none (tls=off)');
    return 'tls';
  }
  if (off && !loopback) throw invalid('ends with ?tls=off for a server that is not on this machine');
  return off ? 'none' : 'starttls';
}

function loginOf(url: URL): SmtpLogin | undefined {
  if (url.username === '' && url.password === '') return undefined;
  const login = { user: userOf(url), password: decode(url.password) };
  if (login.user === '') throw invalid('has a password without a user');
  if (login.password === '') {
    throw invalid('has a user without a password', 'To sign in without one, set NEWSLETTER_OAUTH_PROVIDER as well.');
  }
  if (CONTROLS.test(login.password)) throw invalid('has a control character in the user or the password');
  return { kind: 'password', ...login };
}

function oauthLoginOf(url: URL, oauth: OAuthSettings): SmtpLogin {
  const user = userOf(url);
  if (url.password !== '') {
    throw new NewsletterError('environment-invalid', {
      message: `${VARIABLE} holds a password, and NEWSLETTER_OAUTH_PROVIDER asks for a log-in without one.`,
      expected: 'one of the two',
      help: `Take the password out of ${VARIABLE}, or the variables NEWSLETTER_OAUTH_… out of the environment and of .env.`,
    });
  }
  if (user === '') {
    throw new NewsletterError('environment-invalid', {
      message: `${VARIABLE} names no user, and NEWSLETTER_OAUTH_PROVIDER asks for a log-in.`,
      expected: `the address of the mailbox as user, such as smtp://newsletter%40example.org@${url.host}`,
      help: `Write it into ${VARIABLE}, with @ as %40.`,
    });
  }
  return { kind: 'oauth', user, oauth };
}

/** In SASL PLAIN (RFC 4616) and XOAUTH2 a control character parts the fields; none has a place in a name. */
const CONTROLS = /[\0-\x1f\x7f]/;

function userOf(url: URL): string {
  const user = decode(url.username);
  if (CONTROLS.test(user)) throw invalid('has a control character in the user or the password');
  return user;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalid('has a % that begins no %XX');
  }
}

function invalid(what: string, also = ''): NewsletterError {
  return new NewsletterError('environment-invalid', {
    message: `${VARIABLE} ${what}.`,
    expected:
      'smtp://user:password@host:587 or smtps://user:password@host:465; "?tls=off" only for a server on this machine',
    help: `Correct ${VARIABLE} in the environment or in .env. In user and password write these signs as %XX: @ %40, : %3A, / %2F, ? %3F, # %23, % %25.${also === '' ? '' : ` ${also}`}`,
  });
}
