import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeQuotedPrintableRun } from '../../src/mime/quoted-printable.js';
import type { MessageTemplate, Segment, Slot } from '../../src/model/issue/edition.js';
import { NewsletterError } from '../../src/model/error.js';
import { escapeFor } from '../../src/model/send/escape-slot.js';
import { composeMessage } from '../../src/send/message/compose-message.js';
import { prepareMessage } from '../../src/send/message/splice.js';
import { full } from '../support/render/full-issue.js';
import { render } from '../support/render/issue-fixture.js';
import { smallTemplate } from '../support/send/built-issue.js';
import { randomMessage } from '../support/send/dkim/random-messages.js';
import { bothKeys } from '../support/send/dkim/signing-keys.js';

const DATE = 'Fri, 18 Dec 2020 12:00:00 +0000';
const TOKEN = 'abc123.z.AAAAAAAAAAAAAAAAAAAAAA';
const RUNS = { numRuns: 60 };

type Compose = (
  template: MessageTemplate,
  reader: { readonly name: string | undefined; readonly address: string },
) => Promise<string>;

/** Header fields with their names in lower case, unfolded, and the body. */
function parts(message: string) {
  const end = message.indexOf('\r\n\r\n');
  const lines = message.slice(0, end).split('\r\n');
  const fields = message
    .slice(0, end)
    .split(/\r\n(?! )/)
    .map((field): [string, string] => {
      const colon = field.indexOf(': ');
      return [field.slice(0, colon).toLowerCase(), field.slice(colon + 2)];
    });
  const of = (name: string) => fields.filter(([one]) => one === name).map(([, value]) => value);
  return { lines, names: fields.map(([name]) => name), of, body: message.slice(end + 4) };
}

/** Issues as a build makes them: pictures inside and no public address, and linked with one. */
let templates: readonly MessageTemplate[];
let compose: Compose;

beforeAll(async () => {
  const keys = await bothKeys();
  const editions = [await render(full), await render(full, { publicUrl: 'https://news.example.org' })];
  templates = editions.map(({ email }) => email.message);
  compose = async (template, reader) => {
    const recipient = {
      ...reader,
      deliveryId: 'd',
      messageId: 'm1@example.org',
      token: TOKEN,
      footerToken: 'footer',
      preferencesToken: TOKEN,
    };
    return Buffer.concat(await composeMessage(prepareMessage(template, keys), recipient, DATE).bytes()).toString(
      'utf8',
    );
  };
});

/** Runs a check on whole issues for readers of every kind, signed. */
async function forEveryMessage(check: (message: string, template: MessageTemplate) => void): Promise<void> {
  await fc.assert(
    fc.asyncProperty(randomMessage, async (reader) => {
      for (const template of [...templates, reader.template]) check(await compose(template, reader), template);
    }),
    RUNS,
  );
}

describe('every message', () => {
  test('has CRLF alone, lines of at most 998 octets, and header lines of at most 78 where they can be folded', async () => {
    await forEveryMessage((message) => {
      expect(message.replaceAll('\r\n', '')).not.toMatch(/[\r\n\0]/);
      for (const line of message.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998);
      for (const line of parts(message).lines) {
        if (line.length > 78 && !line.startsWith('List-Unsubscribe:'))
          expect(line.trim()).toMatch(/^(?:[\w-]+: )?\S+$/);
      }
    });
  });

  test('has every field once, the required ones among them, and a Message-ID on the sender’s domain', async () => {
    await forEveryMessage((message) => {
      const { names, of } = parts(message);
      const once = names.filter((name) => name !== 'dkim-signature');
      expect(new Set(once).size).toBe(once.length);
      expect(once).toEqual(expect.arrayContaining(['from', 'to', 'date', 'message-id', 'subject', 'mime-version']));
      expect(of('message-id')).toEqual(['<m1@example.org>']);
      expect(of('date')).toEqual([DATE]);
      // An issue is written by people for people: nothing in it stops a vacation reply but the list's own fields.
      expect(once).not.toContain('auto-submitted');
      expect(once).not.toContain('precedence');
    });
  });

  test('has encoded-words of at most 75 characters, each whole by itself, none in an address', async () => {
    await forEveryMessage((message) => {
      for (const line of parts(message).lines) {
        for (const [word, charset, encoding, text = ''] of line.matchAll(/=\?([\w-]+)\?([bq])\?([^?\s]*)\?=/gi)) {
          expect(word.length).toBeLessThanOrEqual(75);
          expect(charset).toBe('utf-8');
          const octets =
            encoding?.toLowerCase() === 'b'
              ? Buffer.from(text, 'base64')
              : Buffer.from(
                  text
                    .replace(/_/g, ' ')
                    .replace(/=(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
                  'latin1',
                );
          expect(() => new TextDecoder('utf-8', { fatal: true }).decode(octets)).not.toThrow();
        }
        expect(line).not.toMatch(/<[^>]*=\?/);
      }
    });
  });

  test('is quoted-printable in lines of at most 76, with a boundary of at most 70', async () => {
    for (const template of templates) {
      const message = await compose(template, { name: 'Łucja Öz', address: 'reader@example.org' });
      for (const line of parts(message).body.split('\r\n')) expect(line.length).toBeLessThanOrEqual(76);
      for (const [, boundary = ''] of message.matchAll(/boundary="([^"]+)"/g)) {
        expect(boundary).toMatch(/^[\w=.-]{1,70}$/);
      }
      const text = [...message.matchAll(/Content-Type: text\/\w+; charset=utf-8\r\nContent-Transfer-Encoding: (\S+)/g)];
      expect(text.map(([, encoding]) => encoding)).toEqual(['quoted-printable', 'quoted-printable']);
    }
  });

  test('has text first, then HTML with its pictures round it', async () => {
    const [embedding, linking] = await Promise.all(
      templates.map((template) => compose(template, { name: undefined, address: 'reader@example.org' })),
    );
    const types = (message = '') => [...message.matchAll(/^Content-Type: ([\w/]+)/gm)].map(([, type]) => type);
    expect(types(linking)).toEqual(['multipart/alternative', 'text/plain', 'text/html']);
    const [outer, plain, related, html, ...pictures] = types(embedding);
    expect([outer, plain, related, html]).toEqual([
      'multipart/alternative',
      'text/plain',
      'multipart/related',
      'text/html',
    ]);
    expect(pictures.length).toBeGreaterThanOrEqual(3);
    const parsed = await PostalMime.parse(embedding ?? '');
    const named = new Set([...(parsed.html ?? '').matchAll(/src="cid:([^"]+)"/g)].map(([, id = '']) => `<${id}>`));
    expect(new Set(parsed.attachments.map(({ contentId }) => contentId))).toEqual(named);
  });

  test('offers the list’s addresses, each once and in angle brackets, and one click on one line', async () => {
    await forEveryMessage((message, template) => {
      const { of } = parts(message);
      for (const name of ['list-help', 'list-owner', 'list-archive']) {
        for (const value of of(name)) expect(value).toMatch(/^<(?:https:\/\/|mailto:)[^<>\s]+>$/);
      }
      expect(of('list-id')).toEqual([expect.stringMatching(/^(?:.* )?<[\w-]+(?:\.[\w-]+)+>$/)]);
      const mailto = `<mailto:leave@example.org?subject=unsubscribe%20${TOKEN}>`;
      const url = template.unsubscribe.url;
      expect(of('list-unsubscribe')).toEqual([url === undefined ? mailto : `<${url}/${TOKEN}>, ${mailto}`]);
      expect(of('list-unsubscribe-post')).toEqual(url === undefined ? [] : ['List-Unsubscribe=One-Click']);
    });
  });

  test('is the same whenever it is made for a delivery', async () => {
    await fc.assert(
      fc.asyncProperty(randomMessage, async ({ template, ...reader }) => {
        expect(await compose(template, reader)).toBe(await compose(template, reader));
      }),
      RUNS,
    );
  });
});

describe('what stands in a name or an address', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc
      .array(
        fc.constantFrom(
          '\r',
          '\n',
          '\r\n',
          'Bcc: x@example.net',
          ': ',
          '\0',
          ' ',
          '\u0085',
          '\u2028',
          '<',
          '>',
          '"',
          ',',
          'a',
          '@',
          '=?utf-8?q?=0D=0A?=',
        ),
      )
      .map((pieces) => pieces.join('')),
  );

  test('never adds a header field, a recipient or a part', async () => {
    await fc.assert(
      fc.asyncProperty(anything, fc.oneof(fc.constant('reader@example.org'), anything), async (name, address) => {
        const template = smallTemplate();
        let message: string;
        try {
          message = await compose(template, { name, address });
        } catch (error) {
          expect(error).toBeInstanceOf(NewsletterError);
          return;
        }
        const { names, of, body } = parts(message);
        const usual = parts(await compose(template, { name: 'Anna', address: 'anna@example.org' }));
        expect(names).toEqual(usual.names);
        expect(body.match(/^--newsletter-2020-12/gm)).toHaveLength(3);
        const parsed = await PostalMime.parse(message);
        expect(parsed.to).toHaveLength(1);
        expect(parsed.bcc).toBeUndefined();
        expect(of('to')).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('every slot', () => {
  const slots: readonly Slot[] = (['greeting', 'unsubscribeUrl', 'preferencesUrl'] as const).flatMap((slot) =>
    (['plain-text', 'html-text', 'html-attribute'] as const).map((context) => ({ slot, context })),
  );
  const run = fc.oneof(
    fc.constant(''),
    fc.string({ unit: 'grapheme', maxLength: 200 }).map((text) => text.replace(/[\p{Cc}\p{Cs}]/gu, '')),
    fc.constantFrom(
      ' ',
      '\n',
      '\n\n',
      '.',
      '\n.\n',
      'From ',
      '--newsletter-2020-12',
      '=',
      '=20',
      '=\n',
      'a '.repeat(60),
    ),
  );
  /** Runs with slots between them; a part may begin or end with one. */
  const part = fc
    .tuple(fc.array(fc.tuple(run, fc.constantFrom(...slots)), { maxLength: 6 }), run)
    .map(([pairs, last]): readonly (string | Slot)[] => [...pairs.flat(), last]);

  function encode(pieces: readonly (string | Slot)[]): readonly Segment[] {
    return pieces.map((piece, index) =>
      typeof piece === 'string'
        ? encodeQuotedPrintableRun(piece, { startsPart: index === 0, endsPart: index === pieces.length - 1 })
        : piece,
    );
  }

  test('is filled in its own words, wherever it stands, and all around it stays as it was written', async () => {
    const head = (type: string) =>
      `--newsletter-2020-12\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;
    await fc.assert(
      fc.asyncProperty(part, part, randomMessage, async (plain, html, { name, address }) => {
        const body = [
          head('text/plain'),
          ...encode(plain),
          `\r\n${head('text/html')}`,
          ...encode(html),
          '\r\n--newsletter-2020-12--\r\n',
        ];
        const urls = { address: 'leave@example.org', url: 'https://news.example.org/u' };
        const template = smallTemplate({
          body,
          unsubscribe: urls,
          preferences: { url: 'https://news.example.org/p?a=1&b' },
        });
        const message = await compose(template, { name, address });
        const parsed = await PostalMime.parse(message);
        const recipient = {
          name,
          address,
          deliveryId: 'd',
          messageId: 'm@example.org',
          token: TOKEN,
          footerToken: 'footer',
          preferencesToken: TOKEN,
        };
        const { values } = composeMessage(prepareMessage(template), recipient, DATE);
        expect(values.greeting).toBe(name === undefined ? 'Dear reader,' : `Dear ${name},`);
        const fill = (pieces: readonly (string | Slot)[]) =>
          pieces
            .map((piece) => (typeof piece === 'string' ? piece : escapeFor(piece.context, values[piece.slot])))
            .join('');
        const unix = (text: string | undefined) => (text ?? '').replaceAll('\r\n', '\n').trimEnd();
        expect(unix(parsed.text)).toBe(fill(plain).trimEnd());
        expect(unix(parsed.html)).toBe(fill(html).trimEnd());
      }),
      { numRuns: 200 },
    );
  });
});
