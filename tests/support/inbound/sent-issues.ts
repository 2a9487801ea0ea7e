import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readMailbox, type ReadMailboxResult } from '../../../src/app/inbound/read-mailbox.js';
import { addSubscriber } from '../../../src/app/subscribers/add-subscriber.js';
import { listSubscribers } from '../../../src/app/subscribers/list-subscribers.js';
import type { SendKind } from '../../../src/model/send/delivery.js';
import type { OutgoingMessage, SubmitOutcome } from '../../../src/model/send/outgoing-message.js';
import type { Configuration } from '../../../src/model/settings/configuration.js';
import { openDatabase, type Queries } from '../../../src/store/database.js';
import { smallTemplate, writeBuild } from '../send/built-issue.js';
import { recordingTransport } from '../send/recording-transport.js';
import { sendIn } from '../send/sending-workspace.js';
import { emptyWorkspace } from '../subscribers/workspace.js';
import { writtenMail } from './written-mail.js';

/** A workspace from which issues were really sent, and a mailbox into which mails come back. */
export interface SentIssues {
  readonly configuration: Configuration;
  /** Sends an issue; of several on one day, the later one counts as newer. */
  send(issue: string, options?: SendingOptions): Promise<void>;
  /** The message of an issue to an address, as it went out. */
  message(issue: string, address: string): OutgoingMessage;
  /** Reads mails as one mailbox, in this order. */
  read(mails: readonly string[], options?: ReadingOptions): Promise<ReadMailboxResult>;
  /** Reads chunks from standard input, which breaks after some of them if a number is given. */
  pipe(chunks: readonly string[], breaksAfter?: number): Promise<ReadMailboxResult>;
  /** Each address with its state. */
  states(): Promise<Readonly<Record<string, string>>>;
  query<T>(work: (query: Queries) => Promise<T>): Promise<T>;
  remove(): Promise<void>;
}

export interface SendingOptions {
  readonly kind?: SendKind;
  readonly answer?: SubmitOutcome;
  readonly at?: string;
}

export interface ReadingOptions {
  readonly dryRun?: boolean;
  readonly at?: string;
}

export const READERS = ['anna@example.net', 'bo@example.net', 'cyd@example.net'] as const;
const SENT_AT = '2020-12-18T12:00:00.000Z';
const READ_AT = '2020-12-20T12:00:00.000Z';

export async function sentIssues(
  changes: Partial<Configuration> = { returnPath: { kind: 'verp', address: 'bounces@example.org' } },
  readers: readonly string[] = READERS,
): Promise<SentIssues> {
  const configuration = await emptyWorkspace(changes);
  const folder = path.join(configuration.root, 'mails');
  const now = () => new Date(SENT_AT);
  for (const email of readers) await addSubscriber({ configuration, email, now });
  const sent = new Map<string, OutgoingMessage>();
  const query: SentIssues['query'] = async (work) => {
    const database = await openDatabase(configuration.databasePath);
    try {
      return await work(database.query);
    } finally {
      await database.close();
    }
  };
  return {
    configuration,
    query,
    send: async (issue, { kind = 'real', answer, at = SENT_AT } = {}) => {
      await writeBuild(configuration.root, smallTemplate({ issue }));
      const transport = recordingTransport({
        kind,
        ...(answer === undefined ? {} : { answer: (batch) => Promise.resolve(batch.map(() => answer)) }),
      });
      const createTransport = () => Promise.resolve(transport);
      await sendIn(configuration, { issue, createTransport, now: () => new Date(at) });
      for (const message of transport.taken) sent.set(`${issue} ${message.recipient.address}`, message);
    },
    message: (issue, address) => {
      const message = sent.get(`${issue} ${address}`);
      if (message === undefined) throw new Error(`${issue} was not sent to ${address}.`);
      return message;
    },
    read: async (mails, { dryRun = false, at = READ_AT } = {}) => {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder);
      for (const [index, mail] of mails.entries()) {
        await writeFile(path.join(folder, `${String(index).padStart(4, '0')}.eml`), mail);
      }
      const standardInput = new Blob([]).stream();
      const request = { configuration, paths: ['mails'], from: configuration.root, standardInput, dryRun };
      return readMailbox({ ...request, now: () => new Date(at) });
    },
    pipe: (chunks, breaksAfter) => {
      const standardInput = breakingPipe(chunks, breaksAfter);
      const request = { configuration, paths: ['-'], from: configuration.root, standardInput, dryRun: false };
      return readMailbox({ ...request, now: () => new Date(READ_AT) });
    },
    states: async () => {
      const everybody = await listSubscribers({ configuration });
      return Object.fromEntries(everybody.map(({ email, state }) => [email, state]));
    },
    remove: () => rm(configuration.root, { recursive: true, force: true }),
  };
}

async function* breakingPipe(chunks: readonly string[], breaksAfter = Infinity): AsyncGenerator<Uint8Array> {
  for (const [index, chunk] of chunks.entries()) {
    await Promise.resolve();
    if (index >= breaksAfter) throw new Error('the pipe broke');
    yield Buffer.from(chunk);
  }
}

export interface ReturnedMailOptions {
  /** `Status:`. */
  readonly status?: string;
  /** The address that the report names; `null`: none. */
  readonly names?: string | null;
  /** Where the report goes to; absent: the message's return path. */
  readonly to?: string;
  /** What the copy's header says instead of the message's Message-ID; `null`: there is no copy. */
  readonly messageId?: string | null;
  readonly received?: string;
  /** Tells one report of the same kind from another. */
  readonly id?: string;
  readonly action?: 'failed' | 'delayed';
  readonly answer?: string;
}

const RECEIVED = 'Sat, 19 Dec 2020 09:00:00 +0000';

/** The report that a mail server writes about a message of ours (RFC 3464). */
export function bounceOf(message: OutgoingMessage, options: ReturnedMailOptions = {}): string {
  const { status = '5.1.1', names = message.envelope.to, action = 'failed' } = options;
  const { answer = status.startsWith('5.7.') ? 'refused by a rule of ours' : 'no such mailbox here' } = options;
  const about = names === null ? [] : [`Final-Recipient: rfc822; ${names}`];
  const code = status.startsWith('4') ? '451' : '550';
  const fields = [
    'Reporting-MTA: dns; mx.example.net',
    '',
    ...about,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${code} ${status} ${answer}`,
  ];
  return report('delivery-status', fields, message, options);
}

/** The report of a provider that a reader marked a message of ours as unwanted (RFC 5965). */
export function complaintOf(message: OutgoingMessage, options: ReturnedMailOptions = {}): string {
  const { names = message.envelope.to } = options;
  const about = names === null ? [] : [`Original-Rcpt-To: ${names}`];
  const fields = ['Feedback-Type: abuse', 'User-Agent: example/1', 'Version: 1', ...about];
  return report('feedback-report', fields, message, options);
}

function report(
  type: 'delivery-status' | 'feedback-report',
  fields: readonly string[],
  message: OutgoingMessage,
  { to = message.envelope.from, messageId = message.messageId, received = RECEIVED, id = '1' }: ReturnedMailOptions,
): string {
  const part = (mediaType: string, lines: readonly string[]) =>
    ['--report', `Content-Type: ${mediaType}`, '', ...lines, ''].join('\r\n');
  const others = message.headers.filter((header) => !/^message-id:/i.test(header));
  const copy = [`Message-ID: <${messageId ?? ''}>`, ...others, '', 'Hello'];
  return writtenMail(
    {
      Received: `from out.example.net by mx.example.org with ESMTPS; ${received}`,
      From: 'Mail Delivery System <MAILER-DAEMON@mx.example.net>',
      To: to,
      'Return-Path': '<>',
      Subject: 'Undelivered Mail Returned to Sender',
      Date: received,
      'Message-ID': `<${id}.${type}@mx.example.net>`,
      'Content-Type': `multipart/report; report-type=${type}; boundary=report`,
    },
    [
      part('text/plain', ['Somebody could not be reached.']),
      part(`message/${type}`, fields),
      ...(messageId === null ? [] : [part('message/rfc822', copy)]),
      '--report--',
    ].join('\r\n'),
  );
}
