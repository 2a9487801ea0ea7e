import * as z from 'zod';
import type { OAuthSettings } from './oauth.js';
import { wholeNumber } from '../text/written-values.js';

/** `smtp:` in `newsletter.yaml`; the server and its password come only from the environment. */
export const smtpSchema = z.strictObject({
  /** How many connections may be open at once. */
  connections: wholeNumber(1, 50).optional(),
  /** A connection is closed after this many messages, and another one opened. */
  messagesPerConnection: wholeNumber(1, 1_000_000).optional(),
  /** How many messages may be submitted within a minute, over all connections. */
  perMinute: wholeNumber(1, 1_000_000).optional(),
  /** How long the server may take for one answer. */
  timeoutSeconds: wholeNumber(10, 3600).optional(),
});

/**
 * How a connection is encrypted: from its first byte, by STARTTLS (RFC 3207), or not at all, which is only for a server
 * on this machine.
 */
export type SmtpEncryption = 'tls' | 'starttls' | 'none';

/** How an account authenticates: by its password, or by a token that is requested. Holds secrets. */
export type SmtpLogin =
  | { readonly kind: 'password'; readonly user: string; readonly password: string }
  | { readonly kind: 'oauth'; readonly user: string; readonly oauth: OAuthSettings };

/** The mail server of NEWSLETTER_SMTP_URL. Holds secrets: never print it. */
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
