import { describe, expect, it } from 'vitest';
import { classify, type MailReading } from '../../src/feedback/classify.js';
import type { OurList } from '../../src/feedback/unsubscribe-request.js';
import { makeToken } from '../../src/audience/tokens.js';
import { LEAVE, NEWS, read, writtenMail, writtenReport } from './written-mail.js';

const LIST_ID = 'newsletter.example.org';
const keys = {
  tokenKeys: [{ id: 'k1', secret: 'a secret of more than thirty-two characters' }],
  suppressionKey: 'another secret of more than thirty-two',
} satisfies OurList['keys'];
const list: OurList = { listId: LIST_ID, keys, unsubscribeAddress: LEAVE, addresses: [LEAVE, NEWS] };
const token = makeToken(keys, LIST_ID, 'unsubscribe', 7);
const OURS = { kind: 'request', request: { kind: 'token', subscriberId: 7 } };

async function reading(text: string): Promise<MailReading> {
  return classify(await read(text), list);
}

/** Kind, status and recipient of all that a mail is noted as. */
async function noted(text: string): Promise<unknown> {
  const result = await reading(text);
  if (result.kind === 'request') return result;
  return result.classifications.map(({ kind, status, recipient }) => [kind, status, recipient]);
}

function deliveryReport(fields: readonly string[]): string {
  return writtenReport('delivery-status', ['Reporting-MTA: dns; mx.example.net', '', ...fields]);
}

describe('a request with a token', () => {
  it.each([
    ['in the subject that the mailto gives', { Subject: `unsubscribe ${token}` }],
    ['whatever the address that it reached us by', { Subject: `Unsubscribe ${token} `, To: 'alias@example.com' }],
    ['in a subject on two lines', { Subject: `unsubscribe\r\n ${token}` }],
    ['in an encoded subject', { Subject: `=?utf-8?B?${Buffer.from(`unsubscribe ${token}`).toString('base64')}?=` }],
    [
      'written by the program of a mailbox provider',
      { Subject: `unsubscribe ${token}`, 'Auto-Submitted': 'auto-generated' },
    ],
    ['after a warning, to the unsubscribe address', { Subject: `[EXTERNAL] Re: unsubscribe ${token}` }],
    ['in a plus-address', { To: LEAVE, 'Delivered-To': LEAVE.replace('@', `+${token}@`) }],
  ])('counts %s', async (_, headers) => {
    expect(await reading(writtenMail(headers))).toEqual(OURS);
  });

  it.each([
    ['of another list', makeToken(keys, 'other.example.org', 'unsubscribe', 7)],
    ['of another purpose', makeToken(keys, LIST_ID, 'preferences', 7)],
    ['that was changed', token.replace('.7.', '.8.')],
    ['of a test copy', 'test-copy'],
  ])('is left to a person with a token %s', async (_, other) => {
    expect(await reading(writtenMail({ Subject: `unsubscribe ${other}` }))).toMatchObject({
      kind: 'request',
      request: { kind: 'unclear' },
    });
  });

  it.each([
    ['is a vacation reply', { Subject: `unsubscribe ${token}`, 'Auto-Submitted': 'auto-replied (vacation)' }],
    ['is an old vacation reply', { Subject: `Automatic reply: unsubscribe ${token}` }],
  ])('does nothing where the mail %s', async (_, headers) => {
    expect(await noted(writtenMail(headers))).toEqual([['auto-reply', null, 'anna@example.net']]);
  });

  it('is left to a person where a forward of it went to somebody else', async () => {
    const mail = writtenMail({ Subject: `Fwd: unsubscribe ${token}`, To: 'secretariat@example.org' });
    expect(await reading(mail)).toMatchObject({ request: { kind: 'unclear' } });
  });

  it('is never taken from a text, be it quoted, forwarded or attached', async () => {
    const url = `https://news.example.org/u/${token}`;
    const quoted = `Look at this!\r\n\r\n> unsubscribe ${token}\r\n> ${url}\r\n\r\nunsubscribe ${token}`;
    expect(await noted(writtenMail({ Subject: 'Fwd: News' }, quoted))).toEqual([['other', null, null]]);
    const attached = `--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: x@example.net\r\nTo: ${LEAVE}\r\nSubject: unsubscribe ${token}\r\n\r\n${url}\r\n--b--`;
    const mail = writtenMail({ 'Content-Type': 'multipart/mixed; boundary=b' }, attached);
    expect(await noted(mail)).toEqual([['other', null, null]]);
  });
});

describe('a request without a token', () => {
  const anna = { kind: 'request', request: { kind: 'address', address: 'anna@example.net' } };

  it.each([
    [{ Subject: 'unsubscribe' }, ''],
    [{ Subject: 'Re: UNSUBSCRIBE!', To: `News <${NEWS}>` }, 'whatever'],
    [{ Subject: 'Bitte vom Newsletter abmelden' }, ''],
    [{ Subject: 'відписатися' }, ''],
    [
      { Subject: 'Re: News of December' },
      'Please remove me from your mailing list.\r\n\r\nAnna\r\n\r\n> Dear Anna,\r\n> News',
    ],
    [{ Subject: 'Re: News' }, 'unsubscribe me\r\n\r\nOn Friday, La Strada wrote:\r\n> Dear Anna,'],
  ])('counts for its sender: %j %j', async (headers, text) => {
    expect(await reading(writtenMail(headers, text))).toEqual(anna);
  });

  it.each([
    [{ Subject: 'Do not unsubscribe me' }, ''],
    [{ Subject: 'Unsubscribe bo@example.net' }, ''],
    [{ Subject: 'Fwd: unsubscribe' }, ''],
    [{ Subject: 'Re: News' }, 'I like it.\r\n\r\n> unsubscribe'],
    [{ Subject: 'unsubscribe', 'List-Id': '<other.example.org>' }, ''],
    [{ Subject: 'unsubscribe', Precedence: 'bulk' }, ''],
    [{ Subject: 'unsubscribe', 'Auto-Submitted': 'auto-generated' }, ''],
    [{ Subject: 'unsubscribe', From: 'MAILER-DAEMON@mx.example.net' }, ''],
    [{ Subject: 'unsubscribe', From: NEWS }, ''],
  ])('is none: %j %j', async (headers, text) => {
    expect(await noted(writtenMail(headers, text))).toMatchObject([['other', null, null]]);
  });

  it.each([{ To: 'somebody@example.com' }, { From: 'nobody at all' }])('is left to a person: %j', async (headers) => {
    expect(await reading(writtenMail({ Subject: 'unsubscribe', ...headers }))).toMatchObject({
      request: { kind: 'unclear' },
    });
  });
});

describe('a delivery report', () => {
  it.each([
    ['failed', '5.1.1', 'permanent'],
    ['failed', '5.2.1', 'permanent'],
    ['failed', '5.2.2', 'temporary'],
    ['failed', '4.4.1', 'temporary'],
    ['delayed', '4.7.1', 'temporary'],
    ['failed', '5.7.26', 'policy'],
    ['failed', '5.7.606', 'policy'],
    ['failed', '5.1.8', 'policy'],
    ['delivered', '2.0.0', 'other'],
    ['expanded', '2.0.0', 'other'],
  ])('with Action %s and Status %s is %s', async (action, status, kind) => {
    const report = deliveryReport([
      'Final-Recipient: rfc822; bo@example.net',
      `Action: ${action}`,
      `Status: ${status} (words)`,
    ]);
    expect(await noted(report)).toEqual([[kind, status, 'bo@example.net']]);
  });

  it('speaks of each recipient, and by the address that we wrote to', async () => {
    const report = deliveryReport([
      'final-recipient: RFC822;<bo@example.net>',
      'ACTION: failed',
      'Status: 5.1.1',
      ' ',
      'Original-Recipient: rfc822;anna+news@example.net',
      'Final-Recipient: rfc822;local@inside.example.net',
      'Action: failed',
      'Status: 5.0.0',
      'Diagnostic-Code: smtp; 554',
      '  5.7.1 <anna+news@example.net> refused',
    ]);
    const result = await reading(report);
    expect(await noted(report)).toEqual([
      ['permanent', '5.1.1', 'bo@example.net'],
      ['policy', '5.7.1', 'anna+news@example.net'],
    ]);
    expect(JSON.stringify(result)).toContain('554 5.7.1 <(address)> refused');
  });

  it('is none where the code stands only in words for people', async () => {
    const report = deliveryReport([
      'Final-Recipient: rfc822;bo@example.net',
      'Action: failed',
      'Diagnostic-Code: x; 5.1.1',
    ]);
    expect(await noted(report)).toEqual([['other', null, 'bo@example.net']]);
  });

  it.each([
    [{ 'X-Failed-Recipients': 'bo@example.net' }, 'host mx said: 550 5.1.1 no such user', 'permanent', '5.1.1'],
    [{ From: 'MAILER-DAEMON@mx.example.net' }, '<bo@example.net>:\r\nSorry. (#5.5.0)', 'permanent', '5.5.0'],
    [{ 'X-Failed-Recipients': 'bo@example.net' }, 'Gone.\r\n\r\n--- copy\r\n\r\n550 5.1.1 quoted', 'other', null],
  ])('may be of an older form: %j', async (headers, text, kind, status) => {
    const mail = writtenMail({ 'Auto-Submitted': 'auto-replied', ...headers }, text);
    expect(await noted(mail)).toEqual([[kind, status, 'bo@example.net']]);
  });
});

describe('other mails', () => {
  it('are complaints', async () => {
    const fields = ['Feedback-Type: abuse', 'Version: 1', 'Original-Rcpt-To: <bo@example.net>'];
    expect(await noted(writtenReport('feedback-report', fields))).toEqual([['complaint', null, 'bo@example.net']]);
    expect(await noted(writtenReport('feedback-report', ['Feedback-Type: abuse']))).toEqual([
      ['complaint', null, null],
    ]);
    expect(await noted(writtenReport('feedback-report', ['Feedback-Type: not-spam']))).toEqual([['other', null, null]]);
  });

  it.each([
    { 'Auto-Submitted': 'auto-replied' },
    { Precedence: 'auto_reply' },
    { 'X-Auto-Response-Suppress': 'All' },
    { 'X-Autoreply': 'yes' },
    { Subject: 'Abwesenheitsnotiz: News' },
  ])('are automatic replies, whatever they quote: %j', async (headers) => {
    const mail = writtenMail(headers, `unsubscribe\r\n\r\n> unsubscribe ${token}`);
    expect(await noted(mail)).toEqual([['auto-reply', null, 'anna@example.net']]);
  });

  it('are a person’s', async () => {
    expect(await noted(writtenMail({}, 'Thank you for the newsletter!'))).toEqual([['other', null, null]]);
    expect(await noted(writtenMail({ 'Auto-Submitted': 'no' }))).toEqual([['other', null, null]]);
  });
});
