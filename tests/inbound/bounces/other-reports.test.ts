import { describe, expect, test } from 'vitest';
import { REPLY_LANGUAGES } from '../../../src/inbound/bounces/auto-replies/subjects.js';
import type { Classification } from '../../../src/inbound/bounces/classification.js';
import { classify } from '../../../src/inbound/bounces/classify.js';
import { readReturnedMessage } from '../../../src/inbound/bounces/returned-message.js';
import { makeBounceToken, makeToken } from '../../../src/subscribers/tokens/tokens.js';
import { MOVED_TEXTS, REPLY_SUBJECTS } from '../../support/inbound/bounces/auto-replies.js';
import { OUR_LIST } from '../../support/inbound/our-list.js';
import { NEWS, read, writtenMail, writtenReport } from '../../support/inbound/written-mail.js';

async function noted(text: string): Promise<readonly Classification[]> {
  const reading = classify(await read(text), OUR_LIST);
  if (reading.kind === 'request') throw new Error(`This is taken for a request: ${reading.request.kind}`);
  return reading.classifications;
}

async function kinds(text: string): Promise<readonly unknown[]> {
  return (await noted(text)).map(({ kind, status, recipient }) => [kind, status, recipient]);
}

/** A mail that encloses a message of ours, with these fields. */
function enclosing(headers: Readonly<Record<string, string>>, fields: readonly string[]): string {
  return writtenMail(
    { 'Content-Type': 'multipart/mixed; boundary=b', ...headers },
    ['--b', 'Content-Type: message/rfc822', '', ...fields, '', 'Hello', '--b--'].join('\r\n'),
  );
}

const DAEMON = { From: 'MAILER-DAEMON@mx.example.com', 'Return-Path': '<>' };

describe('words without a code', () => {
  test.each([
    ['<anna@example.net>: Unknown user', 'unclear'],
    ['<anna@example.net>: The account was disabled', 'unclear'],
    ['<anna@example.net>: The domain does not exist', 'unclear'],
    ['<anna@example.net>: Mailbox full', 'temporary'],
    ['<anna@example.net>: Taken for spam', 'policy'],
    ['Of 550 guests, 5 said: no such user. Version 5.1.1 is out.', 'unclear'],
    ['We could not deliver it.', 'other'],
  ])('never make a bounce permanent: %s', async (text, kind) => {
    expect((await noted(writtenMail(DAEMON, text))).map((one) => one.kind)).toEqual([kind]);
  });

  test('of a person are no bounce', async () => {
    const mail = writtenMail(
      { To: NEWS },
      'This message was created automatically by mail delivery software.\r\n550 5.1.1 User unknown',
    );
    expect((await noted(mail)).map((one) => one.kind)).toEqual(['other']);
  });
});

describe('a bounce', () => {
  test('says of each recipient its own', async () => {
    const text = [
      '<anna@example.net>: host mx said: 550 5.1.1 Unknown user',
      '',
      '<bo@example.net>: host mx said: 552 5.2.2 Mailbox full',
      '',
      '<carla@example.net>: host mx said: 554 5.7.1 Spam',
    ];
    expect(await kinds(writtenMail(DAEMON, text.join('\r\n')))).toEqual([
      ['permanent', '5.1.1', 'anna@example.net'],
      ['temporary', '5.2.2', 'bo@example.net'],
      ['policy', '5.7.1', 'carla@example.net'],
    ]);
  });

  test('that names nobody is about whom the returned message was written to', async () => {
    expect(await kinds(enclosing(DAEMON, ['To: Anna <anna@example.net>', 'Subject: News']))).toEqual([
      ['other', null, 'anna@example.net'],
    ]);
  });

  test('never takes its answer from the copy of the message', async () => {
    const copy = 'It failed.\r\n\r\n--- Below this line is a copy of the message.\r\n\r\n550 5.1.1 Unknown user';
    expect((await noted(writtenMail(DAEMON, copy))).map((one) => one.kind)).toEqual(['other']);
  });

  test('for a step before the recipient is not the reader’s', async () => {
    const text = '<anna@example.net>: host mx said: 550 5.1.1 Unknown user (in reply to MAIL FROM command)';
    expect((await noted(writtenMail(DAEMON, text))).map((one) => one.kind)).toEqual(['policy']);
  });

  test('after the text of the message needs a code to be about the address', async () => {
    const said = (answer: string) => `<anna@example.net>: host mx said: ${answer} (in reply to end of DATA command)`;
    expect((await noted(writtenMail(DAEMON, said('550 Unknown user')))).map((one) => one.kind)).toEqual(['policy']);
    expect((await noted(writtenMail(DAEMON, said('550 5.1.1 Unknown user')))).map((one) => one.kind)).toEqual([
      'permanent',
    ]);
  });

  test('is only late as long as the server tries on', async () => {
    const text = 'THIS IS A WARNING MESSAGE ONLY.\r\n\r\n<anna@example.net>: 550 5.1.1 Unknown user';
    expect((await noted(writtenMail(DAEMON, text))).map((one) => one.kind)).toEqual(['temporary']);
  });

  test('whose parts are separated wrongly is read as it stands', async () => {
    const headers = { ...DAEMON, 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=other' };
    const body = [
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Final-Recipient: rfc822; anna@example.net',
      'Action: failed',
      'Status: 5.1.1',
      '',
      '--b--',
    ];
    expect(await kinds(writtenMail(headers, body.join('\r\n')))).toEqual([['permanent', '5.1.1', 'anna@example.net']]);
  });
});

describe('a notification of Amazon SES', () => {
  const from = { From: 'SES <no-reply@sns.amazonaws.com>' };
  const bounced = (status: string, diagnosticCode: string) => ({
    notificationType: 'Bounce',
    bounce: { bouncedRecipients: [{ emailAddress: 'anna@example.net', status, action: 'failed', diagnosticCode }] },
  });

  test('is read alone and in its envelope', async () => {
    const gone = JSON.stringify(bounced('5.1.1', 'smtp; 550 5.1.1 Unknown user'));
    const wrapped = JSON.stringify({ Type: 'Notification', Message: gone });
    for (const text of [`${gone}\r\n\r\n--\r\nIf you wish to stop`, wrapped]) {
      expect(await kinds(writtenMail(from, text))).toEqual([['permanent', '5.1.1', 'anna@example.net']]);
    }
    const full = JSON.stringify(bounced('5.2.2', 'smtp; 552 5.2.2 Mailbox full'));
    expect(await kinds(writtenMail(from, full))).toEqual([['temporary', '5.2.2', 'anna@example.net']]);
  });

  test('may be a complaint, or about a delivery', async () => {
    const complaint = {
      notificationType: 'Complaint',
      complaint: { complainedRecipients: [{ emailAddress: 'anna@example.net' }] },
    };
    expect(await kinds(writtenMail(from, JSON.stringify(complaint)))).toEqual([
      ['complaint', null, 'anna@example.net'],
    ]);
    expect(await kinds(writtenMail(from, JSON.stringify({ notificationType: 'Delivery' })))).toEqual([
      ['other', null, null],
    ]);
    expect((await noted(writtenMail(from, '{"notificationType": 5'))).map((one) => one.kind)).toEqual(['other']);
  });
});

describe('a complaint', () => {
  test.each(['Original-Rcpt-To: <redacted@example.net>', 'Original-Rcpt-To: xxxxxx@example.net', 'Version: 1'])(
    'with a blanked address is about whom the message was written to: %s',
    async (field) => {
      const report = writtenReport('feedback-report', ['Feedback-Type: abuse', field]);
      expect(await kinds(report)).toEqual([['complaint', null, 'bo@example.net']]);
    },
  );

  test('of Hotmail’s older form is one', async () => {
    const headers = { From: 'staff@hotmail.com', Subject: 'complaint about message from 192.0.2.7' };
    expect(
      await kinds(enclosing(headers, ['X-HmXmrOriginalRecipient: anna@example.net', 'To: x@example.com'])),
    ).toEqual([['complaint', null, 'anna@example.net']]);
    expect(await kinds(enclosing(headers, ['To: anna@example.net']))).toEqual([
      ['complaint', null, 'anna@example.net'],
    ]);
  });

  test.each([
    ['of somebody else is none', { From: 'anna@example.net', Subject: 'complaint about message from 192.0.2.7' }],
    ['without that subject is none', { From: 'staff@hotmail.com', Subject: 'News' }],
  ])('in that form %s', async (_, headers) => {
    expect((await noted(enclosing({ ...headers, To: NEWS }, ['To: anna@example.net']))).map((one) => one.kind)).toEqual(
      ['other'],
    );
  });

  test.each(['auth-failure', 'not-spam', 'dmarc'])('is not what a report of the type %s is', async (type) => {
    expect((await noted(writtenReport('feedback-report', [`Feedback-Type: ${type}`]))).map((one) => one.kind)).toEqual([
      'other',
    ]);
  });

  test('is not what a report about our domain is', async () => {
    const mail = writtenMail({
      From: 'postmaster@example.net',
      Subject: 'Report Domain: example.org Submitter: example.net Report-ID: 7',
    });
    expect((await noted(mail)).map((one) => one.kind)).toEqual(['other']);
  });
});

describe('the message that a report is about', () => {
  const keys = OUR_LIST.keys;
  if (keys === undefined) throw new Error('The list has keys.');
  const paths = { keys, listId: OUR_LIST.listId, address: 'bounces@example.org' };

  test('is found by its return path or its unsubscribe token', async () => {
    const verp = `bounces+${makeBounceToken(keys, OUR_LIST.listId, 7)}@example.org`;
    const token = makeToken(keys, OUR_LIST.listId, 'unsubscribe', 7);
    const found = async (fields: readonly string[]) => {
      const { returnPath, tokenHolder } = readReturnedMessage(await read(enclosing(DAEMON, fields)), paths);
      return returnPath ?? tokenHolder;
    };
    expect(await found([`Return-Path: <${verp}>`])).toBe(7);
    expect(await found([`List-Unsubscribe: <https://news.example.org/u/${token}>`])).toBe(7);
    expect(await found([`List-Unsubscribe: <mailto:leave@example.org?subject=unsubscribe%20${token}>`])).toBe(7);
    const other = makeToken(keys, 'other.example.org', 'unsubscribe', 7);
    expect(await found([`List-Unsubscribe: <https://news.example.org/u/${other}>`])).toBeUndefined();
    expect(await found(['Subject: News', '', `https://news.example.org/u/${token}`])).toBeUndefined();
  });

  test('has its Message-ID in what is returned, or in what stands below the text', async () => {
    const idOf = async (mail: string) => readReturnedMessage(await read(mail), paths).messageId;
    const id = (sign: string) => `${sign.repeat(32)}@example.org`;
    expect(await idOf(enclosing(DAEMON, [`Message-ID: <${id('7')}>`]))).toBe(id('7'));
    expect(await idOf(writtenMail(DAEMON, `It failed.\r\n\r\nMessage-Id: <${id('8')}>`))).toBe(id('8'));
    expect(await idOf(writtenMail({ 'In-Reply-To': `<${id('9')}>` }))).toBe(id('9'));
    expect(await idOf(writtenMail(DAEMON, `See <${id('a')}>.`))).toBeUndefined();
  });
});

describe('an automatic reply', () => {
  const subjects = Object.entries(REPLY_SUBJECTS).flatMap(([language, pair]) =>
    pair.map((subject) => [language, subject] as const),
  );

  test('is known in every language of the table, by two subjects', () => {
    expect(Object.keys(REPLY_SUBJECTS).sort()).toEqual([...REPLY_LANGUAGES].sort());
  });

  test.each(subjects)('is known by its subject: %s %s', async (_, Subject) => {
    expect(await kinds(writtenMail({ To: NEWS, Subject }, 'I am away.'))).toEqual([
      ['auto-reply', null, 'anna@example.net'],
    ]);
  });

  test('is known by its null return path', async () => {
    expect((await noted(writtenMail({ To: NEWS, 'Return-Path': '<>' }, 'I am away.'))).map((one) => one.kind)).toEqual([
      'auto-reply',
    ]);
  });

  test.each(['Absent friends', 'On leave-taking', 'Vacation photos', 'Semesterbeginn in Wien'])(
    'is not what somebody writes about: %s',
    async (Subject) => {
      expect((await noted(writtenMail({ To: NEWS, Subject }, 'Look!'))).map((one) => one.kind)).toEqual(['other']);
    },
  );

  test.each(MOVED_TEXTS.map((text) => [text]))('that names a new address is shown with a remark: %s', async (text) => {
    const mail = writtenMail({ To: NEWS, 'Auto-Submitted': 'auto-replied' }, text);
    const [found] = await noted(mail);
    expect(found).toMatchObject({ kind: 'auto-reply', recipient: 'anna@example.net' });
    expect(found?.reason).toContain('names a new address');
    expect(found?.advice).toContain('Nothing was changed');
  });

  test('that names none has no remark', async () => {
    const [found] = await noted(writtenMail({ To: NEWS, 'Auto-Submitted': 'auto-replied' }, 'I am away until Monday.'));
    expect(found).not.toHaveProperty('advice');
  });
});
