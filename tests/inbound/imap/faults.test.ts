import { afterEach, describe, expect, test } from 'vitest';
import { openImapSource, type ImapSourceOptions } from '../../../src/inbound/imap/imap-source.js';
import { readImapMailbox } from '../../../src/inbound/imap/imap-login.js';
import { createAccessTokens } from '../../../src/oauth/access-tokens.js';
import { readSome } from '../../support/inbound/mailbox.contract.js';
import { ScriptedImap, type ImapScript } from '../../support/inbound/scripted-imap.js';
import { writtenMail } from '../../support/inbound/written-mail.js';
import { microsoftApp } from '../../support/oauth/settings.js';
import { TokenServer } from '../../support/oauth/token-server.js';

const PASSWORD = 'hunter2-secret';
const closing: { close: () => Promise<void> }[] = [];

afterEach(async () => {
  for (const one of closing.splice(0)) await one.close();
});

/** A scripted server with some mails, and a source that reads it. */
async function opened(script: ImapScript = {}, changes: Partial<ImapSourceOptions> = {}, mails = 2) {
  const server = new ScriptedImap(script);
  for (let uid = 1; uid <= mails; uid += 1)
    server.mails.set(uid, writtenMail({ 'Message-ID': `<${String(uid)}@x.example>` }));
  const url = await server.listen();
  const notes: string[] = [];
  const source = openImapSource(readImapMailbox(url, { NEWSLETTER_IMAP_PASSWORD: PASSWORD }), {
    memory: undefined,
    folders: new Map(),
    dryRun: false,
    again: false,
    watch: false,
    onNote: (note) => notes.push(note),
    pausesMs: [0, 0],
    ...changes,
  });
  closing.push(source, server);
  return { server, source, notes };
}

/** What a person is told where the mailbox cannot be read. */
async function refusal(script: ImapScript, changes: Partial<ImapSourceOptions> = {}): Promise<string> {
  const { source } = await opened(script, changes);
  const error: unknown = await readSome(source).catch((thrown: unknown) => thrown);
  if (!(error instanceof Error && 'expected' in error && 'help' in error)) throw new Error('it was not refused');
  return [error.message, error.expected, error.help].join(' ');
}

describe('a log-in that is refused', () => {
  test.each([
    [
      'NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)',
      'refuses the user name or the password',
      'app password',
    ],
    ['NO [ALERT] Application-specific password required', 'Google wants an app password', '2-Step Verification'],
    ['NO [WEBALERT https://accounts.example/] Web login required.', 'sign in in a browser first', 'confirm'],
    ['NO [ALERT] Your account is not enabled for IMAP use.', 'IMAP is switched off', 'admin center'],
    ['NO [CONTACTADMIN] Locked', 'the account is blocked', 'administrator'],
    ['NO [EXPIRED] Too old', 'the password has expired', 'new password'],
    ['NO [AUTHORIZATIONFAILED] Not yours', 'may not read this mailbox', 'Correct the user'],
  ])('%s: %s', async (answer, what, todo) => {
    const told = await refusal({ login: [answer] });
    expect(told).toContain(what);
    expect(told).toContain(todo);
  });

  test('is tried again where the server could not look', async () => {
    const { source, notes } = await opened({ login: ['NO [UNAVAILABLE] Backend is down', 'OK welcome'] });
    expect(await readSome(source)).toHaveLength(2);
    expect(notes.join('')).toContain('could not check the log-in');
  });

  test('repeats neither the password nor a control character of the server', async () => {
    const repeated = Buffer.from(`\0news@example.org\0${PASSWORD}`).toString('base64');
    const told = await refusal({ login: [`NO \x1b]0;gone\x07 ${PASSWORD} ${repeated} \x9b31m`] });
    expect(told).not.toContain(PASSWORD);
    expect(told).not.toContain(repeated);
    expect(told).not.toMatch(/[\x00-\x1f\x7f-\x9f]/);
  });
});

describe('a server that fails', () => {
  test.each(['CAPABILITY', 'EXAMINE', 'UID SEARCH', 'UID FETCH'])('drops at %s: is asked again', async (command) => {
    const { source, notes } = await opened({ dropAt: [command] });
    const mails = await readSome(source);
    expect(mails.map(({ identity }) => identity)).toEqual(['7/1', '7/2']);
    expect(notes).toHaveLength(1);
  });

  test('drops always: is given up after some attempts', async () => {
    const told = await refusal({ dropAt: Array<string>(9).fill('UID SEARCH') });
    expect(told).toContain('broke');
    expect(told).toContain('stay where they are');
  });

  test('says goodbye with a reason', async () => {
    const { source, notes } = await opened({ greeting: '* BYE Too many connections' }, { pausesMs: [] });
    await expect(readSome(source)).rejects.toThrow('Too many connections');
    expect(notes).toEqual([]);
  });

  test('announces a mail of a gigabyte: is not listened to', async () => {
    const told = await refusal({ fetchAnswer: '* 1 FETCH (UID 1 BODY[]<0> {1000000000}' });
    expect(told).toContain('sends more than it was asked for');
  });

  test('sends answers that nobody asked for: the mails that were asked for are read, or it is given up', async () => {
    const flood = Array.from({ length: 100 }, () => '* 9 FETCH (UID 99 BODY[]<0> {1}\r\nx)').join('\r\n');
    expect(await refusal({ fetchAnswer: flood })).toContain('broke');
  });

  test('greets as if somebody had signed in: gets no command where encryption is needed', async () => {
    const server = new ScriptedImap({ greeting: '* PREAUTH [CAPABILITY IMAP4rev1] hello' });
    const url = (await server.listen()).replace('?tls=off', '').replace('127.0.0.1', 'localhost');
    closing.push(server);
    const mailbox = readImapMailbox(url, { NEWSLETTER_IMAP_PASSWORD: PASSWORD });
    const strict = { ...mailbox, address: { ...mailbox.address, encryption: 'starttls' as const } };
    const base = { memory: undefined, folders: new Map(), dryRun: false, again: false, watch: false, pausesMs: [] };
    const source = openImapSource(strict, { ...base, onNote: () => undefined });
    closing.push(source);
    await expect(readSome(source)).rejects.toThrow(/encryption/);
    expect(server.commands).not.toContain('EXAMINE');
  });
});

test('a server without IDLE is asked by NOOP', async () => {
  const seen = new AbortController();
  const { server, source } = await opened({
    capabilities: 'AUTH=PLAIN',
    onCommand: (command) => {
      if (command === 'NOOP') seen.abort();
    },
  });
  await readSome(source);
  await source.waitForMail(seen.signal);
  expect(server.commands).toContain('NOOP');
  expect(server.commands).not.toContain('IDLE');
});

describe('a log-in by OAuth 2.0', () => {
  async function withTokens(script: ImapScript, tokenServer = new TokenServer()) {
    const url = await tokenServer.listen();
    closing.push({ close: () => tokenServer.close() });
    const server = new ScriptedImap(script);
    server.mails.set(1, writtenMail({}));
    const variables = {
      NEWSLETTER_OAUTH_PROVIDER: 'microsoft',
      NEWSLETTER_OAUTH_CLIENT_ID: 'id-1',
      NEWSLETTER_OAUTH_CLIENT_SECRET: 'a-secret',
      NEWSLETTER_OAUTH_TOKEN_URL: url,
    };
    const mailbox = readImapMailbox(await server.listen(), variables);
    const source = openImapSource(mailbox, {
      memory: undefined,
      folders: new Map(),
      dryRun: false,
      again: false,
      watch: false,
      onNote: () => undefined,
      pausesMs: [],
      tokens: createAccessTokens(microsoftApp(url), 'news@example.org'),
    });
    closing.push(source, server);
    return { server, source, tokenServer };
  }

  test('sends the token by XOAUTH2, and no password', async () => {
    const said: string[] = [];
    const { server, source, tokenServer } = await withTokens({
      onCommand: (command, rest) => {
        if (command === 'AUTHENTICATE') said.push(rest);
      },
    });
    expect(await readSome(source)).toHaveLength(1);
    const [mechanism = '', token = ''] = (said[0] ?? '').split(' ');
    expect(mechanism).toBe('XOAUTH2');
    expect(Buffer.from(token, 'base64').toString()).toBe(
      `user=news@example.org\x01auth=Bearer ${tokenServer.given[0] ?? ''}\x01\x01`,
    );
    expect(server.commands).not.toContain('LOGIN');
  });

  test('asks for another token where the first one is refused, once', async () => {
    const { source, tokenServer } = await withTokens({ login: ['NO AUTHENTICATE failed.'] });
    expect(await readSome(source)).toHaveLength(1);
    expect(tokenServer.given).toHaveLength(2);
  });

  test('explains a token that is refused twice, and repeats none', async () => {
    const { source, tokenServer } = await withTokens({
      login: ['NO AUTHENTICATE failed.', 'NO AUTHENTICATE failed.', 'OK too late'],
    });
    const error: unknown = await readSome(source).catch((thrown: unknown) => thrown);
    expect(String(error)).toContain('does not take the log-in of news@example.org by OAuth 2.0');
    expect(String(error)).not.toMatch(/a-secret/);
    expect(tokenServer.given).toHaveLength(2);
  });

  test('is explained where the server offers none', async () => {
    const { server, source } = await withTokens({ capabilities: 'AUTH=PLAIN' });
    await expect(readSome(source)).rejects.toThrow('by OAuth 2.0');
    expect(server.commands).not.toContain('LOGIN');
  });

  test('is not begun where there is no token', async () => {
    const tokenServer = new TokenServer();
    tokenServer.script.push({ status: 401, body: { error: 'invalid_client' } });
    const { server, source } = await withTokens({}, tokenServer);
    await expect(readSome(source)).rejects.toMatchObject({ code: 'mailbox-unusable' });
    expect(server.commands).toEqual([]);
  });
});
