import type { RefusalCause, SubmitOutcome } from '../../../model/send/outgoing-message.js';
import type { Reply } from './replies.js';
import { replyText, type ServerText } from './server-text.js';
import type { Answer, Step } from '../connection/session.js';

const WHAT: Readonly<Record<Step, string>> = {
  'MAIL FROM': 'the sender',
  'RCPT TO': 'the address',
  DATA: 'the message',
  data: 'the message',
  end: 'the message',
};

/**
 * Details of X.1.Y (RFC 3463 §3.2) that speak of the recipient. Not among them: 0 (also said of senders), 5 (which is
 * no error), 7 and 8 (the sender, although many servers complain about it only at RCPT), 9 (a server on the way). Taking
 * those for the recipient's fault would empty the list because of one mistake of the sender.
 */
const RECIPIENT_DETAILS = new Set([1, 2, 3, 4, 6, 10]);

/** What an answer means for the message (RFC 5321 §4.2.1, RFC 3463): by its codes alone, never by its words. */
export function outcomeOf(answer: Answer, recipient: string, serverText: ServerText): SubmitOutcome {
  if (answer.kind === 'lost') return outcomeOfLoss(answer.step, serverText(answer.why, recipient));
  const { step, reply } = answer;
  if (reply.code < 300) return { outcome: 'submitted' };
  const text = serverText(replyText(reply), recipient);
  // 503 says that the session is in another state than this program believes; on another it may do.
  if (reply.code < 500 || reply.code === 503) {
    // Also 4.7.x is no refusal by policy: with it servers ask strangers to come again (greylisting).
    const deferred = {
      outcome: 'deferred',
      reason: `the mail server did not take ${WHAT[step]} now: ${text}`,
    } as const;
    return wantsFewer(reply) ? { ...deferred, cause: 'rate' } : deferred;
  }
  const reason = `the mail server refused ${WHAT[step]}: ${text}`;
  const cause = causeOf(step, reply);
  return cause === undefined ? { outcome: 'failed', reason } : { outcome: 'failed', reason, cause };
}

function outcomeOfLoss(step: Step, why: string): SubmitOutcome {
  if (step === 'end') {
    return { outcome: 'uncertain', reason: `the whole message was given to the mail server, but then ${why}` };
  }
  return { outcome: 'deferred', reason: `before the message was complete, ${why}` };
}

function causeOf(step: Step, reply: Reply): RefusalCause | undefined {
  if (isPolicy(reply)) return 'policy';
  const aboutRecipient =
    reply.enhanced?.text.startsWith('5.') === true &&
    reply.enhanced.subject === 1 &&
    RECIPIENT_DETAILS.has(reply.enhanced.detail);
  return step === 'RCPT TO' && aboutRecipient ? 'address' : undefined;
}

/**
 * Whether a server asks for fewer messages: it ends the session (421), or names a rule (4.7.x). Not so 4.7.1 without
 * that, by which servers ask strangers to come again (greylisting), nor what a reader's own mailbox says (4.2.x).
 */
function wantsFewer({ code, enhanced }: Reply): boolean {
  return code === 421 || (enhanced?.text.startsWith('4.7.') === true && enhanced.detail !== 1);
}

function isPolicy({ enhanced }: Reply): boolean {
  return enhanced?.subject === 7;
}
