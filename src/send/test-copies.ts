import { INERT_TOKEN } from '../subscribers/tokens/tokens.js';
import type { MessageTemplate } from '../model/issue/edition.js';
import type { SubmitOutcome, Transport } from '../model/send/outgoing-message.js';
import { composeMessage } from './message/compose-message.js';
import type { DkimKeys } from './dkim/keys.js';
import { newMessageId } from './ledger/freeze.js';
import { formatDate } from './message/message-headers.js';
import { prepareMessage } from './message/splice.js';
import { markAsTest } from './message/test-subject.js';

/** The outcome of one test copy. */
export interface TestCopy {
  readonly address: string;
  readonly messageId: string;
  readonly outcome: SubmitOutcome;
}

/**
 * Submits copies that look like the issue of a reader without a name, but for `[Test]` in their subject. They stand in no
 * ledger, and their links to unsubscribe and to settings lead to a page that says so.
 *
 * @param addresses addresses that were checked before.
 */
export async function submitTestCopies(
  transport: Transport,
  template: MessageTemplate,
  addresses: readonly string[],
  sending: {
    readonly at: Date;
    readonly dkim: DkimKeys | undefined;
    readonly returnPath: string;
    readonly signal: AbortSignal;
  },
): Promise<readonly TestCopy[]> {
  const prepared = prepareMessage(markAsTest(template), sending.dkim);
  const date = formatDate(sending.at);
  await transport.open({ issue: template.issue, kind: transport.kind, test: true, signal: sending.signal });
  try {
    const copies: TestCopy[] = [];
    for (const address of addresses) {
      const messageId = newMessageId(template.messageIdDomain);
      const tokens = { token: INERT_TOKEN, footerToken: INERT_TOKEN, preferencesToken: INERT_TOKEN };
      const recipient = {
        deliveryId: 'test',
        messageId,
        address,
        name: undefined,
        returnPath: sending.returnPath,
        ...tokens,
      };
      const [outcome] = await transport.submit([composeMessage(prepared, recipient, date)]);
      const unanswered: SubmitOutcome = { outcome: 'uncertain', reason: 'the transport did not answer for it' };
      copies.push({ address, messageId, outcome: outcome ?? unanswered });
    }
    return copies;
  } finally {
    await transport.close();
  }
}
