import type { AppliedRequest, RequestOutcome } from '../../inbound/apply-request.js';
import type { Classification, MailKind } from '../../inbound/bounces/classification.js';
import type { RawMail } from '../../inbound/mail/raw-mail.js';
import { readMail, type Mail } from '../../inbound/mail/read-mail.js';
import { sizeWords } from '../../model/text/amounts/size-words.js';
import type { MailRequest } from '../../inbound/unsubscribe-request.js';
import type { AnswerOutcome } from './answer-readers.js';

/** One mail, or what one mail says about one recipient. */
export interface ReadMailboxEntry extends Classification {
  readonly file: string;
  /** The mail's position in a file of several, counted from 1. */
  readonly place: number | undefined;
  /** For requests; `unclear` when a person has to look at the mail. */
  readonly outcome: RequestOutcome | 'unclear' | undefined;
  /** What helps a person find the mail, if they have to act on it. */
  readonly described?: MailDescription | undefined;
  /** What a person runs for a request to erase, because a mail alone never erases. */
  readonly command?: string | undefined;
}

/** What helps a person recognise a mail; each on one line, without control characters. */
export interface MailDescription {
  /** ISO 8601, when it arrived or was written. */
  readonly date: string | null;
  readonly sender: string | null;
  readonly subject: string;
}

type MailPlace = Pick<ReadMailboxEntry, 'file' | 'place'>;

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

/** Returns the command that erases somebody; an address may hold signs that mean something to a shell. */
function eraseCommand(address: string | null): string | undefined {
  if (address === null) return undefined;
  const quoted = /^[\w.+@-]+$/.test(address) ? address : `'${address.replaceAll("'", `'\\''`)}'`;
  return `newsletter subscribers erase ${address.startsWith('-') ? '-- ' : ''}${quoted}`;
}

/** Returns the same entry, with a note if the mail to the reader was not written. */
export function withAnswer(entry: ReadMailboxEntry, outcome: AnswerOutcome): ReadMailboxEntry {
  if (outcome.kind === 'written') return entry;
  return { ...entry, reason: `${entry.reason}; the mail that tells them could not be written: ${outcome.reason}` };
}
