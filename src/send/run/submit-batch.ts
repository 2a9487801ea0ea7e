import { NewsletterError, errorMessage } from '../../model/error.js';
import type { OutgoingMessage, SubmitOutcome, Transport } from '../../model/send/outgoing-message.js';
import type { ClaimedDelivery } from '../ledger/ledger.js';

/** One outcome per delivery of the batch, and the error of the transport as a whole. */
export interface BatchResult {
  readonly outcomes: readonly SubmitOutcome[];
  readonly failure: unknown;
}

/**
 * Composes and submits a batch. Never rejects: where the transport throws, or does not return one outcome per message,
 * nobody knows what it did, so the messages are uncertain, unless it takes no message twice.
 */
export async function submitBatch(
  transport: Transport,
  batch: readonly ClaimedDelivery[],
  compose: (delivery: ClaimedDelivery) => OutgoingMessage,
): Promise<BatchResult> {
  const messages: OutgoingMessage[] = [];
  const composed = batch.map((delivery) => {
    const message = composeOrRefuse(delivery, compose);
    // A message's outcome is found by its index among the submitted messages.
    return 'outcome' in message ? message : messages.push(message) - 1;
  });
  const { outcomes, failure } = await submit(transport, messages);
  return {
    failure,
    outcomes: composed.map((entry) =>
      typeof entry === 'number' ? (outcomes[entry] ?? unknownOutcome(transport, failure)) : entry,
    ),
  };
}

/** A message that cannot be composed fails alone, and delays no other. */
function composeOrRefuse(
  delivery: ClaimedDelivery,
  compose: (delivery: ClaimedDelivery) => OutgoingMessage,
): OutgoingMessage | SubmitOutcome {
  try {
    return compose(delivery);
  } catch (error) {
    return { outcome: 'failed', reason: errorMessage(error) };
  }
}

async function submit(transport: Transport, messages: readonly OutgoingMessage[]): Promise<BatchResult> {
  if (messages.length === 0) return { outcomes: [], failure: undefined };
  try {
    const outcomes = await transport.submit(messages);
    if (outcomes.length === messages.length) return { outcomes, failure: stopReasonOf(outcomes) };
    return { outcomes: [], failure: wrongAnswer(transport, outcomes.length, messages.length) };
  } catch (error) {
    return { outcomes: [], failure: error ?? new Error('the transport failed without saying why') };
  }
}

/** A transport that cannot continue says so with the outcome of a message; each message keeps its own outcome. */
function stopReasonOf(outcomes: readonly SubmitOutcome[]): NewsletterError | undefined {
  return outcomes.flatMap((outcome) => ('stop' in outcome ? (outcome.stop ?? []) : [])).at(0);
}

function unknownOutcome(transport: Transport, failure: unknown): SubmitOutcome {
  const reason = errorMessage(failure);
  return transport.idempotent ? { outcome: 'deferred', reason } : { outcome: 'uncertain', reason };
}

function wrongAnswer(transport: Transport, given: number, wanted: number): NewsletterError {
  return new NewsletterError('transport-unusable', {
    message: `The transport "${transport.name}" answered for ${String(given)} messages where it was given ${String(wanted)}.`,
    expected: 'one outcome for each message, in their order',
    help: 'Use another transport, and tell the author of this one.',
  });
}
