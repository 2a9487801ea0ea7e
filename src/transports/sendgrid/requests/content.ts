import { randomBytes } from 'node:crypto';
import { parseMime, type Email } from '../../../mime/read-mime.js';
import { encodeSlotValue } from '../../../mime/quoted-printable.js';
import type { MessageTemplate, Segment, Slot } from '../../../model/issue/edition.js';
import { customHeaders } from './custom-headers.js';
import { unreadable } from '../answers/sendgrid-errors.js';

/** A slot, and the text that stands for it until SendGrid puts the recipient's value there. */
export interface MarkedSlot extends Slot {
  readonly mark: string;
}

/** What all messages of a template share, as SendGrid's API wants it. */
export interface SharedContent {
  /** The members of a request beside `personalizations`: JSON without its opening brace. */
  readonly json: Uint8Array;
  /** Header fields that are the same for everybody: the members of a JSON object, without its braces. */
  readonly headers: string;
  readonly slots: readonly MarkedSlot[];
}

/** Nothing but the issue: no pixel, no rewritten link, nothing added, and every list of SendGrid's is respected. */
const SETTINGS = {
  tracking_settings: {
    click_tracking: { enable: false, enable_text: false },
    open_tracking: { enable: false },
    subscription_tracking: { enable: false },
    ganalytics: { enable: false },
  },
  // The other by-passes are off unless asked for, and may not stand beside this one.
  mail_settings: {
    bypass_list_management: { enable: false },
    footer: { enable: false },
    sandbox_mode: { enable: false },
  },
};

/**
 * Takes a template apart into what SendGrid puts together again: its texts with a mark in every slot, and its pictures.
 * The marks are of 128 random bits and made after the content, so that no content can hold one.
 *
 * @throws NewsletterError `transport-unusable` where the template cannot be read so.
 */
export async function readContent(template: MessageTemplate): Promise<SharedContent> {
  const token = randomBytes(16).toString('hex');
  const slots = markSlots(template.body, token);
  const email = await parseMime(markedMessage(template, slots));
  const subject = email.subject ?? '';
  const contents = textContents(email);
  const [sender] = [email.from].flatMap((from) => (from?.address === undefined ? [] : [from]));
  const marked = template.body.filter((segment) => typeof segment !== 'string').length;
  const found = [subject, ...contents.map(({ value }) => value)].join('\n').split(token).length - 1;
  // Once in each mark, and nowhere else.
  if (sender?.address === undefined || contents.length === 0 || found !== marked) throw unreadable();
  const [replyTo] = email.replyTo ?? [];
  const json = JSON.stringify({
    from: { email: sender.address, ...(sender.name === '' ? {} : { name: sender.name }) },
    ...(replyTo?.address === undefined ? {} : { reply_to: { email: replyTo.address } }),
    subject,
    content: contents,
    ...(email.attachments.length === 0 ? {} : { attachments: email.attachments.map(attachment) }),
    ...SETTINGS,
  }).slice(1);
  return { json: Buffer.from(json, 'utf8'), headers: customHeaders(template.headers).join(','), slots };
}

/** One mark for each place of a slot: the same value is escaped differently in text and in HTML. */
function markSlots(body: readonly Segment[], token: string): readonly MarkedSlot[] {
  const marked = new Map<string, MarkedSlot>();
  for (const segment of body) {
    if (typeof segment === 'string') continue;
    const { slot, context } = segment;
    const place = `${slot} ${context}`;
    // Closed by a letter, so that none is the beginning of another; short, since every recipient brings it along.
    const mark = `slot${token}n${String(marked.size)}x`;
    if (!marked.has(place)) marked.set(place, { slot, context, mark });
  }
  return [...marked.values()];
}

function markedMessage(template: MessageTemplate, slots: readonly MarkedSlot[]): Uint8Array {
  const markOf = ({ slot, context }: Slot): string =>
    slots.find((marked) => marked.slot === slot && marked.context === context)?.mark ?? '';
  const body = template.body.map((segment) =>
    typeof segment === 'string' ? segment : encodeSlotValue(markOf(segment)),
  );
  return Buffer.from(`${template.headers.join('\r\n')}\r\n\r\n${body.join('')}`, 'utf8');
}

/** Text first, HTML last (RFC 2046 §5.1.4), which SendGrid insists on too. */
function textContents(email: Email): readonly { readonly type: string; readonly value: string }[] {
  return [
    { type: 'text/plain', value: email.text ?? '' },
    { type: 'text/html', value: email.html ?? '' },
  ].filter(({ value }) => value !== '');
}

function attachment(part: Email['attachments'][number]) {
  const { content, contentId, filename, mimeType, disposition } = part;
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(new Uint8Array(content));
  return {
    content: bytes.toString('base64'),
    type: mimeType,
    filename: filename ?? 'attachment',
    disposition: disposition ?? 'attachment',
    ...(contentId === undefined ? {} : { content_id: contentId.replace(/^<|>$/g, '') }),
  };
}
