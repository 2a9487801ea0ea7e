import { createSign } from 'node:crypto';
import type { GoogleServiceAccount, OAuthSettings } from './oauth-settings.js';

/** How long an assertion is valid; Google accepts one hour at most. */
const ASSERTION_SECONDS = 3600;
/** An assertion from the future is refused, and clocks differ a little. */
const CLOCK_DIFFERENCE_SECONDS = 30;

/**
 * Returns the form fields that request a token.
 *
 * @param user the mailbox that the token is for.
 */
export function tokenForm(settings: OAuthSettings, user: string, now: Date): URLSearchParams {
  switch (settings.grant) {
    case 'client-credentials':
      return new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        scope: settings.scope,
      });
    case 'refresh-token':
      return new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: settings.clientId,
        ...(settings.clientSecret === undefined ? {} : { client_secret: settings.clientSecret }),
        refresh_token: settings.refreshToken,
        // Google grants what the person agreed to, and accepts no scope here.
        ...(settings.provider === 'microsoft' ? { scope: settings.scope } : {}),
      });
    case 'service-account':
      return new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: assertion(settings, user, now),
      });
  }
}

/** Makes a JWT (RFC 7523 §3) in which a service account says for whom it wants to act. */
function assertion({ email, privateKey, privateKeyId, scope, tokenUrl }: GoogleServiceAccount, sub: string, now: Date) {
  const issued = Math.floor(now.getTime() / 1000) - CLOCK_DIFFERENCE_SECONDS;
  const header = { alg: 'RS256', typ: 'JWT', ...(privateKeyId === undefined ? {} : { kid: privateKeyId }) };
  const claims = { iss: email, sub, scope, aud: tokenUrl, iat: issued, exp: issued + ASSERTION_SECONDS };
  const signed = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
}
