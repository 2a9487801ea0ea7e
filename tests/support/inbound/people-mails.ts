import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { classify } from '../../../src/inbound/bounces/classify.js';
import { readMail } from '../../../src/inbound/mail/read-mail.js';
import type { OurList } from '../../../src/inbound/unsubscribe-request.js';

/** A mail that somebody wrote who did not know the rules by which it is read. */
const peopleMailsSchema = z.array(
  z.object({
    id: z.string(),
    /** `asks`: to leave, or for a person to look at it; `erase`: to be erased. */
    expect: z.enum(['asks', 'erase', 'no-request']),
    from: z.string(),
    to: z.string(),
    headers: z.record(z.string(), z.string()).optional(),
    subject: z.string(),
    contentType: z.string().optional(),
    text: z.string().optional(),
    html: z.string().optional(),
  }),
);
export type PeopleMail = z.infer<typeof peopleMailsSchema>[number];

/** The mails of a file beside this one. */
export function peopleMails(name: string): readonly PeopleMail[] {
  return peopleMailsSchema.parse(JSON.parse(readFileSync(path.join(import.meta.dirname, name), 'utf8')));
}

const list: OurList = {
  listId: 'newsletter.example.org',
  keys: {
    tokenKeys: [{ id: 'k1', secret: 'a secret of more than thirty-two characters' }],
    suppressionKey: 'another secret of more than thirty-two',
  },
  unsubscribeAddress: 'leave@example.org',
  addresses: ['leave@example.org', 'newsletter@example.org'],
  at: new Date('2020-12-18T13:00:00Z'),
};

/** The kind of such a mail in `newsletter mailbox --json`, where its sender is on the list. */
export async function kindOf(mail: PeopleMail): Promise<string> {
  const read = await readMail(Buffer.from(asMessage(mail)));
  if (read === undefined) return 'not a mail';
  const reading = classify(read, list);
  if (reading.kind === 'noted') return reading.classifications[0]?.kind ?? 'other';
  if (reading.request.kind === 'unclear') return 'unclear';
  return reading.request.kind !== 'return' && reading.request.erase ? 'erase' : 'unsubscribe';
}

function asMessage({ from, to, headers, subject, contentType, text, html }: PeopleMail): string {
  const fields: Record<string, string> = {
    From: from,
    To: to,
    Subject: encoded(subject),
    Date: 'Fri, 18 Dec 2020 12:59:58 +0000',
    'MIME-Version': '1.0',
    ...headers,
  };
  const { type, body } = bodyOf(contentType ?? 'text/plain; charset=utf-8', text ?? '', html);
  const header = Object.entries({ ...fields, 'Content-Type': type }).map(([name, value]) => `${name}: ${value}`);
  return [...header, '', body, ''].join('\r\n');
}

function bodyOf(contentType: string, text: string, html: string | undefined) {
  if (/^text\/html/i.test(contentType)) return { type: contentType, body: html ?? text };
  if (html === undefined || !/^multipart/i.test(contentType)) return { type: contentType, body: text };
  const part = (type: string, content: string) =>
    `--b\r\nContent-Type: text/${type}; charset=utf-8\r\n\r\n${content}\r\n`;
  return { type: 'multipart/alternative; boundary=b', body: `${part('plain', text)}${part('html', html)}--b--` };
}

function encoded(subject: string): string {
  return /^[\x20-\x7e]*$/.test(subject) ? subject : `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`;
}
