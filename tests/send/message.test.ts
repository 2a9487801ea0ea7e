import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { composeMessage } from '../../src/send/message/compose-message.js';
import { escapeFor } from '../../src/model/send/escape-slot.js';
import { prepareMessage } from '../../src/send/message/splice.js';
import { expectedHtml, expectedText, smallTemplate } from '../support/send/built-issue.js';

const DATE = 'Fri, 18 Dec 2020 12:00:00 +0000';
const TOKEN = 'abc123.z.AAAAAAAAAAAAAAAAAAAAAA';

function compose(template = smallTemplate(), name: string | undefined = 'Anna', address = 'anna@example.org') {
  const recipient = {
    deliveryId: 'd',
    messageId: 'm1@example.org',
    address,
    name,
    token: TOKEN,
    footerToken: 'footer',
    preferencesToken: TOKEN,
  };
  return composeMessage(prepareMessage(template), recipient, DATE);
}

const wire = async (message: ReturnType<typeof compose>): Promise<string> =>
  Buffer.concat(await message.bytes()).toString('utf8');

const anyName = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 120 }),
    fc.constantFrom(
      '.',
      '<script>alert(1)</script>',
      '"><img src=x>',
      '{name}',
      '$&',
      '=?utf-8?q?x?=',
      '--newsletter-2020-12--',
    ),
  )
  .map((name) =>
    name
      .replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '')
      .replace(/\s+/g, ' ')
      .normalize('NFC')
      .trim(),
  )
  .filter((name) => name !== '');

describe('a message', () => {
  test('has text and HTML whole for a reader of any name', async () => {
    await fc.assert(
      fc.asyncProperty(anyName, async (name) => {
        const message = compose(smallTemplate(), name);
        const parsed = await PostalMime.parse(await wire(message));
        const url = message.values.unsubscribeUrl;
        const unix = (text: string | undefined): string => (text ?? '').replaceAll('\r\n', '\n').trimEnd();
        expect(unix(parsed.text)).toBe(expectedText(`Dear ${name},`, url).trimEnd());
        const html = expectedHtml(escapeFor('html-text', `Dear ${name},`), escapeFor('html-attribute', url));
        expect(unix(parsed.html)).toBe(html.trimEnd());
        expect(parsed.to?.[0]).toMatchObject({ name, address: 'anna@example.org' });
        expect(parsed.subject).toBe('Newsletter: December – новости');
      }),
    );
  });

  test('keeps every line within its limits, and no line can be taken for a command or a boundary', async () => {
    await fc.assert(
      fc.asyncProperty(anyName, async (name) => {
        const text = await wire(compose(smallTemplate(), name));
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
          expect(line).not.toMatch(/^\./);
        }
        expect(text.match(/^--newsletter-2020-12/gm)).toHaveLength(3);
      }),
    );
  });

  test('greets a reader without a name', async () => {
    const recipient = {
      deliveryId: 'd',
      messageId: 'm@example.org',
      address: 'a@example.org',
      name: undefined,
      token: TOKEN,
      footerToken: 'footer',
      preferencesToken: TOKEN,
    };
    const parsed = await PostalMime.parse(await wire(composeMessage(prepareMessage(smallTemplate()), recipient, DATE)));
    expect(parsed.text).toMatch(/^Dear reader,/);
  });

  test('offers one click and mail with a public URL, each on one unfolded line', async () => {
    const url = 'https://news.example.org/newsletter/u/';
    const message = compose(smallTemplate({ unsubscribe: { address: 'leave@example.org', url } }));
    expect(await wire(message)).toContain(
      `\r\nList-Unsubscribe: <https://news.example.org/newsletter/u/${TOKEN}>, <mailto:leave@example.org?subject=unsubscribe%20${TOKEN}>\r\n` +
        'List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n',
    );
    expect(message.values.unsubscribeUrl).toBe(`https://news.example.org/newsletter/u/${TOKEN}`);
  });

  test('leads to the settings by a token of its own, and nowhere without a public URL', () => {
    const url = 'https://news.example.org/newsletter/p/';
    const recipient = {
      deliveryId: 'd',
      messageId: 'm@example.org',
      address: 'a@example.org',
      name: undefined,
      token: TOKEN,
      footerToken: 'footer',
      preferencesToken: 'other.z.BBBBBBBBBBBBBBBBBBBBBB',
    };
    const preferencesUrl = (template: ReturnType<typeof smallTemplate>) =>
      composeMessage(prepareMessage(template), recipient, DATE).values.preferencesUrl;
    expect(preferencesUrl(smallTemplate({ preferences: { url } }))).toBe(`${url}other.z.BBBBBBBBBBBBBBBBBBBBBB`);
    expect(preferencesUrl(smallTemplate())).toBe('');
  });

  test('offers mail alone without one', async () => {
    const message = compose();
    expect(await wire(message)).toContain(
      `List-Unsubscribe: <mailto:leave@example.org?subject=unsubscribe%20${TOKEN}>\r\n`,
    );
    expect(await wire(message)).not.toContain('List-Unsubscribe-Post');
    expect(message.values.unsubscribeUrl).toMatch(/^mailto:/);
  });

  test('goes to the A-label of an IDN domain, in envelope and header', async () => {
    const message = compose(smallTemplate(), 'Anna', 'anna@bücher.example');
    expect(message.envelope).toEqual({ from: 'news@example.org', to: 'anna@xn--bcher-kva.example' });
    expect(await wire(message)).toContain('To: Anna <anna@xn--bcher-kva.example>\r\n');
  });

  test.each(['Anna\r\nBcc: x@example.org', 'Anna\nX: y', 'Anna\u0000'])('is not made with the name %j', (name) => {
    expect(() => compose(smallTemplate(), name)).toThrow(/control character/);
  });

  test('shares the bytes that are the same for everybody', async () => {
    const prepared = prepareMessage(smallTemplate());
    const [first, second] = await Promise.all(
      ['Anna', 'Berta'].map((name) =>
        composeMessage(
          prepared,
          {
            deliveryId: 'd',
            messageId: 'm@example.org',
            address: 'a@example.org',
            name,
            token: TOKEN,
            footerToken: 'footer',
            preferencesToken: TOKEN,
          },
          DATE,
        ).bytes(),
      ),
    );
    const shared = first?.filter((piece) => second?.includes(piece)) ?? [];
    expect(shared.length).toBeGreaterThanOrEqual(
      prepared.template.body.filter((part) => typeof part === 'string').length,
    );
  });
});
