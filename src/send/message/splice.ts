import { encodeSlotValue } from '../../mime/quoted-printable.js';
import type { MessageTemplate, Slot, SlotContext, SlotValues } from '../../model/issue/edition.js';
import { escapeFor } from '../../model/send/escape-slot.js';
import { NewsletterError } from '../../model/error.js';
import type { DkimKeys } from '../dkim/keys.js';
import { prepareSigner, type DkimSigner } from '../dkim/signer.js';

/** A template whose static bytes were made once, to be shared by every message of the send. */
export interface PreparedMessage {
  readonly template: MessageTemplate;
  /** The header fields that all messages share, and the blank line after them. */
  readonly sharedHeaders: Uint8Array;
  readonly body: readonly (Uint8Array | Slot)[];
  /** Absent where messages leave unsigned. */
  readonly signer: DkimSigner | undefined;
}

/** Makes the bytes that all messages of a send share. */
export function prepareMessage(template: MessageTemplate, dkim?: DkimKeys): PreparedMessage {
  return {
    template,
    sharedHeaders: Buffer.from(`${template.headers.map((field) => `${field}\r\n`).join('')}\r\n`, 'utf8'),
    body: template.body.map((segment) => (typeof segment === 'string' ? Buffer.from(segment, 'latin1') : segment)),
    signer: dkim === undefined ? undefined : prepareSigner(dkim, template),
  };
}

/**
 * One whole message in pieces: its signatures, its own header fields, and the shared bytes with its values in the slots.
 *
 * @throws NewsletterError `dkim-key-unusable` when there is a key and it made no signature.
 */
export async function messageBytes(
  prepared: PreparedMessage,
  headers: readonly string[],
  values: SlotValues,
): Promise<readonly Uint8Array[]> {
  const body = spliceBody(prepared, values);
  const signatures = prepared.signer === undefined ? '' : await prepared.signer.sign(headers, body);
  if (prepared.signer !== undefined && !signatures.startsWith('DKIM-Signature: ')) throw unsigned();
  const own = Buffer.from(signatures + headers.map((field) => `${field}\r\n`).join(''), 'utf8');
  return [own, prepared.sharedHeaders, ...body];
}

function spliceBody(prepared: PreparedMessage, values: SlotValues): readonly Uint8Array[] {
  const encoded = new Map<string, Uint8Array>();
  const valueOf = (slot: Slot): Uint8Array => {
    const place = `${slot.slot} ${slot.context}`;
    const bytes = encoded.get(place) ?? encodeValue(values[slot.slot], slot.context);
    encoded.set(place, bytes);
    return bytes;
  };
  return prepared.body.map((piece) => (piece instanceof Uint8Array ? piece : valueOf(piece)));
}

function unsigned(): NewsletterError {
  return new NewsletterError('dkim-key-unusable', {
    message: 'A message was to be signed and has no signature, so it was not sent.',
    expected: 'a DKIM signature on every message, since there is a key',
    help: 'Tell the people who maintain this program; until then, take NEWSLETTER_DKIM_KEY away to send unsigned.',
  });
}

function encodeValue(value: string, context: SlotContext): Uint8Array {
  return Buffer.from(encodeSlotValue(escapeFor(context, value)), 'latin1');
}
