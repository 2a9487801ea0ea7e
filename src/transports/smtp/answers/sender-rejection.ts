import type { NewsletterError } from '../../../model/error.js';
import type { OutgoingMessage } from '../../../model/send/outgoing-message.js';
import type { SmtpServer } from '../connection/mail-server.js';
import { smtpUtf8Need } from '../connection/envelope.js';
import type { Reply } from './replies.js';
import { replyText, type ServerText } from './server-text.js';
import type { Answer, Step } from '../connection/session.js';
import { limitReached, loginMissing, senderRefused, tooLarge } from './smtp-errors.js';

const STOPS = { login: loginMissing, limit: limitReached, size: tooLarge, sender: senderRefused } as const;

/**
 * The error that stops a send when an answer is about the sender and not about one reader: no delivery fails for that.
 * `undefined` where it can be about this message or its reader.
 */
export function senderRejection(
  answer: Answer,
  message: OutgoingMessage,
  server: SmtpServer,
  serverText: ServerText,
): NewsletterError | undefined {
  if (answer.kind === 'lost') return undefined;
  const refused = whatIsRefused(answer.step, answer.reply, message);
  if (refused === undefined) return undefined;
  const said = serverText(replyText(answer.reply), message.envelope.to).replace(/\.$/, '');
  return STOPS[refused](server, said);
}

function whatIsRefused(step: Step, reply: Reply, message: OutgoingMessage): keyof typeof STOPS | undefined {
  const { code, enhanced } = reply;
  if (code === 530 && step !== 'end') return 'login';
  // 503 says that the session is in another state than this program believes.
  if (code < 500 || code === 503) return undefined;
  // RFC 3463 §3.5 has this congestion pass; for good, it is how Gmail and others say that an account has sent enough.
  if (enhanced?.text === '5.4.5') return 'limit';
  // MAIL FROM tells a server of no reader. A policy (5.7.x) can be about one message; the circuit breaker counts those.
  if (step !== 'MAIL FROM' || enhanced?.subject === 7) return undefined;
  if (smtpUtf8Need(message)?.whose === 'reader' && canBeAboutParameters(reply)) return undefined;
  return code === 552 && (enhanced === undefined || enhanced.text === '5.3.4') ? 'size' : 'sender';
}

/** Whether it speaks of a command's form or a message's letters (RFC 5321 §4.2.3, RFC 6531 §3.5), or does not say. */
function canBeAboutParameters({ code, enhanced }: Reply): boolean {
  return [501, 504, 555].includes(code) || [undefined, 0, 5, 6].includes(enhanced?.subject);
}
