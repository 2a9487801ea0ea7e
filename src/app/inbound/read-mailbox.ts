import { openKeys } from '../../subscribers/tokens/keys.js';
import type { ReportContext } from '../../inbound/apply-report.js';
import { applyRequest, type RequestApplication } from '../../inbound/apply-request.js';
import { classify } from '../../inbound/bounces/classify.js';
import { recordMailboxRead } from '../../inbound/mail/mailbox-read.js';
import type { MailboxSource, SettledMail } from '../../inbound/mail/mailbox-source.js';
import type { RawMail } from '../../inbound/mail/raw-mail.js';
import { readMail, type Mail } from '../../inbound/mail/read-mail.js';
import type { MailRequest, OurList } from '../../inbound/unsubscribe-request.js';
import { NewsletterError, type ErrorCode } from '../../model/error.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { openExistingDatabase, type NewsletterDatabase } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';
import { planReports, readNotes } from './act-on-reports.js';
import type { AnswerOutcome, ReaderAnswer } from './answer-readers.js';
import {
  appliedEntry,
  describeMail,
  kindOfMail,
  tooLargeEntry,
  unclearEntry,
  withAnswer,
  type MailPlace,
  type ReadEntry,
  type ReadMailboxEntry,
} from './mailbox-entry.js';
import { nameMailboxes, openMailboxes, type MailboxesRequest } from './open-mailboxes.js';

export type { ReadMailboxEntry };

export interface ReadMailboxRequest extends MailboxesRequest {
  readonly now: () => Date;
  /** Ends the reading before the next mail. */
  readonly signal?: AbortSignal;
}

export interface ReadMailboxResult {
  readonly mails: number;
  readonly entries: readonly ReadMailboxEntry[];
  /** The outcomes of the mails to readers after that. */
  readonly answers: readonly AnswerOutcome[];
  /** Why the reading ended before its time; what was read before counts. */
  readonly failure?: NewsletterError | undefined;
}

/** How many mails, of how many bytes, are acted on before their readers are written to and they are settled. */
const MAX_BATCH = 100;
const MAX_BATCH_BYTES = 8 * 1024 * 1024;

/**
 * Reads mailboxes, carries out the requests to unsubscribe, and acts on bounces and complaints about messages that the
 * ledger knows; everything else is only listed. Readers who have to know about it get one mail. Reading mails again is
 * harmless: what one mail changes is one transaction.
 *
 * @throws NewsletterError those of `nameMailboxes` before anything is done, and those of the keys and the database.
 */
export async function readMailbox(request: ReadMailboxRequest): Promise<ReadMailboxResult> {
  const named = await nameMailboxes(request);
  return withDatabase(openExistingDatabase(request.configuration.databasePath), async (database) => {
    const sources = await openMailboxes(named, database, request);
    try {
      return await readSources(sources, database, request);
    } finally {
      for (const source of sources) await source.close();
    }
  });
}

type RoundRequest = Pick<ReadMailboxRequest, 'configuration' | 'dryRun' | 'now' | 'signal'>;

/** Reads what is in some open mailboxes now, and acts on it. */
export async function readSources(
  sources: readonly MailboxSource[],
  database: NewsletterDatabase | undefined,
  { configuration, dryRun, now, signal }: RoundRequest,
): Promise<ReadMailboxResult> {
  const at = now();
  const keys = database === undefined ? undefined : await openKeys(configuration, database.query);
  const application = database === undefined || keys === undefined ? undefined : { database, keys, at, dryRun };
  const list = ourList(configuration, keys, at);
  const bounceAddress = configuration.returnPath.address;
  const reports = keys === undefined ? undefined : { listId: list.listId, keys, bounceAddress, at };
  const context = { list, reports, application };
  const entries: ReadMailboxEntry[] = [];
  const answers: AnswerOutcome[] = [];
  let mails = 0;
  const readOneSource = async (source: MailboxSource): Promise<NewsletterError | undefined> => {
    let batch: ReadRaw[] = [];
    let bytes = 0;
    const settle = async () => {
      const planned = dryRun ? await planBatch(batch, context) : batch;
      const acted = await answer(planned, configuration, application);
      if (!dryRun && application !== undefined) await source.settle(acted.settled);
      for (const entry of acted.entries) entries.push(entry);
      answers.push(...acted.answers);
      batch = [];
      bytes = 0;
    };
    const failure = await failureOf(async () => {
      for await (const mail of source.mails(signal)) {
        mails += 1;
        const read = await readOne(mail, context);
        batch.push({ mail: dryRun ? withoutBytes(mail) : mail, read });
        bytes += mail.kind === 'bytes' ? mail.bytes.length : 0;
        // A dry run tries everything out together, since three reports may do what one does not.
        if (!dryRun && (batch.length >= MAX_BATCH || bytes >= MAX_BATCH_BYTES)) await settle();
      }
    });
    await settle();
    return failure;
  };
  for (const source of sources) {
    const failure = await readOneSource(source);
    if (failure !== undefined) return { mails, entries, answers, failure };
  }
  if (!dryRun && signal?.aborted !== true) await recordMailboxRead(configuration.root, { readAt: at, mails });
  return { mails, entries, answers };
}

/** A mailbox that cannot be read any further does not undo what was read. */
async function failureOf(work: () => Promise<void>): Promise<NewsletterError | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof NewsletterError && MAILBOX_ERRORS.has(error.code)) return error;
    throw error;
  }
}

const MAILBOX_ERRORS: ReadonlySet<ErrorCode> = new Set(['file-unreadable', 'mailbox-unusable'] as const);

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

/** A mail, and what was read in it. */
interface ReadRaw {
  readonly mail: RawMail;
  readonly read: readonly ReadEntry[];
}

interface ActedBatch extends Pick<ReadMailboxResult, 'entries' | 'answers'> {
  readonly settled: readonly SettledMail[];
}

/** A dry run keeps all mails until its end, so it lets go of what is read. */
function withoutBytes(mail: RawMail): RawMail {
  return mail.kind === 'bytes' ? { ...mail, bytes: Buffer.alloc(0) } : mail;
}

/** Says what the reports of some mails would do. */
async function planBatch(
  batch: readonly ReadRaw[],
  { application, reports }: MailboxContext,
): Promise<readonly ReadRaw[]> {
  const all = batch.flatMap(({ read }) => read);
  const planned = await planReports(all, application, reports);
  let next = 0;
  return batch.map(({ mail, read }) => {
    next += read.length;
    return { mail, read: planned.slice(next - read.length, next) };
  });
}

async function readOne(raw: RawMail, context: MailboxContext): Promise<readonly ReadEntry[]> {
  const place = { file: raw.file, place: raw.place };
  if (raw.kind === 'unreadable') return [{ entry: unclearEntry(place, raw.reason) }];
  if (raw.kind === 'too-large') return [{ entry: await tooLargeEntry(place, raw) }];
  const mail = await readMail(raw.bytes);
  if (mail === undefined) return [{ entry: unclearEntry(place, 'cannot be read as a mail') }];
  const reading = classify(mail, context.list);
  if (reading.kind === 'request') return [await carryOut(reading.request, mail, place, context)];
  return readNotes({ classifications: reading.classifications, mail, place }, context.application, context.reports);
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
  batch: readonly ReadRaw[],
  configuration: Configuration,
  application: RequestApplication | undefined,
): Promise<ActedBatch> {
  const due = batch.flatMap(({ read }) => read.flatMap(({ answer }) => (answer === undefined ? [] : [answer])));
  const outcomes = due.length === 0 || application === undefined ? [] : await write(due, configuration, application);
  let next = 0;
  const acted = batch.map(({ mail, read }) => {
    const entries = read.map(({ entry, answer }) => {
      const outcome = answer === undefined ? undefined : outcomes[next];
      if (answer !== undefined) next += 1;
      return outcome === undefined ? entry : withAnswer(entry, outcome);
    });
    return { mail, entries };
  });
  return {
    entries: acted.flatMap(({ entries }) => entries),
    answers: outcomes,
    settled: acted.map(({ mail, entries }) => ({ mail, kind: kindOfMail(entries) })),
  };
}

async function write(
  due: readonly ReaderAnswer[],
  configuration: Configuration,
  { database, keys, at }: RequestApplication,
): Promise<readonly AnswerOutcome[]> {
  // Words and templates are loaded only when there is somebody to write to.
  const { answerReaders } = await import('./answer-readers.js');
  return answerReaders(due, { configuration, keys, database, at });
}
