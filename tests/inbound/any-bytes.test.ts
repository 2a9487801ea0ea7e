import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAIL_KINDS } from '../../src/inbound/bounces/classification.js';
import { classify } from '../../src/inbound/bounces/classify.js';
import { MboxReader } from '../../src/inbound/mail/mbox.js';
import { MAIL_LIMIT } from '../../src/inbound/mail/raw-mail.js';
import { readMail } from '../../src/inbound/mail/read-mail.js';
import { OUR_LIST } from '../support/inbound/our-list.js';
import { writtenMail, writtenReport } from '../support/inbound/written-mail.js';
import { HOSTILE_MAILS } from '../support/inbound/hostile-mails.js';

/** Nobody can be taken off the list by chance: whatever comes in, no token is right. */
async function check(bytes: Uint8Array): Promise<void> {
  const mail = await readMail(bytes);
  if (mail === undefined) return;
  const reading = classify(mail, OUR_LIST);
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
  test('at all are read without a crash', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 4000 }), check), { numRuns: 300 });
  });

  test('in place of others in a mail, or a mail cut short, are read without a crash', async () => {
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

  // What grows out of proportion takes minutes here and ends at the time-out; seconds are measured by `npm run bench:texts`.
  test.each(HOSTILE_MAILS)('that are hostile are read soon: %s', async (_, bytes) => {
    await check(bytes);
  });

  test('of parts in parts in parts are no mail', async () => {
    const deep = Array.from({ length: 3000 }, (_, level) => {
      const boundary = `b${String(level)}`;
      return `Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n--${boundary}\r\n`;
    });
    expect(await readMail(Buffer.from(`From: a@example.net\r\n${deep.join('')}`))).toBeUndefined();
  });

  test('of one endless mail are kept no longer than its beginning', () => {
    const reader = new MboxReader();
    reader.add(Buffer.from('From - Fri Dec 18 12:00:00 2020\nX: '));
    const chunk = Buffer.alloc(1024 * 1024, 'From ');
    const before = process.memoryUsage().rss;
    for (let megabyte = 0; megabyte < 200; megabyte += 1) expect(reader.add(chunk)).toEqual([]);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
    expect(reader.end().map(({ length }) => length)).toEqual([MAIL_LIMIT]);
  });
});
