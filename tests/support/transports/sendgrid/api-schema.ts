import * as z from 'zod';

/** SendGrid's `POST /v3/mail/send` as its documentation describes it: what its server takes, and nothing else. */

const RESERVED = new Set([
  'x-sg-id',
  'x-sg-eid',
  'received',
  'dkim-signature',
  'content-type',
  'content-transfer-encoding',
  'to',
  'from',
  'subject',
  'reply-to',
  'cc',
  'bcc',
]);
const address = z.string().regex(/^[\x21-\x7e]+@[A-Za-z0-9.-]+$/);
const oneLine = z.string().regex(/^[^\x00-\x1f\x7f]*$/);
const mailbox = z.strictObject({ email: address, name: oneLine.optional() });
const recipient = z.strictObject({
  email: address,
  // The API takes neither sign in a recipient's name.
  name: oneLine.regex(/^[^;,]+$/).optional(),
});
const headers = z
  .record(z.string().regex(/^[!-9;-~]+$/), z.string().regex(/^[\x20-\x7e]*$/))
  .refine((written) => Object.keys(written).every((name) => !RESERVED.has(name.toLowerCase())), 'a reserved header');
const off = z.strictObject({ enable: z.literal(false) });

const personalization = z.strictObject({
  to: z.array(recipient).min(1),
  headers: headers.optional(),
  substitutions: z
    .record(z.string().min(1), z.string())
    .refine((values) => Buffer.byteLength(JSON.stringify(values)) <= 10_000, 'more than 10,000 bytes')
    .optional(),
  custom_args: z.record(z.string(), z.string()).optional(),
});

export const mailSendSchema = z
  .strictObject({
    personalizations: z.array(personalization).min(1).max(1000),
    from: mailbox,
    reply_to: mailbox.optional(),
    subject: z.string().min(1),
    content: z
      .array(z.strictObject({ type: z.enum(['text/plain', 'text/html']), value: z.string().min(1) }))
      .min(1)
      .refine((parts) => parts.length < 2 || parts[0]?.type === 'text/plain', 'text/plain first'),
    attachments: z
      .array(
        z.strictObject({
          content: z.base64().min(1),
          type: z.string().regex(/^[\w.+-]+\/[\w.+-]+$/),
          filename: z.string().min(1),
          disposition: z.enum(['inline', 'attachment']),
          content_id: z.string().min(1).optional(),
        }),
      )
      .optional(),
    // Our own rule, beyond the API: nobody watches the readers.
    tracking_settings: z.strictObject({
      click_tracking: z.strictObject({ enable: z.literal(false), enable_text: z.literal(false) }),
      open_tracking: off,
      subscription_tracking: off,
      ganalytics: off,
    }),
    mail_settings: z.strictObject({ bypass_list_management: off, footer: off, sandbox_mode: off }),
  })
  .refine(({ personalizations }) => {
    const addresses = personalizations.flatMap(({ to }) => to.map(({ email }) => email.toLowerCase()));
    return new Set(addresses).size === addresses.length;
  }, 'an address twice');

export type MailSend = z.infer<typeof mailSendSchema>;
