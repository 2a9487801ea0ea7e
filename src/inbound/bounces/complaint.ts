import type { Classification } from './classification.js';
import type { Mail } from '../mail/read-mail.js';
import { foreignWords, readFieldGroups, typedAddress } from './report-fields.js';

/** Reports that are no complaints: "this was not spam" (RFC 6430), and authentication failures (RFC 6591). */
const NO_COMPLAINTS = new Set(['not-spam', 'auth-failure']);

/**
 * Reads a feedback report (ARF, RFC 5965).
 *
 * @returns `undefined` when the mail is no such report.
 */
export function readComplaint(mail: Mail): Classification | undefined {
  const report = mail.reports.find(({ kind }) => kind === 'feedback-report');
  if (report === undefined) return undefined;
  const fields = readFieldGroups(report.text)[0];
  const type = foreignWords(fields?.get('feedback-type') ?? '').toLowerCase() || 'without a type';
  // The address is often left out or masked to protect the person (RFC 5965 §3.2, RFC 6590).
  const recipient = typedAddress(fields?.get('original-rcpt-to')) ?? null;
  if (NO_COMPLAINTS.has(type)) return { kind: 'other', status: null, recipient, reason: `a feedback report: ${type}` };
  return { kind: 'complaint', status: null, recipient, reason: `somebody complained: ${type}` };
}
