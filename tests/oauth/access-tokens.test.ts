import { createVerify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OAuthSettings } from '../../src/oauth/oauth-settings.js';
import { createAccessTokens, type AccessTokens, type TokenResult } from '../../src/oauth/access-tokens.js';
import {
  googlePerson,
  googleService,
  KEYS,
  microsoftApp,
  microsoftPerson,
  SECRETS,
  USER,
} from '../support/oauth/settings.js';
import { entraError, googleError, TokenServer, type ScriptedAnswer } from '../support/oauth/token-server.js';

let server: TokenServer;
let clock: number;

beforeEach(async () => {
  server = new TokenServer();
  await server.listen();
  clock = Date.parse('2026-12-01T10:00:00Z');
});

afterEach(async () => {
  await server.close();
});

function tokensFor(settings: OAuthSettings = microsoftApp(server.url), timeoutMs = 10_000): AccessTokens {
  return createAccessTokens(settings, USER, { timeoutMs, now: () => new Date(clock) });
}

function pass(seconds: number): void {
  clock += seconds * 1000;
}

function valueOf(result: TokenResult): string {
  if (result.kind === 'failure') throw new Error(result.text.message);
  return result.token.value;
}

/** The failure, in which no secret may stand. */
function failureOf(result: TokenResult) {
  if (result.kind === 'token') throw new Error('there was a token');
  const { message, expected, help } = result.text;
  const words = `${message} ${expected} ${help}`;
  expect(words).not.toMatch(SECRETS);
  expect(words).not.toMatch(/undefined|\n|Trace ID/);
  return { ...result, words };
}

describe('a token', () => {
  test('is asked for as Microsoft wants it of an application', async () => {
    expect(valueOf(await tokensFor().get())).toBe('token-1.a-secret');
    expect(server.requests).toEqual([
      {
        path: '/tenant/oauth2/v2.0/token',
        form: {
          grant_type: 'client_credentials',
          client_id: '00000000-0000-4000-8000-000000000001',
          client_secret: 'Abc8Q~hunter2+/=%',
          scope: 'https://outlook.office365.com/.default',
        },
      },
    ]);
  });

  test('is asked for by refresh token, of Microsoft with the scope, and without a secret that there is none', async () => {
    await tokensFor(microsoftPerson(server.url)).get();
    await tokensFor(googlePerson(server.url)).get();
    expect(server.requests.map(({ form }) => form)).toEqual([
      {
        grant_type: 'refresh_token',
        client_id: '00000000-0000-4000-8000-000000000001',
        refresh_token: 'refresh-0.a-secret',
        scope: 'https://outlook.office.com/SMTP.Send offline_access',
      },
      {
        grant_type: 'refresh_token',
        client_id: '1234-abc.apps.googleusercontent.com',
        client_secret: 'GOCSPX-hunter2',
        refresh_token: '1//0refresh.a-secret',
      },
    ]);
  });

  test('is asked for by a service account with what it signed, for the mailbox', async () => {
    await tokensFor(googleService(server.url)).get();
    const { grant_type: grant, assertion = '' } = server.requests[0]?.form ?? {};
    expect(grant).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    const [header = '', claims = '', signature = ''] = assertion.split('.');
    const read = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    expect(read(header)).toEqual({ alg: 'RS256', typ: 'JWT', kid: 'key-id-1' });
    const iat = clock / 1000 - 30;
    expect(read(claims)).toEqual({
      iss: 'newsletter@project.iam.gserviceaccount.com',
      sub: USER,
      scope: 'https://mail.google.com/',
      aud: server.url,
      iat,
      exp: iat + 3600,
    });
    const verify = createVerify('RSA-SHA256').update(`${header}.${claims}`);
    expect(verify.verify(KEYS.publicKey, signature, 'base64url')).toBe(true);
  });

  test('is kept, and asked for once however many want it', async () => {
    const tokens = tokensFor();
    const values = (await Promise.all(Array.from({ length: 20 }, () => tokens.get()))).map(valueOf);
    expect(new Set(values)).toEqual(new Set(['token-1.a-secret']));
    pass(3000);
    expect(valueOf(await tokens.get())).toBe('token-1.a-secret');
    expect(server.requests).toHaveLength(1);
    expect(tokens.current?.expiresAt.toISOString()).toBe('2026-12-01T10:59:59.000Z');
  });

  test('is renewed five minutes before its end, a short one earlier in its life', async () => {
    const tokens = tokensFor();
    await tokens.get();
    pass(3599 - 301);
    expect(valueOf(await tokens.get())).toBe('token-1.a-secret');
    pass(2);
    expect(valueOf(await tokens.get())).toBe('token-2.a-secret');
    server.options = { lifetimeSeconds: 60 };
    const short = tokensFor();
    await short.get();
    pass(47);
    expect(valueOf(await short.get())).toBe('token-3.a-secret');
    pass(2);
    expect(valueOf(await short.get())).toBe('token-4.a-secret');
  });

  test.each([
    ['"3599"', 3599],
    ['a lifetime that is none', undefined],
    ['more than a day', 24 * 3600],
  ] as const)('has an end: %s', async (_, expected) => {
    server.options = { lifetimeSeconds: expected === 3599 ? '3599' : expected === undefined ? 0 : 9_999_999 };
    const tokens = tokensFor();
    const result = await tokens.get();
    if (expected === undefined) expect(failureOf(result).words).toContain('JSON without a token that can be used');
    else expect(tokens.current?.expiresAt.getTime()).toBe(clock + expected * 1000);
  });

  test('without a lifetime is good for five minutes', async () => {
    server.script.push({ status: 200, body: { access_token: 'bare.a-secret' } });
    const tokens = tokensFor();
    expect(valueOf(await tokens.get())).toBe('bare.a-secret');
    expect(tokens.current?.expiresAt.getTime()).toBe(clock + 300_000);
  });

  test('that was refused is renewed once for all who had it', async () => {
    const tokens = tokensFor();
    const first = await tokens.get();
    if (first.kind === 'failure') throw new Error('no token');
    const renewed = await Promise.all([tokens.renew(first.token), tokens.renew(first.token), tokens.get()]);
    expect(renewed.map(valueOf)).toEqual(Array.from({ length: 3 }, () => 'token-2.a-secret'));
    expect(valueOf(await tokens.renew(first.token))).toBe('token-2.a-secret');
    expect(server.requests).toHaveLength(2);
  });

  test('is asked for with the newest refresh token', async () => {
    server.options = { rotates: true };
    const tokens = tokensFor(microsoftPerson(server.url));
    for (let round = 0; round < 3; round += 1) {
      await tokens.get();
      pass(3599);
    }
    expect(server.requests.map(({ form }) => form['refresh_token'])).toEqual([
      'refresh-0.a-secret',
      'refresh-1.a-secret',
      'refresh-2.a-secret',
    ]);
    expect(tokens.secrets()).toEqual(expect.arrayContaining(['refresh-3.a-secret', 'token-3.a-secret']));
  });

  test('is used to its end where no other can be had for the moment, and not beyond', async () => {
    const tokens = tokensFor();
    await tokens.get();
    pass(3599 - 60);
    server.script.push({ status: 503, body: 'down' }, { status: 503, body: 'down' });
    expect(valueOf(await tokens.get())).toBe('token-1.a-secret');
    pass(61);
    expect(failureOf(await tokens.get()).passing).toBe(true);
  });

  test('is given up where the next one is refused', async () => {
    const tokens = tokensFor(microsoftPerson(server.url));
    await tokens.get();
    pass(3599 - 60);
    server.script.push(entraError(50173, 'invalid_grant', 'The provided grant has expired due to it being revoked.'));
    expect(failureOf(await tokens.get())).toMatchObject({ passing: false });
  });
});

describe('a pause that the token server asks for', () => {
  const tooMany = (retryAfter: string): ScriptedAnswer => ({
    status: 429,
    body: { error: 'temporarily_unavailable', error_description: 'Too many requests' },
    headers: { 'retry-after': retryAfter },
  });

  test.each([
    ['40', 40],
    ['Tue, 01 Dec 2026 10:00:40 GMT', 40],
  ])('is kept to: %s', async (written, seconds) => {
    server.script.push(tooMany(written));
    const tokens = tokensFor();
    const first = failureOf(await tokens.get());
    expect(first).toMatchObject({ passing: true, waitMs: seconds * 1000 });
    expect(first.words).toContain('127.0.0.1');
    expect(first.words).toContain('wants a pause of 40 seconds (429)');
    pass(30);
    expect(failureOf(await tokens.get())).toMatchObject({ passing: true, waitMs: 10_000 });
    expect(server.requests).toHaveLength(1);
    pass(11);
    expect(valueOf(await tokens.get())).toBe('token-1.a-secret');
  });

  test.each(['', 'soon', '-1'])('that says nothing is none: %j', async (written) => {
    server.script.push(tooMany(written));
    const tokens = tokensFor();
    expect(failureOf(await tokens.get())).toMatchObject({ passing: true, waitMs: 0 });
    expect(valueOf(await tokens.get())).toBe('token-1.a-secret');
  });
});

describe('a token server that does not work', () => {
  test.each([
    ['503', { status: 503, body: '<html>Service unavailable</html>' }, 'has trouble of its own: it answered 503'],
    ['500 with JSON', { status: 500, body: { error: 'server_error' } }, 'has trouble of its own: server_error'],
    ['400 that passes', googleError('temporarily_unavailable', 'later'), 'temporarily_unavailable: later'],
    ['a loop', entraError(50196, 'invalid_request', 'a client request loop'), 'has trouble of its own'],
    ['a web page', { status: 200, body: '<!doctype html><title>Hotel</title>' }, 'answered 200 with a web page'],
    ['a web page with 403', { status: 403, body: '<html>' }, 'answered 403 with a web page'],
    ['nothing', { status: 200, body: '' }, 'something that is no JSON'],
    ['JSON of another kind', { status: 200, body: { ok: true } }, 'JSON without a token'],
    ['a list', { status: 200, body: [] }, 'JSON without a token'],
    ['a token with controls', { status: 200, body: { access_token: 'a\x01\r\nb', expires_in: 60 } }, 'without a token'],
    ['an empty token', { status: 200, body: { access_token: '', expires_in: 60 } }, 'without a token'],
    ['another kind of token', { status: 200, body: { access_token: 'x', token_type: 'mac' } }, 'without a token'],
    ['more than it may say', { status: 200, body: `{"a":"${'x'.repeat(300_000)}"}` }, 'more than a token server says'],
    ['a connection that breaks', { fault: 'drop' }, 'cannot be reached'],
  ] as const)('%s', async (_, answer, expected) => {
    server.script.push(answer);
    const failure = failureOf(await tokensFor().get());
    expect(failure).toMatchObject({ passing: true });
    expect(failure.words).toContain(expected);
  });

  test.each(['silence', 'trickle'] as const)('slow (%s): after its time', async (fault) => {
    server.script.push({ fault });
    const failure = failureOf(await tokensFor(undefined, 200).get());
    expect(failure).toMatchObject({ passing: true });
    expect(failure.words).toContain('did not answer within 1 second');
  });

  test('down, or of a name that there is not', async () => {
    const { url } = server;
    const tokens = tokensFor(microsoftApp(url));
    await server.close();
    const down = failureOf(await tokens.get());
    expect(down).toMatchObject({ passing: true });
    expect(down.words).toMatch(/cannot be reached \(ECONNREFUSED\)/);
    const nowhere = failureOf(await tokensFor(microsoftApp('https://login.invalid/token')).get());
    expect(nowhere).toMatchObject({ passing: true });
    expect(nowhere.words).toMatch(/login\.invalid (was not found|cannot be reached)/);
    await server.listen();
  });

  test('that speaks no TLS gets no secret', async () => {
    const failure = failureOf(await tokensFor(microsoftApp(server.url.replace('http:', 'https:'))).get());
    expect(failure).toMatchObject({ passing: true });
    expect(failure.words).toContain('No encrypted connection');
    expect(server.requests).toEqual([]);
  });

  test('that sends elsewhere is not followed', async () => {
    server.script.push({ status: 307, body: '', headers: { location: `${server.url}/elsewhere` } });
    const failure = failureOf(await tokensFor().get());
    expect(failure).toMatchObject({ passing: false });
    expect(failure.words).toContain('sends to another address (307)');
    expect(server.requests).toHaveLength(1);
  });
});

describe('a refusal says what is wrong and what to do', () => {
  test.each([
    [7000215, 'invalid_client', 'not right for this client ID', '"Value"'],
    [7000222, 'invalid_client', 'the client secret has expired', 'Make a new one'],
    [7000218, 'invalid_client', 'wants a client secret', 'NEWSLETTER_OAUTH_CLIENT_SECRET'],
    [700025, 'invalid_client', 'is a public client', 'Take NEWSLETTER_OAUTH_CLIENT_SECRET out'],
    [700016, 'unauthorized_client', 'is not known', 'NEWSLETTER_OAUTH_TENANT'],
    [90002, 'invalid_request', 'no such tenant', 'Correct NEWSLETTER_OAUTH_TENANT'],
    [900023, 'invalid_request', 'no such tenant', 'Correct NEWSLETTER_OAUTH_TENANT'],
    [1002012, 'invalid_scope', 'cannot be had', 'NEWSLETTER_OAUTH_SCOPE'],
    [500011, 'invalid_resource', 'cannot be had', 'NEWSLETTER_OAUTH_SCOPE'],
    [50173, 'invalid_grant', 'refresh token has expired, was revoked', 'Sign in once more as the mailbox'],
    [700082, 'invalid_grant', 'refresh token has expired, was revoked', '90 days'],
    [53003, 'invalid_grant', 'wants a person to sign in again', 'administrator'],
    [50076, 'interaction_required', 'wants a person to sign in again', 'administrator'],
    [65001, 'invalid_grant', 'nobody has consented', 'grant consent'],
    [50057, 'invalid_grant', 'is locked', 'administrator'],
    // Numbers that there may be tomorrow.
    [7999999, 'invalid_client', 'not right for this client ID', '"Value"'],
    [7999999, 'invalid_grant', 'refresh token has expired', 'Sign in once more'],
    [7999999, 'unsupported_grant_type', 'refuses the request', 'NEWSLETTER_OAUTH_'],
  ])('Microsoft: AADSTS%i %s', async (number, error, what, help) => {
    server.script.push(entraError(number, error, 'Words of Microsoft for secret Abc8Q~hunter2+/=%.'));
    const failure = failureOf(await tokensFor().get());
    expect(failure).toMatchObject({ passing: false });
    expect(failure.text.message).toContain('Microsoft gives no access token');
    expect(failure.text.message).toContain(what);
    expect(failure.text.message).toContain(`AADSTS${String(number)}: Words of Microsoft for secret ***`);
    expect(failure.text.help).toContain(help);
    expect(failure.text.help).toContain('docs/sending.md');
  });

  test.each([
    ['person', 'invalid_grant', 'Token has been expired or revoked.', 'refresh token has expired', '7 days'],
    ['person', 'invalid_grant', 'Bad Request', 'refresh token has expired', 'Sign in once more'],
    ['person', 'invalid_client', 'The OAuth client was not found.', 'not right for this client ID', 'Google Cloud'],
    ['person', 'unauthorized_client', 'Unauthorized', 'made for another OAuth client', 'Sign in once more'],
    ['person', 'deleted_client', 'The OAuth client was deleted.', 'is not known', 'NEWSLETTER_OAUTH_CLIENT_ID'],
    ['service', 'unauthorized_client', 'Client is unauthorized …', 'domain-wide delegation', '24 hours'],
    ['service', 'access_denied', 'Requested client not authorized.', 'domain-wide delegation', '24 hours'],
    ['service', 'invalid_grant', 'Invalid JWT Signature.', 'is not valid any more', 'Make a new key'],
    ['service', 'invalid_grant', 'Invalid grant: account not found', 'its account is gone', 'Make a new key'],
    ['service', 'invalid_grant', 'Invalid email or User ID', 'no such mailbox', 'NEWSLETTER_SMTP_URL'],
    [
      'service',
      'invalid_grant',
      'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values.',
      'the clock of this machine',
      'Set date, time',
    ],
    ['service', 'invalid_scope', 'Invalid OAuth scope.', 'cannot be had', 'https://mail.google.com/'],
  ] as const)('Google (%s): %s %s', async (grant, error, words, what, help) => {
    server.script.push(googleError(error, words));
    const settings = grant === 'person' ? googlePerson(server.url) : googleService(server.url);
    const failure = failureOf(await tokensFor(settings).get());
    expect(failure).toMatchObject({ passing: false });
    expect(failure.text.message).toContain('Google gives no access token');
    expect(failure.text.message).toContain(what);
    expect(failure.words).toContain(help);
  });

  test('Google: a rule wants a person', async () => {
    server.script.push(googleError('invalid_grant', 'reauth related error', { error_subtype: 'invalid_rapt' }));
    expect(failureOf(await tokensFor(googlePerson(server.url)).get()).words).toContain('wants a person to sign in');
  });

  test('never repeats what was asked with, whole or as it was sent', async () => {
    const settings = googleService(server.url);
    server.before = () => {
      const { assertion = '' } = server.requests.at(-1)?.form ?? {};
      server.script.push(googleError('invalid_grant', `Bad assertion ${assertion}\u001b[31m\r\n of ${USER}`));
      return Promise.resolve();
    };
    const failure = failureOf(await tokensFor(settings).get());
    expect(failure.text.message).toContain(`Bad assertion *** [31m of ${USER}`);
  });

  test('is no end: what was corrected works', async () => {
    server.script.push(googleError('unauthorized_client', 'no'));
    const tokens = tokensFor(googleService(server.url));
    failureOf(await tokens.get());
    expect(valueOf(await tokens.get())).toBe('token-1.a-secret');
  });
});
