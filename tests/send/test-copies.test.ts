import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { unstructuredField } from '../../src/mime/header-fields.js';
import type { MessageTemplate } from '../../src/model/issue/edition.js';
import { submitTestCopies } from '../../src/send/test-copies.js';
import { markAsTest } from '../../src/send/message/test-subject.js';
import { createSendGrid } from '../../src/transports/sendgrid/sendgrid.js';
import { sendGridSettings } from '../../src/transports/sendgrid/settings.js';
import { now } from '../support/subscribers/workspace.js';
import { environmentFor, startLocalSendGrid } from '../support/transports/sendgrid/local-sendgrid.js';
import { smallTemplate } from '../support/send/built-issue.js';
import { recordingTransport } from '../support/send/recording-transport.js';

function withSubject(subject: string): MessageTemplate {
  const { headers } = smallTemplate();
  return smallTemplate({
    headers: headers.map((field) => (field.startsWith('Subject:') ? unstructuredField('Subject', subject) : field)),
  });
}

const sending = {
  at: now(),
  dkim: undefined,
  returnPath: 'news@example.org',
  signal: new AbortController().signal,
};

/** The lines of the subject of a test copy, and what a mail program shows of it. */
async function subjectOf(template: MessageTemplate) {
  const transport = recordingTransport();
  await submitTestCopies(transport, template, ['me@example.org'], sending);
  const bytes = Buffer.concat((await transport.taken[0]?.bytes()) ?? []);
  const lines = /^Subject:.*(?:\r\n[ \t].*)*/m.exec(bytes.toString('utf8'))?.[0].split('\r\n') ?? [];
  return { lines, shown: (await PostalMime.parse(bytes)).subject };
}

describe('the subject of a test copy', () => {
  test.each([
    'Newsletter: December 2020',
    'Newsletter: December – новости',
    'Ünlü',
    'نشرة ديسمبر',
    `A long subject of many words ${'and more '.repeat(15)}to its end`,
    `Длинная тема письма ${'и ещё '.repeat(20)}до конца`,
    'What is =?this?=',
    '[Draft] for you',
    'Test',
  ])('says [Test] before “%s”', async (subject) => {
    const { lines, shown } = await subjectOf(withSubject(subject));
    expect(shown).toBe(`[Test] ${subject}`);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(78);
    expect(lines[0]).not.toMatch(/^Subject:\s*$/);
  });

  test.each(['[Test] Newsletter', '[test] Newsletter', '[Test] Новости', '[Test]', '[TEST] Ünlü'])(
    'says it once: “%s”',
    async (subject) => {
      expect((await subjectOf(withSubject(subject))).shown).toBe(subject);
    },
  );

  test('says it once, however often a template is marked, whatever the subject is', async () => {
    await fc.assert(
      fc.asyncProperty(
        // What a subject may hold: one line, without controls, and not blank at its ends.
        fc
          .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
          .map((text) => text.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]/g, '').trim())
          .filter((text) => text !== '' && !/ {2}/.test(text)),
        async (subject) => {
          const template = withSubject(subject);
          const { shown } = await subjectOf(markAsTest(template));
          expect(shown).toBe((await subjectOf(template)).shown);
          expect(shown).toBe(/^\[test\]/i.test(subject) ? subject : `[Test] ${subject}`);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('is not that of the issue itself', () => {
    const template = withSubject('Newsletter');
    markAsTest(template);
    expect(template).toEqual(withSubject('Newsletter'));
  });

  test('says so through SendGrid, which writes the message itself', async () => {
    const server = await startLocalSendGrid();
    const transport = createSendGrid(sendGridSettings.read(undefined, environmentFor(server)));
    await submitTestCopies(transport, withSubject('Новости'), ['me@example.org'], sending);
    await server.close();
    expect(server.requests).toMatchObject([{ subject: '[Test] Новости' }]);
    expect(server.violations).toEqual([]);
  });
});
