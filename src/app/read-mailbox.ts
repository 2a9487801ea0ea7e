import { resolve } from 'node:path';
import { openKeys } from '../audience/keys.js';
import { findSubscriber } from '../audience/find-subscribers.js';
import { applyRequest, type RequestApplication, type RequestOutcome } from '../feedback/apply-request.js';
import { classify } from '../feedback/classify.js';
import type { Classification } from '../feedback/classification.js';
import { lookAtPath, readMails } from '../feedback/mailbox-path.js';
import { recordMailboxRead } from '../feedback/mailbox-read.js';
import type { RawMail } from '../feedback/raw-mail.js';
import { readMail, type Mail } from '../feedback/read-mail.js';
import { subscriberOfReturnPath } from '../feedback/return-path.js';
import type { OurList } from '../feedback/unsubscribe-request.js';
import type { Configuration } from '../model/configuration.js';
import { openExistingDatabase } from '../store/database.js';

export interface ReadMailboxRequest {
  readonly configuration: Configuration;
  /** As they were given; `-` for standard input. */
  readonly paths: readonly string[];
  /** The folder from which relative paths count. */
  readonly from: string;
  readonly standardInput: AsyncIterable<Uint8Array>;
  /** Says what would be done, and writes nothing. */
  readonly dryRun: boolean;
  readonly now: () => Date;
}

/** One mail, or what one mail says of one recipient. */
export interface ReadMailboxEntry extends Classification {
  readonly file: string;
  /** The mail's place in a file of several, counted from 1. */
  readonly place: number | undefined;
  /** For requests to leave; `unclear` where a person has to look at the mail. */
  readonly outcome: RequestOutcome | 'unclear' | undefined;
}

export interface ReadMailboxResult {
  readonly mails: number;
  readonly entries: readonly ReadMailboxEntry[];
}

const OUTCOME_REASONS: Readonly<Record<RequestOutcome, string>> = {
  unsubscribed: 'off the list now',
  'left-before': 'had left before',
  'older-than-return': 'came back to the newsletter after this mail was written, and stays on the list',
  nobody: 'asks to leave, but nobody on the list is meant',
};

/**
 * Reads mailboxes and carries out the requests to leave; everything else is only noted. Mails are never changed, and
 * reading them again is harmless.
 *
 * @throws NewsletterError `file-unreadable` before anything is done, and the keys' and the database's.
 */
export async function readMailbox(request: ReadMailboxRequest): Promise<ReadMailboxResult> {
  const { configuration, dryRun } = request;
  const given = [...new Set(request.paths)];
  const paths = await Promise.all(given.map((path) => lookAtPath(path, resolve(request.from, path))));
  const database = await openExistingDatabase(configuration.databasePath);
  try {
    const keys = database === undefined ? undefined : await openKeys(configuration, database.query);
    const application =
      database === undefined || keys === undefined ? undefined : { database, keys, at: request.now(), dryRun };
    const list = ourList(configuration, keys);
    const bounces = configuration.returnPath.address;
    const entries: ReadMailboxEntry[] = [];
    let mails = 0;
    for (const path of paths) {
      for await (const raw of readMails(path, request.standardInput)) {
        mails += 1;
        entries.push(...(await readOne(raw, { list, bounces, application })));
      }
    }
    if (!dryRun) await recordMailboxRead(configuration.root, { readAt: request.now(), mails });
    return { mails, entries };
  } finally {
    await database?.close();
  }
}

function ourList(configuration: Configuration, keys: OurList['keys']): OurList {
  const { list, unsubscribeAddress, sender, replyTo } = configuration;
  const addresses = [unsubscribeAddress, sender.address, list.owner, ...(replyTo === undefined ? [] : [replyTo])];
  return { listId: list.id, keys, unsubscribeAddress, addresses };
}

interface MailboxContext {
  readonly list: OurList;
  /** Where undeliverable mail comes back to. */
  readonly bounces: string;
  /** Absent without a database. */
  readonly application: RequestApplication | undefined;
}

async function readOne(
  raw: RawMail,
  { list, bounces, application }: MailboxContext,
): Promise<readonly ReadMailboxEntry[]> {
  const { file, place } = raw;
  const other = (reason: string, outcome?: 'unclear'): readonly ReadMailboxEntry[] => [
    { file, place, kind: 'other', status: null, recipient: null, reason, outcome },
  ];
  if (raw.kind === 'unreadable') return other(raw.reason, 'unclear');
  const mail = await readMail(raw.bytes);
  if (mail === undefined) return other('it cannot be read as a mail');
  const reading = classify(mail, list);
  if (reading.kind === 'noted') {
    const returned =
      application === undefined ? undefined : await whoseReturned(mail, list.listId, bounces, application);
    return reading.classifications.map((one) => {
      const recipient = one.kind === 'auto-reply' ? one.recipient : (returned ?? one.recipient);
      return { file, place, ...one, recipient, outcome: undefined };
    });
  }
  if (reading.request.kind === 'unclear') return other(reading.request.reason, 'unclear');
  // Without a database, nobody is on the list yet.
  const applied = application === undefined ? undefined : await applyRequest(reading.request, mail, application);
  const outcome = applied?.outcome ?? 'nobody';
  const planned = outcome === 'unsubscribed' && application?.dryRun === true;
  const reason = planned ? 'would be taken off the list' : OUTCOME_REASONS[outcome];
  const recipient = applied?.recipient ?? null;
  return [{ file, place, kind: 'unsubscribe', status: null, recipient, reason, outcome }];
}

/** The address of the subscriber whose message a report came back for, by its return path. */
async function whoseReturned(
  mail: Mail,
  listId: string,
  address: string,
  { database, keys }: RequestApplication,
): Promise<string | undefined> {
  const subscriberId = subscriberOfReturnPath(mail, { listId, keys, address });
  return subscriberId === undefined ? undefined : (await findSubscriber(database.query, subscriberId))?.email;
}
