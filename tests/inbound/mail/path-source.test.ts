import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { inspectPath, STANDARD_INPUT } from '../../../src/inbound/mail/mailbox-path.js';
import { openPathSource } from '../../../src/inbound/mail/path-source.js';
import { testMailbox, type FilledMailbox } from '../../support/inbound/mailbox.contract.js';

let root: string;
let made = 0;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'newsletter-mailboxes-'));
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

async function* nothing(): AsyncGenerator<Uint8Array> {
  // Nobody writes.
}

function atPath(filePath: string): FilledMailbox {
  return { open: async () => openPathSource(await inspectPath(filePath, filePath), nothing()) };
}

async function folder(...below: readonly string[]): Promise<string> {
  made += 1;
  const created = path.join(root, String(made));
  for (const name of ['', ...below]) await mkdir(path.join(created, name), { recursive: true });
  return created;
}

function asMbox(mails: readonly Buffer[]): Buffer {
  const separator = Buffer.from('From reader@example.net Fri Dec 18 12:00:00 2020\n');
  return Buffer.concat(mails.flatMap((mail) => [separator, mail, Buffer.from('\n\n')]));
}

const FILES = { remembers: false, beyondLimit: 'beginning' } as const;

testMailbox({
  ...FILES,
  name: 'Maildir',
  fill: async (mails) => {
    const maildir = await folder('new', 'cur', 'tmp');
    for (const [index, mail] of mails.entries()) {
      const name =
        index % 2 === 0 ? path.join('new', `${String(index)}.host`) : path.join('cur', `${String(index)}.host:2,S`);
      await writeFile(path.join(maildir, name), mail);
    }
    return atPath(maildir);
  },
});

testMailbox({
  ...FILES,
  name: 'mbox',
  fill: async (mails) => {
    const file = path.join(await folder(), 'box');
    await writeFile(file, asMbox(mails));
    return atPath(file);
  },
});

testMailbox({
  ...FILES,
  name: 'folder of .eml files',
  fill: async (mails) => {
    const parent = await folder('mails');
    const mailFolder = path.join(parent, 'mails');
    for (const [index, mail] of mails.entries()) await writeFile(path.join(mailFolder, `${String(index)}.eml`), mail);
    // An empty folder is no mailbox, so an empty one is a file that says nothing.
    if (mails.length > 0) return atPath(mailFolder);
    await writeFile(path.join(parent, 'empty'), '');
    return atPath(path.join(parent, 'empty'));
  },
});

testMailbox({
  ...FILES,
  name: 'standard input',
  fill: (mails) =>
    Promise.resolve({
      open: async () =>
        openPathSource(await inspectPath(STANDARD_INPUT, STANDARD_INPUT), new Blob([asMbox(mails)]).stream()),
    }),
});
