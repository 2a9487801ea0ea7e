import * as z from 'zod';
import { parseJson } from '../../files/parse-json.js';
import { CAUSE_WORDS } from './answers/cause.js';
import { judgeAnswer } from './answers/judge-answer.js';
import type { Classification } from './classification.js';
import type { Mail } from '../mail/read-mail.js';
import { foreignWords, typedAddress } from './report-fields.js';

const recipientSchema = z.object({
  emailAddress: z.string(),
  status: z.string().optional(),
  action: z.string().optional(),
  diagnosticCode: z.string().optional(),
});
const noticeSchema = z.object({
  notificationType: z.string(),
  bounce: z.object({ bouncedRecipients: z.array(recipientSchema).max(1000) }).optional(),
  complaint: z
    .object({ complainedRecipients: z.array(recipientSchema).max(1000), complaintFeedbackType: z.string().optional() })
    .optional(),
});
const envelopeSchema = z.object({ Message: z.string() });

/**
 * Reads a notification of Amazon SES that came by mail: JSON, alone or in the envelope of SNS.
 *
 * @returns `undefined` when the mail is none.
 */
export function readSesEvent(mail: Mail): readonly Classification[] | undefined {
  if (!/@sns\.(?:[\w-]{1,30}\.)?amazonaws\.com$/i.test(mail.from ?? '')) return undefined;
  const body = jsonAtStart(mail.text);
  const envelope = envelopeSchema.safeParse(body);
  const notice = noticeSchema.safeParse(envelope.success ? parseJson(envelope.data.Message) : body);
  if (!notice.success) return undefined;
  const { bounce, complaint, notificationType } = notice.data;
  if (complaint !== undefined) {
    return complaint.complainedRecipients.map(({ emailAddress }) => ({
      kind: 'complaint',
      status: null,
      recipient: typedAddress(emailAddress) ?? null,
      system: 'SES',
      reason: `somebody complained: ${foreignWords(complaint.complaintFeedbackType ?? 'without a type')}`,
    }));
  }
  if (bounce === undefined) {
    const reason = `a notification: ${foreignWords(notificationType).toLowerCase()}`;
    return [{ kind: 'other', status: null, recipient: null, system: 'SES', reason }];
  }
  return bounce.bouncedRecipients.map(readBounced);
}

function readBounced({
  emailAddress,
  status,
  action,
  diagnosticCode = '',
}: z.infer<typeof recipientSchema>): Classification {
  const code = /^[245]\.\d{1,3}\.\d{1,3}$/.exec(status ?? '')?.[0];
  const judged = judgeAnswer({ text: diagnosticCode, status: code, isDelayed: action === 'delayed' });
  const { kind, cause, basis } = judged;
  const said = foreignWords(diagnosticCode) || 'a notification';
  const noted = { kind, status: judged.status, recipient: typedAddress(emailAddress) ?? null, system: 'SES', basis };
  return cause === undefined
    ? { ...noted, reason: said }
    : { ...noted, cause, reason: `${CAUSE_WORDS[cause]} (${said})` };
}

/** Below the JSON, SNS says how to stop its mails. */
function jsonAtStart(text: string): unknown {
  const end = text.lastIndexOf('}');
  // Mail programs break long lines.
  return end < 0 ? undefined : parseJson(text.slice(0, end + 1).replace(/\r?\n[ \t]?/g, ''));
}
