import { domainToASCII } from 'node:url';
import { NewsletterError } from '../../model/error.js';
import { isLoopback } from '../../model/settings/loopback.js';

/**
 * How a connection is kept from being read on its way: from its first byte, by STARTTLS (RFC 9051 §6.2.1), by STARTTLS
 * where the server offers it, or not at all. The last two are only for a server on this machine.
 */
export type ImapEncryption = 'tls' | 'starttls' | 'starttls-if-offered' | 'none';

/** A folder on a mail server, and whose it is. Holds no secret. */
export interface ImapAddress {
  /** A name in A-labels, or an IP address without brackets. */
  readonly host: string;
  readonly port: number;
  readonly encryption: ImapEncryption;
  readonly loopback: boolean;
  readonly user: string;
  /** The folder's name, and before it those of the folders in which it lies; joined by the server's own sign. */
  readonly folder: readonly string[];
  /** How people write the folder's address. */
  readonly name: string;
}

/** An address as it was written, with the password where one stood in it. */
export interface WrittenImapAddress {
  readonly address: ImapAddress;
  /** Secret: never print it. */
  readonly password: string | undefined;
}

/** RFC 8314: 993 with TLS from the start, 143 with STARTTLS. */
const DEFAULT_PORTS = { 'imap:': 143, 'imaps:': 993 } as const;
const HOST = /^(?!-)[a-z0-9._-]{1,253}$/i;
/** In SASL PLAIN (RFC 4616) and XOAUTH2 a control character parts the fields; none has a place in a name. */
const CONTROLS = /[\0-\x1f\x7f]/;
const MAX_FOLDER_CHARACTERS = 500;

/** Says whether somebody named a folder on a mail server, and not a path. */
export function isImapAddress(given: string): boolean {
  return /^imaps?:/i.test(given);
}

/**
 * Reads `imaps://user@host:port/Folder` or `imap://…`, with or without a password.
 *
 * @param where how the place is called in which it was written: a variable, or the argument.
 * @throws NewsletterError `environment-invalid`, which never repeats the address, since a password may stand in it.
 */
export function readImapAddress(written: string, where: string): WrittenImapAddress {
  const invalid = (what: string) => addressInvalid(where, what);
  const url = parseUrl(written.trim());
  const protocol = url?.protocol === 'imap:' || url?.protocol === 'imaps:' ? url.protocol : undefined;
  if (url === undefined || protocol === undefined) throw invalid('cannot be read');
  if (url.hash !== '') throw invalid('has a # in it');
  const decode = (text: string): string => {
    try {
      return decodeURIComponent(text);
    } catch {
      throw invalid('has a % that begins no %XX');
    }
  };
  const host = hostOf(url, decode);
  if (host === undefined) throw invalid('names no host');
  const user = decode(url.username);
  const password = decode(url.password);
  if (user === '') throw invalid('names no user');
  if (CONTROLS.test(user) || CONTROLS.test(password)) {
    throw invalid('has a control character in the user or the password');
  }
  const loopback = isLoopback(host);
  const port = url.port === '' ? DEFAULT_PORTS[protocol] : Number(url.port);
  const folder = url.pathname
    .split('/')
    .filter((segment) => segment !== '')
    .map(decode);
  const name = folder.join('/');
  if (CONTROLS.test(name) || name.length > MAX_FOLDER_CHARACTERS) throw invalid('names a folder that cannot be');
  const encryption = encryptionOf(url, protocol, loopback, invalid);
  const address = { host, port, encryption, loopback, user, folder: folder.length === 0 ? ['INBOX'] : folder };
  return {
    address: { ...address, name: nameOf(protocol, address) },
    password: password === '' ? undefined : password,
  };
}

/** How a server is named to people. */
export function placeOf({ host, port }: ImapAddress): string {
  return `${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
}

function parseUrl(written: string): URL | undefined {
  try {
    return new URL(written);
  } catch {
    return undefined;
  }
}

function hostOf(url: URL, decode: (text: string) => string): string | undefined {
  const bracketed = /^\[(.+)\]$/.exec(url.hostname)?.[1];
  if (bracketed !== undefined) return bracketed;
  const host = domainToASCII(decode(url.hostname)).toLowerCase();
  return HOST.test(host) ? host : undefined;
}

function encryptionOf(
  url: URL,
  protocol: keyof typeof DEFAULT_PORTS,
  loopback: boolean,
  invalid: (what: string) => NewsletterError,
): ImapEncryption {
  const parameters = [...url.searchParams];
  const off = parameters.some(([name, value]) => name === 'tls' && value === 'off');
  if (parameters.length > (off ? 1 : 0)) throw invalid('has an ending that is not known');
  if (protocol === 'imaps:') {
    if (off) throw invalid('asks for encryption (imaps) and for none (tls=off)');
    return 'tls';
  }
  if (off && !loopback) throw invalid('ends with ?tls=off for a server that is not on this machine');
  if (off) return 'none';
  return loopback ? 'starttls-if-offered' : 'starttls';
}

function nameOf(protocol: keyof typeof DEFAULT_PORTS, address: Omit<ImapAddress, 'name'>): string {
  const { host, port, user, folder } = address;
  const shownHost = host.includes(':') ? `[${host}]` : host;
  const shownPort = port === DEFAULT_PORTS[protocol] ? '' : `:${String(port)}`;
  const path = folder.map((segment) => encodeURIComponent(segment)).join('/');
  return `${protocol}//${encodeURIComponent(user)}@${shownHost}${shownPort}/${path}`;
}

function addressInvalid(where: string, what: string): NewsletterError {
  return new NewsletterError('environment-invalid', {
    message: `${where} ${what}.`,
    expected: 'imaps://user@host/Folder, such as imaps://news%40example.org@imap.example.org/INBOX',
    help: 'Correct it. In user, password and folder write these signs as %XX: @ %40, : %3A, / %2F, ? %3F, # %23, % %25. "?tls=off" is only for a server on this machine.',
  });
}
