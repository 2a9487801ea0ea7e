import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { composeServiceMail } from '../../src/send/message/service-mail.js';
import { CONFIGURATION } from '../support/render/issue-fixture.js';

const AT = new Date('2026-11-21T22:00:00Z');

async function parse(attachment?: { readonly name: string; readonly mediaType: string; readonly content: string }) {
  const message = composeServiceMail(
    {
      to: 'анна@приклад.example',
      language: 'uk',
      subject: 'Підтвердьте: новини',
      text: 'Так?\n.\nFrom here\n',
      html: `<p>${'Так? '.repeat(300)}</p>`,
      attachment,
    },
    CONFIGURATION,
    AT,
  );
  const bytes = Buffer.concat(await message.bytes());
  return { message, bytes, parsed: await PostalMime.parse(bytes) };
}

test('a service mail is whole, and has no List- fields', async () => {
  const { message, bytes, parsed } = await parse();
  expect(parsed).toMatchObject({ subject: 'Підтвердьте: новини', messageId: `<${message.messageId}>` });
  expect(parsed.text).toContain('Так?\n.\nFrom here');
  expect(parsed.html).toContain('Так? Так?');
  expect(parsed.headers.filter(({ key }) => key.startsWith('list-'))).toEqual([]);
  expect(parsed.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated');
  expect(message.envelope.from).toBe('news@example.org');
  const lines = bytes.toString('latin1').split('\r\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78);
  expect(bytes.toString('latin1').replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
});

test('an attached file arrives as it was', async () => {
  const content = JSON.stringify({ name: 'Анна', long: 'x'.repeat(500) });
  const { parsed } = await parse({ name: 'all.json', mediaType: 'application/json', content });
  const [file] = parsed.attachments;
  expect(file?.filename).toBe('all.json');
  const arrived = file?.content;
  expect(typeof arrived === 'string' ? arrived : new TextDecoder().decode(arrived)).toBe(content);
  expect(parsed.text).toContain('Так?');
});
