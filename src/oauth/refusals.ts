import type { ErrorText } from '../model/error.js';
import type { OAuthSettings } from './oauth-settings.js';
import type { Refusal } from './token-answer.js';
import { broken, type TokenFailure } from './token-failure.js';

/** Why a token server gives no token; each cause has its own text and remedy. */
type Cause =
  | 'secret-wrong'
  | 'secret-expired'
  | 'secret-missing'
  | 'secret-unwanted'
  | 'client-unknown'
  | 'tenant-unknown'
  | 'grant-over'
  | 'grant-of-another'
  | 'person-wanted'
  | 'account-refused'
  | 'consent-missing'
  | 'delegation-missing'
  | 'user-unknown'
  | 'key-wrong'
  | 'clock-wrong'
  | 'scope-wrong'
  | 'other';

/**
 * Microsoft's numbers, from its "Microsoft Entra authentication and authorization error codes". It says that they may
 * change, so an unknown number falls back to the code of RFC 6749.
 */
const NUMBERS: readonly (readonly [Cause, readonly number[]])[] = [
  ['secret-wrong', [7000215]],
  ['secret-expired', [7000222]],
  ['secret-missing', [7000216, 7000218]],
  ['secret-unwanted', [700025]],
  ['client-unknown', [700016, 7000112]],
  ['tenant-unknown', [90002, 900021, 900023, 50194]],
  ['grant-over', [70000, 70008, 70043, 700081, 700082, 700084, 50173, 9002313]],
  ['person-wanted', [50072, 50074, 50076, 50078, 50079, 50158, 53000, 53001, 53003]],
  ['account-refused', [50034, 50053, 50055, 50057, 50105]],
  ['consent-missing', [65001, 65004, 90094]],
  ['scope-wrong', [70011, 1002012, 500011, 500014]],
];
const CAUSE_BY_NUMBER = new Map(
  NUMBERS.flatMap(([cause, numbers]) => numbers.map((number) => [number, cause] as const)),
);
/** Too many requests, or a temporary error of Microsoft's own. */
const PASSING_NUMBERS = new Set([50196, 90024, 90033]);
/** OAuth's own two codes for temporary errors (RFC 6749 §4.1.2.1), and Google's. */
const PASSING_ERRORS = new Set([
  'temporarily_unavailable',
  'server_error',
  'UNAVAILABLE',
  'RESOURCE_EXHAUSTED',
  'INTERNAL',
]);

/**
 * Explains a token server's refusal in our words.
 *
 * @param said what the server says, made fit for people.
 */
export function refused(
  settings: OAuthSettings,
  refusal: Refusal,
  said: string,
  host: string,
  waitMs: number,
): TokenFailure {
  if (PASSING_ERRORS.has(refusal.error) || (refusal.number !== undefined && PASSING_NUMBERS.has(refusal.number))) {
    return broken(host, said, waitMs);
  }
  return { kind: 'failure', passing: false, waitMs: 0, text: textOf(causeOf(settings, refusal), settings, said) };
}

function causeOf(settings: OAuthSettings, refusal: Refusal): Cause {
  const byNumber = refusal.number === undefined ? undefined : CAUSE_BY_NUMBER.get(refusal.number);
  if (byNumber !== undefined) return byNumber;
  if (refusal.subtype === 'invalid_rapt') return 'person-wanted';
  switch (refusal.error) {
    case 'invalid_grant':
      return settings.grant === 'service-account' ? causeOfBadAssertion(refusal) : 'grant-over';
    case 'invalid_client':
      return settings.grant === 'service-account' ? 'key-wrong' : 'secret-wrong';
    case 'unauthorized_client':
      if (settings.grant === 'service-account') return 'delegation-missing';
      return settings.provider === 'google' ? 'grant-of-another' : 'client-unknown';
    case 'deleted_client':
    case 'disabled_client':
      return settings.grant === 'service-account' ? 'key-wrong' : 'client-unknown';
    case 'invalid_scope':
      return 'scope-wrong';
    case 'access_denied':
    case 'admin_policy_enforced':
    case 'org_internal':
      return settings.grant === 'service-account' ? 'delegation-missing' : 'consent-missing';
    case 'interaction_required':
      return 'person-wanted';
    default:
      return 'other';
  }
}

/**
 * Google has one code for everything that can be wrong with an assertion, so only its text distinguishes the causes.
 */
function causeOfBadAssertion({ description }: Refusal): Cause {
  if (/signature|account not found|no longer|disabled/i.test(description)) return 'key-wrong';
  if (/short-lived|timeframe|\biat\b|\bexp\b/i.test(description)) return 'clock-wrong';
  if (/email|user id/i.test(description)) return 'user-unknown';
  return 'key-wrong';
}

const NAMES = { microsoft: 'Microsoft', google: 'Google' } as const;
const STEPS = 'docs/sending.md ("Signing in without a password") has each step.';
const SECRET = 'NEWSLETTER_OAUTH_CLIENT_SECRET';
const REFRESH = 'NEWSLETTER_OAUTH_REFRESH_TOKEN';
const ID = 'NEWSLETTER_OAUTH_CLIENT_ID';

function textOf(cause: Cause, settings: OAuthSettings, said: string): ErrorText {
  const { what, expected, help } = WORDS[cause](settings);
  return {
    message: `${NAMES[settings.provider]} gives no access token: ${what} (${said}).`,
    expected,
    help: `${help} ${STEPS}`,
  };
}

interface RefusalText {
  readonly what: string;
  readonly expected: string;
  readonly help: string;
}

/** A person who gave consent has to give it again. */
const NEW_REFRESH_TOKEN = `Sign in once more as the mailbox, and put the new refresh token into ${REFRESH}.`;

const WORDS: Readonly<Record<Cause, (settings: OAuthSettings) => RefusalText>> = {
  'secret-wrong': ({ provider }) => ({
    what: 'the client secret is not right for this client ID',
    expected: `the secret that belongs to ${ID}`,
    help:
      provider === 'microsoft'
        ? `Put the secret's "Value" into ${SECRET}, not its "Secret ID". Where it was not copied when it was made, make a new one.`
        : `Copy client ID and client secret once more from the Google Cloud console into ${ID} and ${SECRET}.`,
  }),
  'secret-expired': () => ({
    what: 'the client secret has expired',
    expected: 'a client secret that is good today',
    help: `Make a new one in the Entra admin center (App registrations, Certificates & secrets), and put its "Value" into ${SECRET}.`,
  }),
  'secret-missing': () => ({
    what: 'this application wants a client secret',
    expected: `${SECRET}, or an application that allows public client flows`,
    help: `Make a client secret in the Entra admin center, and put its "Value" into ${SECRET}.`,
  }),
  'secret-unwanted': () => ({
    what: 'this application is a public client, which has no secret',
    expected: `${ID} and ${REFRESH} alone`,
    help: `Take ${SECRET} out of the environment and of .env.`,
  }),
  'client-unknown': ({ provider }) => ({
    what: 'the application is not known, or is switched off',
    expected:
      provider === 'microsoft'
        ? `the "Application (client) ID" of an app of the tenant in NEWSLETTER_OAUTH_TENANT`
        : 'an OAuth client of the Google Cloud project that is there still',
    help: `Compare ${ID}${provider === 'microsoft' ? ' and NEWSLETTER_OAUTH_TENANT' : ''} with what the provider shows.`,
  }),
  'tenant-unknown': () => ({
    what: 'there is no such tenant, or it is not the one of this application',
    expected: 'the "Directory (tenant) ID" of your organisation, or a domain of it',
    help: 'Correct NEWSLETTER_OAUTH_TENANT.',
  }),
  'grant-over': ({ provider }) => ({
    what: 'the refresh token has expired, was revoked, or is not whole',
    expected: 'a refresh token that is still good',
    help: `${NEW_REFRESH_TOKEN} ${
      provider === 'microsoft'
        ? 'It is good for 90 days; a new password or the administrator can end it earlier.'
        : 'It ends with a new password, after six months without use, and after 7 days where the app\'s publishing status is "Testing".'
    }`,
  }),
  'grant-of-another': () => ({
    what: 'the refresh token was made for another OAuth client',
    expected: `a refresh token of the client in ${ID}`,
    help: NEW_REFRESH_TOKEN,
  }),
  'person-wanted': () => ({
    what: 'a rule of your organisation wants a person to sign in again',
    expected: 'an account whose sign-in rules let a program go on by itself',
    help: `${NEW_REFRESH_TOKEN} Your administrator can exempt the account, or set up a way without a person (client credentials, service account).`,
  }),
  'account-refused': () => ({
    what: 'the account is not there, is locked, or may not use this application',
    expected: 'an account that can sign in',
    help: 'Sign in as the mailbox in a browser to see what is wrong with it, or ask your administrator.',
  }),
  'consent-missing': () => ({
    what: 'nobody has consented that this application may send mail',
    expected: 'the consent of the administrator, or of the person',
    help: 'Ask your administrator to grant consent to the application.',
  }),
  'delegation-missing': ({ scope }) => ({
    what: 'the service account may not act for the people of your domain (domain-wide delegation)',
    expected: `in the Google Admin console, the service account's client ID with the scope ${scope}`,
    help: 'Add it there under Security, Access and data control, API controls, Manage domain-wide delegation. It can take up to 24 hours to work.',
  }),
  'user-unknown': () => ({
    what: 'there is no such mailbox in your domain',
    expected: 'in NEWSLETTER_SMTP_URL, the address of a mailbox in your Google Workspace, no group',
    help: 'Correct the user in NEWSLETTER_SMTP_URL (@ as %40).',
  }),
  'key-wrong': () => ({
    what: 'the key of the service account is not valid any more, or its account is gone',
    expected: 'the JSON key of a service account that is there',
    help: 'Make a new key in the Google Cloud console (Service accounts, Keys), and put it into NEWSLETTER_OAUTH_SERVICE_ACCOUNT_FILE.',
  }),
  'clock-wrong': () => ({
    what: 'the clock of this machine is not right',
    expected: 'a clock that is right to the minute',
    help: 'Set date, time and time zone of this machine, then run the same command again.',
  }),
  'scope-wrong': ({ scope, provider }) => ({
    what: `the scope ${scope} cannot be had`,
    expected: provider === 'microsoft' ? 'a scope of Office 365 Exchange Online' : 'the scope https://mail.google.com/',
    help: 'Take NEWSLETTER_OAUTH_SCOPE out, unless your provider names another one; look whether the permission was given to the application.',
  }),
  other: () => ({
    what: 'it refuses the request',
    expected: 'an access token to sign in with',
    help: 'Compare the NEWSLETTER_OAUTH_… settings with what the provider shows.',
  }),
};
