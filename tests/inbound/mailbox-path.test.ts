import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectPath, readMails } from '../../src/inbound/mail/mailbox-path.js';
import { MAIL_LIMIT, type RawMail } from '../../src/inbound/mail/raw-mail.js';
import { writtenMail } from '../support/inbound/written-mail.js';

let root: string;

function write(name: string, content: string | Buffer): void {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), content);
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  // Nobody writes.
}

async function readAll(given: string, input: AsyncIterable<Uint8Array> = nothing()): Promise<readonly RawMail[]> {
  const mails: RawMail[] = [];
  for await (const mail of readMails(await inspectPath(given, path.join(root, given)), input)) mails.push(mail);
  return mails;
}

async function files(given: string): Promise<readonly string[]> {
  return (await readAll(given)).map(({ file, place }) => (place === undefined ? file : `${file}#${String(place)}`));
}

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'newsletter-mailbox-'));
  const mail = writtenMail({});
  write('Maildir/new/1.host', mail);
  write('Maildir/cur/2.host:2,S', mail);
  write('Maildir/cur/.hidden', mail);
  write('Maildir/tmp/3.host', mail);
  write('folder/a.eml', mail);
  write('folder/b.EML', mail);
  write('folder/notes.txt', mail);
  write('box', `From - Fri Dec 18 12:00:00 2020\n${mail}\nFrom - Fri Dec 18 12:00:00 2020\n${mail}`);
  write('returned.eml', `From - Fri Dec 18 12:00:00 2020\n${mail}\n\nFrom - Fri Dec 18 12:00:00 2020\n${mail}`);
  write('long.eml', Buffer.concat([Buffer.from(mail), Buffer.alloc(MAIL_LIMIT, 'x')]));
  write('empty', '');
  write('documents/letter.txt', mail);
  mkdirSync(path.join(root, 'new-maildir/new'), { recursive: true });
  symlinkSync(path.join(root, 'returned.eml'), path.join(root, 'folder/link.eml'));
  symlinkSync(path.join(root, 'Maildir'), path.join(root, 'linked'));
  symlinkSync(path.join(root, 'Maildir/cur'), path.join(root, 'new-maildir/cur'));
  symlinkSync(path.join(root, 'returned.eml'), path.join(root, 'new-maildir/new/1.host'));
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

describe('a path', () => {
  test.each([
    ['Maildir', ['Maildir/new/1.host', 'Maildir/cur/2.host:2,S']],
    ['new-maildir', []],
    ['folder', ['folder/a.eml', 'folder/b.EML']],
    ['box', ['box#1', 'box#2']],
    ['returned.eml', ['returned.eml']],
    ['folder/notes.txt', ['folder/notes.txt']],
    ['empty', []],
  ])('%s holds the mails %j', async (given, expected) => {
    expect(await files(given)).toEqual(expected);
  });

  test.each(['missing', 'folder/a.eml/b', 'linked', 'folder/link.eml', 'documents', '/dev/null/x'])(
    '%s is refused',
    async (given) => {
      await expect(inspectPath(given, path.join(root, given))).rejects.toMatchObject({ code: 'file-unreadable' });
    },
  );

  test('gives of a long mail the beginning', async () => {
    const [mail] = await readAll('long.eml');
    expect(mail?.kind === 'bytes' && mail.bytes.length).toBe(MAIL_LIMIT);
  });

  test('finds a mail that a mail program moves meanwhile', async () => {
    write('moving/new/1.host', writtenMail({}));
    write('moving/new/2.host', writtenMail({}));
    mkdirSync(path.join(root, 'moving/cur'));
    const seen: string[] = [];
    for await (const { file } of readMails(await inspectPath('moving', path.join(root, 'moving')), nothing())) {
      if (seen.length === 0) {
        renameSync(path.join(root, 'moving/new/1.host'), path.join(root, 'moving/cur/1.host:2,S'));
        renameSync(path.join(root, 'moving/new/2.host'), path.join(root, 'moving/cur/2.host:2,'));
      }
      seen.push(file);
    }
    expect(seen).toEqual(['moving/new/1.host', 'moving/cur/2.host:2,']);
  });

  test('may be standard input, with one mail or an mbox', async () => {
    const pieces = async function* (text: string): AsyncGenerator<Uint8Array> {
      for (const character of text) yield await Promise.resolve(Buffer.from(character));
    };
    expect(await readAll('-', pieces(writtenMail({})))).toMatchObject([{ file: '-', place: undefined }]);
    const mbox = `From - Fri Dec 18 12:00:00 2020\n${writtenMail({})}\n`;
    expect(await readAll('-', pieces(mbox + mbox))).toMatchObject([{ place: 1 }, { place: 2 }]);
    expect(await readAll('-')).toEqual([]);
  });
});
