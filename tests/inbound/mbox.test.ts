import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginsMbox, MboxReader } from '../../src/inbound/mail/mbox.js';

const SEPARATOR = 'From anna@example.net Fri Dec 18 12:00:00 2020';

function cut(text: string | Buffer, chunk: number): readonly string[] {
  const bytes = Buffer.from(text);
  const reader = new MboxReader();
  const mails: Buffer[] = [];
  for (let from = 0; from < bytes.length; from += chunk) mails.push(...reader.add(bytes.subarray(from, from + chunk)));
  return [...mails, ...reader.end()].map((mail) => mail.toString('latin1'));
}

describe('an mbox', () => {
  test.each(['\n', '\r\n'])('is cut at its separators (line end %j)', (end) => {
    const mails = [
      [
        'Subject: one',
        '',
        'From here to there.',
        '',
        '>From quoted Fri Dec 18 12:00:00 2020',
        '',
        'From the hills',
        '',
      ],
      ['Subject: two', '', `in a line: ${SEPARATOR}`, SEPARATOR, ''],
      ['Subject: three', ''],
    ].map((lines) => lines.join(end));
    const written = mails.map((mail) => `${SEPARATOR}${end}${mail}${end}`).join('');
    for (let chunk = 1; chunk <= written.length; chunk += 1) {
      expect(cut(written, chunk).map((mail) => mail.trim())).toEqual(mails.map((mail) => mail.trim()));
    }
  });

  test.each([
    'From - Fri Dec 18 12:00:00 2020',
    'From MAILER-DAEMON  Fri Dec 18 02:45:46 2020',
    'From 1686@xxx Fri Dec 18 12:00:00 +0000 2020',
    'From ',
  ])('may have the separator %j of other programs', (separator) => {
    const written = `${separator}\nSubject: one\n\nHello\n\n${separator}\r\nSubject: two\n\nBye`;
    expect(beginsMbox(Buffer.from(written))).toBe(true);
    expect(cut(written, 7)).toHaveLength(2);
  });

  test('is not what one mail is', () => {
    expect(beginsMbox(Buffer.from('From: anna@example.net\n\n'))).toBe(false);
    expect(beginsMbox(Buffer.from('From me to you\n'))).toBe(false);
    expect(beginsMbox(Buffer.from(''))).toBe(false);
  });

  test('is cut in the same places, however it comes in', () => {
    const piece = fc.constantFrom('From ', SEPARATOR, '\n', '\r\n', '\n\n', 'x', ': ', 'Fro', ' 12:00 2020');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (pieces, chunk) => {
        const written = `${SEPARATOR}\n${pieces.join('')}`;
        expect(cut(written, chunk)).toEqual(cut(written, written.length));
      }),
      { numRuns: 2000 },
    );
  });
});
