import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { encodeSlotValue } from '../../src/mime/quoted-printable.js';
import {
  issue,
  item,
  parseMarkdown,
  picture,
  preparedPicture,
  render,
  splicedMessage,
} from '../support/render/issue-fixture.js';

const VALUES: Record<string, string> = {
  greeting: 'Dear Зоя "<b>" O’Neil, a name that is much longer than a line of quoted-printable can ever be,',
  unsubscribeUrl: `https://news.example.org/u/${'t'.repeat(120)}`,
};

const encode = (slot: string) => encodeSlotValue(VALUES[slot] ?? '');

const what = issue([
  item({
    pictures: [picture()],
    body: parseMarkdown(`Text with ${'a-very-long-word-'.repeat(12)} and Київ.\n\n.A dot\n\nFrom here`),
  }),
]);

describe('the message', () => {
  test('has no line over 76 characters, and only CRLF', async () => {
    const message = splicedMessage(await render(what), encode);
    const body = message.slice(message.indexOf('\r\n\r\n') + 4);
    for (const line of body.split('\r\n')) {
      expect(line.length, line).toBeLessThanOrEqual(76);
      expect(line).not.toMatch(/[\r\n]|^\./);
    }
  });

  test('is read whole by a MIME parser', async () => {
    const editions = await render(what);
    const message = await PostalMime.parse(splicedMessage(editions, encode));
    const place = (page: string, sample: Record<string, string>) =>
      Object.entries(sample).reduce((text, [from, to]) => text.split(from).join(to), page);
    const sampleUrl = 'mailto:leave@example.org?subject=unsubscribe%202020-12';
    expect(message.text?.trim()).toBe(
      place(editions.email.text, {
        'Dear reader,': VALUES['greeting'] ?? '',
        [sampleUrl]: VALUES['unsubscribeUrl'] ?? '',
      }).trim(),
    );
    expect(message.html?.trim()).toBe(
      place(editions.email.html, {
        'Dear reader,': VALUES['greeting'] ?? '',
        [sampleUrl]: VALUES['unsubscribeUrl'] ?? '',
        'web/pictures/door-1104.jpg': 'cid:door-1104.jpg@example.org',
      }).trim(),
    );
    expect(message.subject).toBe('December: права людини');
    expect(message.from).toEqual({ name: 'Редакція La Strada', address: 'news@example.org' });
    expect(message.replyTo).toEqual([{ name: '', address: 'office@example.org' }]);
  });

  test('embeds each picture once while nothing is public', async () => {
    const twice = issue([item({ pictures: [picture()] }), item({ id: 'other', pictures: [picture()] })]);
    const message = await PostalMime.parse(splicedMessage(await render(twice), encode));
    expect(message.attachments).toHaveLength(1);
    expect(message.attachments[0]).toMatchObject({
      contentId: '<door-1104.jpg@example.org>',
      mimeType: 'image/jpeg',
      disposition: 'inline',
      related: true,
    });
  });

  test('links pictures where the newsletter has an address', async () => {
    const editions = await render(what, { publicUrl: 'https://news.example.org' });
    const message = await PostalMime.parse(splicedMessage(editions, encode));
    expect(message.attachments).toHaveLength(0);
    expect(message.html).toContain('src="https://news.example.org/2020-12/pictures/door-1104.jpg"');
    expect(editions.email.message.headers).toContain('List-Archive: <https://news.example.org/>');
    expect(editions.email.message.unsubscribe.url).toBe('https://news.example.org/u');
  });

  test('takes narrower renditions of the heaviest pictures when all together are too heavy', async () => {
    const heavy = preparedPicture('heavy', [552, 1104], 200_000);
    const light = preparedPicture('light', [552, 1104], 20_000);
    const both = issue([
      item({ pictures: [picture({ prepared: heavy })] }),
      item({ id: 'other', pictures: [picture({ prepared: light })] }),
    ]);
    const { html } = (await render(both)).email;
    expect(html).toContain('heavy-552.jpg');
    expect(html).toContain('light-1104.jpg');
  });

  test('has the headers of a list, and those of MIME', async () => {
    const { headers } = (await render(what)).email.message;
    expect(headers.map((field) => field.split(':')[0])).toEqual([
      'From',
      'Reply-To',
      'Subject',
      'List-Id',
      'List-Help',
      'List-Owner',
      'Content-Language',
      'MIME-Version',
      'Content-Type',
    ]);
    expect(headers).toContain('List-Id: La Strada Newsletter <news.example.org>');
    expect(headers).toContain('List-Help: <https://example.org/help>');
    expect(headers).toContain('List-Owner: <mailto:owner@example.org>');
  });

  test('has the greeting and the way to unsubscribe as slots in both parts', async () => {
    const { body } = (await render(what)).email.message;
    expect(body.filter((segment) => typeof segment !== 'string')).toEqual([
      { slot: 'greeting', context: 'plain-text' },
      { slot: 'unsubscribeUrl', context: 'plain-text' },
      { slot: 'greeting', context: 'html-text' },
      { slot: 'unsubscribeUrl', context: 'html-attribute' },
    ]);
  });
});
