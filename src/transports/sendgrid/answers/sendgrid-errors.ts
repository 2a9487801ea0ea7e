import { NewsletterError } from '../../../model/error.js';
import { toSentence } from './api-errors.js';

/** An answer after which submitting more makes no sense. */
export interface SendStop {
  readonly status: number;
  readonly reason: string;
}

const AGAIN = 'Then run the same command again: it goes on where it stopped.';

export function keyMissing(): NewsletterError {
  return new NewsletterError('environment-invalid', {
    message: 'There is no key for SendGrid.',
    expected:
      'SENDGRID_API_KEY in the environment or in .env (or SENDGRID_API_KEY_FILE, the name of a file that holds it)',
    help: 'Make a key with the permission "Mail Send" in SendGrid under Settings, API Keys, and put it into .env of the workspace.',
  });
}

export function keyMalformed(): NewsletterError {
  return new NewsletterError('environment-invalid', {
    message: 'The key for SendGrid holds a space, a line break or another character that no key has.',
    expected: 'SENDGRID_API_KEY exactly as SendGrid showed it, such as SG.xxxx.yyyy',
    help: 'Copy the key again, without quotation marks around it.',
  });
}

export function keyWithoutMailSend(): NewsletterError {
  return new NewsletterError('transport-unusable', {
    message: 'The key for SendGrid may not send mail.',
    expected: 'a key with the permission "Mail Send"',
    help: `In SendGrid, under Settings, API Keys, give the key "Mail Send", or make another and put it into SENDGRID_API_KEY. ${AGAIN}`,
  });
}

export function unreachableError(host: string, reason: string): NewsletterError {
  return new NewsletterError('transport-unusable', {
    message: `SendGrid (${host}) was not reached: ${reason}. Nothing was sent.`,
    expected: 'a connection to SendGrid',
    help: `Look at this machine's connection, and at NEWSLETTER_SENDGRID_URL if it is set. ${AGAIN}`,
  });
}

export function notConnectedError(): NewsletterError {
  return new NewsletterError('transport-unusable', {
    message: 'SendGrid cannot be used: the transport was not opened.',
    expected: 'open() before submit()',
    help: 'Tell the people who maintain this program.',
  });
}

/** Requests were sent, and nobody answered. */
export function answersLost(host: string, reason: string): NewsletterError {
  return new NewsletterError('send-stopped', {
    message: `The send was stopped: the answers of SendGrid (${host}) get lost, so nobody knows what it took. The last one: ${toSentence(reason)}`,
    expected: 'a connection to SendGrid that lasts until it has answered',
    help: `Look at this machine's connection and at status.sendgrid.com; in SendGrid's Activity you find what it took. \`newsletter send --uncertain list\` says who it is about. ${AGAIN}`,
  });
}

/** SendGrid took nothing, again and again, or wants a longer pause than a command should make. */
export function takesNothingNow(host: string, reason: string): NewsletterError {
  return new NewsletterError('send-stopped', {
    message: `The send was stopped: SendGrid (${host}) takes nothing now. The last answer was: ${toSentence(reason)}`,
    expected: 'a connection to SendGrid, and a service that takes mail',
    help: `What was not taken is still pending. Wait a while, and look at status.sendgrid.com. ${AGAIN}`,
  });
}

/** SendGrid takes nothing from us: the messages of this request were not taken. */
export function notTaken(host: string, { status, reason }: SendStop): NewsletterError {
  switch (status) {
    case 401:
      return new NewsletterError('transport-unusable', {
        message: `SendGrid does not know the key. ${toSentence(reason)}`,
        expected: 'SENDGRID_API_KEY with a key that is in use',
        help: `Look under Settings, API Keys whether the key is still there; a key of an EU account needs "sendgrid: { region: eu }". ${AGAIN}`,
      });
    case 403:
      return new NewsletterError('transport-unusable', {
        message: `SendGrid does not let this key or sender send. ${toSentence(reason)}`,
        expected: 'a key with the permission "Mail Send", and a sender whose domain SendGrid has authenticated',
        help: `Look in SendGrid under Settings, API Keys and Settings, Sender Authentication, and whether the account is blocked. ${AGAIN}`,
      });
    default:
      return new NewsletterError('transport-unusable', {
        message: `What answers at ${host} is not SendGrid as we know it. ${toSentence(reason)}`,
        expected: "SendGrid's Web API v3",
        help: `Look at NEWSLETTER_SENDGRID_URL if it is set. ${AGAIN}`,
      });
  }
}

const NOBODY =
  'Nobody got it by this answer, and nobody is left out: the deliveries that were not submitted are still pending.';
const ANOTHER_WAY =
  'If SendGrid stays by it, go on through another transport, such as --transport smtp, and tell the people who maintain this program what SendGrid said.';

/** SendGrid refuses what all messages share, so it would refuse everybody's. */
export function refusesTheMessage(
  host: string,
  { reason, named }: { readonly reason: string; readonly named: string },
): NewsletterError {
  const where = named === '' ? '' : ` It names: ${named}.`;
  return new NewsletterError('send-stopped', {
    message: `The send was stopped: SendGrid (${host}) refuses the message itself, for every subscriber. ${toSentence(reason)}${where}`,
    expected: 'a sender, a subject, a content and header fields that SendGrid takes',
    help: `${NOBODY} Look in SendGrid whether what it names can be put right there, such as the sender. ${AGAIN} ${ANOTHER_WAY}`,
  });
}

/** SendGrid says the same about too many readers, so the fault is ours. */
export function refusesManyAlike(host: string, reason: string): NewsletterError {
  return new NewsletterError('send-stopped', {
    message: `The send was stopped: SendGrid (${host}) refuses many readers in the same words, so it is hardly about them. ${toSentence(reason)}`,
    expected: 'refusals of single readers only, each for something of their own',
    help: `${NOBODY} Look in SendGrid whether the account may write to everybody. If their addresses are wrong, correct them or take them off the list. ${AGAIN} ${ANOTHER_WAY}`,
  });
}

/** Not even one message goes into a request that SendGrid takes. */
export function tooLarge(host: string, reason: string): NewsletterError {
  return new NewsletterError('send-stopped', {
    message: `The send was stopped: the message is too large for SendGrid (${host}), even for one reader. ${toSentence(reason)}`,
    expected: 'a message of less than 30 MB with its pictures',
    help: `${NOBODY} Go on through another transport, such as --transport smtp.`,
  });
}

/** Our own message could not be taken apart for SendGrid, which writes the MIME itself. */
export function unreadable(cause?: unknown): NewsletterError {
  return new NewsletterError(
    'transport-unusable',
    {
      message: 'The message cannot be taken apart for SendGrid, so it was not sent.',
      expected: 'a message with a sender, a text, and each of its slots in its place',
      help: 'Build the issue again. If that does not help, send through another transport and tell the people who maintain this program.',
    },
    cause,
  );
}
