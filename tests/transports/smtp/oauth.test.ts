import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NewsletterError } from '../../../src/model/error.js';
import type { Transport } from '../../../src/model/send/outgoing-message.js';
import { createAccessTokens } from '../../../src/oauth/access-tokens.js';
import { someMessages } from '../../support/transports/contract/transport.contract.js';
import { microsoftApp, SECRETS, USER } from '../../support/oauth/settings.js';
import { entraError, TokenServer } from '../../support/oauth/token-server.js';
import type { FaultServerOptions, OAuthLogin } from '../../support/transports/smtp/fault-server.js';
import {
  CONTEXT,
  oneMessage,
  outcomeOfOne,
  smtpTo,
  submitAll,
  transportTo,
  type Settings,
} from '../../support/transports/smtp/fixture.js';

let tokenServer: TokenServer;
let clock: number;

beforeEach(async () => {
  tokenServer = new TokenServer();
  await tokenServer.listen();
  clock = Date.parse('2026-12-01T10:00:00Z');
});

afterEach(async () => {
  await tokenServer.close();
});

const isNewest = (token: string) => token === tokenServer.given.at(-1);

function login(changes: Partial<OAuthLogin> = {}): OAuthLogin {
  return { user: USER, isGood: isNewest, refusal: 'plain', ...changes };
}

/** A mail server that takes tokens, and the transport that asks our token server for them. */
async function oauthTo(behaviour: FaultServerOptions = {}, { server, smtp, options }: Settings = {}) {
  const oauth = microsoftApp(tokenServer.url);
  const tokens = createAccessTokens(oauth, USER, { timeoutMs: 10_000, now: () => new Date(clock) });
  return smtpTo(
    { oauth: login(), ...behaviour },
    {
      server: { login: { kind: 'oauth', user: USER, oauth }, ...server },
      ...(smtp === undefined ? {} : { smtp }),
      options: { tokens, ...options },
    },
  );
}

async function whyNot(transport: Transport): Promise<NewsletterError> {
  const error: unknown = await transport.open(CONTEXT).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof NewsletterError)) throw new Error(`it was opened, or failed otherwise: ${String(error)}`);
  expect(error.code).toBe('transport-unusable');
  const words = `${error.message} ${error.expected} ${error.help}`;
  expect(`${words} ${String(error.cause)}`).not.toMatch(SECRETS);
  expect(words).not.toContain('undefined');
  return error;
}

const logIns = (lines: readonly string[]) => lines.filter((line) => line.startsWith('AUTH '));

describe('signing in with a token', () => {
  test.each([
    ['XOAUTH2', ['PLAIN', 'LOGIN', 'XOAUTH2', 'OAUTHBEARER']],
    ['OAUTHBEARER', ['PLAIN', 'OAUTHBEARER']],
  ])('by %s, over TLS, however many connections', async (mechanism, mechanisms) => {
    const { transport, server } = await oauthTo(
      { startTls: true, oauth: login({ mechanisms }) },
      { server: { encryption: 'starttls' } },
    );
    await transport.open(CONTEXT);
    expect(await submitAll(transport, someMessages(9))).toEqual(
      Array.from({ length: 9 }, () => ({ outcome: 'submitted' })),
    );
    expect(server.taken.every(({ encrypted }) => encrypted)).toBe(true);
    expect(server.mostOpen).toBeGreaterThan(1);
    expect(logIns(server.lines).every((line) => line.startsWith(`AUTH ${mechanism} `))).toBe(true);
    expect(tokenServer.requests).toHaveLength(1);
  });

  test('says how and until when, and no secret', async () => {
    const { transport } = await oauthTo();
    expect(transport.describeSignIn?.()).toContain('It signs in as news@example.org by OAuth 2.0');
    await transport.open(CONTEXT);
    expect(transport.describeSignIn?.()).toBe(
      'It signs in as news@example.org by OAuth 2.0 (Microsoft, client credentials) for https://outlook.office365.com/.default, with a token that is good until 2026-12-01 10:59 UTC.',
    );
  });

  test('no token leaves without encryption', async () => {
    const { transport, server } = await oauthTo({}, { server: { encryption: 'starttls' } });
    expect((await whyNot(transport)).message).toContain('offers no encryption (STARTTLS)');
    expect(logIns(server.lines)).toEqual([]);
  });

  test.each([
    [['PLAIN', 'LOGIN'], 'it offers only PLAIN, LOGIN'],
    [[], 'it offers no log-in at all'],
  ])('a server that takes none is named: %j', async (mechanisms, expected) => {
    const { transport, server } = await oauthTo({ oauth: login({ mechanisms }) });
    expect((await whyNot(transport)).message).toContain(`takes no log-in by OAuth 2.0: ${expected}`);
    expect(logIns(server.lines)).toEqual([]);
  });
});

describe.each(['plain', 'challenge'] as const)('a token that the server refuses (%s)', (refusal) => {
  test('is renewed once, and the next one works', async () => {
    const { transport, server } = await oauthTo({
      oauth: login({ refusal, isGood: (token) => token !== 'token-1.a-secret' }),
    });
    expect(await outcomeOfOne(transport)).toEqual({ outcome: 'submitted' });
    expect(server.connections).toBe(2);
    expect(tokenServer.given).toEqual(['token-1.a-secret', 'token-2.a-secret']);
  });

  test('is never renewed twice', async () => {
    const { transport, server } = await oauthTo({ oauth: login({ refusal, isGood: () => false }) });
    const error = await whyNot(transport);
    expect(error.message).toContain('does not take the token for this mailbox (535 5.7.8 not accepted)');
    expect(server.connections).toBe(2);
    expect(tokenServer.requests).toHaveLength(2);
    if (refusal === 'challenge') expect(server.lines.filter((line) => line === '')).toHaveLength(2);
  });

  test('and none new can be had', async () => {
    const { transport } = await oauthTo({ oauth: login({ refusal, isGood: () => false }) });
    tokenServer.script.push(
      undefined,
      entraError(7000222, 'invalid_client', 'The provided client secret keys are expired.'),
    );
    const error = await whyNot(transport);
    expect(error.message).toContain('the client secret has expired');
    expect(error.help).toContain('stays pending');
  });
});

describe('a log-in that is refused is explained', () => {
  const disabled = 'Authentication unsuccessful, SmtpClientAuthentication is disabled for the';
  test.each([
    [
      `535 5.7.139 ${disabled} Tenant. Visit https://aka.ms/smtp_auth_disabled`,
      'for the whole organisation',
      'Set-CASMailbox',
    ],
    [
      `535 5.7.139 ${disabled} Mailbox. Visit https://aka.ms/smtp_auth_disabled`,
      'for this mailbox',
      'Authenticated SMTP',
    ],
    [
      "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy.",
      'security defaults',
      'OAuth 2.0',
    ],
    [
      '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully.',
      'conditional access',
      'sign-in logs',
    ],
    ['535 5.7.139 Authentication unsuccessful, something new', 'does not allow this log-in', 'sign-in logs'],
    [
      '535 5.7.3 Authentication unsuccessful [XX0P123CA0001.EXAMPLE.PROD.OUTLOOK.COM]',
      'for no mailbox',
      'New-ServicePrincipal',
    ],
    [
      '535-5.7.8 Username and Password not accepted. For more information, go to\r\n535 5.7.8 https://support.google.com/mail/?p=BadCredentials',
      'does not take the token',
      'https://mail.google.com/',
    ],
    ['504 5.7.4 Unrecognized authentication type', 'knows no log-in by OAuth 2.0', 'NEWSLETTER_SMTP_URL'],
    [
      '534-5.7.14 <https://accounts.google.com/signin/continue?sarp=1> Please log in\r\n534 5.7.14 via your web browser',
      'in a browser first',
      'mail.google.com',
    ],
    ['550 5.7.0 no', 'refuses the log-in of news@example.org by OAuth 2.0', 'docs/sending.md'],
  ])('by OAuth: %s', async (reply, what, help) => {
    const { transport } = await oauthTo({ behave: ({ place }) => (place === 'AUTH' ? reply : undefined) });
    const error = await whyNot(transport);
    expect(error.message).toContain(what);
    expect(error.help).toContain(help);
  });

  test.each([
    [`535 5.7.139 ${disabled} Tenant.`, 'for the whole organisation', 'Set-CASMailbox'],
    [
      '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
      'no log-in with a password any more',
      'OAuth 2.0',
    ],
    [
      '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.',
      'user name or the password is wrong',
      'NEWSLETTER_SMTP_URL',
    ],
    ['535 5.7.3 Authentication unsuccessful', 'the user name or the password is wrong', 'docs/sending.md'],
    [
      '550 5.7.30 Basic authentication is not supported for Client Submission.',
      'no log-in with a password any more',
      'docs/sending.md',
    ],
    ['504 5.7.4 Unrecognized authentication type', 'takes no log-in with a password', 'docs/sending.md'],
    [
      '534-5.7.9 Application-specific password required. For more information, go to\r\n534 5.7.9 https://support.google.com',
      'an app password',
      'App passwords',
    ],
    [
      '534-5.7.9 Please log in with your web browser and then try again.\r\n534 5.7.9 https://support.google.com',
      'in a browser first',
      'mail.google.com',
    ],
    ['535 5.7.8 Username and Password not accepted', 'refuses the user name or the password', 'app password'],
    [
      '538 5.7.11 Encryption required for requested authentication mechanism',
      'wants an encrypted connection',
      '?tls=off',
    ],
  ])('by password: %s', async (reply, what, help) => {
    const password = { kind: 'password', user: USER, password: 'hunter2' } as const;
    const { transport } = await smtpTo(
      { login: password, behave: ({ place }) => (place === 'AUTH' ? reply : undefined) },
      { server: { login: password } },
    );
    const error = await whyNot(transport);
    expect(error.message).toContain(what);
    expect(error.help).toContain(help);
  });

  test('"later" is no refusal, and no reason for another token', async () => {
    const reply = '454 4.7.0 Too many login attempts, please try again later.';
    const { transport, server } = await oauthTo({ behave: ({ place }) => (place === 'AUTH' ? reply : undefined) });
    expect((await whyNot(transport)).message).toContain(`could not check the log-in: ${reply.slice(0, -1)}`);
    expect(server.connections).toBe(1);
    expect(tokenServer.requests).toHaveLength(1);
  });

  test('never repeats the token, in whatever form the server says it', async () => {
    const { transport } = await oauthTo({
      behave: ({ place, line }) =>
        place === 'AUTH' ? `535 5.7.8 ${line} ${tokenServer.given.at(-1) ?? ''} no` : undefined,
    });
    expect((await whyNot(transport)).message).toContain('535 5.7.8 AUTH XOAUTH2 *** *** no');
  });

  test('also where the server hangs up after its challenge', async () => {
    const { transport, server } = await oauthTo({
      oauth: login({ refusal: 'challenge', isGood: (token) => token !== 'token-1.a-secret' }),
      behave: ({ place }) => (place === 'challenge' ? { fault: 'drop' } : undefined),
    });
    expect(await outcomeOfOne(transport)).toEqual({ outcome: 'submitted' });
    expect(server.connections).toBe(2);
  });
});

describe('a token server', () => {
  test('is asked before there is a connection, so that a slow one holds none open', async () => {
    const { transport, server } = await oauthTo();
    let open: number | undefined;
    tokenServer.before = () => {
      open = server.connections;
      return Promise.resolve();
    };
    await transport.open(CONTEXT);
    expect(open).toBe(0);
  });

  test('that is down or refuses stops the opening, says so, and no connection was made', async () => {
    const { transport, server } = await oauthTo();
    tokenServer.script.push({ status: 503, body: 'down' });
    const down = await whyNot(transport);
    expect(down.message).toContain('has trouble of its own');
    expect(down.help).toContain('What could not be handed over stays pending.');
    tokenServer.script.push(entraError(7000215, 'invalid_client', 'Invalid client secret provided.'));
    expect((await whyNot(transport)).message).toContain('the client secret is not right');
    expect(server.connections).toBe(0);
    expect(await outcomeOfOne(transport)).toEqual({ outcome: 'submitted' });
  });
});

describe('the tokens of one configuration', () => {
  test('serve every transport that is made of it: service mail makes one for each round', async () => {
    const oauth = microsoftApp(tokenServer.url);
    const { server, transport } = await smtpTo(
      { oauth: login() },
      { server: { login: { kind: 'oauth', user: USER, oauth } } },
    );
    const another = transportTo(server.port, { login: { kind: 'oauth', user: USER, oauth } });
    expect(await outcomeOfOne(transport)).toEqual({ outcome: 'submitted' });
    expect(await outcomeOfOne(another)).toEqual({ outcome: 'submitted' });
    await another.close();
    expect(tokenServer.requests).toHaveLength(1);
    const changed = { ...oauth, clientSecret: 'another' };
    const corrected = transportTo(server.port, { login: { kind: 'oauth', user: USER, oauth: changed } });
    expect(await outcomeOfOne(corrected)).toEqual({ outcome: 'submitted' });
    await corrected.close();
    expect(tokenServer.requests).toHaveLength(2);
  });
});

describe('in the middle of a send', () => {
  test('a new connection after the end of the token signs in with a new one', async () => {
    const { transport, server } = await oauthTo({}, { smtp: { connections: 1, messagesPerConnection: 2 } });
    await transport.open(CONTEXT);
    const outcomes = [];
    for (const message of someMessages(6)) {
      outcomes.push(...(await transport.submit([message])));
      clock += 1500 * 1000;
    }
    expect(outcomes).toEqual(Array.from({ length: 6 }, () => ({ outcome: 'submitted' })));
    expect(server.connections).toBe(3);
    expect(tokenServer.given).toHaveLength(2);
  });

  test.each(['530 5.7.57 Client not authenticated to send mail.', '535 5.7.3 Authentication expired'])(
    'a session that the server does not take any more signs in anew: %s',
    async (reply) => {
      const { transport, server } = await oauthTo(
        {
          behave: ({ place, connection, messages }) =>
            place === 'MAIL' && connection === 1 && messages === 1 ? reply : undefined,
        },
        { smtp: { connections: 1 } },
      );
      await transport.open(CONTEXT);
      const outcomes = await submitAll(transport, someMessages(3));
      expect(outcomes).toEqual(Array.from({ length: 3 }, () => ({ outcome: 'submitted' })));
      expect(server.taken.map(({ recipient }) => recipient)).toEqual(
        someMessages(3).map(({ envelope }) => envelope.to),
      );
      expect(server.connections).toBe(2);
    },
  );

  test('a log-in that was taken, and mail that is not, stops with everything pending', async () => {
    const { transport } = await oauthTo({
      behave: ({ place }) => (place === 'MAIL' ? '530 5.7.57 Client not authenticated to send mail.' : undefined),
    });
    await transport.open(CONTEXT);
    const [outcome] = await transport.submit([oneMessage()]);
    expect(outcome).toMatchObject({ outcome: 'deferred' });
    expect(JSON.stringify(outcome)).toContain('took the log-in of news@example.org');
  });
});
