import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MessageTemplate } from '../../../src/model/issue/edition.js';
import type { OutgoingMessage, Transport } from '../../../src/model/send/outgoing-message.js';
import { composeMessage } from '../../../src/send/message/compose-message.js';
import { composeServiceMail } from '../../../src/send/message/service-mail.js';
import { prepareMessage, type PreparedMessage } from '../../../src/send/message/splice.js';
import { createSendGrid } from '../../../src/transports/sendgrid/sendgrid.js';
import { sendGridSettings } from '../../../src/transports/sendgrid/settings.js';
import { emptyWorkspace } from '../../support/subscribers/workspace.js';
import { someMessages } from '../../support/transports/contract/transport.contract.js';
import { ISSUE, smallTemplate } from '../../support/send/built-issue.js';
import {
  environmentFor,
  startLocalSendGrid,
  type LocalSendGrid,
} from '../../support/transports/sendgrid/local-sendgrid.js';

const SEND = { issue: ISSUE, kind: 'real', test: false } as const;
let server: LocalSendGrid;
let transport: Transport;

beforeEach(async () => {
  server = await startLocalSendGrid();
  transport = createSendGrid(sendGridSettings.read(undefined, environmentFor(server)));
  await transport.open(SEND);
});

afterEach(async () => {
  await transport.close();
  await server.close();
  expect(server.violations).toEqual([]);
});

interface Reader {
  readonly name?: string | undefined;
  readonly address?: string;
  readonly template?: MessageTemplate;
}

const small = smallTemplate();
const prepared = new WeakMap<MessageTemplate, PreparedMessage>();

function prepareOnce(template: MessageTemplate): PreparedMessage {
  const known = prepared.get(template) ?? prepareMessage(template);
  prepared.set(template, known);
  return known;
}

function messageTo({ name, address = 'anna@example.org', template = small }: Reader, number = 1): OutgoingMessage {
  return composeMessage(
    prepareOnce(template),
    {
      deliveryId: `delivery-${String(number)}`,
      messageId: `message-${String(number)}@example.org`,
      address,
      name,
      token: `k.${String(number)}.AAAAAAAAAAAAAAAAAAAAAA`,
      footerToken: 'footer',
      preferencesToken: 'k.1.BBBBBBBBBBBBBBBBBBBBBB',
      returnPath: 'news@example.org',
    },
    'Fri, 18 Dec 2020 12:00:00 +0000',
  );
}

/** A template with a picture inside, as `render/` embeds it. */
function templateWithPicture(): MessageTemplate {
  const { body, headers } = smallTemplate();
  const related =
    '--r\r\nContent-Type: image/png; name=a.png\r\nContent-Transfer-Encoding: base64\r\n' +
    'Content-Disposition: inline; filename=a.png\r\nContent-ID: <a.png@example.org>\r\n\r\niVBORw0KGgo=\r\n--r--\r\n';
  const html = body.findIndex((segment) => typeof segment === 'string' && segment.includes('text/html'));
  const segments = body.map((segment, index) => {
    if (typeof segment !== 'string') return segment;
    if (index === html) {
      return segment.replace(
        'Content-Type: text/html',
        'Content-Type: multipart/related; boundary=r\r\n\r\n--r\r\nContent-Type: text/html',
      );
    }
    return index === body.length - 1 ? segment.replace(/\r\n(?=--newsletter)/, `\r\n${related}`) : segment;
  });
  return smallTemplate({ headers: [...headers, 'Reply-To: office@example.org'], body: segments });
}

describe('what SendGrid gets', () => {
  test('is one request for a thousand messages, named for the ledger', async () => {
    const outcomes = await transport.submit(someMessages(1000));
    expect(outcomes).toEqual(outcomes.map(() => ({ outcome: 'submitted' })));
    expect(server.requests.map(({ personalizations }) => personalizations.length)).toEqual([1000]);
    expect(server.requests[0]?.personalizations[7]?.custom_args).toEqual({
      delivery_id: 'delivery-7',
      message_id: 'message-7@example.org',
      issue: ISSUE,
    });
  });

  test('never has an address twice in one request, however it is written', async () => {
    const addresses = ['a@example.org', 'b@example.org', 'A@EXAMPLE.org', 'a@example.org', 'b@example.org'];
    const batch = addresses.map((address, index) => messageTo({ address }, index));
    expect(await transport.submit(batch)).toHaveLength(5);
    expect(server.requests.map(({ personalizations }) => personalizations.length)).toEqual([2, 2, 1]);
    expect(server.messages.map(({ deliveryId }) => deliveryId).sort()).toEqual(batch.map((one) => one.deliveryId));
  });

  test('stays within the size that SendGrid takes, with one request open at a time', async () => {
    const text = 'A long letter. '.repeat(640_000);
    const { body, headers } = smallTemplate();
    const template = smallTemplate({ headers, body: [...body.slice(0, 1), text, ...body.slice(1)] });
    await transport.submit(
      Array.from({ length: 1000 }, (_, index) =>
        messageTo({ address: `r${String(index)}@example.org`, template }, index),
      ),
    );
    expect(server.requests.length).toBeGreaterThan(1);
    for (const request of server.requests) expect(JSON.stringify(request).length).toBeLessThan(10_500_000);
    expect(server.mostOpen).toBe(1);
  });

  test('brings embedded pictures, the address for replies, and the ways out', async () => {
    await transport.submit([messageTo({ name: 'Anna', template: templateWithPicture() })]);
    expect(server.requests[0]).toMatchObject({
      from: { email: 'news@example.org', name: 'La Strada International' },
      reply_to: { email: 'office@example.org' },
      attachments: [
        {
          content: 'iVBORw0KGgo=',
          type: 'image/png',
          filename: 'a.png',
          disposition: 'inline',
          content_id: 'a.png@example.org',
        },
      ],
    });
    expect(server.messages[0]?.html).toContain('Dear Anna,');
    const headers = server.messages[0]?.headers;
    expect(headers?.['List-Unsubscribe']).toContain('<mailto:leave@example.org?subject=unsubscribe%20k.1.');
    expect(headers).toMatchObject({
      'List-Id': '<newsletter.example.org>',
      'Message-ID': '<message-1@example.org>',
    });
  });

  test('is a service mail too, with what is attached to it', async () => {
    const configuration = await emptyWorkspace();
    const mail = { language: 'en', subject: 'Please confirm', text: 'Confirm: x\n', html: '<p>Confirm {{x}}</p>\n' };
    const attachment = { name: 'data.json', mediaType: 'application/json', content: '{"a":1}' };
    const batch = ['a@example.org', 'b@example.org'].map((to) =>
      composeServiceMail({ ...mail, to, attachment }, configuration, new Date(0)),
    );
    expect(await transport.submit(batch)).toEqual([{ outcome: 'submitted' }, { outcome: 'submitted' }]);
    expect(server.messages.map(({ to }) => to.email)).toEqual(['a@example.org', 'b@example.org']);
    expect(server.messages[0]?.subject).toBe('Please confirm');
    expect(server.messages[0]?.html?.trimEnd()).toBe('<p>Confirm {{x}}</p>');
    expect(server.messages[0]?.headers['Auto-Submitted']).toBe('auto-generated');
    expect(server.requests[0]?.attachments).toMatchObject([
      { content: Buffer.from('{"a":1}').toString('base64'), disposition: 'attachment', filename: 'data.json' },
    ]);
  });

  test('says itself which messages SendGrid cannot take, and hands over the others', async () => {
    const batch = [messageTo({ address: 'ünal@example.org' }), messageTo({ address: 'b@bücher.example' }, 2)];
    expect(await transport.submit(batch)).toMatchObject([{ outcome: 'failed' }, { outcome: 'submitted' }]);
    expect(server.messages.map(({ to }) => to.email)).toEqual(['b@xn--bcher-kva.example']);
  });
});

describe('substitution', () => {
  test('puts any name where it belongs, escaped, and nothing else anywhere', async () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((text) => !/[\p{Cc}\u2028\u2029]/u.test(text));
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 20 }), async (names) => {
        server.messages.length = 0;
        const batch = names.map((one, index) =>
          messageTo({ name: one, address: `r${String(index)}@example.org` }, index),
        );
        await transport.submit(batch);
        for (const [index, message] of batch.entries()) {
          const made = server.messages.find(({ deliveryId }) => deliveryId === message.deliveryId);
          const expected = await PostalMime.parse(Buffer.concat(await message.bytes()));
          expect({ index, text: made?.text, html: made?.html }).toEqual({
            index,
            text: expected.text,
            html: expected.html,
          });
          expect(made?.to.name ?? names[index]).toBe(names[index]);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('leaves what looks like a mark in the content as it is, and uses other marks each time', async () => {
    await transport.submit([messageTo({ name: '{{greeting}} -name- %name% slot-x-greeting' })]);
    const [first] = server.requests;
    const marks = Object.keys(first?.personalizations[0]?.substitutions ?? {});
    // One for each place: the same value is escaped in HTML, and not in text.
    expect(marks.length).toBeGreaterThanOrEqual(4);
    for (const mark of marks) expect(mark).toMatch(/^slot[0-9a-f]{32}n\d+x$/);
    expect(server.messages[0]?.text).toContain('{{greeting}} -name- %name% slot-x-greeting');
    const again = createSendGrid(sendGridSettings.read(undefined, environmentFor(server)));
    await again.open(SEND);
    await again.submit([messageTo({ name: `Anna ${marks.join(' ')}` })]);
    // Marks of another run mean nothing: what is a name stays a name.
    expect(server.messages[1]?.text).toContain(`Anna ${marks.join(' ')}`);
  });
});
