import { encodeSlotValue } from '../mime/quoted-printable.js';
import type { MessageTemplate, Slot, SlotContext, SlotValues } from '../model/edition.js';

/** A template whose static bytes were made once, to be shared by every message of the send. */
export interface PreparedMessage {
  readonly template: MessageTemplate;
  /** The header fields that all messages share, and the blank line after them. */
  readonly sharedHeaders: Uint8Array;
  readonly body: readonly (Uint8Array | Slot)[];
}

/** Makes the bytes that all messages of a send share. */
export function prepareMessage(template: MessageTemplate): PreparedMessage {
  return {
    template,
    sharedHeaders: Buffer.from(`${template.headers.map((field) => `${field}\r\n`).join('')}\r\n`, 'utf8'),
    body: template.body.map((segment) => (typeof segment === 'string' ? Buffer.from(segment, 'latin1') : segment)),
  };
}

/** One whole message in pieces: its own header fields, and the shared bytes with its values in the slots. */
export function spliceMessage(
  prepared: PreparedMessage,
  headers: readonly string[],
  values: SlotValues,
): readonly Uint8Array[] {
  const encoded = new Map<string, Uint8Array>();
  const valueOf = (slot: Slot): Uint8Array => {
    const place = `${slot.slot} ${slot.context}`;
    const bytes = encoded.get(place) ?? encodeValue(values[slot.slot], slot.context);
    encoded.set(place, bytes);
    return bytes;
  };
  return [
    Buffer.from(headers.map((field) => `${field}\r\n`).join(''), 'utf8'),
    prepared.sharedHeaders,
    ...prepared.body.map((piece) => (piece instanceof Uint8Array ? piece : valueOf(piece))),
  ];
}

function encodeValue(value: string, context: SlotContext): Uint8Array {
  return Buffer.from(encodeSlotValue(escapeFor(context, value)), 'latin1');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A value as its place in the edition needs it: so no name can become markup. */
export function escapeFor(context: SlotContext, value: string): string {
  switch (context) {
    case 'plain-text':
      return value;
    case 'html-text':
    case 'html-attribute':
      return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
  }
}
