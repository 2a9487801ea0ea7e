import { applyReport, prepareReport, type PreparedReport, type ReportContext } from '../../inbound/apply-report.js';
import type { RequestApplication } from '../../inbound/apply-request.js';
import type { Classification } from '../../inbound/bounces/classification.js';
import { readReturnedMessage } from '../../inbound/bounces/returned-message.js';
import type { Mail } from '../../inbound/mail/read-mail.js';
import { isDeliveryReportKind } from '../../model/send/delivery-report.js';
import type { Queries } from '../../store/database.js';
import { findSubscriber } from '../../subscribers/find-subscribers.js';
import { reportEntry, type MailPlace, type ReadEntry } from './mailbox-entry.js';

/** A mail that asks for nothing, with what it says about each recipient. */
export interface NotedMail {
  readonly classifications: readonly Classification[];
  readonly mail: Mail;
  readonly place: MailPlace;
}

/** Acts on what a mail reports, in one transaction; in a dry run `planReports` says later what it would do. */
export async function readNotes(
  { classifications, mail, place }: NotedMail,
  application: RequestApplication | undefined,
  reports: ReportContext | undefined,
): Promise<readonly ReadEntry[]> {
  if (application === undefined || reports === undefined) {
    return classifications.map((one) => ({ entry: { ...place, ...one, outcome: undefined } }));
  }
  const returned = await whoseReturned(mail, reports, application);
  const named = classifications.map((one) =>
    one.kind === 'auto-reply' ? one : { ...one, recipient: returned ?? one.recipient },
  );
  const prepared = classifications.map((one) => toReport(one, mail, reports));
  const { database, dryRun } = application;
  const entries = named.map((one, index) => ({
    entry: { ...place, ...one, outcome: undefined },
    report: prepared[index],
  }));
  // In a dry run they are tried out together at the end, since three of them may do what one does not.
  if (dryRun || prepared.every((one) => one === undefined)) return entries;
  return database.transaction((query) => applyAll(query, entries, reports, dryRun));
}

function toReport(one: Classification, mail: Mail, reports: ReportContext): PreparedReport | undefined {
  const { kind } = one;
  // Words alone, without a code or an answer of a server, count against no reader.
  if (kind === 'temporary' && one.basis === 'words') return undefined;
  return isDeliveryReportKind(kind) ? prepareReport({ ...one, kind }, mail, reports) : undefined;
}

/** Acts on the reports among some entries, in their order. */
async function applyAll(
  query: Queries,
  entries: readonly ReadEntry[],
  reports: ReportContext,
  dryRun: boolean,
): Promise<readonly ReadEntry[]> {
  const applied: ReadEntry[] = [];
  for (const { entry, report, answer } of entries) {
    if (report === undefined) {
      applied.push({ entry, answer });
      continue;
    }
    const { file, place, recipient } = entry;
    const result = await applyReport(query, report, reports);
    applied.push({ entry: reportEntry({ ...report.report, recipient }, result, { file, place }, dryRun) });
  }
  return applied;
}

/** Says what the reports among some entries would do, and changes nothing. */
export async function planReports(
  read: readonly ReadEntry[],
  application: RequestApplication | undefined,
  reports: ReportContext | undefined,
): Promise<readonly ReadEntry[]> {
  if (application === undefined || reports === undefined) return read;
  return application.database.tryOut((query) => applyAll(query, read, reports, true));
}

/** Finds the subscriber whose message a report is about, by its return path. */
async function whoseReturned(
  mail: Mail,
  { listId, keys, bounceAddress }: ReportContext,
  { database }: RequestApplication,
): Promise<string | undefined> {
  const { returnPath } = readReturnedMessage(mail, { listId, keys, address: bounceAddress });
  if (typeof returnPath !== 'number') return undefined;
  return (await findSubscriber(database.query, returnPath))?.email;
}
