import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { parseJson } from '../../files/parse-json.js';
import { readIfThere } from '../../files/read-if-there.js';
import { writeAtomically } from '../../files/write-atomically.js';

const recordSchema = z.object({ readAt: z.iso.datetime(), mails: z.number().int().min(0) });

/** When the mailbox was last read to its end, and how many mails were in it. */
export interface MailboxRead {
  readonly readAt: Date;
  readonly mails: number;
}

/** The file holds no address. */
function recordPath(root: string): string {
  return path.join(root, 'data', 'mailbox-read.json');
}

/** Reads `data/mailbox-read.json`; `undefined` when the mailbox was never read. */
export async function lastMailboxRead(root: string): Promise<MailboxRead | undefined> {
  const bytes = await readIfThere(recordPath(root));
  if (bytes === undefined) return undefined;
  const record = recordSchema.safeParse(parseJson(bytes.toString('utf8')));
  return record.success ? { readAt: new Date(record.data.readAt), mails: record.data.mails } : undefined;
}

/** Writes the record, whole or not at all. */
export async function recordMailboxRead(root: string, { readAt, mails }: MailboxRead): Promise<void> {
  const filePath = recordPath(root);
  await mkdir(path.join(root, 'data'), { recursive: true, mode: 0o700 });
  const text = `${JSON.stringify({ readAt: readAt.toISOString(), mails }, undefined, 2)}\n`;
  await writeAtomically(filePath, text, { mode: 0o600, durable: true });
}
