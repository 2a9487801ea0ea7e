import type { Classification } from './classification.js';
import type { Mail } from '../mail/read-mail.js';
import { foreignWords, readFieldGroups, typedAddress, type FieldGroup } from './report-fields.js';

/** An enhanced status code: class, subject, detail (RFC 3463 §2). */
const ENHANCED_CODE = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.]*\d)/;
/** A server's answer with its code (RFC 2034 §4), such as `550 5.1.1`. */
const ANSWER = /(?<!\d)[45]\d\d[ -]+([45]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/;
/** How qmail writes a code (its own form, QSBMF). */
const QMAIL_CODE = /\(#([45]\.\d{1,3}\.\d{1,3})\)/;
/** What stands above the copy of the returned mail. */
const COPY_BEGINS = /^[ \t]*(?:-{2,}|Below (?:is|this))/m;
const TEXT_LIMIT = 20_000;
const RECIPIENT_LIMIT = 1000;

/**
 * Reads what a delivery report (RFC 3464) says about each recipient, or what a mail server says in the older forms
 * without one.
 *
 * @returns `undefined` when the mail is not a bounce.
 */
export function readBounce(mail: Mail): readonly Classification[] | undefined {
  const groups = mail.reports
    .filter(({ kind }) => kind === 'delivery-status')
    .flatMap(({ text }) => readFieldGroups(text))
    .filter((fields) => ['action', 'status', 'final-recipient'].some((name) => fields.has(name)))
    .slice(0, RECIPIENT_LIMIT);
  if (groups.length > 0) return groups.map(readRecipient);
  return isFromMailServer(mail) ? [readOldBounce(mail)] : undefined;
}

function readRecipient(fields: FieldGroup): Classification {
  // The original recipient is the address as we wrote it (RFC 3464 §2.3.1); the final one is where it was forwarded to.
  const recipient =
    typedAddress(fields.get('original-recipient')) ?? typedAddress(fields.get('final-recipient')) ?? null;
  const diagnosis = fields.get('diagnostic-code') ?? '';
  const status = specificStatus(ENHANCED_CODE.exec(fields.get('status') ?? '')?.[0], ANSWER.exec(diagnosis)?.[1]);
  const action = /^[a-z]+/i.exec(fields.get('action') ?? '')?.[0].toLowerCase();
  const said = foreignWords(diagnosis.replace(/^[^;]{0,40};/, ''));
  const reason = said === '' ? `a delivery report: ${action ?? 'without a word'}` : said;
  if (action === 'delayed') return { kind: 'temporary', status, recipient, reason };
  if (action === 'delivered' || action === 'relayed' || action === 'expanded') {
    return { kind: 'other', status, recipient, reason: `a delivery report: ${action}` };
  }
  return { kind: bounceKind(status), status, recipient, reason };
}

/** `X.0.0` says nothing (RFC 3463 §3.1), so then the code in the server's answer counts. */
function specificStatus(status: string | undefined, answered: string | undefined): string | null {
  if (status === undefined || /^\d\.0\.0$/.test(status)) return answered ?? status ?? null;
  return status;
}

/**
 * Decides by the enhanced code alone, never by the words beside it. Policy (X.7.X, RFC 3463 §3.8) and errors of the
 * sender's own address (X.1.7, X.1.8, §3.2) say nothing about the recipient. A full mailbox (X.2.2, §3.3) is a
 * temporary failure, whatever its class.
 */
function bounceKind(status: string | null): Classification['kind'] {
  const [, level, subject, detail] = ENHANCED_CODE.exec(status ?? '') ?? [];
  if (level === undefined || level === '2') return 'other';
  if (level === '4' || (subject === '2' && detail === '2')) return 'temporary';
  if (subject === '7' || (subject === '1' && (detail === '7' || detail === '8'))) return 'policy';
  return 'permanent';
}

/** Says whether a mail server wrote the mail itself. A vacation reply comes from `<>` too, but in a person's name. */
export function isFromMailServer(mail: Mail): boolean {
  return /^(?:mailer-daemon|postmaster)@/i.test(mail.from ?? '') || mail.header('x-failed-recipients') !== undefined;
}

/** Reads a bounce that is written for people: only a code in a form that programs write counts. */
function readOldBounce(mail: Mail): Classification {
  const text = mail.text.slice(0, TEXT_LIMIT);
  const copy = COPY_BEGINS.exec(text)?.index;
  // If a line of hyphens opens the text, what follows is still the server's.
  const own = copy === undefined || text.slice(0, copy).trim() === '' ? text : text.slice(0, copy);
  const status = ANSWER.exec(own)?.[1] ?? QMAIL_CODE.exec(own)?.[1] ?? null;
  const failed = (mail.header('x-failed-recipients') ?? '').split(',');
  const named = /^[ \t]*<([^\s<>]{3,320})>:/m.exec(own)?.[1];
  const recipient = typedAddress(failed.length === 1 && failed[0] !== '' ? failed[0] : named) ?? null;
  if (status === null) {
    return { kind: 'other', status, recipient, reason: 'a mail came back, without a code that says why' };
  }
  return { kind: bounceKind(status), status, recipient, reason: 'a mail came back' };
}
