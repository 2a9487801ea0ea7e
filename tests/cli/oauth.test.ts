import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { microsoftApp, SECRETS, USER } from '../support/oauth/settings.js';
import { entraError, TokenServer } from '../support/oauth/token-server.js';
import { FaultServer } from '../support/transports/smtp/fault-server.js';
import { buildDecember, copyWorkspace, DECEMBER } from '../support/cli/december.js';
import { readDocument, reportSchema } from '../support/cli/documents.js';
import { traceBelow } from '../support/cli/file-tree.js';
import { runNewsletter } from '../support/cli/run-newsletter.js';

const SEND = ['send', DECEMBER, '--transport', 'smtp'];

let prepared: string;
let tokenServer: TokenServer;
let mailServer: FaultServer;

beforeAll(async () => {
  prepared = await buildDecember();
  await runNewsletter(['subscribers', 'import', 'subscribers.sample.csv'], { from: prepared });
});

beforeEach(async () => {
  tokenServer = new TokenServer();
  await tokenServer.listen();
  const isGood = (token: string) => token === tokenServer.given.at(-1);
  mailServer = new FaultServer({ oauth: { user: USER, isGood, refusal: 'plain' } });
  await mailServer.listen();
});

afterEach(async () => {
  await tokenServer.close();
  await mailServer.close();
});

function environment(): Readonly<Record<string, string>> {
  return {
    NEWSLETTER_SMTP_URL: `smtp://news%40example.org@127.0.0.1:${String(mailServer.port)}?tls=off`,
    NEWSLETTER_OAUTH_PROVIDER: 'microsoft',
    NEWSLETTER_OAUTH_TENANT: 'example.onmicrosoft.com',
    NEWSLETTER_OAUTH_CLIENT_ID: 'client-1',
    NEWSLETTER_OAUTH_CLIENT_SECRET: microsoftApp('').clientSecret,
    NEWSLETTER_OAUTH_TOKEN_URL: tokenServer.url,
    DEBUG: 'newsletter*',
  };
}

describe('newsletter send with NEWSLETTER_OAUTH_…', () => {
  test('--dry-run shows scope and end of the token, and writes nothing', async () => {
    const root = copyWorkspace(prepared);
    const before = traceBelow(root);
    const { code, stdout, stderr } = await runNewsletter([...SEND, '--dry-run'], {
      from: root,
      environment: environment(),
    });
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stdout).toMatch(
      /ok +It signs in as news@example\.org by OAuth 2\.0 \(Microsoft, client credentials\) for https:\/\/outlook\.office365\.com\/\.default, with a token that is good until \d{4}-\d\d-\d\d \d\d:\d\d UTC\./,
    );
    expect(stdout + stderr).not.toMatch(SECRETS);
    expect(traceBelow(root)).toEqual(before);
  });

  test('--dry-run says what is wrong with the log-in, and repeats no secret, not even for DEBUG', async () => {
    tokenServer.script.push(entraError(7000222, 'invalid_client', 'The provided client secret keys are expired.'));
    const { stdout, stderr } = await runNewsletter([...SEND, '--dry-run'], {
      from: prepared,
      environment: environment(),
    });
    expect(stdout).toMatch(/refused +Microsoft gives no access token: the client secret has expired/);
    expect(stdout).toContain('what to do: Make a new one in the Entra admin center');
    expect(stdout + stderr).not.toMatch(SECRETS);
  });

  test('sends, and a token server that is down leaves everything as it is and says so', async () => {
    const root = copyWorkspace(prepared);
    const running = { from: root, environment: environment() };
    tokenServer.script.push({ status: 503, body: 'down' });
    const down = await runNewsletter([...SEND, '--yes'], running);
    expect(down.code).toBe(4);
    expect(down.stderr).toContain('has trouble of its own: it answered 503');
    expect(down.stderr).toContain('What could not be handed over stays pending.');
    expect(down.stdout + down.stderr).not.toMatch(SECRETS);
    expect((await runNewsletter([...SEND, '--yes'], running)).code).toBe(0);
    const report = readDocument(reportSchema, await runNewsletter(['report', '--json'], { from: root }));
    expect(report).toMatchObject({ kind: 'real', audience: 25, submitted: 25, pending: 0 });
    expect(mailServer.taken).toHaveLength(25);
  });
});
