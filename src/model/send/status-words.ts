import type { DeliveryReportKind } from './delivery-report.js';

/** What the enhanced codes of RFC 3463 §3 (and the registry of RFC 5248) mean, by subject and detail. */
const CODES: Readonly<Record<string, string>> = {
  '1.1': 'there is no such mailbox',
  '1.2': 'there is no such mail domain',
  '1.3': 'the address is not written as its server wants it',
  '1.6': 'the mailbox has moved, and nobody said where to',
  '1.7': 'the other server does not accept the sender’s address',
  '1.8': 'the other server does not know the sender’s domain',
  '1.10': 'the domain receives no mail',
  '2.1': 'the mailbox is switched off',
  '2.2': 'the mailbox is full',
  '2.3': 'the message is too large for the mailbox',
  '3.4': 'the message is too large for the other server',
  '4.1': 'the other server did not answer',
  '4.2': 'the connection broke off',
  '4.4': 'no server for the domain was found',
  '4.6': 'the mail went round in a circle',
  '4.7': 'the message was too old when it could have been passed on',
  '7.1': 'the other server refuses our mail by one of its rules',
  '7.26': 'the mail failed the checks of its origin (SPF, DKIM)',
  '7.27': 'the sender’s domain says that it sends no mail',
  '7.515': 'the sender’s domain does not meet the other server’s demands',
};

const SUBJECTS: Readonly<Record<string, string>> = {
  '1': 'something is wrong with the address',
  '2': 'something is wrong with the mailbox',
  '3': 'the other server cannot take it',
  '4': 'the way to the other server does not work',
  '5': 'the two servers did not understand each other',
  '6': 'the other server does not take this kind of content',
  '7': 'the other server refuses it for reasons of security or policy',
};

const KINDS: Readonly<Record<DeliveryReportKind, string>> = {
  permanent: 'the address takes no mail any more',
  temporary: 'the address took no mail for now',
  policy: 'the other server refuses our mail by one of its rules',
  complaint: 'the reader marked it as unwanted',
};

/** Says in plain words what came back; without a code that says something, by the kind alone. */
export function reportInWords(kind: DeliveryReportKind, status: string | null): string {
  const [, subject = '', detail = ''] = /^[245]\.(\d{1,3})\.(\d{1,3})$/.exec(status ?? '') ?? [];
  if (kind === 'complaint') return KINDS[kind];
  const exact = CODES[`${subject}.${detail}`];
  // A detail of 0 says nothing (RFC 3463 §3).
  return exact ?? (detail === '0' ? undefined : SUBJECTS[subject]) ?? KINDS[kind];
}
