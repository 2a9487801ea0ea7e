import { NewsletterError } from '../../model/error.js';
import { readOAuthSettings } from '../../oauth/oauth-environment.js';
import type { OAuthSettings } from '../../oauth/oauth-settings.js';
import { secretFrom, type Environment } from '../../workspace/settings/environment.js';
import { readImapAddress, type ImapAddress, type WrittenImapAddress } from './imap-address.js';

/** How an account shows that it is who it says: by its password, or by a token that is asked for. Holds secrets. */
export type ImapLogin =
  { readonly kind: 'password'; readonly password: string } | { readonly kind: 'oauth'; readonly oauth: OAuthSettings };

/** A folder on a mail server, and how to sign in there. Holds secrets: never print it. */
export interface ImapMailbox {
  readonly address: ImapAddress;
  readonly login: ImapLogin;
}

const URL_VARIABLE = 'NEWSLETTER_IMAP_URL';
const PASSWORD_VARIABLE = 'NEWSLETTER_IMAP_PASSWORD';
const STEPS = 'docs/mailbox.md ("A mailbox on a server") has each step.';

/**
 * Says which mailbox to read and how to sign in: by the password of `NEWSLETTER_IMAP_URL` or
 * `NEWSLETTER_IMAP_PASSWORD`, or else by OAuth 2.0 with the variables `NEWSLETTER_OAUTH_…`.
 *
 * @param given the address as somebody entered it; `undefined`: that of `NEWSLETTER_IMAP_URL`.
 * @throws NewsletterError `environment-invalid`: what is missing or wrong; never repeats a secret.
 */
export function readImapMailbox(given: string | undefined, environment: Environment): ImapMailbox {
  const inEnvironment = (secretFrom(environment, URL_VARIABLE) ?? '').trim();
  const known = inEnvironment === '' ? undefined : readImapAddress(inEnvironment, URL_VARIABLE);
  const entered = given === undefined ? undefined : readImapAddress(given, 'The address of the mailbox');
  if (entered?.password !== undefined) throw passwordEntered();
  const address = (entered ?? known)?.address;
  if (address === undefined) throw nothingNamed();
  const password = passwordOf(known, address) ?? secretFrom(environment, PASSWORD_VARIABLE);
  if (password !== undefined) return { address, login: { kind: 'password', password } };
  const oauth = readOAuthSettings(environment, 'reading');
  if (oauth === undefined) throw noLogin(address);
  return { address, login: { kind: 'oauth', oauth } };
}

/** The password of `NEWSLETTER_IMAP_URL` is for its own account alone, whatever the folder. */
function passwordOf(known: WrittenImapAddress | undefined, address: ImapAddress): string | undefined {
  if (known?.password === undefined) return undefined;
  const { host, port, user } = known.address;
  return host === address.host && port === address.port && user === address.user ? known.password : undefined;
}

function passwordEntered(): NewsletterError {
  return new NewsletterError('environment-invalid', {
    message: 'The address of the mailbox holds a password, and other people on this machine can see what is entered.',
    expected: 'imaps://user@host/Folder without the password',
    help: `Put the password into ${PASSWORD_VARIABLE} in .env, or its file's name into ${PASSWORD_VARIABLE}_FILE; change it if others could see it. ${STEPS}`,
  });
}

function nothingNamed(): NewsletterError {
  return new NewsletterError('usage', {
    message: 'No mailbox is named.',
    expected: `a path, an address such as imaps://user@host/Folder, or ${URL_VARIABLE} in the environment or in .env`,
    help: `Name a Maildir, an mbox file or a folder of .eml files, or set ${URL_VARIABLE}. ${STEPS}`,
  });
}

function noLogin({ name }: ImapAddress): NewsletterError {
  return new NewsletterError('environment-invalid', {
    message: `There is neither a password nor a log-in by OAuth 2.0 for ${name}.`,
    expected: `${PASSWORD_VARIABLE}, or the variables NEWSLETTER_OAUTH_…`,
    help: `Put one of them into .env. Microsoft 365 and Google want OAuth 2.0, Google also takes an app password. ${STEPS}`,
  });
}
