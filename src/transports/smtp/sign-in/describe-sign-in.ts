import type { OAuthSettings } from '../../../oauth/oauth-settings.js';
import type { SmtpServer } from '../connection/mail-server.js';
import type { SignIn } from './sign-in.js';

const GRANTS: Readonly<Record<OAuthSettings['grant'], string>> = {
  'client-credentials': 'client credentials',
  'refresh-token': 'refresh token',
  'service-account': 'service account',
};
const PROVIDERS: Readonly<Record<OAuthSettings['provider'], string>> = { microsoft: 'Microsoft', google: 'Google' };

/** How a log-in without a password is made, for what, and until when the token in memory is good. */
export function describeSignIn(login: SmtpServer['login'], signIn: SignIn | undefined): string | undefined {
  if (login?.kind !== 'oauth' || signIn?.kind !== 'oauth') return undefined;
  const { provider, grant, scope } = login.oauth;
  const token = signIn.tokens.current;
  const until = token === undefined ? '' : `, with a token that is good until ${utc(token.expiresAt)}`;
  return `It signs in as ${login.user} by OAuth 2.0 (${PROVIDERS[provider]}, ${GRANTS[grant]}) for ${scope}${until}.`;
}

function utc(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
