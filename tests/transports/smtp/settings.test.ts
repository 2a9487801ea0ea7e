import { describe, expect, test } from 'vitest';
import { NewsletterError } from '../../../src/model/error.js';
import { smtpSettings } from '../../../src/transports/smtp/settings.js';
import { readSettings } from '../../support/transports/read-settings.js';
import { createWorkspace } from '../../support/workspace-fixture.js';

const LINES = 'name: A\norganisation: B\nsender:\n  address: news@lsi.example.org\n';

function read(
  environment: Readonly<Record<string, string>>,
  lines = LINES,
  others: Readonly<Record<string, string>> = {},
) {
  const workspace = createWorkspace({ 'newsletter.yaml': lines, ...others });
  return readSettings('smtp', smtpSettings, { root: workspace.root, environment });
}

function serverOf(url: string) {
  return read({ NEWSLETTER_SMTP_URL: url }).server;
}

describe('NEWSLETTER_SMTP_URL', () => {
  test.each([
    [
      'smtp://mail.example.org',
      { host: 'mail.example.org', port: 587, encryption: 'starttls', loopback: false, login: undefined },
    ],
    ['smtps://mail.example.org', { host: 'mail.example.org', port: 465, encryption: 'tls', loopback: false }],
    ['smtp://MAIL.bücher.example:2525/', { host: 'mail.xn--bcher-kva.example', port: 2525 }],
    ['smtp://127.0.0.1:2525', { loopback: true, encryption: 'starttls' }],
    ['smtp://[::1]:2525?tls=off', { host: '::1', loopback: true, encryption: 'none' }],
    ['smtp://localhost:25?tls=off', { host: 'localhost', loopback: true, encryption: 'none' }],
    ['smtp://news:a%40b%2F%23%25%C3%A4@h.example', { login: { user: 'news', password: 'a@b/#%ä' } }],
    ['smtp://news@example.org:secret@h.example', { login: { user: 'news@example.org', password: 'secret' } }],
  ])('%s', (url, expected) => {
    expect(serverOf(url)).toMatchObject(expected);
  });

  test.each([
    'http://u:hunter2@mail.example.org',
    'mail.example.org:587',
    'smtp://u:hunter2@',
    'smtp://u:hunter2@mail.example.org?tls=off',
    'smtp://u:hunter2@127.0.0.1.example.org?tls=off',
    'smtps://u:hunter2@localhost?tls=off',
    'smtp://u:hunter2@localhost?tls=on',
    'smtp://u:hunter2@localhost?tls=off&tls=off',
    'smtp://u:hunter2@localhost?secure=1',
    'smtp://u:hunter2@h.example/box',
    'smtp://u:hunter2#1@h.example',
    'smtp://u:hunter2%@h.example',
    'smtp://u:hunter2%00@h.example',
    'smtp://hunter2@h.example',
    'smtp://:hunter2@h.example',
    'smtp://u:hunter2@h.example:99999',
  ])('%s is refused, and the password not repeated', (url) => {
    let refusal: unknown;
    try {
      serverOf(url);
    } catch (error) {
      refusal = error;
    }
    if (!(refusal instanceof NewsletterError)) throw new Error('it was taken');
    expect(refusal.code).toBe('environment-invalid');
    expect(refusal.message).toContain('NEWSLETTER_SMTP_URL');
    expect(`${refusal.message}${refusal.expected}${refusal.help}${String(refusal.cause)}`).not.toContain('hunter2');
  });

  test('may stand in .env or in a file of its own, and may be missing', () => {
    expect(read({}).server).toBeUndefined();
    expect(read({ NEWSLETTER_SMTP_URL: '' }).server).toBeUndefined();
    expect(read({}, LINES, { '.env': 'NEWSLETTER_SMTP_URL=smtp://h.example\n' }).server).toMatchObject({
      host: 'h.example',
    });
    const workspace = createWorkspace({ 'newsletter.yaml': LINES, secret: 'smtps://h.example\n' });
    const environment = { NEWSLETTER_SMTP_URL_FILE: workspace.path('secret') };
    expect(readSettings('smtp', smtpSettings, { root: workspace.root, environment }).server).toMatchObject({
      encryption: 'tls',
    });
  });
});

describe('smtp: in newsletter.yaml', () => {
  test('has its defaults, and its bounds', () => {
    expect(read({})).toEqual({
      server: undefined,
      connections: 10,
      messagesPerConnection: undefined,
      perMinute: undefined,
      timeoutSeconds: 300,
    });
    expect(
      read({}, `${LINES}smtp: { connections: 2, perMinute: 30, messagesPerConnection: 100, timeoutSeconds: 60 }\n`),
    ).toMatchObject({
      connections: 2,
      perMinute: 30,
      messagesPerConnection: 100,
      timeoutSeconds: 60,
    });
    for (const line of ['connections: 0', 'connections: 51', 'perMinute: 0', 'timeoutSeconds: 9']) {
      expect(() => read({}, `${LINES}smtp: { ${line} }\n`)).toThrow(NewsletterError);
    }
  });
});
