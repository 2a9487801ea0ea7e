import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NewsletterError } from '../../src/model/error.js';
import type { SendEvent } from '../../src/app/send/send-context.js';
import { createAccessTokens } from '../../src/oauth/access-tokens.js';
import { googlePerson, microsoftApp, microsoftPerson, SECRETS, USER } from '../support/oauth/settings.js';
import { entraError, googleError, TokenServer } from '../support/oauth/token-server.js';
import type { FaultServerOptions } from '../support/transports/smtp/fault-server.js';
import { smtpTo } from '../support/transports/smtp/fixture.js';
import { sendingWorkspace } from '../support/send/sending-workspace.js';

const READERS = 6;

let tokenServer: TokenServer;

beforeEach(async () => {
  tokenServer = new TokenServer();
  await tokenServer.listen();
});

afterEach(async () => {
  await tokenServer.close();
});

const GRANTS = { app: microsoftApp, person: microsoftPerson, google: googlePerson } as const;

/** A send of which each connection takes two messages: three log-ins, the later ones in its middle. */
async function sending(grant: keyof typeof GRANTS = 'app', behaviour: FaultServerOptions = {}) {
  const oauth = GRANTS[grant](tokenServer.url);
  const clock = { now: Date.parse('2026-12-01T10:00:00Z') };
  const tokens = createAccessTokens(oauth, USER, { timeoutMs: 300, now: () => new Date(clock.now) });
  const isGood = (token: string) => token === tokenServer.given.at(-1);
  const refusal = grant === 'google' ? 'challenge' : 'plain';
  const { server, transport } = await smtpTo(
    { oauth: { user: USER, isGood, refusal }, ...behaviour },
    {
      server: { login: { kind: 'oauth', user: USER, oauth } },
      smtp: { connections: 1, messagesPerConnection: 2 },
      options: { tokens },
    },
  );
  const workspace = await sendingWorkspace(READERS);
  return { server, transport, workspace, clock };
}

type Workspace = Awaited<ReturnType<typeof sending>>['workspace'];

async function states(workspace: Workspace): Promise<readonly string[]> {
  const deliveries = await workspace.deliveries();
  for (const { reason } of deliveries) expect(reason ?? '').not.toMatch(SECRETS);
  return deliveries.map(({ state }) => state);
}

const all = (state: string, count = READERS) => Array.from({ length: count }, () => state);

/** What a person reads of a send that stopped. */
function told(failure: unknown): string {
  if (!(failure instanceof NewsletterError)) throw new Error('the send did not stop');
  const words = `${failure.message} ${failure.help}`;
  expect(words).not.toMatch(SECRETS);
  return words;
}

describe('a send that signs in by OAuth 2.0', () => {
  test('first token: everybody gets theirs, with one token', async () => {
    const { server, transport, workspace } = await sending();
    expect(await workspace.send(transport)).toMatchObject({ complete: true, failure: undefined });
    expect(await states(workspace)).toEqual(all('submitted'));
    expect(server.taken).toHaveLength(READERS);
    expect(tokenServer.requests).toHaveLength(1);
  });

  test.each(['app', 'person', 'google'] as const)(
    'renewal in its middle, before the end of the token (%s)',
    async (grant) => {
      const { server, transport, workspace, clock } = await sending(grant, {
        behave: ({ place }) => {
          if (place === 'end') clock.now += 1200 * 1000;
          return undefined;
        },
      });
      expect(await workspace.send(transport)).toMatchObject({ complete: true });
      expect(await states(workspace)).toEqual(all('submitted'));
      expect(new Set(server.taken.map(({ recipient }) => recipient)).size).toBe(READERS);
      expect(tokenServer.given.length).toBeGreaterThan(1);
    },
  );

  test.each(['app', 'google'] as const)(
    'renewal in its middle, since the server refuses the token (%s)',
    async (grant) => {
      const revoked = new Set<string>();
      const { server, transport, workspace } = await sending(grant, {
        oauth: {
          user: USER,
          isGood: (token) => !revoked.has(token),
          refusal: grant === 'google' ? 'challenge' : 'plain',
        },
        behave: ({ place, connection }) => {
          if (place === 'end' && connection === 1) revoked.add('token-1.a-secret');
          return undefined;
        },
      });
      expect(await workspace.send(transport)).toMatchObject({ complete: true });
      expect(await states(workspace)).toEqual(all('submitted'));
      expect(server.taken).toHaveLength(READERS);
      expect(tokenServer.given).toEqual(['token-1.a-secret', 'token-2.a-secret']);
    },
  );

  test('refused before the first message: nothing is begun', async () => {
    const { server, transport, workspace } = await sending();
    tokenServer.script.push(entraError(7000215, 'invalid_client', 'Invalid client secret provided.'));
    await expect(workspace.send(transport)).rejects.toMatchObject({
      code: 'transport-unusable',
      exitCode: 4,
      message: expect.stringContaining('the client secret is not right for this client ID') as string,
    });
    expect(await workspace.deliveries()).toEqual([]);
    expect(server.connections).toBe(0);
    expect(await workspace.send(transport)).toMatchObject({ complete: true });
  });

  test.each([
    [
      'revoked',
      'person',
      entraError(50173, 'invalid_grant', 'The provided grant was revoked.'),
      'Sign in once more as the mailbox',
    ],
    [
      'revoked',
      'google',
      googleError('invalid_grant', 'Token has been expired or revoked.'),
      'Sign in once more as the mailbox',
    ],
    ['secret expired', 'app', entraError(7000222, 'invalid_client', 'The secret is expired.'), 'Make a new one'],
  ] as const)(
    '%s in its middle (%s): the rest is pending, and goes on when it is fixed',
    async (_, grant, answer, help) => {
      const { server, transport, workspace, clock } = await sending(grant, {
        behave: ({ place, connection }) => {
          if (place === 'end' && connection === 1) clock.now += 3600 * 1000;
          return undefined;
        },
      });
      tokenServer.script.push(undefined, answer);
      const first = await workspace.send(transport);
      expect(told(first.failure)).toContain(help);
      expect(told(first.failure)).toContain('What could not be handed over stays pending.');
      expect(await states(workspace)).toEqual([...all('submitted', 2), ...all('pending', 4)]);
      expect(await workspace.send(transport)).toMatchObject({ complete: true });
      expect(await states(workspace)).toEqual(all('submitted'));
      expect(new Set(server.taken.map(({ recipient }) => recipient)).size).toBe(READERS);
      expect(server.taken).toHaveLength(READERS);
    },
  );

  test.each([
    ['down', { fault: 'drop' }, 'cannot be reached'],
    ['slow', { fault: 'silence' }, 'did not answer within 1 second'],
    ['5xx', { status: 503, body: '<html>' }, 'has trouble of its own: it answered 503'],
    ['behind a page of the network', { status: 200, body: '<html>' }, 'a web page'],
    ['429 for a moment', { status: 429, body: '{}', headers: { 'retry-after': '0' } }, 'wants a pause (429)'],
  ] as const)('token server %s in its middle: tried again, then the rest is pending', async (_, answer, what) => {
    const { server, transport, workspace, clock } = await sending('app', {
      behave: ({ place, connection }) => {
        if (place === 'end' && connection === 1) clock.now += 3600 * 1000;
        return undefined;
      },
    });
    tokenServer.script.push(undefined, ...Array.from({ length: 4 }, () => answer));
    const warnings: string[] = [];
    const first = await workspace.send(transport, {
      onEvent: (event) => {
        if (event.event === 'trouble') warnings.push(event.what);
      },
    });
    expect(told(first.failure)).toContain(what);
    expect(told(first.failure)).toContain('What could not be handed over stays pending.');
    expect(first).toMatchObject({ complete: false, interrupted: false });
    expect(await states(workspace)).toEqual([...all('submitted', 2), ...all('pending', 4)]);
    // Three pauses of the tests' transport, each said.
    expect(warnings).toHaveLength(3);
    expect(warnings.join(' ')).toContain(what);
    expect(await workspace.send(transport)).toMatchObject({ complete: true });
    expect(server.taken).toHaveLength(READERS);
  });

  test('token server down for a moment: nobody notices but who reads the trouble', async () => {
    const { transport, workspace, clock } = await sending('app', {
      behave: ({ place, connection }) => {
        if (place === 'end' && connection === 1) clock.now += 3600 * 1000;
        return undefined;
      },
    });
    tokenServer.script.push(undefined, { status: 502, body: 'bad gateway' }, { fault: 'drop' });
    expect(await workspace.send(transport)).toMatchObject({ complete: true });
    expect(await states(workspace)).toEqual(all('submitted'));
  });

  test('429 with a short pause in its middle: the send waits as long as it is asked to, and goes on', async () => {
    const { transport, workspace, clock } = await sending('app', {
      behave: ({ place, connection }) => {
        if (place === 'end' && connection === 1) clock.now += 3600 * 1000;
        return undefined;
      },
    });
    tokenServer.script.push(undefined, { status: 429, body: {}, headers: { 'retry-after': '2' } });
    const warnings: string[] = [];
    const onEvent = (event: SendEvent) => {
      if (event.event !== 'trouble') return;
      warnings.push(event.what);
      clock.now += 2000;
    };
    expect(await workspace.send(transport, { onEvent })).toMatchObject({ complete: true });
    expect(warnings).toEqual([
      expect.stringMatching(/wants a pause of 2 seconds \(429\)\. Trying again in 2 seconds\.$/),
    ]);
    expect(tokenServer.requests).toHaveLength(3);
    expect(await states(workspace)).toEqual(all('submitted'));
  });

  test('429 with a long pause in its middle: the send stops at once, and asks no more', async () => {
    const { transport, workspace, clock } = await sending('app', {
      behave: ({ place, connection }) => {
        if (place === 'end' && connection === 1) clock.now += 3600 * 1000;
        return undefined;
      },
    });
    const tooMany = { status: 429, body: { error: 'temporarily_unavailable' }, headers: { 'retry-after': '600' } };
    tokenServer.script.push(undefined, tooMany);
    const first = await workspace.send(transport);
    expect(told(first.failure)).toContain('wants a pause of 10 minutes (429)');
    expect(await states(workspace)).toEqual([...all('submitted', 2), ...all('pending', 4)]);
    await expect(workspace.send(transport)).rejects.toMatchObject({ code: 'transport-unusable' });
    expect(tokenServer.requests).toHaveLength(2);
    clock.now += 601 * 1000;
    expect(await workspace.send(transport)).toMatchObject({ complete: true });
    expect(await states(workspace)).toEqual(all('submitted'));
  });

  test('the mail server refuses every token in its middle: the rest is pending', async () => {
    let open = true;
    const { transport, workspace, server } = await sending('app', {
      oauth: { user: USER, isGood: () => open, refusal: 'plain', words: '5.7.3 Authentication unsuccessful' },
      behave: ({ place, connection }) => {
        if (place === 'end' && connection === 1) open = false;
        return undefined;
      },
    });
    const first = await workspace.send(transport);
    expect(told(first.failure)).toContain('took the token for no mailbox');
    expect(await states(workspace)).toEqual([...all('submitted', 2), ...all('pending', 4)]);
    // The first one, one that is refused, and one that is renewed.
    expect(server.connections).toBe(3);
    open = true;
    expect(await workspace.send(transport)).toMatchObject({ complete: true });
    expect(server.taken).toHaveLength(READERS);
  });

  test('a dry run shows scope and end, and writes nothing', async () => {
    const { transport, workspace } = await sending();
    const result = await workspace.run(transport, { dryRun: true });
    if (result.kind !== 'dry-run') throw new Error(result.kind);
    expect(result.preflight.at(-1)).toEqual({
      check: 'sign-in',
      result: 'ok',
      message: expect.stringMatching(
        /for https:\/\/outlook\.office365\.com\/\.default, with a token that is good until 2026-12-01 10:59 UTC\.$/,
      ) as string,
    });
    expect(JSON.stringify(result)).not.toMatch(SECRETS);
    expect(await workspace.deliveries()).toEqual([]);
  });
});
