import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { encodeQuotedPrintable, encodeQuotedPrintableRun, encodeSlotValue } from '../../src/mime/quoted-printable.js';

/** Text of every kind, with what is dangerous at the start of a line well represented. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 90 }),
      fc.constantFrom('.', '..', 'From ', '--', '--boundary', '=', '=3D', ' ', '\t', '\n', '\r\n', '😀', 'ß', 'Ω'),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join('').replaceAll('\u0000', ''));

async function decode(body: string): Promise<string> {
  const head =
    'MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n';
  const parsed = await PostalMime.parse(`${head}${body}\r\n`);
  return (parsed.text ?? '').replace(/\n$/, '');
}

function expectSafeLines(body: string): void {
  for (const line of body.split('\r\n')) {
    expect(line.length).toBeLessThanOrEqual(76);
    expect(line).toMatch(/^[\t -~]*$/);
    expect(line).not.toMatch(/^(\.|From |--)/);
    expect(line).not.toMatch(/[ \t]$/);
  }
}

const asDecoded = (text: string): string => text.replace(/\r\n|\r|\n/g, '\n');

describe('quoted-printable', () => {
  test('gives back every text, in safe lines', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const body = encodeQuotedPrintable(text);
        expectSafeLines(body);
        expect(await decode(body)).toBe(asDecoded(text));
      }),
    );
  });

  test('gives back runs with slot values of any length between them', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyText, async (before, value, after) => {
        const slot = value.replace(/[\r\n]/g, '');
        const body =
          encodeQuotedPrintableRun(before, { startsPart: true, endsPart: false }) +
          encodeSlotValue(slot) +
          encodeQuotedPrintableRun(after, { startsPart: false, endsPart: true });
        expectSafeLines(body);
        expect(await decode(body)).toBe(asDecoded(before) + slot + asDecoded(after));
      }),
    );
  });

  test.each([
    '',
    '.',
    '.hidden',
    'From here',
    '-',
    '--x',
    'F',
    'https://example.org/u/a.b=c',
    'Anna ',
    '\r\n.\r\nQUIT',
  ])('takes %j as a slot value', async (value) => {
    const body =
      encodeQuotedPrintableRun('Dear ', { startsPart: true, endsPart: false }) +
      encodeSlotValue(value) +
      encodeQuotedPrintableRun(',', { startsPart: false, endsPart: true });
    expectSafeLines(body);
    expect(await decode(body)).toBe(`Dear ${value},`);
  });

  test('never parts the bytes of one character', () => {
    const body = encodeQuotedPrintable('😀'.repeat(40));
    for (const line of body.split('\r\n')) expect(line.replace(/=$/, '')).toMatch(/^(=F0=9F=98=80)+$/);
  });
});
