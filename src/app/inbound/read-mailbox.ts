import path from 'node:path';
import { openKeys } from '../../subscribers/tokens/keys.js';
import type { ReportContext } from '../../inbound/apply-report.js';
import { applyRequest, type RequestApplication } from '../../inbound/apply-request.js';
import { classify } from '../../inbound/bounces/classify.js';
import { inspectPath, readMails } from '../../inbound/mail/mailbox-path.js';
import { recordMailboxRead } from '../../inbound/mail/mailbox-read.js';
import type { RawMail } from '../../inbound/mail/raw-mail.js';
import { readMail, type Mail } from '../../inbound/mail/read-mail.js';
import type { MailRequest, OurList } from '../../inbound/unsubscribe-request.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { openExistingDatabase } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';
import { planReports, readNotes } from './act-on-reports.js';
import type { AnswerOutcome } from './answer-readers.js';
import {
  appliedEntry,
  describeMail,
  unclearEntry,
  withAnswer,
  type MailPlace,
  type ReadEntry,
  type ReadMailboxEntry,
} from './mailbox-entry.js';

export type { ReadMailboxEntry };

export interface ReadMailboxRequest {
  readonly configuration: Configuration;
  /** As they were entered; `-` for standard input. */
  readonly paths: readonly string[];
  /** The folder that relative paths are relative to. */
  readonly from: string;
  readonly standardInput: AsyncIterable<Uint8Array>;
  /** Says what would be done, and writes and sends nothing. */
  readonly dryRun: boolean;
  readonly now: () => Date;
}

export interface ReadMailboxResult {
  readonly mails: number;
  readonly entries: readonly ReadMailboxEntry[];
  /** The outcomes of the mails to readers after that. */
  readonly answers: readonly AnswerOutcome[];
}

/**
 * Reads mailboxes, carries out the requests to unsubscribe, and acts on bounces and complaints about messages that the
 * ledger knows; everything else is only listed. Readers who have to know about it get one mail. Mails are never changed,
 * and reading them again is harmless: what one mail changes is one transaction.
 *
 * @throws NewsletterError `file-unreadable` before anything is done, and those of the keys and the database.
 */
export async function readMailbox(request: ReadMailboxRequest): Promise<ReadMailboxResult> {
  const { configuration, dryRun } = request;
  const given = [...new Set(request.paths)];
  const paths = await Promise.all(given.map((filePath) => inspectPath(filePath, path.resolve(request.from, filePath))));
  return withDatabase(openExistingDatabase(configuration.databasePath), async (database) => {
    const at = request.now();
    const keys = database === undefined ? undefined : await openKeys(configuration, database.query);
    const application = database === undefined || keys === undefined ? undefined : { database, keys, at, dryRun };
    const list = ourList(configuration, keys, at);
    const bounceAddress = configuration.returnPath.address;
    const reports = keys === undefined ? undefined : { listId: list.listId, keys, bounceAddress, at };
    const context = { list, reports, application };
    const read: ReadEntry[] = [];
    let mails = 0;
    for (const filePath of paths) {
      for await (const raw of readMails(filePath, request.standardInput)) {
        mails += 1;
        read.push(...(await readOne(raw, context)));
      }
    }
    if (!dryRun) await recordMailboxRead(configuration.root, { readAt: at, mails });
    const planned = dryRun ? await planReports(read, application, reports) : read;
    return { mails, ...(await answer(planned, configuration, application)) };
  });
}

function ourList(configuration: Configuration, keys: OurList['keys'], at: Date): OurList {
  const { list, unsubscribeAddress, sender, replyTo } = configuration;
  const addresses = [unsubscribeAddress, sender.address, list.owner, ...(replyTo === undefined ? [] : [replyTo])];
  return { listId: list.id, keys, unsubscribeAddress, addresses, at };
}

interface MailboxContext {
  readonly list: OurList;
  /** `undefined` without a database. */
  readonly reports: ReportContext | undefined;
  /** `undefined` without a database. */
  readonly application: RequestApplication | undefined;
}

async function readOne(raw: RawMail, context: MailboxContext): Promise<readonly ReadEntry[]> {
  const place = { file: raw.file, place: raw.place };
  if (raw.kind === 'unreadable') return [{ entry: unclearEntry(place, raw.reason) }];
  const mail = await readMail(raw.bytes);
  if (mail === undefined) return [{ entry: unclearEntry(place, 'cannot be read as a mail') }];
  const reading = classify(mail, context.list);
  if (reading.kind === 'request') return [await carryOut(reading.request, mail, place, context)];
  const { application, reports } = context;
  return readNotes({ classifications: reading.classifications, mail, place }, application, reports);
}

async function carryOut(
  request: MailRequest,
  mail: Mail,
  place: MailPlace,
  { application }: MailboxContext,
): Promise<ReadEntry> {
  const described = describeMail(mail);
  if (request.kind === 'unclear') return { entry: unclearEntry(place, request.reason, described) };
  // Without a database, nobody is on the list yet.
  const applied = application === undefined ? undefined : await applyRequest(request, mail, application);
  const entry = appliedEntry(request, applied, { ...place, described, dryRun: application?.dryRun === true });
  const due = application?.dryRun === true ? undefined : applied?.answer;
  return { entry, answer: due === undefined ? undefined : { ...due, answered: mail.header('message-id') } };
}

/** Writes to the readers who have to know what was done, and notes the outcome with each entry. */
async function answer(
  read: readonly ReadEntry[],
  configuration: Configuration,
  application: RequestApplication | undefined,
): Promise<Pick<ReadMailboxResult, 'entries' | 'answers'>> {
  const due = read.flatMap(({ answer }) => (answer === undefined ? [] : [answer]));
  if (due.length === 0 || application === undefined) return { entries: read.map(({ entry }) => entry), answers: [] };
  // Words and templates are loaded only when there is somebody to write to.
  const { answerReaders } = await import('./answer-readers.js');
  const { keys, at } = application;
  const answers = await answerReaders(due, { configuration, keys, at });
  let next = 0;
  const entries = read.map(({ entry, answer }) => {
    const outcome = answer === undefined ? undefined : answers[next];
    if (answer !== undefined) next += 1;
    return outcome === undefined ? entry : withAnswer(entry, outcome);
  });
  return { entries, answers };
}
