/**
 * How access tokens are requested (OAuth 2.0, RFC 6749), from the environment. Each kind holds secrets: never print it.
 */
export type OAuthSettings =
  MicrosoftClientCredentials | MicrosoftRefreshToken | GoogleRefreshToken | GoogleServiceAccount;

interface TokenEndpoint {
  /** The address that issues tokens; https, or http on this machine. */
  readonly tokenUrl: string;
  /** What a token permits, in the provider's words. */
  readonly scope: string;
}

/** An application of Microsoft Entra ID that signs in by itself (RFC 6749 §4.4). */
export interface MicrosoftClientCredentials extends TokenEndpoint {
  readonly provider: 'microsoft';
  readonly grant: 'client-credentials';
  readonly clientId: string;
  readonly clientSecret: string;
}

/** An application of Microsoft Entra ID that acts for a person with their consent (RFC 6749 §6). */
export interface MicrosoftRefreshToken extends TokenEndpoint {
  readonly provider: 'microsoft';
  readonly grant: 'refresh-token';
  readonly clientId: string;
  /** A public client has none. */
  readonly clientSecret: string | undefined;
  readonly refreshToken: string;
}

/** An OAuth client of a Google Cloud project that acts for a person with their consent (RFC 6749 §6). */
export interface GoogleRefreshToken extends TokenEndpoint {
  readonly provider: 'google';
  readonly grant: 'refresh-token';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
}

/** A service account of a Google Cloud project that acts for a user of the domain (RFC 7523 §2.1). */
export interface GoogleServiceAccount extends TokenEndpoint {
  readonly provider: 'google';
  readonly grant: 'service-account';
  readonly email: string;
  /** PEM. */
  readonly privateKey: string;
  readonly privateKeyId: string | undefined;
}
