import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { wireAddress } from '../../src/mime/addresses.js';
import {
  contentTypeParameter,
  headerField,
  mailboxField,
  unfoldedHeaderField,
  unstructuredField,
} from '../../src/mime/header-fields.js';

const CONTROLS = /[\x00-\x1f\x7f-\x9f\u2028\u2029]/g;
const oneLineOfText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: 'grapheme-ascii', maxLength: 300 }),
    fc.constantFrom('=?utf-8?q?forged?=', 'a, b <c@example.org>', '"quoted\\"', 'Łucja Ö.'),
  )
  .map((text) => text.replace(CONTROLS, '').normalize('NFC').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');

async function parse(...fields: string[]) {
  return PostalMime.parse(`${fields.join('\r\n')}\r\n\r\nbody\r\n`);
}

function expectLines(field: string, limit: number): void {
  for (const line of field.split('\r\n')) expect(line.length).toBeLessThanOrEqual(limit);
  for (const line of field.split('\r\n').slice(1)) expect(line).toMatch(/^ \S/);
}

describe('header fields', () => {
  test('give back every subject', async () => {
    await fc.assert(
      fc.asyncProperty(oneLineOfText, async (text) => {
        const field = unstructuredField('Subject', text);
        expectLines(field, 998);
        for (const word of field.match(/=\?utf-8\?\S*/g) ?? []) expect(word.length).toBeLessThanOrEqual(75);
        expect((await parse(field)).subject).toBe(text);
      }),
    );
  });

  test('give back every name and address of a mailbox', async () => {
    await fc.assert(
      fc.asyncProperty(oneLineOfText, async (name) => {
        const field = mailboxField('To', { name, address: 'anna@bücher.example' });
        expectLines(field, 120);
        const parsed = await parse(field);
        expect(parsed.to).toHaveLength(1);
        expect(parsed.to?.[0]).toMatchObject({ name, address: 'anna@xn--bcher-kva.example' });
      }),
    );
  });

  test.each(['\r\nBcc: x@example.org', 'a\nb', 'a\rb', 'a\u0000b', 'a\u2028b', 'tab\there'])('refuse %j', (text) => {
    expect(() => headerField('X-Test', `a${text}`)).toThrow(/control character/);
    expect(() => unstructuredField('Subject', `a${text}`)).toThrow(/control character/);
    expect(() => mailboxField('To', { name: `a${text}`, address: 'a@example.org' })).toThrow(/control character/);
    expect(() => mailboxField('To', { name: 'a', address: `a@example.org${text}` })).toThrow();
    expect(() => unfoldedHeaderField('List-Unsubscribe', `a${text}`)).toThrow(/control character/);
    expect(() => contentTypeParameter('filename', `a${text}`)).toThrow(/control character/);
  });

  test.each(['a@example.org, b@example.org', 'a@example.org>', 'a b@example.org', ''])(
    'refuse the address %j',
    (address) => {
      expect(() => mailboxField('To', { name: 'A', address })).toThrow(/no address/);
    },
  );

  test.each(['Bad Name', 'Bad:Name', '', 'Näme'])('refuse the field name %j', (name) => {
    expect(() => headerField(name, 'x')).toThrow(/no name of a header field/);
  });

  test('are folded at 78, but List-Unsubscribe never', () => {
    const value = `<https://example.org/u/${'a'.repeat(90)}>, <mailto:leave@example.org>`;
    expect(headerField('List-Help', value)).toContain('\r\n');
    expect(unfoldedHeaderField('List-Unsubscribe', value)).not.toContain('\r\n');
    expect(() => unfoldedHeaderField('List-Unsubscribe', 'x'.repeat(1000))).toThrow(/longer/);
  });

  test.each([
    ['the first word', () => headerField('List-Help', `<https://example.org/${'a'.repeat(1500)}>`)],
    ['the second word', () => headerField('X-Test', `a ${'b'.repeat(1500)}`)],
    ['a later word', () => headerField('X-Test', `a b ${'c'.repeat(1500)}`)],
    ['a word of letters beyond a-z', () => headerField('List-Owner', `<mailto:${'é'.repeat(500)}@example.org>`)],
    ['the id of a list', () => mailboxField('List-Id', { name: 'News', address: 'news.'.repeat(300) })],
    ['an address alone', () => mailboxField('To', { name: undefined, address: `${'a'.repeat(1000)}@example.org` })],
  ])('refuse what would be longer than a line may be: %s', (_, field) => {
    expect(field).toThrow(/^The header field "[A-Za-z-]+" has a word longer than a line of a message may be/);
  });

  test('take a word that just fits into its line', () => {
    const longest = headerField('X-Test', 'a'.repeat(998 - 'X-Test: '.length));
    expect(longest).toHaveLength(998);
    expect(() => headerField('X-Test', 'a'.repeat(998 - 'X-Test: '.length + 1))).toThrow(/longer/);
    expectLines(headerField('X-Test', `a b ${'c'.repeat(997)}`), 998);
  });

  test('encode a long text without a place to fold it', async () => {
    const text = 'a  b'.repeat(400);
    const field = unstructuredField('Subject', text);
    expectLines(field, 998);
    expect((await parse(field)).subject).toBe(text);
  });

  test.each(['plain.pdf', 'two words.pdf', 'Отчёт "2020".pdf', `${'ü'.repeat(90)}.pdf`])(
    'give back the file name %j',
    async (name) => {
      const disposition = `attachment${contentTypeParameter('filename', name)}`;
      const body = 'Content-Transfer-Encoding: base64';
      const parsed = await parse(
        headerField('Content-Disposition', disposition),
        'Content-Type: application/pdf',
        body,
      );
      expect(parsed.attachments[0]?.filename).toBe(name);
    },
  );
});

describe('addresses', () => {
  test('go with their domain as A-label', () => {
    expect(wireAddress('anna@bücher.example')).toBe('anna@xn--bcher-kva.example');
    expect(wireAddress('anna@example.org')).toBe('anna@example.org');
    expect(wireAddress('jürgen@bücher.example')).toBe('jürgen@xn--bcher-kva.example');
  });
});
