import { describe, expect, test } from 'vitest';
import type { MailboxSource } from '../../../src/inbound/mail/mailbox-source.js';
import { MAIL_LIMIT, type RawMail } from '../../../src/inbound/mail/raw-mail.js';
import { writtenMail } from './written-mail.js';

/** One mailbox with some mails in it. */
export interface FilledMailbox {
  /** Opens it, as a new run of the program would. */
  readonly open: () => Promise<MailboxSource>;
}

/** A kind of mailbox under test. */
export interface MailboxUnderTest {
  readonly name: string;
  /** Makes a mailbox of its own with these mails. */
  readonly fill: (mails: readonly Buffer[]) => Promise<FilledMailbox>;
  /** Whether it yields no mail again that was settled. */
  readonly remembers: boolean;
  /** What is read of a mail that is larger than the limit. */
  readonly beyondLimit: 'beginning' | 'header';
}

/** Reads a mailbox to its end, or only its first mails. */
export async function readSome(source: MailboxSource, most = Infinity): Promise<readonly RawMail[]> {
  const mails: RawMail[] = [];
  for await (const mail of source.mails()) {
    mails.push(mail);
    if (mails.length >= most) break;
  }
  return mails;
}

/** Reads a whole mailbox with a source of its own. */
async function readWhole({ open }: FilledMailbox): Promise<readonly RawMail[]> {
  const source = await open();
  try {
    return await readSome(source);
  } finally {
    await source.close();
  }
}

/** The mails as text, sorted. */
function textsOf(mails: readonly RawMail[]): readonly string[] {
  return mails.map((mail) => (mail.kind === 'bytes' ? comparable(mail.bytes) : mail.kind)).sort();
}

/** Kinds of mailboxes differ in the blank line at the end, and IMAP allows no NUL, for which dovecot sends 0x80. */
function comparable(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1').trimEnd().replaceAll('\0', '\x80');
}

function someMails(count: number): readonly Buffer[] {
  return Array.from({ length: count }, (_, index) =>
    Buffer.from(writtenMail({ 'Message-ID': `<${String(index)}@example.net>` }, `Mail ${String(index)}`)),
  );
}

/** What is true of each kind of mailbox. */
export function testMailbox({ name, fill, remembers, beyondLimit }: MailboxUnderTest): void {
  describe(`a mailbox: ${name}`, () => {
    test('yields each mail once, with its bytes', async () => {
      const mails = someMails(5);
      const read = await readWhole(await fill(mails));
      expect(textsOf(read)).toEqual(mails.map(comparable));
    });

    test('yields mails of any bytes', async () => {
      const odd = [
        Buffer.from(writtenMail({ Subject: '\x1b[31m' }, '\0 \xff \xc3')),
        Buffer.concat([Buffer.from('Subject: bytes\r\n\r\n'), Buffer.from([0x80, 0xff, 0x00, 0xfe]), Buffer.from('.')]),
        Buffer.from(`Subject: no end of a line${' and on'.repeat(5000)}`),
        Buffer.from('no header at all\r\n\r\n) BAD (\r\n{5}\r\nabcde'),
      ];
      const read = await readWhole(await fill(odd));
      expect(textsOf(read)).toEqual(odd.map(comparable).sort());
    });

    test('names each mail in a way of its own, the same in each reading', async () => {
      const mailbox = await fill(someMails(4));
      const first = (await readWhole(mailbox)).map(({ identity }) => identity);
      const second = (await readWhole(mailbox)).map(({ identity }) => identity);
      expect(new Set(first).size).toBe(4);
      expect(second).toEqual(first);
    });

    test('yields a mail again whose reader ended before it was settled', async () => {
      const mailbox = await fill(someMails(4));
      const killed = await mailbox.open();
      const [first] = await readSome(killed, 3);
      if (first === undefined) throw new Error('no mail was read');
      await killed.settle([{ mail: first, kind: 'permanent' }]);
      await killed.close();
      const again = (await readWhole(mailbox)).map(({ identity }) => identity);
      expect(again).toHaveLength(remembers ? 3 : 4);
      expect(again.includes(first.identity)).toBe(!remembers);
    });

    test.each(['permanent', 'unclear', 'other'] as const)(
      `yields a mail that was settled as %s ${remembers ? 'not again' : 'again, since its files are not ours'}`,
      async (kind) => {
        const mailbox = await fill(someMails(3));
        const source = await mailbox.open();
        const mails = await readSome(source);
        await source.settle(mails.map((mail) => ({ mail, kind })));
        await source.settle(mails.map((mail) => ({ mail, kind })));
        await source.close();
        expect(await readWhole(mailbox)).toHaveLength(remembers ? 0 : 3);
      },
    );

    test('reads of a mail that is too large only the bounded part, and the others whole', async () => {
      const [small = Buffer.alloc(0)] = someMails(1);
      const header = writtenMail({ Subject: 'Large' });
      const large = Buffer.from(`${header}${'x'.repeat(78)}\r\n`.padEnd(MAIL_LIMIT + 4000, `${'x'.repeat(78)}\r\n`));
      const read = await readWhole(await fill([large, small]));
      expect(read).toHaveLength(2);
      expect(textsOf(read)).toContain(comparable(small));
      const other = read.find((mail) => mail.kind !== 'bytes' || mail.bytes.length > 10_000);
      if (beyondLimit === 'beginning') {
        expect(other?.kind === 'bytes' && other.bytes.length).toBe(MAIL_LIMIT);
      } else {
        expect(other).toMatchObject({ kind: 'too-large' });
        const bytes = other?.kind === 'too-large' ? Buffer.from(other.header).toString('latin1') : '';
        expect(bytes).toContain('Subject: Large');
        expect(bytes.length).toBeLessThan(1000);
      }
    });

    test('ends before the next mail when it is told to stop', async () => {
      const source = await (await fill(someMails(5))).open();
      const stop = new AbortController();
      let mails = 0;
      for await (const mail of source.mails(stop.signal)) {
        expect(mail.identity).not.toBe('');
        mails += 1;
        if (mails === 2) stop.abort();
      }
      await source.close();
      expect(mails).toBe(2);
    });

    test('may be empty', async () => {
      expect(await readWhole(await fill([]))).toEqual([]);
    });
  });
}
