import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { NewsletterError } from '../../../src/model/error.js';
import type { Transport } from '../../../src/model/send/outgoing-message.js';
import { createTransport } from '../../../src/transports/registry.js';
import { emptyWorkspace } from '../../support/subscribers/workspace.js';
import { OTHER_CERTIFICATE } from '../../support/transports/smtp/certificates.js';
import {
  CONTEXT,
  IMPATIENT,
  oneMessage,
  outcomeOfOne,
  smtpTo,
  transportTo,
} from '../../support/transports/smtp/fixture.js';

const LOGIN = { kind: 'password', user: 'news@example.org', password: 'hunter2/ä%:@' } as const;

/** What a person reads when the transport cannot be opened. */
async function whyNot(transport: Transport): Promise<string> {
  const error: unknown = await transport.open(CONTEXT).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof NewsletterError)) throw new Error(`it was opened, or failed otherwise: ${String(error)}`);
  expect(error.code).toBe('transport-unusable');
  for (const text of [error.message, error.expected, error.help])
    expect(text).not.toMatch(/undefined|hunter2|aHVudGVy/);
  expect(String(error.cause)).not.toMatch(/hunter2|aHVudGVy/);
  return `${error.message} ${error.help}`;
}

async function unusedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

describe('opening', () => {
  test.each([
    ['STARTTLS', 'starttls', { startTls: true }],
    ['TLS from the start', 'tls', { secure: true }],
  ] as const)('with %s and a log-in, the message arrives encrypted', async (_, encryption, options) => {
    for (const host of ['127.0.0.1', 'localhost']) {
      const { transport, server } = await smtpTo(
        { ...options, login: LOGIN },
        { server: { host, encryption, login: LOGIN } },
      );
      expect(await outcomeOfOne(transport)).toEqual({ outcome: 'submitted' });
      expect(server.taken).toMatchObject([{ encrypted: true, recipient: 'reader0@example.org' }]);
      await transport.close();
      expect(server.lines.at(-1)).toBe('QUIT');
    }
  });

  test('names itself by the list’s domain, not by the name of the machine', async () => {
    const { transport, server } = await smtpTo({});
    await transport.open(CONTEXT);
    expect(server.lines).toEqual(['EHLO example.org']);
  });

  test('is refused without STARTTLS, and nothing leaves in plain text', async () => {
    const { transport, server } = await smtpTo({ login: LOGIN }, { server: { encryption: 'starttls', login: LOGIN } });
    expect(await whyNot(transport)).toContain('offers no encryption (STARTTLS)');
    expect(server.lines).toEqual(['EHLO example.org', 'STARTTLS']);
  });

  test.each([
    ['starttls', { startTls: true }],
    ['tls', { secure: true }],
  ] as const)('is refused where the certificate is another’s (%s)', async (encryption, options) => {
    const { transport, server } = await smtpTo(
      { ...options, certificate: OTHER_CERTIFICATE, login: LOGIN },
      { server: { encryption, login: LOGIN }, options: { authorities: OTHER_CERTIFICATE.cert } },
    );
    expect(await whyNot(transport)).toMatch(/certificate .* cannot be trusted \(ERR_TLS_CERT_ALTNAME_INVALID\)/);
    expect(server.lines.join()).not.toContain('AUTH');
  });

  test('is refused where nobody vouches for the certificate', async () => {
    const { transport } = await smtpTo(
      { secure: true },
      { server: { encryption: 'tls' }, options: { authorities: OTHER_CERTIFICATE.cert } },
    );
    expect(await whyNot(transport)).toMatch(/certificate .* cannot be trusted/);
  });

  test('says that TLS begins otherwise, in both directions', async () => {
    const plain = await smtpTo({}, { server: { encryption: 'tls' } });
    expect(await whyNot(plain.transport)).toContain('write smtp:// in place of smtps://');
    const secure = await smtpTo({ secure: true }, { server: { encryption: 'starttls' }, options: IMPATIENT });
    expect(await whyNot(secure.transport)).toContain('write smtps:// in place of smtp://');
  });

  test('is refused with a wrong password, also where the server repeats it', async () => {
    const repeated = `535 5.7.8 ${LOGIN.password} ${Buffer.from(`\0${LOGIN.user}\0${LOGIN.password}`).toString('base64')} is wrong`;
    const { transport } = await smtpTo(
      { startTls: true, login: LOGIN, behave: ({ place }) => (place === 'AUTH' ? repeated : undefined) },
      { server: { encryption: 'starttls', login: LOGIN } },
    );
    const why = await whyNot(transport);
    expect(why).toContain('refuses the user name or the password: 535 5.7.8 *** *** is wrong');
    expect(why).toContain('NEWSLETTER_SMTP_URL');
  });

  test('says that a log-in is not offered, or cannot be checked now', async () => {
    const none = await smtpTo({ startTls: true }, { server: { encryption: 'starttls', login: LOGIN } });
    expect(await whyNot(none.transport)).toContain('takes no user name and password');
    const later = await smtpTo(
      { login: LOGIN, behave: ({ place }) => (place === 'AUTH' ? '454 4.7.0 later' : undefined) },
      { server: { login: LOGIN } },
    );
    expect(await whyNot(later.transport)).toContain('could not check the user name and password: 454 4.7.0 later');
  });

  test.each([
    ['greeting', '554 5.7.1 go away', 'does not take this connection: 554 5.7.1 go away'],
    ['greeting', 'SSH-2.0-OpenSSH', 'broke while it was being made'],
    ['greeting', { fault: 'silence' }, 'says nothing'],
    ['greeting', { fault: 'drop' }, 'broke while it was being made'],
    ['EHLO', '421 4.3.2 closing', 'does not take this connection: 421 4.3.2 closing'],
    ['EHLO', { fault: 'drop' }, 'broke while it was being made'],
    ['EHLO', { fault: 'silence' }, 'does not answer in time'],
    ['STARTTLS', '454 4.7.0 not now', 'offers no encryption (STARTTLS): 454 4.7.0 not now'],
    ['STARTTLS', { fault: 'silence' }, 'does not answer in time'],
    ['STARTTLS', { fault: 'drop' }, 'broke while it was being made'],
    ['AUTH', { fault: 'silence' }, 'does not answer in time'],
    ['AUTH', { fault: 'drop' }, 'broke while it was being made'],
  ] as const)('at %s: %j', async (place, behaviour, expected) => {
    const { transport } = await smtpTo(
      { startTls: true, login: LOGIN, behave: (turn) => (turn.place === place ? behaviour : undefined) },
      {
        server: { encryption: 'starttls', login: LOGIN },
        ...(typeof behaviour === 'string' ? {} : { options: IMPATIENT }),
      },
    );
    expect(await whyNot(transport)).toContain(expected);
  });

  test('says that nothing listens, or that there is no such host', async () => {
    expect(await whyNot(transportTo(await unusedPort()))).toContain('Nothing answers at the mail server 127.0.0.1:');
    const nowhere = transportTo(25, { host: 'mail.invalid', loopback: false, encryption: 'starttls' }, {}, IMPATIENT);
    expect(await whyNot(nowhere)).toMatch(/The mail server mail\.invalid:25 (was not found|does not answer in time)/);
  });

  test('after a failure may be tried again', async () => {
    let broken = true;
    const { transport } = await smtpTo({ behave: ({ place }) => (broken && place === 'EHLO' ? '421 no' : undefined) });
    await whyNot(transport);
    broken = false;
    expect(await outcomeOfOne(transport)).toEqual({ outcome: 'submitted' });
    expect(await transport.submit([oneMessage()])).toEqual([{ outcome: 'submitted' }]);
  });
});

describe('the transport of the name smtp', () => {
  test('without NEWSLETTER_SMTP_URL says what is missing', async () => {
    await expect(createTransport('smtp', await emptyWorkspace())).rejects.toMatchObject({
      code: 'environment-invalid',
      message: expect.stringContaining('NEWSLETTER_SMTP_URL is not set') as string,
    });
  });

  test('is real, takes nothing twice, and knows whether messages stay on this machine', () => {
    expect(transportTo(1)).toMatchObject({
      name: 'smtp',
      kind: 'real',
      idempotent: false,
      loopback: true,
      signing: 'ours',
    });
    expect(transportTo(1, { host: 'mail.example.org', loopback: false }).loopback).toBe(false);
  });
});
