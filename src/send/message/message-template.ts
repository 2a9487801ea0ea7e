import * as z from 'zod';
import { SLOT_NAMES, type MessageTemplate } from '../../model/issue/edition.js';
/** One header field, folded perhaps: a line break only where the next line begins with a space. */
const HEADER_FIELD = /^[!-9;-~]+:[^\r\n\0]*(?:\r\n[ \t]+[^\r\n\0]*)*$/;
/** These are made for each message. */
const PERSONAL_FIELD = /^(?:to|cc|bcc|message-id|date|list-unsubscribe|list-unsubscribe-post|return-path)\s*:/i;

const headerFieldSchema = z
  .string()
  .refine((field) => HEADER_FIELD.test(field) && !PERSONAL_FIELD.test(field), 'a header field that all messages share');

const segmentSchema = z.union([
  z.string().regex(/^[\x00-\x7f]*$/, 'encoded text'),
  z.object({ slot: z.enum(SLOT_NAMES), context: z.enum(['html-text', 'html-attribute', 'plain-text']) }),
]);

const templateSchema = z.object({
  format: z.literal(1),
  issue: z.string().min(1),
  language: z.string(),
  headers: z.array(headerFieldSchema),
  senderAddress: z.string().min(3),
  messageIdDomain: z.string().regex(/^[a-z0-9.-]+$/i),
  body: z.array(segmentSchema),
  greeting: z.object({ withName: z.string(), withoutName: z.string() }),
  unsubscribe: z
    .object({ address: z.string(), url: z.string().optional() })
    .transform(({ address, url }) => ({ address, url })),
  preferences: z.object({ url: z.string() }).optional(),
  audience: z.object({ tags: z.array(z.string()).min(1) }).optional(),
});

/** The template that a `message.json` holds; `undefined` where it holds none. */
export function parseMessageTemplate(json: string): MessageTemplate | undefined {
  try {
    return templateSchema.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}
