import { open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { NewsletterError } from '../model/error.js';
import type { FrozenSend } from './freeze.js';

/**
 * `issues/<issue>/sent.json`: the record beside the issue that it was, or is being, really sent. It travels with the
 * workspace, so that a copy with another database refuses to send the same issue again. No address stands in it.
 */
export function sentRecordPath(root: string, issue: string): string {
  return join(root, 'issues', issue, 'sent.json');
}

/** @throws NewsletterError `send-elsewhere` where the record says that the issue was sent, from another database. */
export async function refuseIfSentElsewhere(root: string, issue: string): Promise<void> {
  try {
    await stat(sentRecordPath(root, issue));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  throw new NewsletterError('send-elsewhere', {
    message: `Issue ${issue} was sent already, from another computer or another database: issues/${issue}/sent.json says so.`,
    expected: 'an issue that nobody has sent, or the database from which its send began',
    help: `Go on where the send began, with its data/newsletter.db. Only if you are sure that nobody got it: remove issues/${issue}/sent.json.`,
  });
}

/** Writes the record, whole or not at all. */
export async function writeSentRecord(root: string, send: FrozenSend): Promise<void> {
  const record = {
    issue: send.issue,
    kind: send.kind,
    buildHash: send.buildHash,
    audience: send.audience,
    begunAt: send.createdAt,
    ...(send.completedAt === undefined ? {} : { completedAt: send.completedAt }),
    ...(send.cancelledAt === undefined ? {} : { cancelledAt: send.cancelledAt }),
  };
  const path = sentRecordPath(root, send.issue);
  try {
    await writeWhole(path, `${JSON.stringify(record, undefined, 2)}\n`);
  } catch (error) {
    throw recordUnwritable(path, error);
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.tmp`;
  const file = await open(temporary, 'w');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

function recordUnwritable(path: string, cause: unknown): NewsletterError {
  return new NewsletterError(
    'send-incomplete',
    {
      message: `The record of the send, ${path}, could not be written.`,
      expected: 'a folder of the issue that can be written to, and room on the disk',
      help: 'Check the rights of the folder and the space on the disk, then run the same command again: it goes on where it stopped.',
    },
    cause,
  );
}
