import { wireAddress } from '../../mime/addresses.js';
import type { MessageTemplate, SlotValues } from '../../model/issue/edition.js';
import type { OutgoingMessage } from '../../model/send/outgoing-message.js';
import { unsubscribeMail, personalHeaders, preferencesLink, unsubscribeLinks } from './message-headers.js';
import { messageBytes, type PreparedMessage } from './splice.js';

/** The recipient of a message, and its identifiers. */
export interface Recipient {
  readonly deliveryId: string;
  readonly messageId: string;
  readonly address: string;
  readonly name: string | undefined;
  /** The token of the unsubscribe links: of the header, and of the page that the visible link leads to. */
  readonly token: string;
  /** The token of the visible link where that is a mail: people to whom the issue is forwarded have it too. */
  readonly footerToken: string;
  /** The address for bounces of the message; absent: the address of From. */
  readonly returnPath?: string | undefined;
  /** The token of the link to the reader's settings. */
  readonly preferencesToken: string;
}

/**
 * The message of one recipient; its bytes are spliced and signed only when the transport asks for them.
 *
 * @param date the value of the Date field.
 * @throws NewsletterError `unexpected` where a name or an address would break out of its header field.
 */
export function composeMessage(prepared: PreparedMessage, recipient: Recipient, date: string): OutgoingMessage {
  const { template } = prepared;
  const { address, name, messageId } = recipient;
  const links = unsubscribeLinks(template.unsubscribe, recipient.token);
  const values: SlotValues = {
    greeting: greet(template.greeting, name),
    unsubscribeUrl: links.url ?? unsubscribeMail(template.unsubscribe, recipient.footerToken),
    preferencesUrl: preferencesLink(template.preferences, recipient.preferencesToken),
  };
  const headers = personalHeaders({ address, name, messageId, date, links });
  return {
    deliveryId: recipient.deliveryId,
    messageId,
    envelope: { from: recipient.returnPath ?? wireAddress(template.senderAddress), to: wireAddress(address) },
    recipient: { address, name },
    headers,
    template,
    values,
    bytes: () => messageBytes(prepared, headers, values),
  };
}

function greet(greeting: MessageTemplate['greeting'], name: string | undefined): string {
  // A function, since `$&` in a name would mean something to replaceAll.
  return name === undefined ? greeting.withoutName : greeting.withName.replaceAll('{name}', () => name);
}
