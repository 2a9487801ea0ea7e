import { describe, expect, test } from 'vitest';
import { NewsletterError } from '../../../src/model/error.js';
import { smtpSettings } from '../../../src/transports/smtp/settings.js';
import { readSettings } from '../../support/transports/read-settings.js';
import { googleService } from '../../support/oauth/settings.js';
import { createWorkspace } from '../../support/workspace-fixture.js';

const LINES = 'name: A\norganisation: B\nsender:\n  address: news@lsi.example.org\n';
const URL_WITH_USER = 'smtp://news%40example.org@smtp.office365.com:587';
const APP = { PROVIDER: 'microsoft', TENANT: 'example.onmicrosoft.com', CLIENT_ID: 'id-1', CLIENT_SECRET: 'hunter2~A' };
const PERSON = { PROVIDER: 'google', CLIENT_ID: 'id-2', CLIENT_SECRET: 'hunter2~B', REFRESH_TOKEN: '1//hunter2' };
const { email, privateKey, privateKeyId } = googleService('');
const KEY = {
  type: 'service_account',
  client_email: email,
  private_key: privateKey,
  private_key_id: privateKeyId,
  token_uri: 'https://elsewhere.example/token',
};
const SERVICE = { PROVIDER: 'google', SERVICE_ACCOUNT: JSON.stringify(KEY) };

type Variables = Readonly<Record<string, string>>;

function read(variables: Variables, url = URL_WITH_USER, files: Variables = {}) {
  const workspace = createWorkspace({ 'newsletter.yaml': LINES, ...files });
  const environment: Record<string, string> = { NEWSLETTER_SMTP_URL: url };
  for (const [name, value] of Object.entries(variables)) {
    environment[`NEWSLETTER_OAUTH_${name}`] = name.endsWith('_FILE') ? workspace.path(value) : value;
  }
  return readSettings('smtp', smtpSettings, { root: workspace.root, environment }).server?.login;
}

/** What a person reads. */
function refusal(variables: Variables, url?: string, files?: Variables): string {
  let error: unknown;
  try {
    read(variables, url, files);
  } catch (thrown) {
    error = thrown;
  }
  if (!(error instanceof NewsletterError)) throw new Error('it was taken');
  expect(error).toMatchObject({ code: 'environment-invalid', exitCode: 2 });
  const words = `${error.message} ${error.expected} ${error.help}`;
  expect(`${words}${String(error.cause)}`).not.toMatch(/hunter2|PRIVATE KEY-----/);
  return words;
}

describe('NEWSLETTER_OAUTH_…', () => {
  test('an application of Microsoft', () => {
    expect(read(APP)).toEqual({
      kind: 'oauth',
      user: 'news@example.org',
      oauth: {
        provider: 'microsoft',
        grant: 'client-credentials',
        tokenUrl: 'https://login.microsoftonline.com/example.onmicrosoft.com/oauth2/v2.0/token',
        scope: 'https://outlook.office365.com/.default',
        clientId: 'id-1',
        clientSecret: 'hunter2~A',
      },
    });
  });

  test('a person of Microsoft, with a secret or without', () => {
    const publicClient = { ...APP, CLIENT_SECRET: '', TENANT: 'consumers' };
    const expected = {
      grant: 'refresh-token',
      scope: 'https://outlook.office.com/SMTP.Send offline_access',
      refreshToken: '0.Abc',
    };
    expect(read({ ...APP, REFRESH_TOKEN: '0.Abc' })).toMatchObject({
      oauth: { ...expected, clientSecret: 'hunter2~A' },
    });
    const anybody = read({ ...publicClient, REFRESH_TOKEN: ' 0.Abc\n' });
    expect(anybody).toMatchObject({ oauth: { ...expected, clientSecret: undefined } });
  });

  test('a person of Google, and a service account, whose own token address does not count', () => {
    expect(read(PERSON)).toMatchObject({
      oauth: {
        provider: 'google',
        grant: 'refresh-token',
        tokenUrl: 'https://oauth2.googleapis.com/token',
        scope: 'https://mail.google.com/',
      },
    });
    expect(read(SERVICE)).toEqual({
      kind: 'oauth',
      user: 'news@example.org',
      oauth: { ...googleService('https://oauth2.googleapis.com/token') },
    });
  });

  test('secrets may stand in files of their own, all of it in .env, and other addresses and scopes be named', () => {
    const { SERVICE_ACCOUNT, ...provider } = SERVICE;
    const inFile = read({ ...provider, SERVICE_ACCOUNT_FILE: 'key.json' }, URL_WITH_USER, {
      'key.json': `\ufeff${SERVICE_ACCOUNT}\n`,
    });
    expect(inFile).toMatchObject({ oauth: { grant: 'service-account', email } });
    const { CLIENT_SECRET, ...rest } = APP;
    const secretInFile = read({ ...rest, CLIENT_SECRET_FILE: 'secret' }, URL_WITH_USER, {
      secret: `${CLIENT_SECRET}\n`,
    });
    expect(secretInFile).toMatchObject({ oauth: { clientSecret: 'hunter2~A' } });
    const elsewhere = {
      TOKEN_URL: 'https://login.microsoftonline.us/t/oauth2/v2.0/token',
      SCOPE: 'https://outlook.office365.us/.default',
    };
    expect(read({ ...APP, TENANT: '', ...elsewhere })).toMatchObject({
      oauth: { tokenUrl: elsewhere.TOKEN_URL, scope: elsewhere.SCOPE },
    });
    expect(read({ ...APP, PROVIDER: 'Microsoft', TOKEN_URL: 'http://127.0.0.1:8080/t' })).toMatchObject({
      oauth: { tokenUrl: 'http://127.0.0.1:8080/t' },
    });
    const dotEnv = Object.entries(APP).map(([name, value]) => `NEWSLETTER_OAUTH_${name}=${value}`);
    expect(read({}, URL_WITH_USER, { '.env': dotEnv.join('\n') })).toMatchObject({ kind: 'oauth' });
  });

  test('none of them, or only empty ones, leave the password as it was', () => {
    const url = 'smtp://news:hunter2@h.example';
    expect(read({}, url)).toEqual({ kind: 'password', user: 'news', password: 'hunter2' });
    expect(read({ PROVIDER: '', CLIENT_ID: ' ' }, url)).toMatchObject({ kind: 'password' });
  });

  test.each([
    [{ ...APP, PROVIDER: '' }, 'NEWSLETTER_OAUTH_TENANT is set, and NEWSLETTER_OAUTH_PROVIDER is not'],
    [{ ...APP, PROVIDER: 'yahoo' }, '"yahoo"'],
    [{ ...APP, TENANT: '' }, 'NEWSLETTER_OAUTH_TENANT is missing'],
    [{ ...APP, TENANT: 'https://login.example/' }, 'NEWSLETTER_OAUTH_TENANT is no ID and no domain'],
    [{ ...APP, TENANT: '../common' }, 'NEWSLETTER_OAUTH_TENANT is no ID and no domain'],
    [{ ...APP, TENANT: 'common' }, 'no one organisation'],
    [{ ...APP, CLIENT_ID: '' }, 'NEWSLETTER_OAUTH_CLIENT_ID is missing'],
    [{ ...APP, CLIENT_SECRET: '' }, 'NEWSLETTER_OAUTH_CLIENT_SECRET is missing'],
    [{ ...APP, CLIENT_SECRET: 'hunter2 hunter2' }, 'NEWSLETTER_OAUTH_CLIENT_SECRET holds a space'],
    [{ ...APP, CLIENT_ID: 'id\u200b1' }, 'NEWSLETTER_OAUTH_CLIENT_ID holds a space'],
    [{ ...APP, SERVICE_ACCOUNT: SERVICE.SERVICE_ACCOUNT }, 'only Google has service accounts'],
    [{ ...PERSON, TENANT: 'example.org' }, 'only Microsoft has tenants'],
    [{ ...PERSON, REFRESH_TOKEN: '' }, 'NEWSLETTER_OAUTH_REFRESH_TOKEN is missing'],
    [{ PROVIDER: 'google' }, 'NEWSLETTER_OAUTH_CLIENT_SECRET, NEWSLETTER_OAUTH_REFRESH_TOKEN are missing'],
    [{ ...SERVICE, CLIENT_ID: 'id' }, 'NEWSLETTER_OAUTH_CLIENT_ID has no place'],
    [{ ...SERVICE, CLIENT_ID: 'id', REFRESH_TOKEN: 'x' }, 'NEWSLETTER_OAUTH_REFRESH_TOKEN have no place'],
    [{ ...SERVICE, SERVICE_ACCOUNT: '/home/news/key.json' }, 'NEWSLETTER_OAUTH_SERVICE_ACCOUNT_FILE'],
    [{ ...SERVICE, SERVICE_ACCOUNT: '{"installed":{"client_id":"hunter2"}}' }, 'no key of a service account'],
    [
      { ...SERVICE, SERVICE_ACCOUNT: JSON.stringify({ ...KEY, private_key: 'hunter2' }) },
      'no key of a service account',
    ],
    [{ PROVIDER: 'google', SERVICE_ACCOUNT_FILE: 'nowhere.json' }, 'nowhere.json, which is not there'],
    [{ ...APP, TOKEN_URL: 'http://login.example/token' }, 'NEWSLETTER_OAUTH_TOKEN_URL'],
    [{ ...APP, TOKEN_URL: 'http://127.0.0.1.example/token' }, 'NEWSLETTER_OAUTH_TOKEN_URL'],
    [{ ...APP, TOKEN_URL: 'https://hunter2:x@login.example/token' }, 'NEWSLETTER_OAUTH_TOKEN_URL'],
    [{ ...APP, TOKEN_URL: 'login.example' }, 'NEWSLETTER_OAUTH_TOKEN_URL'],
  ])('%j', (variables, expected) => {
    expect(refusal(variables)).toContain(expected);
  });

  test('a password beside it, or no user, is refused', () => {
    expect(refusal(APP, 'smtp://news:hunter2@h.example')).toContain('holds a password, and NEWSLETTER_OAUTH_PROVIDER');
    expect(refusal(APP, 'smtp://h.example')).toContain('names no user');
    expect(refusal(APP, 'smtp://news%01@h.example')).toContain('control character');
    expect(refusal(APP, 'smtp://news@h.example?tls=off')).toContain('?tls=off');
    expect(refusal({}, URL_WITH_USER)).toContain('NEWSLETTER_OAUTH_PROVIDER');
  });

  test('without a mail server says nothing, since another transport may be meant', () => {
    expect(read(APP, '')).toBeUndefined();
  });
});
