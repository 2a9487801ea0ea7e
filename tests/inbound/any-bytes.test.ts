import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAIL_KINDS } from '../../src/inbound/classification.js';
import { classify } from '../../src/inbound/classify.js';
import { MboxReader } from '../../src/inbound/mbox.js';
import { MAIL_LIMIT } from '../../src/inbound/raw-mail.js';
import { readMail } from '../../src/inbound/read-mail.js';
import type { OurList } from '../../src/inbound/unsubscribe-request.js';
import { UNSUBSCRIBE, NEWS, writtenMail, writtenReport } from './written-mail.js';

const list: OurList = {
  listId: 'newsletter.example.org',
  keys: {
    tokenKeys: [{ id: 'k1', secret: 'a secret of more than thirty-two characters' }],
    suppressionKey: 'another secret of more than thirty-two',
  },
  unsubscribeAddress: UNSUBSCRIBE,
  addresses: [UNSUBSCRIBE, NEWS],
  at: new Date('2020-12-18T13:00:00Z'),
};

/** Nobody can be taken off the list by chance: whatever comes in, no token is right. */
async function check(bytes: Uint8Array): Promise<void> {
  const mail = await readMail(bytes);
  if (mail === undefined) return;
  const reading = classify(mail, list);
  if (reading.kind === 'request') {
    expect(reading.request.kind).not.toBe('token');
    return;
  }
  for (const { kind, status, reason } of reading.classifications) {
    expect(MAIL_KINDS).toContain(kind);
    expect(status ?? '5.1.1').toMatch(/^[245]\.\d{1,3}\.\d{1,3}$/);
    expect(reason).not.toMatch(/[\p{C}@]/u);
  }
}

const SAMPLES = [
  writtenReport('delivery-status', ['Final-Recipient: rfc822;bo@example.net', 'Action: failed', 'Status: 5.1.1']),
  writtenReport('feedback-report', ['Feedback-Type: abuse', 'Original-Rcpt-To: <bo@example.net>']),
  writtenMail({ Subject: 'unsubscribe k1.7.AAAAAAAAAAAAAAAAAAAAAA' }),
  writtenMail({ Subject: '=?utf-8?q?Abmeldung?=' }, 'Bitte abmelden'),
];

describe('any bytes', () => {
  it('at all are read without a crash', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 4000 }), check), { numRuns: 300 });
  });

  it('in place of others in a mail, or a mail cut short, are read without a crash', async () => {
    const damage = fc.record({
      sample: fc.constantFrom(...SAMPLES),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      bytes: fc.oneof(
        fc.uint8Array({ maxLength: 30 }),
        fc
          .constantFrom('\r\n', '\r\n\r\n', ';', '\0', '"', '=?', '@', '<', 'boundary=')
          .map((text) => Buffer.from(text)),
      ),
      cut: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ sample, at, bytes, cut }) => {
        const place = Math.floor(at * sample.length);
        const rest = cut ? '' : sample.slice(place + bytes.length);
        await check(Buffer.concat([Buffer.from(sample.slice(0, place)), bytes, Buffer.from(rest)]));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
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
    [
      'a report of one word',
      writtenReport('delivery-status', [`Diagnostic-Code: ${'1.'.repeat(100_000)}`, 'Action: x']),
    ],
    ['a report of many recipients', writtenReport('delivery-status', ['Status: 5.1.1\r\n\r\n'.repeat(50_000)])],
  ])('that are hostile are read soon: %s', async (_, text) => {
    const started = performance.now();
    await check(Buffer.from(text).subarray(0, MAIL_LIMIT));
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('of parts in parts in parts are no mail', async () => {
    const deep = Array.from({ length: 3000 }, (_, level) => {
      const boundary = `b${String(level)}`;
      return `Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n--${boundary}\r\n`;
    });
    expect(await readMail(Buffer.from(`From: a@example.net\r\n${deep.join('')}`))).toBeUndefined();
  });

  it('of one endless mail are kept no longer than its beginning', () => {
    const reader = new MboxReader();
    reader.add(Buffer.from('From - Fri Dec 18 12:00:00 2020\nX: '));
    const chunk = Buffer.alloc(1024 * 1024, 'From ');
    const before = process.memoryUsage().rss;
    for (let megabyte = 0; megabyte < 200; megabyte += 1) expect(reader.add(chunk)).toEqual([]);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
    expect(reader.end().map(({ length }) => length)).toEqual([MAIL_LIMIT]);
  });
});
