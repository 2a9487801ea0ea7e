import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { AccessTokens } from '../../../oauth/access-tokens.js';
import { parseReply } from '../answers/replies.js';

/** How connections to a server sign in. */
export type SignIn =
  | { readonly kind: 'password'; readonly user: string; readonly password: string }
  | { readonly kind: 'oauth'; readonly user: string; readonly tokens: AccessTokens };

/** What one connection signs in with. */
export type Credentials =
  | { readonly kind: 'password'; readonly user: string; readonly password: string }
  | { readonly kind: 'token'; readonly user: string; readonly token: string };

/** The SASL mechanisms that take a token, the one that both providers name first. */
const TOKEN_MECHANISMS = ['XOAUTH2', 'OAUTHBEARER'] as const;
type TokenMechanism = (typeof TOKEN_MECHANISMS)[number];

/** Names of ours, since nodemailer takes PLAIN in place of a handler with the name XOAUTH2 where a server offers both. */
const METHODS: Readonly<Record<TokenMechanism, string>> = {
  XOAUTH2: 'TOKEN-XOAUTH2',
  OAUTHBEARER: 'TOKEN-OAUTHBEARER',
};

/** Whether a server offers what these credentials need; a password goes the ways that nodemailer knows. */
export function isOffered(
  credentials: Credentials,
  connection: SMTPConnection,
  mechanisms: readonly string[],
): boolean {
  return credentials.kind === 'password' ? connection.allowsAuth : tokenMechanism(mechanisms) !== undefined;
}

/** How nodemailer is asked to sign in. */
export function loginOf(credentials: Credentials, mechanisms: readonly string[]): SMTPConnection.AuthenticationType {
  if (credentials.kind === 'password') return { user: credentials.user, pass: credentials.password };
  return { user: credentials.user, method: METHODS[tokenMechanism(mechanisms) ?? 'XOAUTH2'] };
}

/**
 * What nodemailer calls to sign in with a token. Its own way asks for another token in the middle of a connection, but
 * not where a server answers 535 without the 334 before it.
 *
 * @param onChallenge told that the server answered 334: it has something to say against the token.
 */
export function tokenHandlers(
  credentials: Credentials | undefined,
  onChallenge: () => void,
): SMTPConnection.CustomAuthenticationHandlers {
  if (credentials?.kind !== 'token') return {};
  const handlers = TOKEN_MECHANISMS.map((mechanism) => {
    const { first, answer } = exchange(mechanism, credentials);
    const handler = async (context: SMTPConnection.CustomAuthenticationContext) => {
      let reply = parseReply((await context.sendCommand(`AUTH ${mechanism} ${first}`)).response);
      if (reply?.code === 334) {
        onChallenge();
        reply = parseReply((await context.sendCommand(answer)).response);
      }
      if (reply?.code !== 235) throw new Error('the token was refused');
    };
    return [METHODS[mechanism], handler] as const;
  });
  return Object.fromEntries(handlers);
}

/** What is said first, and what to a challenge, after which the server says its last word. */
function exchange(mechanism: TokenMechanism, { user, token }: Extract<Credentials, { kind: 'token' }>) {
  // RFC 7628 §3.1 and §3.2.3; XOAUTH2 is what came before it, as Google and Microsoft describe it.
  if (mechanism === 'XOAUTH2') return { first: xoauth2(user, token), answer: '' };
  const name = user.replaceAll('=', '=3D').replaceAll(',', '=2C');
  return { first: base64(`n,a=${name},\x01auth=Bearer ${token}\x01\x01`), answer: base64('\x01') };
}

/** The token as it goes over the line. */
export function xoauth2(user: string, token: string): string {
  return base64(`user=${user}\x01auth=Bearer ${token}\x01\x01`);
}

function tokenMechanism(mechanisms: readonly string[]): TokenMechanism | undefined {
  return TOKEN_MECHANISMS.find((mechanism) => mechanisms.includes(mechanism));
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
