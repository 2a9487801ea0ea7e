import { createPrivateKey } from 'node:crypto';
import * as z from 'zod';
import { parseJson } from '../files/parse-json.js';
import { NewsletterError } from '../model/error.js';
import { isEncryptedOrLocal } from '../model/settings/loopback.js';
import type { OAuthSettings } from './oauth-settings.js';
import { secretFrom, type Environment } from '../workspace/settings/environment.js';

const PREFIX = 'NEWSLETTER_OAUTH_';
const NAMES = [
  'TENANT',
  'CLIENT_ID',
  'CLIENT_SECRET',
  'REFRESH_TOKEN',
  'SERVICE_ACCOUNT',
  'TOKEN_URL',
  'SCOPE',
] as const;
type Name = (typeof NAMES)[number];
/** All variables that `readOAuthSettings` reads. */
export const OAUTH_VARIABLES: readonly string[] = ['PROVIDER', ...NAMES].map((name) => `${PREFIX}${name}`);
/** Only these are secret; only these may stand in a file of their own. */
const SECRET_NAMES: ReadonlySet<Name> = new Set(['CLIENT_SECRET', 'REFRESH_TOKEN', 'SERVICE_ACCOUNT'] as const);
const STEPS = 'docs/sending.md ("Signing in without a password") has each step.';

const GOOGLE_URL = 'https://oauth2.googleapis.com/token';
/** The only one with which Gmail lets a program send over SMTP or read over IMAP. */
const GOOGLE_SCOPE = 'https://mail.google.com/';
/** What a token is for. */
export type OAuthPurpose = 'sending' | 'reading';
/** Of an application that signs in by itself, whose rights its administrator chooses. */
const MICROSOFT_APPLICATION_SCOPE = 'https://outlook.office365.com/.default';
const MICROSOFT_PERSON_SCOPES: Readonly<Record<OAuthPurpose, string>> = {
  sending: 'https://outlook.office.com/SMTP.Send offline_access',
  reading: 'https://outlook.office.com/IMAP.AccessAsUser.All offline_access',
};
/** A GUID or a domain. */
const TENANT = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i;
/** Not one organisation: an application that signs in by itself belongs to one. */
const TENANTS_OF_MANY = new Set(['common', 'organizations', 'consumers']);

type Written = Readonly<Partial<Record<Name, string>>>;

/**
 * How access tokens are asked for, by the variables `NEWSLETTER_OAUTH_…`; `undefined` where none of them is set.
 *
 * @throws NewsletterError `environment-invalid`: what is missing, or contradicts another; never repeats a secret.
 */
export function readOAuthSettings(environment: Environment, purpose: OAuthPurpose): OAuthSettings | undefined {
  const written = readWritten(environment);
  const provider = environment[`${PREFIX}PROVIDER`]?.trim().toLowerCase() ?? '';
  if (provider === 'microsoft') return microsoft(written, purpose);
  if (provider === 'google') return google(written);
  if (provider !== '') {
    throw invalid(`${PREFIX}PROVIDER is ${JSON.stringify(provider.slice(0, 40))}.`, 'microsoft or google');
  }
  const [stray] = Object.keys(written);
  if (stray === undefined) return undefined;
  throw invalid(`${PREFIX}${stray} is set, and ${PREFIX}PROVIDER is not.`, `${PREFIX}PROVIDER=microsoft or google`);
}

function readWritten(environment: Environment): Written {
  const entries = NAMES.map((name) => {
    const variable = `${PREFIX}${name}`;
    const value = SECRET_NAMES.has(name) ? secretFrom(environment, variable) : environment[variable];
    return [name, value?.trim()] as const;
  });
  const written = Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ''));
  for (const name of ['CLIENT_ID', 'CLIENT_SECRET', 'REFRESH_TOKEN'] as const) requirePlain(written, name);
  return written;
}

/** What was copied together with a line end or a hidden sign is refused by every server, without a word why. */
function requirePlain(written: Written, name: Name): void {
  const value = written[name];
  if (value === undefined || /^[\x21-\x7e]+$/.test(value)) return;
  throw invalid(
    `${PREFIX}${name} holds a space, a line end or a sign beyond ASCII.`,
    'exactly what the provider shows',
    'Copy it once more.',
  );
}

type MicrosoftGrant = Extract<OAuthSettings, { provider: 'microsoft' }>['grant'];

function microsoft(written: Written, purpose: OAuthPurpose): OAuthSettings {
  refuse(written, ['SERVICE_ACCOUNT'], 'microsoft', 'only Google has service accounts');
  const grant = written.REFRESH_TOKEN === undefined ? 'client-credentials' : 'refresh-token';
  const endpoint = {
    provider: 'microsoft',
    tokenUrl: written.TOKEN_URL === undefined ? microsoftUrl(written, grant) : readTokenUrl(written.TOKEN_URL),
    scope:
      written.SCOPE ?? (grant === 'refresh-token' ? MICROSOFT_PERSON_SCOPES[purpose] : MICROSOFT_APPLICATION_SCOPE),
  } as const;
  const { CLIENT_ID: clientId, CLIENT_SECRET: clientSecret, REFRESH_TOKEN: refreshToken } = written;
  if (clientId === undefined) throw missing(['CLIENT_ID'], 'microsoft');
  if (refreshToken !== undefined) {
    return { ...endpoint, grant: 'refresh-token', clientId, clientSecret, refreshToken };
  }
  if (clientSecret === undefined) throw missing(['CLIENT_SECRET'], 'microsoft', `or ${PREFIX}REFRESH_TOKEN`);
  return { ...endpoint, grant: 'client-credentials', clientId, clientSecret };
}

function microsoftUrl({ TENANT: tenant }: Written, grant: MicrosoftGrant): string {
  if (tenant === undefined) throw missing(['TENANT'], 'microsoft');
  if (!TENANT.test(tenant)) {
    throw invalid(`${PREFIX}TENANT is no ID and no domain.`, 'the "Directory (tenant) ID", or a domain of the tenant');
  }
  if (grant === 'client-credentials' && TENANTS_OF_MANY.has(tenant.toLowerCase())) {
    throw invalid(
      `${PREFIX}TENANT is "${tenant}", which is no one organisation.`,
      'the "Directory (tenant) ID" of yours: an application that signs in by itself belongs to one',
    );
  }
  return `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`;
}

function google(written: Written): OAuthSettings {
  refuse(written, ['TENANT'], 'google', 'only Microsoft has tenants');
  const endpoint = {
    provider: 'google',
    tokenUrl: written.TOKEN_URL === undefined ? GOOGLE_URL : readTokenUrl(written.TOKEN_URL),
    scope: written.SCOPE ?? GOOGLE_SCOPE,
  } as const;
  const { SERVICE_ACCOUNT: account, CLIENT_ID, CLIENT_SECRET, REFRESH_TOKEN } = written;
  if (account !== undefined) {
    const others = ['CLIENT_ID', 'CLIENT_SECRET', 'REFRESH_TOKEN'] as const;
    refuse(written, others, 'google', `a service account (${PREFIX}SERVICE_ACCOUNT) needs none`);
    return { ...endpoint, grant: 'service-account', ...readServiceAccount(account) };
  }
  if (CLIENT_ID === undefined || CLIENT_SECRET === undefined || REFRESH_TOKEN === undefined) {
    const needed = (['CLIENT_ID', 'CLIENT_SECRET', 'REFRESH_TOKEN'] as const).filter((name) => !(name in written));
    throw missing(needed, 'google', `or ${PREFIX}SERVICE_ACCOUNT_FILE alone`);
  }
  return {
    ...endpoint,
    grant: 'refresh-token',
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    refreshToken: REFRESH_TOKEN,
  };
}

const serviceAccountSchema = z.object({
  type: z.literal('service_account'),
  client_email: z.string().min(3),
  private_key: z.string(),
  private_key_id: z.string().optional(),
});

function readServiceAccount(json: string) {
  const key = serviceAccountSchema.safeParse(parseJson(json)).data;
  if (key === undefined || !isRsaKey(key.private_key)) {
    throw invalid(
      `${PREFIX}SERVICE_ACCOUNT holds no key of a service account.`,
      'the JSON file as Google gives it, with "type": "service_account", "client_email" and "private_key" (no OAuth client, no .p12)',
      `Name the file in ${PREFIX}SERVICE_ACCOUNT_FILE.`,
    );
  }
  return { email: key.client_email, privateKey: key.private_key, privateKeyId: key.private_key_id };
}

function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

/** Secrets go there: only over TLS, or to this machine itself. */
function readTokenUrl(written: string): string {
  const url = parseUrl(written);
  const secure = url !== undefined && isEncryptedOrLocal(url);
  if (url === undefined || !secure || url.username !== '' || url.password !== '' || url.hash !== '') {
    throw invalid(
      `${PREFIX}TOKEN_URL is not an address that can be used.`,
      'an address such as https://login.microsoftonline.us/TENANT/oauth2/v2.0/token (http: only for this machine itself)',
      "Take it out to use the provider's own address.",
    );
  }
  return url.href;
}

function parseUrl(written: string): URL | undefined {
  try {
    return new URL(written);
  } catch {
    return undefined;
  }
}

function refuse(written: Written, names: readonly Name[], provider: string, why: string): void {
  const extra = names.filter((name) => name in written);
  if (extra.length === 0) return;
  throw invalid(
    `${list(extra)} ${extra.length === 1 ? 'has' : 'have'} no place beside ${PREFIX}PROVIDER=${provider} here: ${why}.`,
    'settings of one way to sign in',
    `Take ${extra.length === 1 ? 'it' : 'them'} out of the environment and of .env.`,
  );
}

function missing(names: readonly Name[], provider: string, instead?: string): NewsletterError {
  const variables = `${list(names)}${instead === undefined ? '' : ` (${instead})`}`;
  return invalid(
    `${list(names)} ${names.length === 1 ? 'is' : 'are'} missing for ${PREFIX}PROVIDER=${provider}.`,
    variables,
  );
}

function list(names: readonly Name[]): string {
  return names.map((name) => `${PREFIX}${name}`).join(', ');
}

function invalid(message: string, expected: string, help = ''): NewsletterError {
  const also = help === '' ? `Correct the environment or .env.` : help;
  return new NewsletterError('environment-invalid', { message, expected, help: `${also} ${STEPS}` });
}
