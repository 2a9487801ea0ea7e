import type { Keys } from '../../subscribers/tokens/keys.js';
import { makeExpiringToken, makeToken } from '../../subscribers/tokens/tokens.js';
import type { DueAnswer } from '../../inbound/apply-request.js';
import { foreignWords } from '../../inbound/bounces/report-fields.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { NewsletterError } from '../../model/error.js';
import type { OutgoingMessage, SubmitOutcome } from '../../model/send/outgoing-message.js';
import { mailtoLink } from '../../send/message/message-headers.js';
import { composeServiceMail } from '../../send/message/service-mail.js';
import type { NewsletterDatabase } from '../../store/database.js';
import { createTransport } from '../../transports/registry.js';
import { withinLimits } from '../send/send-quota.js';
import { openServiceMailComposer, type ServiceMailComposer } from '../service-mail/compose-service-mail.js';
import { submitServiceMail } from '../service-mail/submit-service-mail.js';

/** A mail to send to a reader, and the Message-ID field of the mail that it answers. */
export interface ReaderAnswer extends DueAnswer {
  readonly answered: string | undefined;
}

export interface AnswerReadersRequest {
  readonly configuration: Configuration;
  readonly keys: Keys;
  /** Has the counts of the limits. */
  readonly database: NewsletterDatabase;
  readonly at: Date;
}

/** The outcome of one answer; the reason is for people. */
export type AnswerOutcome = { readonly kind: 'written' } | { readonly kind: 'not-written'; readonly reason: string };

/**
 * Writes to the readers whom a request by mail was about, through the transport of the workspace: that they are off the
 * list and how to come back, or whether they want to unsubscribe. It is tried once, so that nobody gets two mails. A
 * failure is an outcome: what was done for the reader stays done.
 *
 * @returns the outcome of each, in their order.
 */
export async function answerReaders(
  answers: readonly ReaderAnswer[],
  request: AnswerReadersRequest,
): Promise<readonly AnswerOutcome[]> {
  const outcomes: AnswerOutcome[] = [];
  let failure = 'it was not handed over';
  try {
    const { configuration, database } = request;
    const now = () => new Date();
    const composer = await openServiceMailComposer(configuration);
    const messages = answers.map((answer) => composeAnswer(answer, composer, request));
    const makeTransport = async () =>
      withinLimits(await createTransport(configuration.transport, configuration), { configuration, database, now });
    await submitServiceMail(makeTransport, messages, (place, outcome) => {
      outcomes[place] = readOutcome(outcome);
    });
  } catch (error) {
    failure = error instanceof NewsletterError ? error.message : 'the transport failed';
  }
  return answers.map((_, place) => outcomes[place] ?? { kind: 'not-written', reason: failure });
}

function readOutcome(outcome: SubmitOutcome | undefined): AnswerOutcome {
  if (outcome?.outcome === 'submitted') return { kind: 'written' };
  const reason = foreignWords(outcome?.reason ?? '');
  return { kind: 'not-written', reason: reason === '' ? 'the transport did not answer for it' : reason };
}

function composeAnswer(
  { kind, to, answered }: ReaderAnswer,
  composer: ServiceMailComposer,
  { configuration, keys, at }: AnswerReadersRequest,
): OutgoingMessage {
  const { publicUrl, unsubscribeAddress } = configuration;
  const listId = configuration.list.id;
  const isLeft = kind === 'left';
  const token = isLeft
    ? makeExpiringToken(keys, listId, 'return', to.id, at)
    : makeToken(keys, listId, 'unsubscribe', to.id);
  const link =
    publicUrl === undefined
      ? mailtoLink(unsubscribeAddress, `${isLeft ? 'return' : 'unsubscribe'} ${token}`)
      : `${publicUrl}/${isLeft ? 'return' : 'u'}/${token}`;
  const mail = composer.compose({ kind: isLeft ? 'left' : 'askToLeave', to: to.email, language: to.language, link });
  // Only the first kind answers the reader's own mail; the other one quotes nothing from a mail that somebody else
  // wrote.
  return composeServiceMail(isLeft ? { ...mail, answers: { messageId: answered } } : mail, configuration, at);
}
