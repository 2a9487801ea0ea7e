import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { buildDecember, copyWorkspace, DECEMBER } from '../support/cli/december.js';
import { errorSchema, readDocument, subscribersSchema } from '../support/cli/documents.js';
import { filesBelow, traceBelow } from '../support/cli/file-tree.js';
import { readWithPostalMime, type ReadMessage } from '../support/cli/read-messages.js';
import { runNewsletter, runProgram } from '../support/cli/run-newsletter.js';

/** `newsletter mailbox --json`, by the contract. */
const mailboxSchema = z.array(
  z.strictObject({
    file: z.string(),
    kind: z.enum([
      ...([
        'permanent',
        'temporary',
        'policy',
        'complaint',
        'unsubscribe',
        'erase',
        'unclear',
        'auto-reply',
        'other',
      ] as const),
    ]),
    status: z.string().nullable(),
    recipient: z.string().nullable(),
    reason: z.string().min(1),
    // By what a person finds the mail, where they have to act on it.
    date: z.string().nullable().optional(),
    sender: z.string().nullable().optional(),
    subject: z.string().optional(),
    command: z.string().optional(),
  }),
);

let sent: string;
let messages: readonly ReadMessage[];

beforeAll(async () => {
  sent = await buildDecember();
  for (const args of [
    ['subscribers', 'import', 'subscribers.sample.csv'],
    ['send', DECEMBER, '--transport', 'outbox', '--yes'],
  ]) {
    const { code, stdout, stderr } = await runNewsletter(args, { from: sent });
    if (code !== 0) throw new Error(`${args.join(' ')}: ${stdout}${stderr}`);
  }
  const outbox = path.join(sent, 'outbox', DECEMBER);
  messages = await readWithPostalMime(filesBelow(outbox).map((name) => path.join(outbox, name)));
});

function messageOf(index: number): ReadMessage {
  const message = messages[index];
  if (message === undefined) throw new Error('Nothing was sent.');
  return message;
}

/** The mail that a mail program writes when its user presses "unsubscribe" (RFC 2369 §3.2, RFC 6068). */
function pressUnsubscribe({ to, listUnsubscribe }: ReadMessage): string {
  const mailto = new URL(/<(mailto:[^>]+)>/.exec(listUnsubscribe)?.[1] ?? '');
  return mail({
    From: `<${to.address}>`,
    To: decodeURIComponent(mailto.pathname),
    Subject: mailto.searchParams.get('subject') ?? '',
  });
}

function mail(headers: Readonly<Record<string, string>>, body = ''): string {
  const fields = { Date: 'Sat, 19 Dec 2020 10:00:00 +0100', 'MIME-Version': '1.0', ...headers };
  return [...Object.entries(fields).map(([name, value]) => `${name}: ${value}`), '', body, ''].join('\r\n');
}

/** What stands before the @: a domain is written in two ways. */
function localPart(address: string): string {
  return address.toLowerCase().split('@')[0] ?? '';
}

/** A workspace in which everything was sent, with a mailbox beside it. */
function withMailbox(files: Readonly<Record<string, string>>): string {
  const root = copyWorkspace(sent);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, 'mailbox', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return root;
}

async function whoLeft(root: string): Promise<readonly string[]> {
  const outcome = await runNewsletter(['subscribers', 'list', '--json'], { from: root });
  const everybody = readDocument(subscribersSchema, outcome);
  return everybody.filter(({ state }) => state !== 'active').map(({ email }) => email);
}

describe('newsletter mailbox', () => {
  test('unsubscribes exactly whose message the mailto came from, and twice is harmless', async () => {
    const reader = messageOf(3);
    const root = withMailbox({ 'new/1.host': pressUnsubscribe(reader) });
    const before = traceBelow(path.join(root, 'mailbox'));
    const entries = readDocument(mailboxSchema, await runNewsletter(['mailbox', 'mailbox', '--json'], { from: root }));
    const recipient = entries[0]?.recipient;
    expect(entries).toEqual([
      { file: 'mailbox/new/1.host', kind: 'unsubscribe', status: null, recipient, reason: 'off the list now' },
    ]);
    expect(await whoLeft(root)).toEqual([recipient]);
    expect(recipient?.toLowerCase().split('@')[0]).toBe(reader.to.address.toLowerCase().split('@')[0]);
    const again = await runNewsletter(['mailbox', 'mailbox'], { from: root });
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toContain('1 request came from readers who had left before.');
    expect(again.stdout).not.toContain('@');
    expect(await whoLeft(root)).toEqual([recipient]);
    expect(traceBelow(path.join(root, 'mailbox'))).toEqual(before);
  });

  test('reads mbox files, .eml files and standard input', async () => {
    const separator = 'From - Sat Dec 19 10:00:00 2020\r\n';
    const root = withMailbox({
      box: [0, 1].map((index) => `${separator}${pressUnsubscribe(messageOf(index))}\r\n`).join(''),
      'one.eml': pressUnsubscribe(messageOf(2)),
      'input.eml': pressUnsubscribe(messageOf(4)),
    });
    const files = ['mailbox/box', 'mailbox/one.eml', '-'];
    const command = `"${process.execPath}" "${path.resolve('bin/newsletter.js')}" mailbox ${files.join(' ')} < mailbox/input.eml`;
    const { code, stdout } = await runProgram('sh', ['-c', command], { from: root });
    expect({ code, stdout }).toMatchObject({ code: 0 });
    expect(stdout).toContain('4 mails read.\n4 requests to leave were carried out.');
    expect(await whoLeft(root)).toHaveLength(4);
  });

  test('changes nothing for mails that only quote an issue', async () => {
    const { text, listUnsubscribe } = messageOf(5);
    const quoted = `${text.replace(/^/gm, '> ')}\r\n> ${listUnsubscribe}`;
    const to = 'unsubscribe@lsi.example.org';
    const From = messageOf(6).to.address;
    const root = withMailbox({
      'vacation.eml': mail(
        { From, To: to, Subject: 'Away', 'Auto-Submitted': 'auto-replied' },
        `I am away.\r\n${quoted}`,
      ),
      'forward.eml': mail({ From, To: to, Subject: 'Fwd: Newsletter' }, `Read this.\r\n${quoted}`),
      'copy.eml': readFileSync(
        path.join(sent, 'outbox', DECEMBER, filesBelow(path.join(sent, 'outbox', DECEMBER))[0] ?? ''),
        'utf8',
      ),
    });
    const entries = readDocument(mailboxSchema, await runNewsletter(['mailbox', 'mailbox', '--json'], { from: root }));
    expect(entries.map(({ kind }) => kind)).toEqual(['other', 'unclear', 'auto-reply']);
    expect(await whoLeft(root)).toEqual([]);
  });

  test('says in a dry run what it would do, and writes nothing', async () => {
    const root = withMailbox({ 'one.eml': pressUnsubscribe(messageOf(0)) });
    const before = traceBelow(root);
    const { code, stdout } = await runNewsletter(['mailbox', 'mailbox', '--dry-run'], { from: root });
    expect({ code, stdout }).toMatchObject({ code: 0 });
    expect(stdout).toContain('1 request to leave would be carried out. Nothing was written.');
    expect(traceBelow(root)).toEqual(before);
  });

  test('hears the button of Apple Mail, from any address of the person', async () => {
    const button = pressUnsubscribe(messageOf(7))
      .replace(/^From: .*/m, 'From: work@example.com')
      .replace('MIME-Version', 'Auto-Submitted: auto-replied\r\nX-Apple-Unsubscribe: true\r\nMIME-Version');
    const root = withMailbox({ 'one.eml': button });
    const { stdout } = await runNewsletter(['mailbox', 'mailbox'], { from: root });
    expect(stdout).toContain('1 request to leave was carried out.');
    expect((await whoLeft(root)).map(localPart)).toEqual([localPart(messageOf(7).to.address)]);
  });

  test('takes off nobody whose issue was forwarded, where the friend taps the link that everybody sees', async () => {
    const { text, to } = messageOf(3);
    const mailto = new URL(/mailto:\S+/.exec(text)?.[0] ?? '');
    const subject = mailto.searchParams.get('subject') ?? '';
    const tapped = (From: string) => mail({ From, To: decodeURIComponent(mailto.pathname), Subject: subject });
    const root = withMailbox({ 'friend.eml': tapped('friend@example.com') });
    const { stdout } = await runNewsletter(['mailbox', 'mailbox'], { from: root });
    expect(stdout).toContain('1 reader got a mail about it.');
    expect(stdout).toContain('its reader was asked by mail, and stays on the list');
    expect(await whoLeft(root)).toEqual([]);
    expect(filesBelow(path.join(root, 'outbox', 'service'))).toHaveLength(1);
    writeFileSync(path.join(root, 'mailbox', 'reader.eml'), tapped(to.address));
    await runNewsletter(['mailbox', 'mailbox'], { from: root });
    expect(await whoLeft(root)).toHaveLength(1);
    expect(filesBelow(path.join(root, 'outbox', 'service'))).toHaveLength(1);
  });

  test('points out what a person has to look at, and prints nothing of what they wrote', async () => {
    const To = 'unsubscribe@lsi.example.org';
    const letter = { From: 'stranger@example.com', To, Subject: '=?utf-8?Q?A_=1B[31mword?=' };
    const root = withMailbox({
      '\u001b[31m.eml': mail(letter, 'A secret, and nothing else.'),
      'erase.eml': mail({ From: messageOf(3).to.address, To, Subject: 'Data' }, 'Please delete all my data.'),
      'leave.eml': mail({ From: 'stranger@example.com', To, Subject: 'unsubscribe' }),
    });
    const { stdout } = await runNewsletter(['mailbox', 'mailbox'], { from: root });
    expect(stdout).toContain(
      [
        'Please look at 2 mails yourself:',
        '  2020-12-19, stranger@example.com, "A [31mword", mailbox/\\u{1b}[31m.eml',
        '    It was written to the unsubscribe address, and does not say what is wanted.',
        '  2020-12-19, stranger@example.com, "unsubscribe", mailbox/leave.eml',
        '    It asks to leave, but nobody on the list is meant.',
        '  If somebody wants to leave, take them off with "newsletter subscribers unsubscribe" and their address.',
      ].join('\n'),
    );
    const command = /^ {4}newsletter subscribers erase '?(\S+@[^\s']+)'?$/m.exec(stdout)?.[1] ?? '';
    expect(localPart(command)).toBe(localPart(messageOf(3).to.address));
    expect(stdout).not.toMatch(/secret|\u001b/);
  });

  test('lists twenty mails for people, and all of them with --json', async () => {
    const To = 'unsubscribe@lsi.example.org';
    const From = 'stranger@example.com';
    const letters = Array.from({ length: 23 }, (_, index) => [
      `${String(index)}.eml`,
      mail({ From, To, Subject: 'Hm' }),
    ]);
    const root = withMailbox(Object.fromEntries(letters) as Record<string, string>);
    const { stdout } = await runNewsletter(['mailbox', 'mailbox'], { from: root });
    expect(stdout.match(/"Hm"/g)).toHaveLength(20);
    expect(stdout).toContain('… and 3 more; --json lists them all.');
    const entries = readDocument(mailboxSchema, await runNewsletter(['mailbox', 'mailbox', '--json'], { from: root }));
    expect(
      entries.filter(({ kind, sender, subject }) => kind === 'unclear' && sender === From && subject === 'Hm'),
    ).toHaveLength(23);
  });

  test('refuses a path where no mailbox is, before it does anything', async () => {
    const root = withMailbox({ 'one.eml': pressUnsubscribe(messageOf(0)) });
    for (const missing of ['missing', 'issues']) {
      const outcome = await runNewsletter(['mailbox', 'mailbox', missing, '--json'], { from: root });
      expect(outcome.code).toBe(2);
      expect(readDocument(errorSchema, outcome).error.code).toBe('file-unreadable');
    }
    expect(await runNewsletter(['mailbox'], { from: root })).toMatchObject({ code: 2 });
    expect(await whoLeft(root)).toEqual([]);
  });
});
