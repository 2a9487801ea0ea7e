import type { ErrorText } from '../../model/error.js';
import { placeOf, type ImapAddress } from './imap-address.js';
import type { ImapLogin } from './imap-login.js';
import type { ImapServerText } from './server-text.js';

/** Where something failed. */
export interface FailureContext {
  readonly address: ImapAddress;
  readonly login: ImapLogin['kind'];
  readonly serverText: ImapServerText;
}

type RefusedLogin = ErrorText & { readonly passing: boolean };

/** What the server answered: its text, fit for people, and its response code (RFC 5530). */
export interface LoginAnswer {
  readonly said: string;
  readonly code: string;
}

/** What is wrong with a log-in; the first that fits counts. */
interface Explanation {
  readonly code?: string;
  readonly words?: RegExp;
  readonly host?: RegExp;
  /** Whose log-in it is about; left out: either. */
  readonly login?: 'password' | 'oauth';
  readonly what: string;
  readonly expected: string;
  readonly help: string;
}

const STEPS = 'docs/mailbox.md ("A mailbox on a server") has each step.';
const MICROSOFT =
  /(^|\.)(outlook|office365)\.(office365\.)?com$|(^|\.)office365\.(com|us)$|(^|\.)outlook\.office\.com$/i;
const GOOGLE = /(^|\.)(gmail|googlemail)\.com$/i;
const MAY_READ = 'an account that may read this mailbox by IMAP';
/** A server that cannot look now says so with one of these; nothing was refused. */
const NOT_NOW = new Set(['UNAVAILABLE', 'INUSE', 'LIMIT', 'SERVERBUG']);

/** The codes are those of RFC 5530; Gmail's and Exchange Online's words were seen in their answers. */
const EXPLANATIONS: readonly Explanation[] = [
  {
    words: /application-specific password/i,
    what: 'Google wants an app password here, not that of the account',
    expected: 'an app password, or a log-in by OAuth 2.0',
    help: `Make one in the Google account (Security, 2-Step Verification, App passwords), and put it into NEWSLETTER_IMAP_PASSWORD. ${STEPS}`,
  },
  {
    words: /web ?browser|web login/i,
    what: 'a person has to sign in in a browser first',
    expected: MAY_READ,
    help: `Sign in as the mailbox in a browser, and confirm that it was you. ${STEPS}`,
  },
  {
    words: /imap.{0,40}(disabled|not enabled|switched off)|not enabled for imap/i,
    what: 'IMAP is switched off for this mailbox',
    expected: 'IMAP switched on for the mailbox',
    help: 'In Gmail: Settings, Forwarding and POP/IMAP. In the Microsoft 365 admin center: the user, Mail, Manage email apps, "IMAP".',
  },
  {
    words: /authenticated but not connected/i,
    what: 'Microsoft 365 took the log-in, but the account has no right to this mailbox',
    expected: MAY_READ,
    help: `An administrator gives it the right: Add-MailboxPermission -Identity MAILBOX -User ACCOUNT -AccessRights FullAccess. ${STEPS}`,
  },
  {
    code: 'PRIVACYREQUIRED',
    what: 'it wants an encrypted connection for this log-in',
    expected: 'imaps://, or imap:// without ?tls=off',
    help: 'Correct the address of the mailbox.',
  },
  {
    code: 'EXPIRED',
    what: 'the password has expired',
    expected: MAY_READ,
    help: 'Choose a new password with your provider, and put it into NEWSLETTER_IMAP_PASSWORD.',
  },
  {
    code: 'CONTACTADMIN',
    what: 'the account is blocked',
    expected: MAY_READ,
    help: 'Ask the administrator of the mail server.',
  },
  {
    code: 'AUTHORIZATIONFAILED',
    what: 'the account may not read this mailbox',
    expected: MAY_READ,
    help: 'Correct the user in the address of the mailbox, or ask the administrator for the right.',
  },
  {
    host: MICROSOFT,
    login: 'password',
    what: 'Microsoft 365 takes no log-in with a password any more',
    expected: 'a log-in by OAuth 2.0',
    help: `Take the password out, and set NEWSLETTER_OAUTH_PROVIDER=microsoft: ${STEPS}`,
  },
  {
    host: MICROSOFT,
    login: 'oauth',
    what: 'Microsoft 365 took the token for no mailbox that it may read',
    expected:
      'the mailbox in the address, and an application with IMAP.AccessAsApp (or IMAP.AccessAsUser.All) and rights on it',
    help: `Most often New-ServicePrincipal was given the object ID of the app registration in place of the enterprise application's, or Add-MailboxPermission is missing. New rights can take an hour. ${STEPS}`,
  },
  {
    host: GOOGLE,
    login: 'oauth',
    what: 'Google does not take the token for this mailbox',
    expected: 'the mailbox that the token was made for, and the scope https://mail.google.com/',
    help: `Compare the user in the address with the account that gave leave. ${STEPS}`,
  },
];

/** Says in plain words why a log-in failed and what to do. */
export function refusedImapLogin({ address, login }: FailureContext, { said, code }: LoginAnswer): RefusedLogin {
  const at = `The mail server ${placeOf(address)}`;
  const answer = said === '' ? '' : ` (${said})`;
  if (NOT_NOW.has(code)) {
    return {
      message: `${at} could not check the log-in${said === '' ? '' : `: ${said}`}.`,
      expected: MAY_READ,
      help: 'Try again in a few minutes; after many log-ins in a short time a server wants a longer pause.',
      passing: true,
    };
  }
  const found = EXPLANATIONS.find(
    (one) =>
      (one.code === undefined || one.code === code) &&
      (one.words === undefined || one.words.test(said)) &&
      (one.host === undefined || one.host.test(address.host)) &&
      (one.login === undefined || one.login === login),
  );
  if (found !== undefined) {
    const { what, expected, help } = found;
    return { message: `${at} refuses the log-in: ${what}${answer}.`, expected, help, passing: false };
  }
  if (login === 'oauth') {
    return {
      message: `${at} does not take the log-in of ${address.user} by OAuth 2.0${answer}.`,
      expected: 'a server that offers XOAUTH2 or OAUTHBEARER, and the mailbox that the token was made for',
      help: `Compare the user in the address, and what the application may do. ${STEPS}`,
      passing: false,
    };
  }
  return {
    message: `${at} refuses the user name or the password${answer}.`,
    expected: MAY_READ,
    help: 'Correct the user in the address (special signs as %XX) and the password in NEWSLETTER_IMAP_PASSWORD or NEWSLETTER_IMAP_URL. Many providers want a password made for programs ("app password").',
    passing: false,
  };
}
