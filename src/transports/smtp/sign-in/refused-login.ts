import type { ErrorText } from '../../../model/error.js';
import type { SmtpServer } from '../connection/mail-server.js';
import type { Reply } from '../answers/replies.js';
import { place } from '../answers/server-text.js';

type RefusedLogin = ErrorText & { readonly passing: boolean };

/** What is wrong with a log-in, by the server's codes; words tell the variants of one code apart. */
interface Explanation {
  readonly codes: readonly number[];
  /** The enhanced status code (RFC 3463); left out: any. */
  readonly enhanced?: string;
  readonly words?: RegExp;
  /** Whose log-in it is about; left out: either. */
  readonly login?: 'password' | 'oauth';
  readonly what: string;
  readonly expected: string;
  readonly help: string;
}

const STEPS = 'docs/sending.md ("Signing in without a password") has each step.';
const NO_PASSWORDS = `Sign in by OAuth 2.0 instead: ${STEPS}`;
const MAY_SEND = 'an account that may send by SMTP';

/** The first that fits counts. Microsoft's codes are those of Exchange Online, Google's those of Gmail's SMTP errors. */
const EXPLANATIONS: readonly Explanation[] = [
  {
    codes: [535],
    enhanced: '5.7.139',
    words: /SmtpClientAuthentication is disabled for the Tenant/i,
    what: 'Microsoft 365 has sending by SMTP (SMTP AUTH) switched off for the whole organisation',
    expected: 'SMTP AUTH switched on, for the one mailbox at least',
    help: `An administrator switches it on for this mailbox alone: Set-CASMailbox -Identity ADDRESS -SmtpClientAuthenticationDisabled $false. ${STEPS}`,
  },
  {
    codes: [535],
    enhanced: '5.7.139',
    words: /SmtpClientAuthentication is disabled for the Mailbox/i,
    what: 'Microsoft 365 has sending by SMTP (SMTP AUTH) switched off for this mailbox',
    expected: 'SMTP AUTH switched on for the mailbox',
    help: `An administrator switches it on in the Microsoft 365 admin center: Users, Active users, the mailbox, Mail, Manage email apps, "Authenticated SMTP". ${STEPS}`,
  },
  {
    codes: [535],
    enhanced: '5.7.139',
    words: /security defaults/i,
    what: 'the security defaults of your Microsoft 365 allow no log-in with a password',
    expected: 'a log-in by OAuth 2.0',
    help: `Leave the security defaults on. ${NO_PASSWORDS}`,
  },
  {
    codes: [535],
    enhanced: '5.7.139',
    words: /basic authentication is disabled/i,
    what: 'Microsoft takes no log-in with a password any more',
    expected: 'a log-in by OAuth 2.0',
    help: NO_PASSWORDS,
  },
  {
    codes: [535],
    enhanced: '5.7.139',
    words: /did not meet the criteria|conditional access/i,
    what: 'a rule of your Microsoft 365 (conditional access, or an authentication policy) does not allow this log-in',
    expected: 'a rule that allows this mailbox, or this application, to sign in',
    help: `Ask your administrator to look into the sign-in logs of the Entra admin center, which name the rule. ${STEPS}`,
  },
  {
    codes: [535],
    enhanced: '5.7.139',
    words: /credentials were incorrect/i,
    login: 'password',
    what: 'the user name or the password is wrong',
    expected: 'the user name and password of an account that may send',
    help: `Correct them in NEWSLETTER_SMTP_URL (special signs as %XX). Microsoft ends log-in with a password: ${STEPS}`,
  },
  {
    codes: [535],
    enhanced: '5.7.139',
    what: 'Microsoft 365 does not allow this log-in',
    expected: MAY_SEND,
    help: `Ask your administrator to look into the sign-in logs of the Entra admin center. ${STEPS}`,
  },
  {
    codes: [535],
    enhanced: '5.7.3',
    login: 'oauth',
    what: 'Microsoft 365 took the token for no mailbox that it may send from',
    expected:
      'the mailbox in NEWSLETTER_SMTP_URL, and an application with SMTP.SendAsApp (or SMTP.Send) and rights on it',
    help: `Most often New-ServicePrincipal was given the object ID of the app registration in place of the enterprise application's, or Add-MailboxPermission is missing. New rights can take an hour. ${STEPS}`,
  },
  {
    codes: [535],
    enhanced: '5.7.3',
    login: 'password',
    what: 'the user name or the password is wrong, or Microsoft 365 allows no password here',
    expected: 'the user name and password of an account that may send',
    help: `Correct them in NEWSLETTER_SMTP_URL (special signs as %XX). Microsoft ends log-in with a password: ${STEPS}`,
  },
  {
    codes: [535, 550],
    enhanced: '5.7.30',
    what: 'Microsoft takes no log-in with a password any more',
    expected: 'a log-in by OAuth 2.0',
    help: NO_PASSWORDS,
  },
  {
    codes: [504],
    login: 'password',
    what: 'it takes no log-in with a password',
    expected: 'a log-in by a way that the server knows',
    help: `Microsoft 365 and Google sign in by OAuth 2.0: ${STEPS} Otherwise take host and port for sending from your provider's instructions, not those for receiving.`,
  },
  {
    codes: [504],
    login: 'oauth',
    what: 'it knows no log-in by OAuth 2.0 (XOAUTH2)',
    expected: 'the server for sending: smtp.office365.com:587 or smtp.gmail.com:587',
    help: 'Correct host and port in NEWSLETTER_SMTP_URL; a host for receiving (MX) or port 25 takes no log-in.',
  },
  {
    codes: [534],
    enhanced: '5.7.9',
    words: /application-specific password/i,
    what: 'Google wants an app password here, not that of the account',
    expected: 'an app password, or a log-in by OAuth 2.0',
    help: `Make one in the Google account (Security, 2-Step Verification, App passwords) and put it into NEWSLETTER_SMTP_URL; or sign in without a password: ${STEPS}`,
  },
  {
    codes: [534],
    what: 'Google wants a person to sign in in a browser first',
    expected: MAY_SEND,
    help: `Sign in as the mailbox at https://mail.google.com, and confirm that it was you. To sign in without a password: ${STEPS}`,
  },
  {
    codes: [535],
    enhanced: '5.7.8',
    login: 'oauth',
    what: 'it does not take the token for this mailbox',
    expected: 'the mailbox that the token was made for, as user in NEWSLETTER_SMTP_URL',
    help: `Compare the user there with the account that gave leave; Gmail wants the scope https://mail.google.com/, and a mailbox with Gmail switched on. ${STEPS}`,
  },
  {
    codes: [538],
    what: 'it wants an encrypted connection for this log-in',
    expected: 'smtps://, or smtp:// without ?tls=off',
    help: 'Take ?tls=off out of NEWSLETTER_SMTP_URL.',
  },
];

/** Says in plain words why a log-in failed and what to do. @param said the reply, fit for people; '' where there is none. */
export function refusedLogin(server: SmtpServer, said: string, reply: Reply | undefined): RefusedLogin {
  const kind = server.login?.kind ?? 'password';
  if (reply === undefined || reply.code < 500) return notNow(server, said, kind);
  const found = EXPLANATIONS.find((one) => fits(one, reply, kind));
  const at = place(server);
  if (found !== undefined) {
    const { what, expected, help } = found;
    return { message: `The mail server ${at} refuses the log-in: ${what} (${said}).`, expected, help, passing: false };
  }
  if (kind === 'oauth') {
    return {
      message: `The mail server ${at} refuses the log-in of ${server.login?.user ?? ''} by OAuth 2.0: ${said}.`,
      expected: 'the mailbox that the token was made for, as user in NEWSLETTER_SMTP_URL',
      help: `Compare the user there, and what the application may do. ${STEPS}`,
      passing: false,
    };
  }
  return {
    message: `The mail server ${at} refuses the user name or the password: ${said}.`,
    expected: 'the user name and password of an account that may send',
    help: 'Correct them in NEWSLETTER_SMTP_URL (special signs as %XX). Many providers want a password made for programs ("app password").',
    passing: false,
  };
}

function notNow(server: SmtpServer, said: string, kind: 'password' | 'oauth'): RefusedLogin {
  const what = kind === 'oauth' ? 'log-in' : 'user name and password';
  return {
    message: `The mail server ${place(server)} could not check the ${what}${said === '' ? '' : `: ${said}`}.`,
    expected: MAY_SEND,
    help: 'Try again in a few minutes; after many log-ins in a short time a server wants a longer pause.',
    passing: true,
  };
}

function fits({ codes, enhanced, words, login }: Explanation, reply: Reply, kind: 'password' | 'oauth'): boolean {
  return (
    codes.includes(reply.code) &&
    (enhanced === undefined || enhanced === reply.enhanced?.text) &&
    (words === undefined || words.test(reply.lines.join(' '))) &&
    (login === undefined || login === kind)
  );
}
