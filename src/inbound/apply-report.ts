import { sha256Hex } from '../files/sha256.js';
import { MAX_TEMPORARY, type DeliveryReportKind, type ReportedEvent } from '../model/send/delivery-report.js';
import {
  countTemporary,
  findCounted,
  findDelivery,
  findNewestDelivery,
  recordEvent,
  type ReportedDelivery,
  type ReportIdentity,
} from '../send/ledger/delivery-events.js';
import type { Queries } from '../store/database.js';
import { readAddress } from '../subscribers/addresses.js';
import { lastGood, suppressAddress, type NewSuppressionReason } from '../subscribers/consent/suppress-address.js';
import type { Keys } from '../subscribers/tokens/keys.js';
import type { Classification } from './bounces/classification.js';
import { readReturnedMessage, type ReturnedMessage } from './bounces/returned-message.js';
import type { Mail } from './mail/read-mail.js';

/** What was done about a report of a bounce or a complaint. */
export type ReportOutcome =
  /** The address is not mailed any more. */
  | 'suppressed'
  /** It stands beside the delivery. For now, the reader stays on the list. */
  | 'counted'
  /** It stands beside the delivery. The reader was off the list already, and stays as they were. */
  | 'noted'
  /** It stands beside the delivery. The address was good again after the report came. */
  | 'older'
  /** It was counted when the mailbox was last read. */
  | 'known'
  | 'rehearsal'
  /** It names another address than the one to which the issue went, so nobody can tell whose fault it is. */
  | 'other-address'
  /** Nothing in it shows a message of ours, or its token was not made here. */
  | 'unknown';

/** What was done, and about which delivery. */
export interface AppliedReport {
  readonly outcome: ReportOutcome;
  readonly issue?: string | undefined;
  /** The address to which the issue went. */
  readonly recipient?: string | undefined;
  /** Of the last issues to the address, how many came back for now. */
  readonly temporary?: number | undefined;
}

/** What a mail says about one recipient. */
export type Report = Classification & { readonly kind: DeliveryReportKind };

export interface ReportContext {
  readonly listId: string;
  readonly keys: Keys;
  /** The address for bounces, without a token. */
  readonly bounceAddress: string;
  readonly at: Date;
}

/** A report with all that decides about it; nothing else of its mail is kept. */
export interface PreparedReport extends ReportIdentity {
  readonly report: Report;
  readonly returned: ReturnedMessage;
  /** When the last mail server accepted it. */
  readonly receivedAt: Date | undefined;
  /** The same, or else when it was written. */
  readonly at: Date | undefined;
}

/** Takes from a mail what `applyReport` needs. */
export function prepareReport(
  report: Report,
  mail: Mail,
  { listId, keys, bounceAddress }: ReportContext,
): PreparedReport {
  return {
    report,
    kind: report.kind,
    digest: digestOf(report, mail),
    returned: readReturnedMessage(mail, { listId, keys, address: bounceAddress }),
    receivedAt: mail.receivedAt,
    at: mail.receivedAt ?? mail.writtenAt,
  };
}

/**
 * Acts on a report in the caller's transaction: the event beside the delivery and what follows from it are written
 * together or not at all. Only a message that the ledger knows counts. Reading a report again changes nothing, and
 * several reports end in the same state in whatever order they are read.
 */
export async function applyReport(
  query: Queries,
  prepared: PreparedReport,
  context: ReportContext,
): Promise<AppliedReport> {
  const { report, kind, digest } = prepared;
  const delivery = await findReported(query, prepared, context.at);
  if (delivery === undefined) return { outcome: 'unknown' };
  const { issue, address } = delivery;
  if (delivery.kind === 'rehearsal') return { outcome: 'rehearsal', issue };
  if (!isAbout(report, address)) return { outcome: 'other-address', issue };
  const recipient = address === '' ? undefined : address;
  const at = (prepared.at ?? context.at).toISOString();
  const event: ReportedEvent = { kind, at, status: report.status, answer: report.reason };
  const eventId = await recordEvent(query, delivery.id, { ...event, digest });
  if (eventId === undefined) return { outcome: 'known', issue, recipient };
  return { issue, recipient, ...(await act(query, delivery, { event, eventId, context })) };
}

/**
 * Finds the delivery. The Message-ID names it; the return path and the token name the subscriber, and so the newest
 * message to them. What contradicts itself is not ours.
 */
async function findReported(
  query: Queries,
  { kind, digest, receivedAt, returned: { messageId, returnPath, tokenHolder } }: PreparedReport,
  now: Date,
): Promise<ReportedDelivery | undefined> {
  if (returnPath === 'forged') return undefined;
  const named = messageId === undefined ? undefined : await findDelivery(query, messageId);
  const subscriberId = returnPath ?? tokenHolder;
  if (named !== undefined) {
    return returnPath === undefined || returnPath === named.subscriberId ? named : undefined;
  }
  if (subscriberId === undefined) return undefined;
  // Without a Message-ID, a report that is read again after the next issue must not count for that one.
  const counted = await findCounted(query, subscriberId, { kind, digest });
  return counted ?? (await findNewestDelivery(query, subscriberId, receivedAt ?? now));
}

/** What providers write in place of a complainant's name (RFC 6590): stars, words or a hash. */
const REDACTED =
  /\*|x{3,}|redact|removed|hidden|anonym|undisclosed|private|^[0-9a-f]{16,}$|^(?=.*\d)[a-z0-9_=+/-]{20,}$/i;

/** Says whether a report is about the address to which the delivery went; many reports name none. */
function isAbout({ kind, recipient }: Report, address: string): boolean {
  if (recipient === null || address === '') return true;
  if (addressKey(recipient) === addressKey(address)) return true;
  return kind === 'complaint' && REDACTED.test(recipient.slice(0, recipient.lastIndexOf('@')));
}

function addressKey(address: string): string {
  const reading = readAddress(address);
  return reading.kind === 'valid' ? reading.key : address.toLowerCase();
}

/** Identifies a report that is read again, also from a copy of the mailbox, and reveals nothing of it. */
function digestOf({ kind, status, recipient }: Report, mail: Mail): string {
  const parts = [mail.header('message-id'), mail.header('date'), mail.from, mail.subject, kind, status, recipient];
  return sha256Hex([...parts, ...mail.reports.map(({ text }) => text)].join('\0')).slice(0, 32);
}

interface NewEvent {
  readonly event: ReportedEvent;
  readonly eventId: number;
  readonly context: ReportContext;
}

async function act(
  query: Queries,
  delivery: ReportedDelivery,
  { event, eventId, context }: NewEvent,
): Promise<Pick<AppliedReport, 'outcome' | 'temporary'>> {
  // A refusal by a rule of the other side is a problem of the sender, never of the reader.
  if (event.kind === 'policy') return { outcome: 'counted' };
  const goodSince = event.kind === 'complaint' ? undefined : await lastGood(query, delivery.subscriberId);
  if (goodSince !== undefined && event.at < toSecond(goodSince)) return { outcome: 'older' };
  const temporary =
    event.kind === 'temporary' ? await countTemporary(query, delivery, goodSince && toSecond(goodSince)) : undefined;
  if (temporary !== undefined && temporary < MAX_TEMPORARY) return { outcome: 'counted', temporary };
  const { outcome } = await suppressAddress(query, delivery.address, REASONS[event.kind], {
    source: event.kind === 'complaint' ? 'complaint' : 'bounce',
    detail: factsOf(delivery, event),
    at: context.at,
    keys: context.keys,
    eventId,
  });
  return { outcome: outcome === 'suppressed' ? 'suppressed' : 'noted', temporary };
}

const REASONS: Readonly<Record<Exclude<DeliveryReportKind, 'policy'>, NewSuppressionReason>> = {
  permanent: 'hard-bounce',
  temporary: 'temporary',
  complaint: 'complaint',
};

/** A mail's times have no fractions of a second. */
function toSecond(at: string): string {
  return new Date(Math.floor(Date.parse(at) / 1000) * 1000).toISOString();
}

function factsOf({ issue }: ReportedDelivery, { status, answer }: ReportedEvent): string {
  return [`issue ${issue}`, status, answer].filter((fact) => fact !== null).join(', ');
}
