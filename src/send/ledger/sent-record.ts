import path from 'node:path';
import * as z from 'zod';
import { readIfThere } from '../../files/read-if-there.js';
import { removeLeftovers } from '../../files/temporary-file.js';
import { writeAtomically } from '../../files/write-atomically.js';
import { NewsletterError } from '../../model/error.js';
import type { Queries } from '../../store/database.js';
import type { FrozenSend } from './freeze.js';
import { lastFencing } from './lease.js';

/** The part of a record that tells how far its send had come. */
const progressSchema = z.looseObject({
  /** The issue that it is of. */
  issue: z.string().optional(),
  /** Which run it is of: the fencing number of its lease. Absent in records of earlier versions. */
  run: z.int().optional(),
  completedAt: z.string().optional(),
  cancelledAt: z.string().optional(),
});

/**
 * `issues/<issue>/sent.json`: the record beside the issue that it was, or is being, really sent. It travels with the
 * workspace, so that a copy with another database refuses to send the same issue again. No address stands in it.
 */
export function sentRecordPath(root: string, issue: string): string {
  return path.join(root, 'issues', issue, 'sent.json');
}

/** @throws NewsletterError `send-elsewhere` where the record says that the issue was sent, from another database. */
export async function refuseIfSentElsewhere(root: string, issue: string): Promise<void> {
  if ((await readProgress(root, issue)) === undefined) return;
  throw new NewsletterError('send-elsewhere', {
    message: `Issue ${issue} was sent already, from another computer or another database: issues/${issue}/sent.json says so.`,
    expected: 'an issue that nobody has sent, or the database from which its send began',
    help: `Go on where the send began, with its data/newsletter.db. Only if you are sure that nobody got it: remove issues/${issue}/sent.json.`,
  });
}

/**
 * Refuses a database that was restored from a backup, or copied: it does not know who got the issue since.
 *
 * @throws NewsletterError `send-elsewhere` where the record knows of more than the database does.
 */
export async function refuseIfDatabaseIsOlder(root: string, query: Queries, send: FrozenSend): Promise<void> {
  const record = await readProgress(root, send.issue);
  if (record === undefined) return;
  const isOlder =
    (record.run ?? 0) > (await lastFencing(query, send.issue, send.kind)) ||
    (record.completedAt !== undefined && send.completedAt === undefined) ||
    (record.cancelledAt !== undefined && send.cancelledAt === undefined);
  if (!isOlder) return;
  throw new NewsletterError('send-elsewhere', {
    message: `The send of issue ${send.issue} has gone further than this database knows, as issues/${send.issue}/sent.json says: the database is an older copy.`,
    expected: 'the database that knows of every run of the send',
    help: `Bring the newest data/newsletter.db back: with this one, people would get the issue twice. Only if you are sure that nobody got it since the copy was made: remove issues/${send.issue}/sent.json.`,
  });
}

/** @throws NewsletterError `send-elsewhere` where the record cannot be read, or is that of another issue. */
async function readProgress(root: string, issue: string): Promise<z.infer<typeof progressSchema> | undefined> {
  const record = await readRecord(root, issue);
  if (record?.issue !== undefined && record.issue !== issue) throw copiedRecord(issue, record.issue);
  return record;
}

/** A folder that was copied from the last issue has the record of its send too. */
function copiedRecord(issue: string, other: string): NewsletterError {
  return new NewsletterError('send-elsewhere', {
    message: `issues/${issue}/sent.json is the record of the issue ${other}: it came along when that folder was copied.`,
    expected: `no record beside an issue that was not sent, or one of the issue ${issue}`,
    help: `Delete issues/${issue}/sent.json, look whether date, number, title and subject in issue.yaml are those of ${issue}, build it, and send it.`,
  });
}

async function readRecord(root: string, issue: string): Promise<z.infer<typeof progressSchema> | undefined> {
  try {
    const bytes = await readIfThere(sentRecordPath(root, issue));
    return bytes === undefined ? undefined : progressSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (error) {
    throw new NewsletterError(
      'send-elsewhere',
      {
        message: `issues/${issue}/sent.json cannot be read, so nobody can tell whether this database knows of every run of the send.`,
        expected: 'the record as it was written',
        help: 'Bring the file back from a backup. Only if you are sure that this database is the only one and the newest: remove it, and it is written anew.',
      },
      error,
    );
  }
}

/**
 * Writes the record, whole or not at all.
 *
 * @param run the fencing number of the lease under which the send stands as it does.
 */
export async function writeSentRecord(root: string, send: FrozenSend, run: number): Promise<void> {
  const record = {
    issue: send.issue,
    kind: send.kind,
    buildHash: send.buildHash,
    audience: send.audience,
    begunAt: send.createdAt,
    run,
    ...(send.completedAt === undefined ? {} : { completedAt: send.completedAt }),
    ...(send.cancelledAt === undefined ? {} : { cancelledAt: send.cancelledAt }),
  };
  const filePath = sentRecordPath(root, send.issue);
  try {
    removeLeftovers(path.dirname(filePath));
    await writeAtomically(filePath, `${JSON.stringify(record, undefined, 2)}\n`, { durable: true });
  } catch (error) {
    throw recordUnwritable(filePath, error);
  }
}

function recordUnwritable(filePath: string, cause: unknown): NewsletterError {
  return new NewsletterError(
    'send-incomplete',
    {
      message: `The record of the send, ${filePath}, could not be written.`,
      expected: 'a folder of the issue that can be written to, and room on the disk',
      help: 'Check the rights of the folder and the space on the disk, then run the same command again: it goes on where it stopped.',
    },
    cause,
  );
}
