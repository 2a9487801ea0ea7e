import { encodeSlotValue } from '../../mime/quoted-printable.js';
import type { MessageTemplate, SlotValues } from '../../model/issue/edition.js';
import { escapeFor } from '../../model/send/escape-slot.js';

/** What a reader's mail program would show, as far as it is text. */
export interface MessageParts {
  readonly html: string | undefined;
  readonly text: string | undefined;
}

/** Decodes the two texts of a message, with values in its slots: to look at what was encoded when it was built. */
export function readMessageParts(template: MessageTemplate, values: SlotValues): MessageParts {
  const body = template.body
    .map((segment) =>
      typeof segment === 'string' ? segment : encodeSlotValue(escapeFor(segment.context, values[segment.slot])),
    )
    .join('');
  // No line of an encoded text begins with two hyphens, so these are the boundaries.
  const parts = `\r\n${body}`.split(/\r\n--[^\r\n]+(?=\r\n|$)/);
  return { html: partOf(parts, 'html'), text: partOf(parts, 'plain') };
}

function partOf(parts: readonly string[], subtype: 'html' | 'plain'): string | undefined {
  const part = parts.find((one) => new RegExp(`^\\r\\nContent-Type: text/${subtype}\\b`, 'i').test(one));
  return part === undefined ? undefined : decodeQuotedPrintable(part.slice(part.indexOf('\r\n\r\n') + 4));
}

function decodeQuotedPrintable(encoded: string): string {
  const bytes = encoded
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
