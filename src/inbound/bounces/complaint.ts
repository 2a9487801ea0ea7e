import type { Classification } from './classification.js';
import type { Mail } from '../mail/read-mail.js';
import { foreignWords, readFieldGroups, typedAddress, type FieldGroup } from './report-fields.js';
import { returnedField, returnedRecipient } from './returned-fields.js';

/** Reports that are no complaints: "this was not spam" (RFC 6430), and authentication failures (RFC 6591, DMARC). */
const NO_COMPLAINTS = new Set(['not-spam', 'auth-failure', 'dmarc', 'dkim']);
const TEXT_LIMIT = 20_000;

/**
 * Reads a feedback report (ARF, RFC 5965), or a complaint of Hotmail in its older form: the message itself, in a mail
 * that says so.
 *
 * @returns `undefined` when the mail is no such report.
 */
export function readComplaint(mail: Mail): Classification | undefined {
  const fields = feedbackFields(mail);
  if (fields !== undefined) return readFeedback(fields, mail);
  if (isHotmailComplaint(mail)) {
    const named = typedAddress(returnedField(mail.returned, 'X-HmXmrOriginalRecipient'));
    const recipient = named ?? returnedRecipient(mail, '') ?? null;
    return { kind: 'complaint', status: null, recipient, reason: 'somebody complained: Hotmail’s older form' };
  }
  return undefined;
}

/** If a program broke the parts of a report, its fields are in the text. */
function feedbackFields(mail: Mail): FieldGroup | undefined {
  const report = mail.reports.find(({ kind }) => kind === 'feedback-report');
  if (report !== undefined) return readFieldGroups(report.text)[0] ?? new Map<string, string>();
  if (!/report-type="?feedback-report/i.test(mail.header('content-type') ?? '')) return undefined;
  return readFieldGroups(mail.text.slice(0, TEXT_LIMIT)).find((fields) => fields.has('feedback-type'));
}

function readFeedback(fields: FieldGroup, mail: Mail): Classification {
  const type = foreignWords(fields.get('feedback-type') ?? '').toLowerCase() || 'without a type';
  // The address is often left out or masked to protect the person (RFC 5965 §3.2, RFC 6590).
  const named = [fields.get('original-rcpt-to'), fields.get('removal-recipient')].map(unmaskedAddress);
  const recipient =
    named.find((address) => address !== undefined) ?? unmaskedAddress(returnedRecipient(mail, '')) ?? null;
  if (NO_COMPLAINTS.has(type)) return { kind: 'other', status: null, recipient, reason: `a feedback report: ${type}` };
  return { kind: 'complaint', status: null, recipient, reason: `somebody complained: ${type}` };
}

function unmaskedAddress(written: string | undefined): string | undefined {
  const address = typedAddress(written);
  return address === undefined || /^[^@]*(?:redact|\*|x{4})|@(?:redacted|example\.invalid)/i.test(address)
    ? undefined
    : address;
}

/** Until Microsoft's program JMRP sent ARF, it sent the message itself. */
function isHotmailComplaint(mail: Mail): boolean {
  if (mail.returned === '' || !/^complaint about message from\b/i.test(mail.subject.trim())) return false;
  return /@(?:hotmail|outlook|live|microsoft)\.com$/i.test(mail.from ?? '');
}

/** Says whether a mail is a report about our own authentication: DMARC (RFC 9990) or TLS (RFC 8460). */
export function isDomainReport(mail: Mail): boolean {
  if (/report-type="?tlsrpt/i.test(mail.header('content-type') ?? '')) return true;
  return /^\s*(?:\[[^\]]{1,40}\]\s*)?report domain: ?\S/i.test(mail.subject);
}
