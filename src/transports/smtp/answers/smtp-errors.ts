import { NewsletterError, type ErrorText } from '../../../model/error.js';
import type { SmtpServer } from '../connection/mail-server.js';
import { place } from './server-text.js';

/**
 * What a send stops with although there is a connection: what the server does not take is ours and not one reader's, so
 * the next message would fare no better.
 */

const STAYS_PENDING = 'What could not be handed over stays pending.';

/** The server wants a log-in, which only a message shows: there was none, or it was not good enough. */
export function loginMissing(server: SmtpServer, said: string): NewsletterError {
  if (server.login !== undefined) {
    return unusable({
      message: `The mail server ${place(server)} took the log-in of ${server.login.user}, and yet wants one before it takes mail: ${said}.`,
      expected: 'an account that may send',
      help: `Ask your mail provider what this account may do; docs/sending.md has what Microsoft 365 and Google want. ${STAYS_PENDING}`,
    });
  }
  return unusable({
    message: `The mail server ${place(server)} wants a user name and a password first: ${said}.`,
    expected: 'user name and password in NEWSLETTER_SMTP_URL',
    help: `Write them into the address: smtp://user:password@host:port. ${STAYS_PENDING}`,
  });
}

/** The account has sent as much as it may for a while. */
export function limitReached(server: SmtpServer, said: string): NewsletterError {
  return unusable({
    message: `The mail server ${place(server)} takes no more mail from this account for now: ${said}.`,
    expected: 'an account that may send to the whole list',
    help: `Wait until the limit is over, often a day, then run the same command again. ${STAYS_PENDING} Your mail provider may give you a higher limit.`,
  });
}

/** It is the sender, or how this program names it, that the server does not want. */
export function senderRefused(server: SmtpServer, said: string): NewsletterError {
  return unusable({
    message: `The mail server ${place(server)} refuses our mail before it hears whom it is for: ${said}.`,
    expected: 'a server that takes mail from the addresses of `sender` and `bounces` in newsletter.yaml',
    help: `Correct \`sender\`, \`bounces\` or \`returnPath\` there, or ask your mail provider what this answer means and which senders it takes from you. ${STAYS_PENDING}`,
  });
}

/** No message of this send is small enough. */
export function tooLarge(server: SmtpServer, detail: string): NewsletterError {
  return unusable({
    message: `The message is too large for the mail server ${place(server)}: ${detail}.`,
    expected: 'a server that takes messages of this size',
    help: `Ask your mail provider for a larger limit, or send through another server. ${STAYS_PENDING} Fewer or smaller pictures make the next issue smaller.`,
  });
}

/** @param field the header field with the address, which was frozen with the message. */
export function fieldNeedsUtf8(server: SmtpServer, field: string): NewsletterError {
  return unusable({
    message: `An address in the header field "${field}" has letters beyond a-z before the @, and the mail server ${place(server)} takes none such (it offers no SMTPUTF8).`,
    expected: 'addresses of plain letters in newsletter.yaml, or a server that offers SMTPUTF8',
    help: `Write another address there and build again before you send; a send that has begun goes on through a server that offers SMTPUTF8. ${STAYS_PENDING}`,
  });
}

/** The same for the return path, which each run reads from the configuration. */
export function returnPathNeedsUtf8(server: SmtpServer): NewsletterError {
  return unusable({
    message: `The address for the return path has letters beyond a-z before the @, and the mail server ${place(server)} takes none such (it offers no SMTPUTF8).`,
    expected: 'an address of plain letters as `bounces` in newsletter.yaml, or a server that offers SMTPUTF8',
    help: `Write such an address there, and run the same command again. ${STAYS_PENDING}`,
  });
}

/** Nothing that could end the command may stand in it. */
export function returnPathUnusable(): NewsletterError {
  return unusable({
    message: 'The address for the return path holds a sign that no address may have.',
    expected: 'an address such as bounces@example.org as `bounces` in newsletter.yaml, or else as `sender`',
    help: `Correct it there, and run the same command again. ${STAYS_PENDING}`,
  });
}

function unusable(text: ErrorText): NewsletterError {
  return new NewsletterError('transport-unusable', text);
}
