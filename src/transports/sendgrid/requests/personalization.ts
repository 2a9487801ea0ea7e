import { escapeFor } from '../../../model/send/escape-slot.js';
import type { OutgoingMessage, SubmitOutcome } from '../../../model/send/outgoing-message.js';
import type { SharedContent } from './content.js';
import { customHeaders } from './custom-headers.js';
import { jsonString } from './json-string.js';

/** One message as an entry of `personalizations`, or why it cannot be one. */
export type Personalization =
  { readonly kind: 'entry'; readonly json: Uint8Array } | { readonly kind: 'refused'; readonly outcome: SubmitOutcome };

/** SendGrid's limit for the substitutions of one personalization. */
const SUBSTITUTIONS_LIMIT = 10_000;
/** `;` and `,` SendGrid refuses in a name; the others mean something in a header. Such a name stands in the greeting only. */
const NO_NAME_FOR_A_HEADER = /[;,<>"\\\x00-\x1f\x7f]/;

/**
 * The part of a request that is one recipient's: address, header fields, values of the slots, and our names for it. The
 * JSON is put together by hand, since most of it is the same for a thousand of them.
 */
export function personalize(message: OutgoingMessage, content: SharedContent): Personalization {
  const { envelope, recipient, values } = message;
  if (/[^\x00-\x7f]/.test(envelope.to))
    return refused('SendGrid takes no address with letters other than a-z before the @');
  const substitutions = content.slots
    .map(({ slot, context, mark }) => `"${mark}":${jsonString(escapeFor(context, values[slot]))}`)
    .join(',');
  if (Buffer.byteLength(substitutions) > SUBSTITUTIONS_LIMIT) {
    return refused('SendGrid takes no greeting or link as long as this one');
  }
  const { name } = recipient;
  const shown = name === undefined || NO_NAME_FOR_A_HEADER.test(name) ? '' : `,"name":${jsonString(name)}`;
  // All fields go here, because SendGrid does not say whether it would join or replace the fields of the request.
  const headers = [content.headers, ...customHeaders(message.headers)].filter((member) => member !== '').join(',');
  const id = `"delivery_id":${jsonString(message.deliveryId)},"message_id":${jsonString(message.messageId)}`;
  const names = `{${id},"issue":${jsonString(message.template.issue)}}`;
  const filled = substitutions === '' ? '' : `,"substitutions":{${substitutions}}`;
  const to = `{"email":${jsonString(envelope.to)}${shown}}`;
  const json = `{"to":[${to}],"headers":{${headers}}${filled},"custom_args":${names}}`;
  return { kind: 'entry', json: Buffer.from(json, 'utf8') };
}

function refused(reason: string): Personalization {
  return { kind: 'refused', outcome: { outcome: 'failed', reason } };
}
