import * as z from 'zod';
import type { OAuthSettings } from './oauth.js';
import { wholeNumber } from '../text/written-values.js';

/** `smtp:` in `newsletter.yaml`; the server itself, with its password, comes only from the environment. */
export const smtpSchema = z.strictObject({
  /** How many connections there may be at once. */
  connections: wholeNumber(1, 50).optional(),
  /** After so many messages a connection is ended and another takes its place. */
  messagesPerConnection: wholeNumber(1, 1_000_000).optional(),
  /** How many messages may leave within a minute, over all connections. */
  perMinute: wholeNumber(1, 1_000_000).optional(),
  /** How long the server may take for one answer. */
  timeoutSeconds: wholeNumber(10, 3600).optional(),
});

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

/** The effective configuration of the SMTP transport. */
export interface SmtpConfiguration {
  readonly server: SmtpServer | undefined;
  readonly connections: number;
  readonly messagesPerConnection: number | undefined;
  readonly perMinute: number | undefined;
  readonly timeoutSeconds: number;
}
