import { MAIL_LIMIT } from '../../../src/inbound/mail/raw-mail.js';
import { writtenMail, writtenReport } from './written-mail.js';

const TEXTS = [
  ['a header without end', `From: a@example.net\r\nX: ${'x'.repeat(MAIL_LIMIT)}`],
  ['a header of many fields', `From: a@example.net\r\n${'X: y\r\n'.repeat(MAIL_LIMIT / 6)}`],
  ['a header of one folded field', `From: a@example.net\r\nX:${' y\r\n'.repeat(100_000)}\r\n`],
  ['ten thousand recipients', `From: a@example.net\r\nTo: ${'b@example.net, '.repeat(10_000)}\r\n\r\n`],
  ['nested groups', `From: ${'a:'.repeat(10_000)}\r\nTo: ${'"('.repeat(10_000)}\r\n\r\n`],
  ['an encoded subject', `From: a@example.net\r\nSubject: ${'=?utf-8?q?=41?= '.repeat(20_000)}\r\n\r\n`],
  ['a subject of blanks', `From: a@example.net\r\nSubject: unsubscribe${' '.repeat(400_000)}x\r\n\r\n`],
  ['blank lines', `From: a@example.net\r\n${'\r\n'.repeat(MAIL_LIMIT / 2)}`],
  ['words', writtenMail({}, 'unsubscribe '.repeat(MAIL_LIMIT / 12))],
  ['quotation marks', writtenMail({}, '>'.repeat(MAIL_LIMIT))],
  ['HTML of angle brackets', writtenMail({ 'Content-Type': 'text/html' }, '<'.repeat(MAIL_LIMIT))],
  ['a report of blank lines', writtenReport('delivery-status', ['Action: failed', '\r\n \t'.repeat(50_000)])],
  ['a report of one word', writtenReport('delivery-status', [`Diagnostic-Code: ${'1.'.repeat(100_000)}`, 'Action: x'])],
  ['a report of many recipients', writtenReport('delivery-status', ['Status: 5.1.1\r\n\r\n'.repeat(50_000)])],
] as const;

/** Mails that are made to take long, with what they are made of; as long as a mail may be. */
export const HOSTILE_MAILS = TEXTS.map(([name, text]) => [name, Buffer.from(text).subarray(0, MAIL_LIMIT)] as const);
