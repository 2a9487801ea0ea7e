import type { AppliedReport, PreparedReport, Report, ReportOutcome } from '../../inbound/apply-report.js';
import type { AppliedRequest, RequestOutcome } from '../../inbound/apply-request.js';
import type { Classification, MailKind } from '../../inbound/bounces/classification.js';
import type { RawMail } from '../../inbound/mail/raw-mail.js';
import { readMail, type Mail } from '../../inbound/mail/read-mail.js';
import { MAX_TEMPORARY, TEMPORARY_WINDOW } from '../../model/send/delivery-report.js';
import { sizeWords } from '../../model/text/amounts/size-words.js';
import { shellWord } from '../../model/text/shell-word.js';
import type { MailRequest } from '../../inbound/unsubscribe-request.js';
import type { AnswerOutcome, ReaderAnswer } from './answer-readers.js';

/** One mail, or what one mail says about one recipient. */
export interface ReadMailboxEntry extends Classification {
  readonly file: string;
  /** The mail's position in a file of several, counted from 1. */
  readonly place: number | undefined;
  /** For requests; `unclear` when a person has to look at the mail. */
  readonly outcome: RequestOutcome | 'unclear' | undefined;
  /** For reports of bounces and complaints. */
  readonly report?: ReportAction | undefined;
  /** What helps a person find the mail, if they have to act on it. */
  readonly described?: MailDescription | undefined;
  /** What a person runs for a request to erase, because a mail alone never erases. */
  readonly command?: string | undefined;
}

/** What was done about a report, or would be in a dry run. */
export interface ReportAction {
  readonly outcome: ReportOutcome;
  /** The issue that came back, where the ledger knows it. */
  readonly issue: string | undefined;
  /** The same in words. */
  readonly done: string;
}

/** What helps a person recognise a mail; each on one line, without control characters. */
export interface MailDescription {
  /** ISO 8601, when it arrived or was written. */
  readonly date: string | null;
  readonly sender: string | null;
  readonly subject: string;
}

/** Where a mail lies. */
export type MailPlace = Pick<ReadMailboxEntry, 'file' | 'place'>;

/** What was read, and what is still to be done about it. */
export interface ReadEntry {
  readonly entry: ReadMailboxEntry;
  /** The mail to send after it. */
  readonly answer?: ReaderAnswer | undefined;
  /** What is still to be acted on. */
  readonly report?: PreparedReport | undefined;
}

const MAX_SUBJECT_CHARACTERS = 200;

/** Returns what a mail is listed with. */
export function describeMail(mail: Mail): MailDescription {
  return {
    date: (mail.receivedAt ?? mail.writtenAt)?.toISOString() ?? null,
    sender: mail.from ?? null,
    subject: mail.subject
      .replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ')
      .trim()
      .slice(0, MAX_SUBJECT_CHARACTERS),
  };
}

/** Makes the entry for a mail that a person has to look at. */
export function unclearEntry(place: MailPlace, reason: string, described?: MailDescription): ReadMailboxEntry {
  return { ...place, kind: 'unclear', status: null, recipient: null, reason, outcome: 'unclear', described };
}

/** Makes the entry for a mail of which only the header was read. */
export async function tooLargeEntry(
  place: MailPlace,
  { header, size }: Extract<RawMail, { kind: 'too-large' }>,
): Promise<ReadMailboxEntry> {
  const mail = await readMail(header);
  const reason = `is too large to be read (${sizeWords(size)})`;
  return unclearEntry(place, reason, mail === undefined ? undefined : describeMail(mail));
}

/** What a mail is that says different things about different people: the first of these that it says. */
const KINDS_BY_WEIGHT: readonly MailKind[] = [
  'unclear',
  'erase',
  'complaint',
  'permanent',
  'policy',
  'temporary',
  'unsubscribe',
  'auto-reply',
];

/** Returns the kind by which a mail is settled; `unclear` where a person has to act on what it says. */
export function kindOfMail(entries: readonly Pick<ReadMailboxEntry, 'kind' | 'outcome'>[]): MailKind {
  if (entries.some(({ outcome }) => outcome === 'nobody' || outcome === 'unclear')) return 'unclear';
  return KINDS_BY_WEIGHT.find((kind) => entries.some((entry) => entry.kind === kind)) ?? 'other';
}

const REASONS: Readonly<Record<RequestOutcome, string>> = {
  unsubscribed: 'off the list now',
  'left-before': 'had left before',
  'older-than-return': 'came back to the newsletter after this mail was written, and stays on the list',
  'asked-back':
    'uses the visible link of an issue from another address; its reader was asked by mail, and stays on the list',
  'asked-before': 'uses the visible link of an issue from another address; its reader was asked before',
  returned: 'back on the list, with the token of the mail that said they had left',
  'returned-before': 'asks to come back, and is on the list',
  nobody: 'asks to leave, but nobody on the list is meant',
};

const PLANS: Partial<Readonly<Record<RequestOutcome, string>>> = {
  unsubscribed: 'would be taken off the list',
  'asked-back': 'uses the visible link of an issue from another address; its reader would be asked by mail',
  returned: 'would be put back on the list',
};

/** Makes the entry for a request that was carried out, or would be in a dry run. */
export function appliedEntry(
  request: Exclude<MailRequest, { kind: 'unclear' }>,
  applied: AppliedRequest | undefined,
  mail: MailPlace & { readonly described: MailDescription; readonly dryRun: boolean },
): ReadMailboxEntry {
  const { file, place, described, dryRun } = mail;
  const outcome = applied?.outcome ?? 'nobody';
  const recipient = applied?.recipient ?? null;
  const done = (dryRun ? PLANS[outcome] : undefined) ?? REASONS[outcome];
  const base = { file, place, status: null, recipient, outcome };
  if (request.kind === 'return') return { ...base, kind: 'other', reason: done };
  // A reader whom we asked has not answered yet.
  if (outcome === 'asked-back' || outcome === 'asked-before') {
    return { ...base, kind: 'unclear', reason: done, described };
  }
  if (!request.erase) return { ...base, kind: 'unsubscribe', reason: done, described: needsPerson(outcome, described) };
  const command = eraseCommand(recipient);
  return { ...base, kind: 'erase', reason: `asks to be erased; ${done}`, described, command };
}

function needsPerson(outcome: RequestOutcome, described: MailDescription): MailDescription | undefined {
  return outcome === 'nobody' ? described : undefined;
}

/** Returns the command that erases somebody. */
function eraseCommand(address: string | null): string | undefined {
  if (address === null) return undefined;
  return `newsletter subscribers erase ${address.startsWith('-') ? '-- ' : ''}${shellWord(address)}`;
}

/** Returns the same entry, with a note if the mail to the reader was not written. */
export function withAnswer(entry: ReadMailboxEntry, outcome: AnswerOutcome): ReadMailboxEntry {
  if (outcome.kind === 'written') return entry;
  return { ...entry, reason: `${entry.reason}; the mail that tells them could not be written: ${outcome.reason}` };
}

/** Makes the entry for a report that was acted on, or would be in a dry run. */
export function reportEntry(
  report: Report,
  applied: AppliedReport,
  mail: MailPlace,
  dryRun: boolean,
): ReadMailboxEntry {
  const { outcome, issue } = applied;
  const recipient = applied.recipient ?? report.recipient;
  const action = { outcome, issue, done: reportWords(report.kind, applied, dryRun) };
  return { ...mail, ...report, recipient, outcome: undefined, report: action };
}

function reportWords(kind: Report['kind'], { outcome, temporary = 0 }: AppliedReport, dryRun: boolean): string {
  const late = `${String(temporary)} of the last ${String(TEMPORARY_WINDOW)} issues came back for now`;
  switch (outcome) {
    case 'suppressed': {
      const why = kind === 'temporary' ? `${late}; ` : kind === 'complaint' ? 'the reader complained; ' : '';
      return `${why}the address ${dryRun ? 'would not be mailed' : 'is not mailed'} any more`;
    }
    case 'counted':
      return kind === 'policy'
        ? 'counted as a problem of the sender; the reader stays on the list'
        : `${late}; the address is suppressed after ${String(MAX_TEMPORARY)}`;
    case 'noted':
      return 'noted; the address was off the list already';
    case 'older':
      return 'noted; the address was found good again after this report came';
    case 'known':
      return 'counted before';
    case 'rehearsal':
      return 'is about a rehearsal, which does not count; nothing was changed';
    case 'other-address':
      return 'names another address than the one to which the issue went; nothing was changed';
    case 'unknown':
      return 'shows no message of this newsletter that the ledger knows; nothing was changed';
  }
}
