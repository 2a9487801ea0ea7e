import { readMail, type Mail } from '../../../src/inbound/mail/read-mail.js';

/** The mailto of a workspace from tests/support/subscribers/workspace.ts, and its sender. */
export const UNSUBSCRIBE = 'leave@example.org';
export const NEWS = 'news@example.org';

/** A mail as a mail program writes it; a header that is empty is left out. */
export function writtenMail(headers: Readonly<Record<string, string>>, body = ''): string {
  const all: Record<string, string> = {
    Received: 'from out.example.net by mx.example.org with ESMTPS; Fri, 18 Dec 2020 13:00:00 +0000 (UTC)',
    From: 'Anna <anna@example.net>',
    To: UNSUBSCRIBE,
    Subject: 'Hello',
    Date: 'Fri, 18 Dec 2020 12:59:58 +0000',
    'Message-ID': '<1@example.net>',
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  const fields = Object.entries(all).filter(([, value]) => value !== '');
  return [...fields.map(([name, value]) => `${name}: ${value}`), '', body, ''].join('\r\n');
}

/** A multipart/report (RFC 6522) with one part for programs. */
export function writtenReport(
  type: 'delivery-status' | 'feedback-report',
  fields: readonly string[],
  headers: Readonly<Record<string, string>> = {},
): string {
  const part = (mediaType: string, lines: readonly string[]) =>
    ['--report', `Content-Type: ${mediaType}`, '', ...lines, ''].join('\r\n');
  return writtenMail(
    {
      From: 'Mail Delivery System <MAILER-DAEMON@mx.example.net>',
      'Return-Path': '<>',
      Subject: 'Undelivered Mail Returned to Sender',
      'Content-Type': `multipart/report; report-type=${type}; boundary=report`,
      ...headers,
    },
    [
      part('text/plain', ['For people.']),
      part(`message/${type}`, fields),
      part('message/rfc822', ['Subject: unsubscribe', 'To: bo@example.net', '', 'Hello']),
      '--report--',
    ].join('\r\n'),
  );
}

/** A mail that can be read. */
export async function read(text: string): Promise<Mail> {
  const mail = await readMail(Buffer.from(text));
  if (mail === undefined) throw new Error(`This is no mail:\n${text}`);
  return mail;
}
