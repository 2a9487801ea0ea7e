import type { OutgoingMessage, SubmitOutcome, Transport } from '../../model/send/outgoing-message.js';
import { SERVICE_MAIL } from '../../send/message/service-mail.js';

/**
 * Submits service mails in one session of a transport.
 *
 * @param onOutcome called for each message by its index, as soon as the outcome is known; never for messages that an
 *   error kept back.
 * @throws Error of the transport.
 */
export async function submitServiceMail(
  createTransport: () => Promise<Transport>,
  messages: readonly OutgoingMessage[],
  onOutcome: (place: number, outcome: SubmitOutcome | undefined) => void,
): Promise<void> {
  const transport = await createTransport();
  await transport.open({ issue: SERVICE_MAIL, kind: transport.kind, test: false });
  try {
    for (let place = 0; place < messages.length; place += transport.batchSize) {
      const batch = messages.slice(place, place + transport.batchSize);
      const outcomes = await transport.submit(batch);
      batch.forEach((_, index) => {
        onOutcome(place + index, outcomes[index]);
      });
    }
  } finally {
    await transport.close();
  }
}
