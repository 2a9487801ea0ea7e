/**
 * How access tokens are asked for (OAuth 2.0, RFC 6749), as the environment says it. Each kind holds secrets: never to
 * be printed.
 */
export type OAuthSettings =
  MicrosoftClientCredentials | MicrosoftRefreshToken | GoogleRefreshToken | GoogleServiceAccount;

interface TokenEndpoint {
  /** The address that gives tokens; https, or http on this machine. */
  readonly tokenUrl: string;
  /** What a token is good for, in the provider's words. */
  readonly scope: string;
}

/** An application of Microsoft Entra ID that signs in by itself (RFC 6749 §4.4). */
export interface MicrosoftClientCredentials extends TokenEndpoint {
  readonly provider: 'microsoft';
  readonly grant: 'client-credentials';
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A person let an application of Microsoft Entra ID act for them (RFC 6749 §6). */
export interface MicrosoftRefreshToken extends TokenEndpoint {
  readonly provider: 'microsoft';
  readonly grant: 'refresh-token';
  readonly clientId: string;
  /** A public client has none. */
  readonly clientSecret: string | undefined;
  readonly refreshToken: string;
}

/** A person let an OAuth client of a Google Cloud project act for them (RFC 6749 §6). */
export interface GoogleRefreshToken extends TokenEndpoint {
  readonly provider: 'google';
  readonly grant: 'refresh-token';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
}

/** A service account of a Google Cloud project acts for a user of the domain (RFC 7523 §2.1). */
export interface GoogleServiceAccount extends TokenEndpoint {
  readonly provider: 'google';
  readonly grant: 'service-account';
  readonly email: string;
  /** PEM. */
  readonly privateKey: string;
  readonly privateKeyId: string | undefined;
}
